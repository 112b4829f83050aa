"""Every cell of the visibility matrix: what each standing sees of each kind of record, its own and another's."""

from dataclasses import dataclass
from datetime import date

import pytest

from mrse_assess.model import acts
from mrse_assess.model.judgement import Conclusion, Judgement, OutcomeChoice, PartConfirmation
from mrse_assess.records import in_force, persons_in_force, to_event
from mrse_assess.terms import EventKind, LetterAct, OutcomeKind, Phase, Role, Verdict
from mrse_assess.workspace.visibility import matrix, standing, visible

OF_X = {"application": "X", "attempt": 1}
ME, OTHER, CHAIR, OFFICE = "me", "other", "chair", "office"


def row(kind, who, phase=Phase.INDIVIDUAL, **more):
    return kind(**OF_X, phase=phase, assessor=who, sub_category="5.2", verdict=Verdict.SATISFACTORY, **more)


def of_every_kind(who):
    """One record of each kind that an application can have, and the panel's own judgements, by this person."""
    unit = {"sub_category": "5.2", "evidence_id": "7"}
    return {
        "application": acts.ApplicationEntry(**OF_X, received_on=date(2026, 9, 14), portfolio_digest="d"),
        "registration": acts.Registration(**OF_X, employer="Northmere"),
        "allocation": acts.Allocation(**OF_X, person="third", allocated=True),
        "declaration": acts.Declaration(**OF_X, conflicted=False),
        "judgement": row(Judgement, who, evidence_id="7"),
        "conclusion": row(Conclusion, who),
        "moderated judgement": row(Judgement, who, Phase.MODERATION, evidence_id="8"),
        "moderated conclusion": row(Conclusion, who, Phase.MODERATION),
        "withdrawal": acts.Withdrawal(**OF_X, of=EventKind.JUDGEMENT, unit=("individual", "5.2", "9")),
        "private_note": acts.PrivateNote(**OF_X, **unit, text="mine"),
        "parking": acts.Parking(**OF_X, **unit, parked=True),
        "part": PartConfirmation(**OF_X, part="exam", confirmed=True),
        "correction": acts.Correction(**OF_X, **unit, corrected_sub_category="5.1", corrected_evidence_id="7"),
        "item_span": acts.ItemSpan(**OF_X, evidence_id="7"),
        "page_offset": acts.PageOffset(**OF_X, file="f", offset=1),
        "quote": acts.PinnedQuote(**OF_X, **unit, pin="p", text="words", file="a.pdf", sha256="0", page=1),
        "dismissal": acts.Dismissal(**OF_X, observation="o", check="date", prompt="undated", dismissed=True),
        "seal": acts.Seal(**OF_X, sealed=False, why="again"),
        "reveal": acts.Reveal(**OF_X, of="nobody"),
        "meeting": acts.Meeting(**OF_X, meeting="m", sitting=True),
        "on_table": acts.OnTable(**OF_X, meeting="m", **unit),
        "acceptance": acts.Acceptance(**OF_X, meeting="m", sub_categories=("5.2",), on_head="h"),
        "reading_choice": acts.ReadingChoice(**OF_X, setting="third_simulated", value="breach"),
        "letter_edit": acts.LetterEdit(**OF_X, anchor="a", text="Words."),
        "sign_off": acts.SignOff(**OF_X, letter="l", digest="d", head="h"),
        "letter_state": acts.LetterStateChange(**OF_X, letter="l", state=LetterAct.HELD, why="w"),
        "issue": acts.Issue(**OF_X, letter="l", outcome=OutcomeKind.AWARD, head="h"),
    }


FIELD_OF = {
    "application": "entry",
    "registration": "register",
    "allocation": "assessors",
    "declaration": "assessors",
    "judgement": "others_judged",
    "conclusion": "others_judged",
    "moderated judgement": "moderation",
    "moderated conclusion": "moderation",
    "withdrawal": "others_judged",
    "private_note": "others_private",
    "parking": "others_private",
    "part": "shared",
    "correction": "others_judged",
    "item_span": "others_judged",
    "page_offset": "others_judged",
    "quote": "others_judged",
    "dismissal": "others_private",
    "seal": "assessors",
    "reveal": "assessors",
    "meeting": "moderation",
    "on_table": "moderation",
    "acceptance": "moderation",
    "reading_choice": "moderation",
    "letter_edit": "letter",
    "sign_off": "letter",
    "letter_state": "letter",
    "issue": "letter",
    "outcome": "decision",
}
"""Said here a second time, so that a change of the matrix by accident does not pass."""

SEES = {
    "unallocated": "",
    "undeclared": "entry parties",
    "conflicted": "",
    "judging": "entry applicant portfolio asked own shared purge",
    "sealed": "entry applicant portfolio asked own assessors shared purge",
    "panel": "entry applicant portfolio asked own register assessors third shared others_judged moderation decision "
    "letter statistics purge",
    "chair_waiting": "entry parties applicant portfolio asked own register assessors third shared likeness "
    "statistics purge",
    "chair": "entry parties applicant portfolio asked own register assessors third shared others_judged moderation "
    "decision letter likeness statistics purge",
    "office_waiting": "entry parties applicant portfolio asked own register assessors third shared likeness "
    "statistics purge",
    "office": "entry parties applicant portfolio asked own register assessors third shared others_judged moderation "
    "decision letter likeness statistics purge",
    "alone": "entry parties applicant portfolio asked own register assessors third shared moderation decision letter "
    "likeness statistics purge",
}


@dataclass
class Told:
    """A workspace's store with a register, in which acts of an application are recorded."""

    store: object
    new_id: object

    def by(self, who, *values):
        for value in values:
            self.store.append(to_event(value, event=self.new_id(), actor=who))

    def register(self):
        for person, role in ((ME, Role.ASSESSOR), (OTHER, Role.ASSESSOR), (CHAIR, Role.CHAIR), (OFFICE, Role.OFFICE)):
            self.by(OFFICE, acts.Person(person=person, roles=(role,)))

    def give(self, *persons):
        for person in persons:
            self.by(OFFICE, acts.Allocation(**OF_X, person=person, allocated=True))

    def seal(self, *persons):
        for person in persons:
            self.by(person, acts.Seal(**OF_X, sealed=True))

    def clear(self, *persons):
        for person in persons:
            self.by(person, acts.Declaration(**OF_X, conflicted=False))

    def standing(self, person):
        return standing(person, self.persons(), in_force(self.store.events(), "X", 1))

    def persons(self):
        return persons_in_force(self.store.events(application=""))


def reach(told, wanted):
    """Record what brings somebody to this standing, and say who it is."""
    if wanted == "alone":
        return ME
    told.register()
    given = (OTHER,) if wanted == "unallocated" else (ME, OTHER)
    told.give(*given)
    told.clear(OTHER)
    if wanted == "conflicted":
        told.by(ME, acts.Declaration(**OF_X, conflicted=True, interests=("employer",)))
    if wanted in {"judging", "sealed", "panel", "chair", "chair_waiting"}:
        told.clear(ME)
    if wanted in {"sealed", "panel", "chair"}:
        told.seal(ME)
    if wanted in {"panel", "chair"}:
        told.seal(OTHER)
    if wanted == "panel":
        told.by(ME, acts.Reveal(**OF_X, of=OTHER))
    if wanted == "office":
        told.by(CHAIR, outcome())
    return {"chair": CHAIR, "chair_waiting": CHAIR, "office": OFFICE, "office_waiting": OFFICE}.get(wanted, ME)


def outcome():
    return OutcomeChoice(**OF_X, outcome=OutcomeKind.AWARD, ground="", by="", recorded_at=None, event="")


@pytest.mark.parametrize("wanted", sorted(SEES))
def test_a_standing_follows_from_the_records(told, wanted):
    assert told.standing(reach(told, wanted)) == wanted


@pytest.mark.parametrize("wanted", sorted(SEES))
@pytest.mark.parametrize("kind", sorted(FIELD_OF))
def test_anothers_record_is_seen_exactly_where_the_matrix_says(told, wanted, kind):
    """One cell for each standing and kind of record, on records that were stored and read again."""
    viewer = reach(told, wanted)
    told.by("stranger", outcome() if kind == "outcome" else of_every_kind("stranger")[kind])
    last = told.store.events()[-1]
    found = visible([last], viewer, wanted)
    assert bool(found) == (FIELD_OF[kind] in SEES[wanted].split())


@pytest.mark.parametrize("wanted", sorted(SEES))
def test_ones_own_records_are_seen_but_where_nothing_is(told, wanted):
    viewer = reach(told, wanted)
    for kind, value in of_every_kind(viewer).items():
        told.by(viewer, value)
        own = visible([told.store.events()[-1]], viewer, wanted)
        assert bool(own) == ("own" in SEES[wanted].split()), kind


@pytest.mark.parametrize("wanted", sorted(SEES))
def test_an_undo_is_seen_where_judgements_are(told, wanted):
    viewer = reach(told, wanted)
    told.by("stranger", row(Conclusion, "stranger"))
    told.by("stranger", acts.Undo(**OF_X, undone=(told.store.events()[-1].event,)))
    found = visible([told.store.events()[-1]], viewer, wanted)
    assert bool(found) == ("others_judged" in SEES[wanted].split())


def test_the_matrix_names_every_field_standing_and_kind():
    rules = matrix()
    assert {name: sorted(one) for name, one in rules.sees.items()} == {
        name: sorted(one.split()) for name, one in SEES.items()
    }
    assert set().union(*rules.sees.values()) <= set(rules.fields)
    assert set(rules.kinds) == set(EventKind) - {EventKind.SETTING, EventKind.PERSON}
    assert set(rules.kinds.values()) <= set(rules.fields)
    assert not any("others_private" in one for one in rules.sees.values())  # private is private


def test_a_field_that_the_matrix_does_not_have_is_not_taken_for_one_that_is_hidden():
    with pytest.raises(KeyError):
        matrix().may_see("judging", "other_judged")


def test_a_recusal_closes_what_was_open(told):
    reach(told, "panel")
    told.by(ME, acts.Declaration(**OF_X, conflicted=True, interests=("personal",)))
    assert told.standing(ME) == "conflicted"


def test_somebody_who_left_the_register_of_the_application_sees_nothing(told):
    reach(told, "judging")
    told.by(OFFICE, acts.Allocation(**OF_X, person=ME, allocated=False, why="ill"))
    assert told.standing(ME) == "unallocated"


def test_the_chair_waits_for_every_assessor_who_has_no_conflict(told):
    reach(told, "sealed")
    assert told.standing(CHAIR) == "chair_waiting"
    told.by(OTHER, acts.Declaration(**OF_X, conflicted=True, interests=("employer",)))
    assert told.standing(CHAIR) == "chair"


def test_a_chair_who_assesses_is_an_assessor_there(told):
    told.register()
    told.give(CHAIR)
    told.clear(CHAIR)
    assert told.standing(CHAIR) == "judging"


@pytest.fixture
def told(stored_records, new_ids):
    return Told(stored_records, new_ids)
