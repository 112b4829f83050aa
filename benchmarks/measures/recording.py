"""How long one durable append takes."""

import time
import uuid
from datetime import UTC, datetime
from pathlib import Path

from mrse_assess.model.judgement import Judgement
from mrse_assess.records import Store, to_event
from mrse_assess.terms import Phase, Verdict


def appends(path: Path, count: int) -> list[float]:
    """Seconds of each of ``count`` appends, a few warm-up ones left out."""
    with Store.open(path, clock=lambda: datetime.now(UTC), new_id=lambda: str(uuid.uuid4())) as store:
        times = [_append(store, number) for number in range(count + 10)]
    return times[10:]


def _append(store: Store, number: int) -> float:
    judgement = Judgement(
        application="EX-1",
        attempt=1,
        phase=Phase.INDIVIDUAL,
        assessor="A1",
        sub_category="1.1",
        evidence_id=str(number % 20),
        verdict=Verdict.SATISFACTORY,
        feedback="The reporting lines are set out step by step, with what goes where and when.",
    )
    event = to_event(judgement, event=str(uuid.uuid4()), actor="A1", scheme_version="1")
    begun = time.perf_counter()
    store.append(event)
    return time.perf_counter() - begun
