"""A chain that comes in a bundle beside the one that is stored: how far they agree, and what is in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mrse_assess.records.bundle.content import Carried, ChainId
from mrse_assess.records.bundle.report import Refusal
from mrse_assess.terms import EventKind

_SHORT = 12  # characters of a hash that a person can compare


@dataclass(frozen=True, kw_only=True)
class Stored:
    """What is looked at of a stored event."""

    event: str
    hash: str
    recorded_at: str
    kind: str


def refusal_of(
    chain: ChainId, carried: Sequence[Carried], stored: Sequence[Stored], ids: Mapping[str, str]
) -> Refusal | None:
    """Why the chain cannot be taken over, None when it can.

    ``ids`` are the hashes of all events that are stored, by id.
    """
    if same := [act for act in carried if ids.get(act.row["event"], act.row["hash"]) != act.row["hash"]]:
        return _same_id(chain, same[0])
    for place, (ours, theirs) in enumerate(zip(stored, carried, strict=False)):
        if ours.hash != theirs.row["hash"]:
            if place == 0 and len(carried) == 1 and {ours.kind, theirs.row["kind"]} == {EventKind.APPLICATION}:
                return _entered_twice(chain)
            return _forked(chain, carried, stored, place)
    return None


def _same_id(chain: ChainId, act: Carried) -> Refusal:
    return Refusal(
        code="same-id",
        application=chain[0],
        actor=chain[1],
        found=f"The record {act.row['event']} in the bundle and the one stored here under the same id differ.",
        advice="One of the two was tampered with. Nothing of this chain was taken over; run verify on both workspaces.",
    )


def _entered_twice(chain: ChainId) -> Refusal:
    return Refusal(
        code="entered-twice",
        application=chain[0],
        actor=chain[1],
        found="The application was taken in on both machines, so that each has its own entry in the register.",
        advice="Each keeps its own entry; the records of persons come together all the same.",
        grave=False,
    )


def _forked(chain: ChainId, carried: Sequence[Carried], stored: Sequence[Stored], place: int) -> Refusal:
    ours, theirs = stored[-1], carried[-1].row
    return Refusal(
        code="forked",
        application=chain[0],
        actor=chain[1],
        found=(
            f"{chain[1]} recorded on two machines without handing over: from record {place + 1} of the chain on, the "
            f"two differ (here to head {ours.hash[:_SHORT]}, {_minute(ours.recorded_at)}; in the bundle to head "
            f"{theirs['hash'][:_SHORT]}, {_minute(theirs['recorded_at'])})."
        ),
        advice=(
            "Nothing of this chain was taken over. Go on with one of the two, and record there again what only the "
            "other holds."
        ),
    )


def _minute(moment: str) -> str:
    return f"{moment[:10]} {moment[11:19]} UTC"
