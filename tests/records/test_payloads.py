"""Every act becomes a payload and comes back as the same value; what could not come back is refused."""

import uuid
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.model.acts import Parking, Withdrawal
from mrse_assess.model.judgement import Conclusion, Judgement, PartConfirmation
from mrse_assess.model.places import PageSpan
from mrse_assess.model.wordings import Wording
from mrse_assess.records import Event, NewEvent, from_event, to_event, verify
from mrse_assess.records.canonical import TEXT_HASH, canonical, frozen, parsed
from mrse_assess.records.payloads import check, fault_of_payload
from mrse_assess.records.shapes import SHAPES, WITHDRAWABLE
from mrse_assess.terms import EventKind, LetterAct, OutcomeKind, Phase, Role, Verdict

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
NAMES = TEXTS.filter(bool)
IDS = st.lists(NAMES.filter(lambda text: ";" not in text), max_size=3).map(tuple)
PAGES = st.lists(st.integers(1, 99), min_size=2, max_size=2).map(sorted)
SPANS = st.builds(lambda file, pages: PageSpan(file=file, first=pages[0], last=pages[1]), NAMES, PAGES)
WORDINGS = st.lists(
    st.builds(Wording, st.sampled_from(["undated", "relay_only"]), st.sampled_from(["It says: no day.", "x"])),
    max_size=2,
    unique_by=lambda one: one.reason,
).map(tuple)
SIDES = st.integers(-100_000, 100_000).map(lambda hundredths: hundredths / 100)  # a box is kept to 0.01 points
BY_FIELD = {
    "evidence_date": st.sampled_from(["", "2021", "2021-03", "2021-03-05"]),
    "wording": WORDINGS,
    "received_on": st.none() | st.dates(),
    "phase": st.sampled_from(Phase),
    "verdict": st.sampled_from([verdict for verdict in Verdict if verdict is not Verdict.NOTHING_OFFERED]),
    "reasons": IDS,
    "contribution": IDS,
    "simulated": st.booleans(),
    "mhra_reference": st.booleans(),
    "of": st.just(EventKind.CONCLUSION),
    "unit": st.tuples(st.sampled_from(["individual", "moderation"]), NAMES),
    "parked": st.booleans(),
    "dismissed": st.booleans(),
    "confirmed": st.booleans(),
    "outcome": st.sampled_from(OutcomeKind),
    "invented": st.booleans(),
    "not_applicable": st.booleans(),
    "sealed": st.booleans(),
    "spans": st.lists(SPANS, max_size=2).map(tuple),
    "digests": st.lists(NAMES, max_size=2).map(tuple),
    "page": TEXTS,
    "offset": st.integers(-500, 500),
    "boxes": st.lists(st.tuples(*[SIDES] * 4), max_size=3).map(tuple),
    "roles": st.lists(st.sampled_from(Role), unique=True).map(tuple),
    "left": st.booleans(),
    "answers": st.none() | st.dates(),
    "allocated": st.booleans(),
    "conflicted": st.booleans(),
    "interests": IDS,
    "sitting": st.booleans(),
    "present": IDS,
    "names_hidden": st.booleans(),
    "seed": st.integers(0, 2**31),
    "sub_categories": IDS,
    "sampled": IDS,
    "open_codes": IDS,
    "letters": st.booleans(),
    "state": st.sampled_from(LetterAct),
    "undone": st.lists(st.uuids().map(str), min_size=1, max_size=4, unique=True).map(tuple),
}
BY_KIND = {EventKind.QUOTE: {"page": st.integers(1, 600)}}
"""What a field of this name is in one kind alone: a quote's page is a number, a judgement's is in words."""
OWN = {
    "application": "A1",
    "attempt": 2,
    "assessor": "jo",
    "by": "jo",
    "recorded_at": datetime(2026, 11, 21, 14, 2, 7, 5, tzinfo=UTC),
    "event": "5f1c9a27-0000-4000-8000-000000000000",
    "scheme_version": "1",
}


@st.composite
def values(draw, kind):
    """A value of the kind, stored as the event that OWN describes."""
    shape = SHAPES[kind]
    fitting = BY_FIELD | BY_KIND.get(kind, {})
    said = {name: draw(fitting.get(name, NAMES)) for name in shape.fields}
    own = {field.name: OWN[field.name] for field in fields(shape.value) if field.name in OWN}
    return shape.value(**said, **own)


def stored(new, **changes):
    """The event as the store would give it back."""
    own = {
        "sequence": 1,
        "recorded_at": OWN["recorded_at"],
        "payload": frozen(parsed(canonical(new.payload))),
        "previous": "",
        "hash": "",
    }
    names = {name: value for name, value in vars(new).items() if name != "payload"}
    return Event(**{**names, **own, **changes})


@pytest.mark.parametrize("kind", list(EventKind))
@given(data=st.data())
def test_every_kind_of_act_comes_back_as_the_same_value(kind, data):
    value = data.draw(values(kind))
    new = to_event(value, event=OWN["event"], actor="jo", scheme_version="1")
    assert new.kind is kind
    assert fault_of_payload(kind, new.payload) is None
    assert from_event(stored(new)) == value


def test_every_kind_has_a_shape_whose_fields_are_its_values_own():
    assert set(SHAPES) == set(EventKind)
    for shape in SHAPES.values():
        own = {field.name for field in fields(shape.value)}
        assert set(shape.fields) <= own
        assert own - set(shape.fields) <= set(OWN)
        assert set(shape.unit) <= set(shape.fields)


def test_the_words_of_people_lie_apart():
    assert SHAPES[EventKind.JUDGEMENT].texts == ("feedback", "to_panel", "seen", "quote", "page", "wording")
    assert SHAPES[EventKind.PRIVATE_NOTE].texts == ("text",)
    assert SHAPES[EventKind.PARKING].texts == ("words",)
    assert SHAPES[EventKind.OUTCOME].texts == ("ground",)
    assert SHAPES[EventKind.APPLICATION].texts == ("applicant", "file_name", "why")
    assert SHAPES[EventKind.PURGE].texts == ()


def test_a_field_added_since_takes_its_default(new_event):
    new = new_event()
    old = {name: value for name, value in new.payload.items() if name != "mhra_section"}
    assert from_event(stored(new, payload=frozen(old))).mhra_section == ""


def test_what_was_recorded_before_there_was_a_date_of_the_evidence_has_none(new_event):
    new = new_event()
    old = {name: value for name, value in new.payload.items() if name not in ("evidence_date", "wording")}
    read = from_event(stored(new, payload=frozen(old)))
    assert (read.evidence_date, read.wording) == ("", ())


@pytest.mark.parametrize(
    "change", [{"colour": "blue"}, {"verdict": "fine"}, {"simulated": "yes"}, {"reasons": "undated"}]
)
def test_a_payload_of_another_version_is_refused_on_reading(new_event, change):
    new = new_event()
    with pytest.raises(RecordsError, match=next(iter(change))):
        from_event(stored(new, payload=frozen({**new.payload, **change})))


def test_a_payload_without_a_field_that_has_no_default_is_refused_on_reading(new_event):
    new = new_event()
    without = {name: value for name, value in new.payload.items() if name != "verdict"}
    with pytest.raises(RecordsError, match="verdict"):
        from_event(stored(new, payload=frozen(without)))


def test_a_hash_stands_only_for_a_free_text(new_event):
    payload = dict(new_event().payload)
    assert fault_of_payload(EventKind.JUDGEMENT, {**payload, "feedback": {TEXT_HASH: "0"}}) is None
    assert fault_of_payload(EventKind.JUDGEMENT, {**payload, "target": {TEXT_HASH: "0"}}) is not None
    assert fault_of_payload(EventKind.JUDGEMENT, [payload]) is not None


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("verdict", "fine"),
        ("verdict", 1),
        ("phase", "later"),
        ("simulated", 1),
        ("simulated", "true"),
        ("reasons", ["a;b"]),
        ("reasons", [""]),
        ("reasons", "undated"),
        ("feedback", None),
        ("feedback", {TEXT_HASH: "0" * 64}),
        ("evidence_id", ""),
        ("sub_category", ""),
        ("verdict", "nothing_offered"),
        ("evidence_date", "2021-02-30"),
        ("evidence_date", "March 2021"),
        ("wording", "no reason named"),
        ("wording", "undated: once\nundated: twice"),
    ],
)
def test_a_judgement_with_a_field_that_does_not_fit_is_refused(new_event, field, wrong):
    new = new_event()
    with pytest.raises(BadRequestError):
        check(replace(new, payload={**new.payload, field: wrong}))


@pytest.mark.parametrize(
    "change",
    [
        {"event": "not-a-uuid"},
        {"event": str(uuid.UUID(int=0xABCDEF)).upper()},
        {"application": ""},
        {"attempt": 0},
        {"actor": ""},
        {"actor": "half \ud83d"},
        {"application": "nul \x00"},
    ],
)
def test_an_event_whose_own_fields_do_not_fit_is_refused(new_event, change):
    with pytest.raises(BadRequestError):
        check(replace(new_event(), **change))


def test_missing_and_unknown_fields_are_refused_by_name(new_event):
    new = new_event()
    payload = {**new.payload, "colour": "blue"}
    del payload["seen"]
    with pytest.raises(BadRequestError, match="colour, seen"):
        check(replace(new, payload=payload))


def test_a_judgement_is_recorded_by_its_assessor_only(judgement, new_id):
    with pytest.raises(BadRequestError, match="another person"):
        to_event(judgement(assessor="jo"), event=new_id(), actor="sam")


def test_a_setting_with_an_application_is_refused(new_id, new_event):
    new = new_event()
    payload = {"key": "k", "value": "v", "source": "s", "invented": False, "not_applicable": False}
    with pytest.raises(BadRequestError, match="no application"):
        check(replace(new, kind=EventKind.SETTING, payload=payload))


def test_a_conclusion_may_say_that_nothing_was_offered(new_id):
    value = Conclusion(
        application="A1",
        attempt=1,
        phase=Phase.MODERATION,
        assessor="chair",
        sub_category="6.1",
        verdict=Verdict.NOTHING_OFFERED,
    )
    assert to_event(value, event=new_id(), actor="chair").payload["verdict"] == "nothing_offered"


@pytest.mark.parametrize("of", sorted(set(EventKind) - WITHDRAWABLE))
def test_what_cannot_be_taken_back_is_refused(new_id, of):
    value = Withdrawal(application="A1", attempt=1, of=of, unit=("",) * len(SHAPES[of].unit))
    with pytest.raises(BadRequestError, match="cannot be withdrawn"):
        to_event(value, event=new_id(), actor="jo")


@pytest.mark.parametrize("of", sorted(WITHDRAWABLE))
def test_a_withdrawal_names_its_unit_in_full(new_id, of):
    unit = ("x",) * len(SHAPES[of].unit)
    value = Withdrawal(application="A1", attempt=1, of=of, unit=unit)
    assert to_event(value, event=new_id(), actor="jo").payload["unit"] == list(unit)
    with pytest.raises(BadRequestError, match="unit"):
        to_event(replace(value, unit=(*unit, "more")), event=new_id(), actor="jo")


def test_dates_that_are_none_are_refused(new_id):
    entry = to_event(
        SHAPES[EventKind.APPLICATION].value(
            application="A1", attempt=1, received_on=date(2026, 9, 14), portfolio_digest="d"
        ),
        event=new_id(),
        actor="office",
    )
    assert entry.payload["received_on"] == "2026-09-14"
    for wrong in ("14.9.2026", "20260914", "2026-02-30", None):
        with pytest.raises(BadRequestError, match="received_on"):
            check(replace(entry, payload={**entry.payload, "received_on": wrong}))


@pytest.mark.parametrize(
    "span",
    [
        {"file": "a.pdf", "first": 0, "last": 1},
        {"file": "a.pdf", "first": 2, "last": 1},
        {"file": "a.pdf", "first": True, "last": 1},
        {"file": 3, "first": 1, "last": 1},
        {"file": "a.pdf", "first": 1},
    ],
)
def test_spans_that_are_none_are_refused(new_id, span):
    value = SHAPES[EventKind.CORRECTION].value(
        application="A1",
        attempt=1,
        sub_category="4.2",
        evidence_id="7",
        corrected_sub_category="4.2",
        corrected_evidence_id="8",
    )
    new = to_event(value, event=new_id(), actor="jo")
    with pytest.raises(BadRequestError, match="spans"):
        check(replace(new, payload={**new.payload, "spans": [span]}))


def test_values_in_force_are_of_the_shared_types():
    assert SHAPES[EventKind.JUDGEMENT].value is Judgement
    assert SHAPES[EventKind.PART].value is PartConfirmation
    assert SHAPES[EventKind.PARKING].value is Parking


def test_page_spans_of_an_older_record_are_read_as_they_were_written(store, new_id):
    span = {"file": "a.pdf", "first": 2, "last": 3}
    payload = {"evidence_id": "7", "spans": [span], "title": "", "why": ""}
    new = NewEvent(
        event=new_id(), application="A1", attempt=1, kind=EventKind.ITEM_SPAN, actor="jo", payload=payload
    )  # fmt: skip
    stored = store.append(new)
    assert from_event(stored).spans == (PageSpan(**span),)
    assert (store.append(new), store.events()) == (stored, (stored,))
    assert verify(store) == ()


@pytest.mark.parametrize("odd", ["[", "{}", '[{"file": "a.pdf", "first": 0, "last": 1}]', "3", "null"])
def test_a_text_that_is_no_list_of_page_spans_is_refused(odd, new_id):
    payload = {"evidence_id": "7", "spans": odd, "title": "", "why": ""}
    new = NewEvent(
        event=new_id(), application="A1", attempt=1, kind=EventKind.ITEM_SPAN, actor="jo", payload=payload
    )  # fmt: skip
    with pytest.raises(BadRequestError, match="spans"):
        check(new)
