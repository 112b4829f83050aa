"""What is put into the works of a portfolio: references, passages, personal data, redactions, look-alikes."""

from collections.abc import Sequence
from random import Random

from . import extras
from .box import QUIET, SCOPE_CODES, Chooser
from .chance import chance, words
from .desk import Desk
from .model import Block, Work
from .plan import WORDS_PHI


def _pick(box: Chooser, rng: Random, codes: Sequence[str] = (), *, quiet: bool = False) -> Work:
    """A work into which something may be put."""
    found = [work for work in box.works if work.genre not in QUIET] if quiet else list(box.good())
    first = [work for work in found if work.codes[0] in codes]
    return rng.choice(first or found or [work for work in box.works if work.genre not in QUIET])


def _patient(box: Chooser, rng: Random) -> Work:
    """A work about a patient, if may be one that was written for the one."""
    found = [work for work in box.good() if work.codes[0] in extras.PATIENT and work.genre in {"mail", "form", "chat"}]
    return rng.choice(found) if found else _pick(box, rng, extras.PATIENT)


def fill(box: Chooser) -> None:
    """Put in references, scope, simulated wording, personal data, redactions and links."""
    plan, rng = box.plan, chance("fill", box.plan.seed)
    for _ in range(plan.references):
        work = _pick(box, rng, rng.choice([("2.2", "7.1", "7.2"), ("4.2", "2.1", "4.1"), ()]), quiet=rng.random() < 0.2)
        extras.reference(box.desk(work), work, box.told)
    for kind in plan.scopes:
        found = [work for work in box.good() if "scope" not in work.unmeasured]
        likely = [work for work in found if work.codes[0] in SCOPE_CODES[kind] and not work.passage_codes]
        work = rng.choice(likely or found)
        extras.scope(box.desk(work), work, kind)
    _simulated(box, rng)
    for kind in plan.phi:
        if kind in WORDS_PHI:
            work = _patient(box, rng)
            extras.personal(box.desk(work), work, kind)
    for how in plan.bad:
        work = _patient(box, rng)
        extras.covered(box.desk(work), work, how, "bad")
        work.special.append("covered")
    for how in plan.good:
        work = _pick(box, rng)
        (extras.banner if how in {"header", "banner"} else _good)(box.desk(work), work, how)
        work.special.append("covered")
    if plan.unsure:
        work = _pick(box, rng)
        extras.covered(box.desk(work), work, "image", "unsure")
        work.special.append("covered")
    _away(box, rng)


def _good(desk: Desk, work: Work, how: str) -> None:
    extras.covered(desk, work, how, "good")


def _simulated(box: Chooser, rng: Random) -> None:
    found = [w for w in box.good() if set(w.codes) & {"4.1", "4.2", "4.3", "5.2", "6.2"} and not w.passage_codes]
    for work in rng.sample(found, min(box.plan.simulated, len(found))):
        extras.simulated(box.desk(work), work, noted=rng.random() < 0.4)


def _away(box: Chooser, rng: Random) -> None:
    """Sentences that only sound like something."""
    for book, key, many in (
        ("personal", "away", 2),
        ("mhra", "away", 1),
        ("scope", "away", 1),
        ("scope", "simulated_away", 1),
    ):
        for _ in range(many):
            if rng.random() < (0.85 if book == "personal" else 0.45):
                work = _pick(box, rng, quiet=True)
                if key == "simulated_away" and work.simulated:
                    continue
                extras.away(box.desk(work), work, book, key)
    for work in box.works:
        if work.genre not in QUIET and rng.random() < 0.4 and "tracked" not in work.special:
            extras.dated(box.desk(work), work)
    for work in box.works:
        if work.genre not in QUIET and rng.random() < 0.3 and work.genre not in {"mail", "mailbase", "chat"}:
            text = rng.choice([c for c in words("fillers")["commentary"] if c not in box.told] or [""])
            if text:
                box.told.add(text)
                work.blocks.insert(0, Block(kind="comment", text=text))
                work.body_from, work.body_to = work.body_from + 1, work.body_to + 1
