"""What goes into a bundle: sealed assessments, shared records, no words to oneself, and nothing unsealed."""

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Declaration, Meeting, Parking, PinnedQuote, PrivateNote, Withdrawal
from mrse_assess.records.bundle import Choice, Stayed, gathered
from mrse_assess.terms import EventKind, Phase

from .bundling import OF_A1, Machine


@pytest.fixture
def laptop(tmp_path):
    return Machine(tmp_path, "laptop")


def kinds(bundle, actor):
    return [event.row["kind"] for event in bundle.events if event.row["actor"] == actor]


def texts(bundle):
    return {text for event in bundle.events for _, text in event.texts.values()}


def test_a_sealed_assessment_goes_along_with_its_feedback(laptop):
    laptop.judge("jo", feedback="Say which scanner.", to_panel="Look at page 3.")
    laptop.seal("jo")
    bundle = laptop.bundle("jo")
    assert kinds(bundle, "jo") == ["judgement", "seal"]
    assert texts(bundle) == {"Say which scanner.", "Look at page 3."}


def test_an_unsealed_assessment_stays_and_is_said_to(laptop):
    laptop.record(Declaration(**OF_A1, conflicted=False), "jo")
    laptop.judge("jo")
    laptop.confirm("jo", confirmed=True)
    sent = gathered(laptop.store, Choice(applications=("A1",), whose=frozenset({"jo"})))
    assert [event.row["kind"] for event in sent.events] == ["declaration"]
    assert sent.stayed == (Stayed(application="A1", actor="jo", events=2),)


def test_a_reopened_assessment_stays_even_as_it_was_sealed_before(laptop):
    laptop.judge("jo")
    laptop.seal("jo")
    laptop.seal("jo", sealed=False)
    assert kinds(laptop.bundle("jo"), "jo") == []


def test_a_second_attempt_that_is_open_does_not_keep_the_sealed_first_back(laptop):
    laptop.judge("jo")
    laptop.seal("jo")
    laptop.judge("jo", attempt=2)
    assert kinds(laptop.bundle("jo"), "jo") == ["judgement", "seal"]


def test_the_sealed_assessment_of_another_goes_along_only_when_named(laptop):
    for person in ("jo", "kim"):
        laptop.judge(person)
        laptop.seal(person)
    assert kinds(laptop.bundle("jo"), "kim") == []
    assert kinds(laptop.bundle("jo", "kim"), "kim") == ["judgement", "seal"]


def test_naming_another_does_not_send_what_they_have_not_sealed(laptop):
    laptop.judge("kim")
    assert kinds(laptop.bundle("kim"), "kim") == []


@pytest.mark.parametrize(
    "begun",
    [
        PrivateNote(**OF_A1, sub_category="4.2", text="weak"),
        Parking(**OF_A1, sub_category="4.2", parked=True),
        Withdrawal(**OF_A1, of=EventKind.JUDGEMENT, unit=("individual", "4.2", "7")),
    ],
)
def test_an_assessment_that_has_only_begun_is_one(laptop, begun):
    laptop.record(begun, "jo")
    assert kinds(laptop.bundle("jo"), "jo") == []


def test_what_the_panel_recorded_goes_along_though_its_chair_sealed_nothing(laptop):
    laptop.record(Meeting(**OF_A1, meeting="m", sitting=True), "chair")
    laptop.judge("chair", phase=Phase.MODERATION)
    laptop.record(PrivateNote(**OF_A1, sub_category="4.2", text="ask"), "chair")
    assert kinds(laptop.bundle("jo"), "chair") == ["meeting", "judgement", "private_note"]


def test_a_chair_who_judged_alone_before_and_did_not_seal_is_not_sent(laptop):
    laptop.judge("chair")
    laptop.record(Meeting(**OF_A1, meeting="m", sitting=True), "chair")
    laptop.judge("chair", phase=Phase.MODERATION)
    assert kinds(laptop.bundle("jo"), "chair") == []
    assert kinds(laptop.bundle("chair"), "chair") == []


def test_words_to_oneself_stay_and_their_records_go(laptop):
    laptop.record(PrivateNote(**OF_A1, sub_category="4.2", text="private words"), "jo")
    laptop.record(Parking(**OF_A1, sub_category="4.2", parked=True, words="parked words"), "jo")
    laptop.seal("jo")
    bundle = laptop.bundle("jo")
    assert kinds(bundle, "jo") == ["private_note", "parking", "seal"]
    assert texts(bundle) == set()


def test_a_hand_over_takes_unsealed_work_and_words_to_oneself_along(laptop):
    laptop.judge("jo")
    laptop.record(PrivateNote(**OF_A1, sub_category="4.2", text="private words"), "jo")
    laptop.judge("kim")
    bundle = laptop.bundle(handed_over="jo")
    assert kinds(bundle, "jo") == ["judgement", "private_note"]
    assert texts(bundle) == {"private words"}
    assert kinds(bundle, "kim") == []


def test_a_hand_over_by_somebody_who_has_recorded_nothing_is_refused(laptop):
    laptop.judge("jo")
    with pytest.raises(BadRequestError, match="kim has recorded nothing"):
        laptop.bundle(handed_over="kim")


def test_quoted_words_stay_when_asked_and_the_places_go(laptop):
    quote = {"pin": "p", "text": "words of the evidence", "file": "a.pdf", "sha256": "0", "page": 3}
    laptop.record(PinnedQuote(**OF_A1, sub_category="4.2", evidence_id="7", **quote), "jo")
    laptop.seal("jo")
    assert "words of the evidence" in texts(laptop.bundle("jo"))
    assert "words of the evidence" not in texts(laptop.bundle("jo", copied_words=False))


def test_other_applications_are_not_in_it(laptop):
    laptop.confirm("office", confirmed=True)
    sent = gathered(laptop.store, Choice(applications=("A2",)))
    assert sent.events == ()
    assert sent.known == ()
