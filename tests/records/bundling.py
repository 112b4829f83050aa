"""Stores on several machines, and bundles between them: what the tests of bundles are written with."""

import itertools
import random
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mrse_assess.model.acts import Purge, Seal
from mrse_assess.model.judgement import Judgement, PartConfirmation
from mrse_assess.records import Store, to_event
from mrse_assess.records.bundle import Bundle, Choice, Manifest, chains_of, gathered, merge, opened, packed, parts_of
from mrse_assess.terms import Phase, Verdict

START = datetime(2026, 11, 21, 9, tzinfo=UTC)
LATER = START + timedelta(days=30)
OF_A1 = {"application": "A1", "attempt": 1}


class Machine:
    """A store with a clock of its own and ids that no other machine gives."""

    def __init__(self, folder: Path, name: str, ahead: timedelta = timedelta(0)) -> None:
        ticks = itertools.count(1)
        ids = random.Random(name)  # noqa: S311 - ids that a failing example gives again
        self.new_id = lambda: str(uuid.UUID(int=ids.getrandbits(128)))
        self.store = Store.open(
            folder / f"{name}.sqlite",
            clock=lambda: START + ahead + timedelta(minutes=next(ticks)),
            new_id=self.new_id,
        )

    def record(self, value, actor):
        return self.store.append(to_event(value, event=self.new_id(), actor=actor, scheme_version="test-1"))

    def judge(self, actor, sub_category="4.2", **said):
        usual = {"phase": Phase.INDIVIDUAL, "evidence_id": "7", "verdict": Verdict.SATISFACTORY}
        given = {**OF_A1, **usual, **said}
        return self.record(Judgement(assessor=actor, sub_category=sub_category, **given), actor)

    def seal(self, actor, *, sealed=True, attempt=1):
        return self.record(Seal(application="A1", attempt=attempt, sealed=sealed), actor)

    def confirm(self, actor, *, confirmed, part="exam"):
        return self.record(PartConfirmation(**OF_A1, part=part, confirmed=confirmed), actor)

    def purge(self, actor):
        return self.store.erase_texts(
            to_event(Purge(**OF_A1, why="six years"), event=self.new_id(), actor=actor, scheme_version="test-1")
        )

    def bundle(self, *whose, **said):
        return bundle_of(self.store, Choice(applications=("A1", "A2"), whose=frozenset(whose), **said))

    def take(self, bundle, **said):
        return merge(self.store, bundle, now=LATER, **said)


def bundle_of(store, choice):
    """A bundle that went through its file."""
    return opened(file_of(store, choice))


def file_of(store, choice):
    sent = gathered(store, choice)
    manifest = Manifest(
        made_at="2026-11-21T09:00:00.000000+00:00",
        made_by="jo",
        handed_over=choice.handed_over,
        scheme="test",
        scheme_version="test-1",
        chains=chains_of(sent.events),
        known=sent.known,
    )
    return packed(parts_of(Bundle(manifest=manifest, events=sent.events)))
