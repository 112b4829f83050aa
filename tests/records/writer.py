"""Appends judgements to a store and prints each id once it is durable: ``writer.py FILE ACTOR COUNT [ID]``.

With an ID, the one judgement gets that id and the process kills itself after the commit, before it can answer.
"""

import os
import signal
import sys
import uuid
from datetime import UTC, datetime

from mrse_assess.model.judgement import Judgement
from mrse_assess.records import Store, to_event
from mrse_assess.terms import Phase, Verdict


def judgement(actor: str, place: int) -> Judgement:
    return Judgement(
        application="A1",
        attempt=1,
        phase=Phase.INDIVIDUAL,
        assessor=actor,
        sub_category="4.2",
        evidence_id=str(place),
        verdict=Verdict.NOT_SATISFACTORY,
        reasons=("undated",),
        feedback=f"Please show the date of the work on item {place}.",
    )


def main(path: str, actor: str, count: str, event: str = "") -> None:
    with Store.open(path, clock=lambda: datetime.now(UTC), new_id=lambda: str(uuid.uuid4())) as store:
        for place in range(int(count)):
            new = to_event(judgement(actor, place), event=event or str(uuid.uuid4()), actor=actor, scheme_version="1")
            stored = store.append(new)
            if event:
                os.kill(os.getpid(), signal.SIGKILL)
            print(stored.event, flush=True)  # noqa: T201 - the acknowledgement that the test reads


if __name__ == "__main__":
    main(*sys.argv[1:])
