"""Random histories of several persons on several machines, merged in random orders and repeatedly."""

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mrse_assess.model.acts import PrivateNote, Undo, Withdrawal
from mrse_assess.model.judgement import SettingValue
from mrse_assess.records import in_force, settings_in_force, verify
from mrse_assess.records.frame import frame
from mrse_assess.records.shapes import UNDOABLE
from mrse_assess.terms import EventKind, Phase, Verdict

from .bundling import OF_A1, Machine

PERSONS = ("jo", "kim", "chair")
ACTS = ("judge", "moderate", "confirm", "note", "set", "withdraw", "undo", "seal", "reopen", "purge", "send")
history = st.lists(
    st.tuples(st.sampled_from(PERSONS), st.sampled_from(ACTS), st.integers(0, 2)), min_size=3, max_size=14
)


def act(machine, person, kind, number):
    """One act of the history on the person's own machine."""
    sub_category, verdict = ("1.1", "1.2", "3")[number], list(Verdict)[number]
    if kind in {"judge", "moderate"}:
        phase = Phase.INDIVIDUAL if kind == "judge" else Phase.MODERATION
        machine.judge(person, sub_category, verdict=verdict, phase=phase, feedback=f"feedback {number}")
    elif kind in {"seal", "reopen"}:
        machine.seal(person, sealed=kind == "seal")
    elif kind == "confirm":
        machine.confirm(person, confirmed=number > 0)
    elif kind == "purge":
        machine.purge(person)
    elif value := value_of(machine, person, kind, number):
        machine.record(value, person)


def value_of(machine, person, kind, number):
    sub_category = ("1.1", "1.2", "3")[number]
    own = [one.event for one in machine.store.events("A1", actor=person) if one.kind in UNDOABLE]
    return {
        "note": PrivateNote(**OF_A1, sub_category=sub_category, text=f"note {number}"),
        "set": SettingValue(key="period", value=str(number), source="minutes"),
        "withdraw": Withdrawal(**OF_A1, of=EventKind.JUDGEMENT, unit=("moderation", sub_category, "7")),
        "undo": Undo(**OF_A1, undone=(own[-1 - number % len(own)],)) if own else None,
    }[kind]


def played(folder, steps, machines_of):
    """The machines after the history, and every bundle that was made on the way and at the end."""
    machines = [
        Machine(folder, f"machine{number}", ahead=timedelta(seconds=20 * number))
        for number in range(max(machines_of) + 1)
    ]
    bundles = []
    for person, kind, number in steps:
        machine = machines[machines_of[PERSONS.index(person)]]
        if kind == "send":
            bundles.append(machine.bundle(person))
            machines[number % len(machines)].take(bundles[-1])
        else:
            act(machine, person, kind, number)
    for person, place in zip(PERSONS, machines_of, strict=True):
        machines[place].seal(person)
        bundles.append(machines[place].bundle(person))
        bundles.append(machines[place].bundle(handed_over=person))
    return machines, bundles


def told(store):
    """What a store says: everything in force, heads, the frame."""
    events = store.events()
    said = in_force(events, "A1", 1)
    return (said, settings_in_force(events), store.heads("A1"), store.heads("")), frame([said.judgements])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    steps=history,
    machines_of=st.sampled_from([(0, 1, 1), (0, 1, 0), (0, 1, 2)]),
    orders=st.tuples(st.randoms(use_true_random=False), st.randoms(use_true_random=False)),
)
def test_any_order_of_bundles_gives_the_same_records(steps, machines_of, orders):
    with tempfile.TemporaryDirectory() as name:
        machines, bundles = played(Path(name), steps, machines_of)
        fresh = [Machine(Path(name), f"fresh{number}") for number in range(2)]
        for machine, order in zip(fresh, orders, strict=True):
            for bundle in order.sample(bundles, len(bundles)) + order.choices(bundles, k=3):
                assert machine.take(bundle).refusals == ()
        for machine in machines:
            for bundle in bundles:
                assert machine.take(bundle).refusals == ()
        (first, first_frame), *others = [told(machine.store) for machine in (*fresh, *machines)]
        for said, other_frame in others:
            assert said == first
            assert other_frame.equals(first_frame)
        for machine in (*fresh, *machines):
            assert verify(machine.store) == ()
            machine.store.close()


def test_the_history_of_the_property_reaches_what_it_is_about(tmp_path):
    steps = [("jo", "judge", 0), ("jo", "send", 1), ("kim", "note", 1), ("kim", "judge", 1), ("chair", "purge", 0)]
    _, bundles = played(tmp_path, steps, (0, 1, 1))
    fresh = Machine(tmp_path, "fresh")
    for bundle in bundles:
        fresh.take(bundle)
    (said, *_), table = told(fresh.store)
    assert said.purged
    assert said.notes == ()  # purged where it was written
    assert len(table) == 2
