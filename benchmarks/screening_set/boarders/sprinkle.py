"""Sentences that stand in works here and there: out of scope, on guidelines, or only like something."""

from datetime import date
from typing import Final

from ..strangers.model import Work  # noqa: TID252 - the set is imported by two names
from .chance import chance, words
from .desk import Desk
from .script import blocks_of

SCOPE: Final = 0.2
CITED: Final = 0.38
LATE: Final = 0.6
SINCE: Final = date(2021, 4, 1)
LIKE: Final = 0.3
PARAGRAPH: Final = 45
GENRES: Final = {"paper", "mail"}


def sprinkled(seed: int, work: Work, desk: Desk) -> None:
    """Put at most one such sentence into a work that can take it."""
    rng = chance("sprinkle", seed, work.title)
    if work.genre not in GENRES or work.traps or work.pair or work.passage_codes or work.simulated:
        return
    turn = rng.random()
    if turn < SCOPE and "3" not in work.codes and not _has(work, "scope"):
        kind = rng.choice(sorted(words("signals")["scope"]))
        text = f"{rng.choice(words('signals')['scope'][kind])} @@ scope {kind}"
    elif turn < CITED and not _has(work, "mhra"):
        late = desk.day >= SINCE and rng.random() < LATE
        text = rng.choice(words("signals")["cited"]["late" if late else "early"])
    elif turn > 1 - LIKE:
        text = rng.choice(words("signals")["like"]["words"])
    else:
        return
    # Before a paragraph of some length, so that none stands between numbered points or next to a signature.
    places = [at for at, one in enumerate(work.blocks) if one.kind == "para" and len(one.text) > PARAGRAPH]
    places = [at for at in places if at >= work.body_from and not work.blocks[at].text[0].isdigit()]
    if places:
        at = rng.choice(places[1:] or places)
        work.blocks[at:at] = blocks_of(desk, text)


def _has(work: Work, key: str) -> bool:
    return any(mark.key == key for block in work.blocks for mark in block.marks)
