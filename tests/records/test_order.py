"""The one order of events: the same in every store, each person's records in their own order."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.model.judgement import Conclusion, PartConfirmation
from mrse_assess.records import Event, in_force
from mrse_assess.records.order import in_order
from mrse_assess.terms import EventKind, Phase, Verdict

START = datetime(2026, 11, 21, 14, tzinfo=UTC)


def event(number, actor, minute, **payload):
    return Event(
        sequence=0,
        event=f"{actor}{number}",
        application="A1",
        attempt=1,
        kind=EventKind.PART,
        actor=actor,
        recorded_at=START + timedelta(minutes=minute),
        payload={"part": "exam", "confirmed": True} | payload,
        scheme_version="1",
        previous="",
        hash=f"{actor}{number}",
    )


def stored(*events):
    """The events as a store gives them that took them in so."""
    return [Event(**{**vars(one), "sequence": number}) for number, one in enumerate(events, start=1)]


def ids(events):
    return [one.event for one in in_order(events)]


@st.composite
def chains_and_two_ways_together(draw):
    chains = []
    for actor in draw(st.sets(st.sampled_from("abc"), min_size=1)):
        minutes = draw(st.lists(st.integers(-3, 6), min_size=1, max_size=5))
        chains.append([event(number, actor, minute) for number, minute in enumerate(minutes)])
    ways = []
    for _ in range(2):
        left = [list(chain) for chain in chains]
        together = []
        while any(left):
            together.append(draw(st.sampled_from([chain for chain in left if chain])).pop(0))
        ways.append(together)
    return chains, ways


@given(chains_and_two_ways_together())
def test_the_order_does_not_depend_on_how_chains_came_together(drawn):
    chains, (one, other) = drawn
    order = ids(stored(*one))
    assert order == ids(stored(*other))
    for chain in chains:
        own = [each.event for each in chain]
        assert [each for each in order if each in own] == own


def test_of_two_persons_the_later_record_holds_though_it_came_first_into_the_store():
    early, late = event(1, "jo", 5, confirmed=False), event(1, "sam", 9, confirmed=True)
    for together in ((early, late), (late, early)):
        (part,) = in_force(stored(*together), "A1", 1).judgements.parts
        assert (part.by, part.confirmed) == ("sam", True)


def test_a_clock_set_back_does_not_put_a_persons_records_out_of_order():
    assert ids(stored(event(1, "jo", 60), event(2, "jo", 0), event(1, "sam", 30))) == ["sam1", "jo1", "jo2"]


def test_what_the_panel_judged_is_one_record_whoever_wrote_it_down(store, new_id):
    from mrse_assess.records import to_event

    def conclude(actor, phase, verdict):
        value = Conclusion(
            application="A1", attempt=1, phase=phase, assessor=actor, sub_category="6.1", verdict=verdict
        )
        store.append(to_event(value, event=new_id(), actor=actor))

    conclude("jo", Phase.INDIVIDUAL, Verdict.SATISFACTORY)
    conclude("sam", Phase.INDIVIDUAL, Verdict.NOT_SATISFACTORY)
    conclude("jo", Phase.MODERATION, Verdict.SATISFACTORY)
    conclude("chair", Phase.MODERATION, Verdict.NOT_SATISFACTORY)
    found = [(one.assessor, one.phase, one.verdict) for one in in_force(store.events(), "A1", 1).judgements.conclusions]
    assert sorted(found) == [
        ("chair", Phase.MODERATION, Verdict.NOT_SATISFACTORY),
        ("jo", Phase.INDIVIDUAL, Verdict.SATISFACTORY),
        ("sam", Phase.INDIVIDUAL, Verdict.NOT_SATISFACTORY),
    ]


def test_a_confirmation_by_another_replaces_the_one_before_it():
    first, second = event(1, "jo", 1), event(1, "sam", 2)
    assert [one.by for one in in_force(stored(first, second), "A1", 1).judgements.parts] == ["sam"]
    assert isinstance(in_force(stored(first), "A1", 1).judgements.parts[0], PartConfirmation)
