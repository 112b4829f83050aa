"""Acts appended in numbers are the rows that they would be one by one."""

import itertools
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event as listening
from sqlalchemy import select

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.model.acts import Undo
from mrse_assess.model.judgement import Judgement, SettingValue
from mrse_assess.records import NewEvent, Store, to_event, verify
from mrse_assess.records.schema import events, texts
from mrse_assess.terms import EventKind, Phase, Verdict

pytestmark = pytest.mark.both_stores

START = datetime(2026, 11, 21, 14, 2, 7, tzinfo=UTC)


def numbered(first=1):
    """Ids that come in the same order every time."""
    numbers = itertools.count(first)
    return lambda: str(uuid.UUID(int=next(numbers)))


def rows_of(store):
    """Every row of the log and of its texts, as they lie in the tables."""
    with store.reading() as connection:
        logged = connection.execute(select(events).order_by(events.c.sequence)).all()
        apart = connection.execute(select(texts).order_by(texts.c.event, texts.c.field)).all()
    return [tuple(row) for row in logged], [tuple(row) for row in apart]


def opened(location, steps=()):
    """A store whose clock goes by these steps in microseconds, and then stands still."""
    moments = itertools.chain(itertools.accumulate(steps), itertools.repeat(sum(steps)))
    return Store.open(
        location, clock=lambda: START + timedelta(microseconds=next(moments)), new_id=numbered(10_000_000)
    )


def judged(number, *, application="A1", actor="jo", item="7", feedback="", verdict=Verdict.SATISFACTORY):
    value = Judgement(
        application=application, attempt=1, phase=Phase.INDIVIDUAL, assessor=actor, sub_category="4.2",
        evidence_id=item, verdict=verdict, feedback=feedback,
    )  # fmt: skip
    return to_event(value, event=str(uuid.UUID(int=number)), actor=actor, scheme_version="test-1")


def undone(number, names, *, actor="jo"):
    act = Undo(application="A1", attempt=1, undone=tuple(str(uuid.UUID(int=one)) for one in names))
    return to_event(act, event=str(uuid.UUID(int=number)), actor=actor)


def setting(number, value):
    said = SettingValue(key="panel_quorum", value=value, source="minutes")
    return to_event(said, event=str(uuid.UUID(int=number)), actor="office")


def in_bulk(store, saves, batch):
    with store.append_in_bulk(batch) as bulk:
        _append_all(bulk, saves)


def _append_all(bulk, saves):
    for save in saves:
        bulk.append(save)


SAVES = (
    (judged(1, feedback="Please show the images."), judged(2, item="8")),
    (judged(3, actor="sam"),),
    (setting(4, "3"),),
    (undone(5, (1, 2)),),
    (judged(1, feedback="Please show the images."), judged(6, application="A2")),  # the first came before
    (undone(7, (5,)), judged(8, feedback="Jo's own.")),
    (judged(3, actor="sam"),),
)


@pytest.mark.parametrize("batch", [1, 2, 3, 100])
def test_rows_and_heads_are_those_of_one_by_one(location, tmp_path, batch):
    with opened(location, (0, 1, 0, 5)) as bulky, opened(tmp_path / "one.sqlite", (0, 1, 0, 5)) as single:
        in_bulk(bulky, SAVES, batch)
        for save in SAVES:
            single.append_many(save)
        assert rows_of(bulky) == rows_of(single)
        assert len(bulky.events()) == 8
        for application in ("A1", "A2", ""):
            assert bulky.heads(application) == single.heads(application)
            assert bulky.application_head(application) == single.application_head(application)
        assert verify(bulky) == ()


def test_it_goes_on_from_what_is_stored(location, tmp_path):
    with opened(location) as bulky, opened(tmp_path / "one.sqlite") as single:
        for store in (bulky, single):
            store.append_many(SAVES[0])
            store.append_many(SAVES[1])
        in_bulk(bulky, SAVES[2:], 2)
        for save in SAVES[2:]:
            single.append_many(save)
        assert rows_of(bulky) == rows_of(single)


def test_the_head_is_known_before_the_batch_is_stored(store):
    with store.append_in_bulk() as bulk:
        assert bulk.application_head("A1") == ""
        for save in SAVES:
            bulk.append(save)
        known = bulk.application_head("A1")
        bulk.append((judged(20, application="A2"),))
    assert known == store.application_head("A1") != ""


def test_nothing_is_stored_before_a_batch_ends_and_all_of_it_then(location, clock, new_id):
    with Store.open(location, clock=clock, new_id=new_id) as store, store.append_in_bulk(3) as bulk:
        bulk.append((judged(1), judged(2, item="8")))
        assert store.events() == ()
        bulk.append((judged(3, item="9"), judged(4, item="10")))
        assert len(store.events()) == 4
        bulk.append((judged(5, item="11"),))
        assert len(store.events()) == 4
    with Store.open(location, clock=clock, new_id=new_id) as store:
        assert len(store.events()) == 5


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ((judged(3, item="9", verdict=Verdict.NOT_SATISFACTORY),), RecordsError),  # stored under this id otherwise
        ((judged(1, item="12"),), RecordsError),  # of this batch
        ((undone(9, (4,), actor="sam"),), BadRequestError),  # another's
        ((undone(9, (77,)),), BadRequestError),  # not there
        ((NewEvent(event="1", application="A1", attempt=1, kind=EventKind.SEAL, actor="jo", payload={}),),
         BadRequestError),
    ],
)  # fmt: skip
def test_what_is_refused_leaves_whole_batches_behind(store, wrong, error):
    in_bulk(store, [(judged(3, item="9"),)], 1)
    bulk = store.append_in_bulk(2)
    with pytest.raises(error), bulk:
        _append_all(bulk, [(judged(4, item="10"), judged(5, item="11")), (judged(1),), wrong, (judged(6),)])
    assert [event.event[-1] for event in store.events()] == ["3", "4", "5"]
    assert verify(store) == ()
    with pytest.raises(RecordsError, match="Begin anew"):
        bulk.append((judged(6),))
    store.append(judged(6))  # nobody is held up


def test_a_fault_of_the_caller_leaves_the_open_batch_out(store):
    def faulty():
        with store.append_in_bulk(2) as bulk:
            _append_all(bulk, [(judged(1), judged(2, item="8")), (judged(3, item="9"),)])
            bulk.application_head("A1")
            raise KeyError

    with pytest.raises(KeyError):
        faulty()
    assert [event.event[-1] for event in store.events()] == ["1", "2"]
    store.append(judged(3, item="9"))


def test_the_database_s_refusal_is_told_in_our_words_and_leaves_nothing_half_written(store):
    def damaged():
        with store.append_in_bulk(10) as bulk:
            _append_all(bulk, [(judged(1),), (judged(2, item="8", feedback="x"),)])
            bulk.application_head("A1")
            bulk._rows[1]["hash"] = bulk._rows[0]["hash"]

    with pytest.raises(RecordsError, match="could not be written"):
        damaged()
    assert store.events() == ()
    assert store.head("A1", "jo") is None


def test_others_may_write_between_batches(location, clock, new_id):
    with (
        Store.open(location, clock=clock, new_id=new_id) as store,
        Store.open(location, clock=clock, new_id=new_id) as other,
    ):
        with store.append_in_bulk(1) as bulk:
            bulk.append((judged(1),))
            other.append(judged(2, item="8"))
            bulk.append((judged(3, item="9"),))
            other.append(judged(4, application="A2"))
            bulk.append((judged(2, item="8"),))  # the other's own id, said again
            bulk.append((judged(5, application="A2", item="8"),))
        assert [event.event[-1] for event in store.events()] == ["1", "2", "3", "4", "5"]
        assert verify(store) == ()


ACT = st.builds(
    judged,
    st.integers(1, 12),
    application=st.sampled_from(["A1", "A2"]),
    actor=st.sampled_from(["jo", "sam"]),
    item=st.sampled_from(["7", "8"]),
    feedback=st.sampled_from(["", "Words.", "é\n"]),
)
UNDO = st.builds(undone, st.integers(13, 15), st.lists(st.integers(1, 12), min_size=1, max_size=2, unique=True))


@pytest.mark.in_a_file
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.lists(st.lists(ACT, min_size=1, max_size=3), max_size=3),
    saves=st.lists(st.lists(ACT | UNDO, min_size=1, max_size=3), max_size=9),
    steps=st.lists(st.sampled_from([0, 1, 500, 3_000_000, -2_000_000]), min_size=20, max_size=20),
    batch=st.integers(1, 8),
)
def test_whatever_is_said_is_said_alike(tmp_path, before, saves, steps, batch):
    """Each save that one by one would be refused ends it; until then both stores hold the same."""
    place = tmp_path / str(uuid.uuid4())
    with opened(place / "bulk.sqlite", steps) as bulky, opened(place / "one.sqlite", steps) as single:
        taken = [_taken(store, before) for store in (bulky, single)]
        assert taken[0] == taken[1]
        good = _taken(single, saves)
        in_bulk(bulky, good, batch)
        assert rows_of(bulky) == rows_of(single)
        assert verify(bulky) == ()
        if len(good) < len(saves):
            with pytest.raises((BadRequestError, RecordsError)):
                in_bulk(bulky, saves[: len(good) + 1], batch)
            assert rows_of(bulky) == rows_of(single)


def _taken(store, saves):
    """The saves up to the first that is refused, recorded one by one."""
    for number, save in enumerate(saves):
        try:
            store.append_many(save)
        except (BadRequestError, RecordsError):
            return saves[:number]
    return saves


@pytest.mark.in_a_file
def test_many_acts_need_few_transactions(store):
    begun = []
    listening.listen(store.database.engine, "begin", begun.append)
    in_bulk(store, [(judged(number, item=str(number)),) for number in range(1, 1001)], 250)
    assert len(begun) == 4
