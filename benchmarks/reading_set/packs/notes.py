"""How applicants say which evidence is simulated, and other things that mean nothing for the reading."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import Final

from ..more_references.chance import chance  # noqa: TID252 - the set is imported by two names
from .model import Ref, Row
from .plan import Folio
from .wordings import MARKS, NEUTRAL, PLAIN_MARKS, REMARKS, SIMULATED

Change = Callable[[Ref], Ref]
KINDS: Final = {
    "type": ("Type", "R", "S", "Type: R = real, S = simulated"),
    "actual": ("Actual or simulated?", "Actual", "Simulated", ""),
    "yes no": ("Simulated?", "No", "Yes", ""),
}
BELOW: Final = (
    "{i} {are} simulated {s}; all other evidence is real.",
    "Please note that {i} {are} simulated {s}.",
    "{i} {are} hypothetical {s} which I wrote for this portfolio.",
)


def noted(folio: Folio) -> Folio:
    """The portfolio with this applicant's notes."""
    rng, note = chance("packs, notes", folio.seed), folio.design.note
    if note in {"sentence below", "sentence above", "except"}:
        return _by_sentence(rng, folio, note)
    if note in KINDS:
        return _by_column(rng, folio, note)
    if note == "denied":
        return replace(folio, below="No simulated evidence is included in this portfolio.")
    if note == "code":
        return replace(folio, rows=_by_code(rng, folio.rows))
    if note in {"star", "dagger", "column mark", "two marks"}:
        return _by_mark(rng, folio, note)
    return replace(folio, rows=_behind(rng, folio.rows, note))


def _some(rng: Random, rows: Sequence[Row], least: int = 1) -> dict[int, int]:
    """Rows and in each the reference that is meant: one or two."""
    able = [at for at, row in enumerate(rows) if len(row.refs) >= least and row.refs[-1].items[0].sent]
    return {at: rng.randrange(len(rows[at].refs)) for at in rng.sample(able, min(len(able), rng.choice((1, 2, 2))))}


def _changed(rows: Sequence[Row], where: dict[int, int], change: Change) -> tuple[Row, ...]:
    return tuple(
        replace(row, refs=tuple(change(ref) if where.get(at) == place else ref for place, ref in enumerate(row.refs)))
        for at, row in enumerate(rows)
    )


def _each(rows: Sequence[Row], change: Change) -> tuple[Row, ...]:
    return tuple(replace(row, refs=tuple(change(ref) for ref in row.refs)) for row in rows)


def _behind(rng: Random, rows: tuple[Row, ...], note: str) -> tuple[Row, ...]:
    kind = {"sim": "sim", "one of two": "simulated", "remarks": "scenario"}.get(note, note.removeprefix("behind "))
    if note == "neutral":
        return _each(rows, lambda ref: replace(ref, said=rng.choice(NEUTRAL)) if rng.random() < 0.3 else ref)
    if note == "remarks":
        rows = _each(rows, lambda ref: replace(ref, remark=rng.choice((*REMARKS, "", "", "", ""))))
        words = rng.choice(("Simulated case", "Simulated", "Hypothetical example"))
        return _changed(rows, _some(rng, rows), lambda ref: replace(ref, simulated=True, remark=words))
    if kind not in SIMULATED:
        return rows
    said = rng.choice(SIMULATED[kind])
    where = _some(rng, rows, least=2 if note == "one of two" else 1)
    return _changed(rows, where, lambda ref: replace(ref, simulated=True, said=said))


def _by_mark(rng: Random, folio: Folio, note: str) -> Folio:
    mark, key = MARKS[0] if note == "star" else MARKS[1] if note == "dagger" else rng.choice(MARKS[2:])
    where = _some(rng, folio.rows)
    rows = _changed(folio.rows, where, lambda ref: replace(ref, simulated=True, said=mark))
    if note == "two marks":
        other, other_key = next(one for one in PLAIN_MARKS if one[0] not in mark)
        plain = {at: 0 for at, row in enumerate(rows) if row.refs and at not in where and rng.random() < 0.4}
        rows = _changed(rows, plain, lambda ref: replace(ref, said=other))
        key = f"{key}\n{other_key}"
    return replace(folio, rows=rows, above=key if note == "column mark" else "", below=key * (note != "column mark"))


def _by_code(rng: Random, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    words = rng.choice((" (simulated)", " - simulated evidence", " (hypothetical example)"))
    return tuple(
        replace(row, behind=words, refs=tuple(replace(ref, simulated=True) for ref in row.refs))
        if at in chosen
        else row
        for chosen in [set(_some(rng, rows))]
        for at, row in enumerate(rows)
    )


def _by_column(rng: Random, folio: Folio, note: str) -> Folio:
    _, no, yes, key = KINDS[note]
    rows = _each(folio.rows, lambda ref: replace(ref, kind=no))
    rows = _changed(rows, _some(rng, rows), lambda ref: replace(ref, kind=yes, simulated=True))
    return replace(folio, rows=rows, above=key)


def _by_sentence(rng: Random, folio: Folio, note: str) -> Folio:
    """One or two items that few rows cite."""
    uses = {item.id: sum(ref.id == item.id for row in folio.rows for ref in row.refs) for item in folio.sent}
    able = sorted((item for item in folio.sent if uses[item.id]), key=lambda item: uses[item.id])[:4]
    meant = sorted(rng.sample(able, 1 if note == "except" else rng.choice((1, 2))), key=folio.items.index)
    ids = {item.id for item in meant}
    rows = _each(folio.rows, lambda ref: replace(ref, simulated=ref.id in ids))
    words = _sentence(rng, [item.label for item in meant], note)
    if note == "sentence above":
        return replace(folio, rows=rows, above=words)
    return replace(folio, rows=rows, below=words)


def _sentence(rng: Random, names: list[str], note: str) -> str:
    if note == "except":
        return f"None of my evidence is simulated except {names[0]}, which is about a hypothetical patient."
    head = names[0].split()[0] if " " in names[0] else ""
    joined = " and ".join([names[0], *(one.removeprefix(f"{head} ") if head else one for one in names[1:])])
    one = len(names) == 1
    words = rng.choice(BELOW).format(i=joined, are="is a" if one else "are", s="scenario" if one else "scenarios")
    return words[0].upper() + words[1:]
