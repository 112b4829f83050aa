# ruff: noqa: RUF001 - applicants write dashes and curly quotes
"""From a seed to a whole plan; nothing is set here."""

from dataclasses import replace
from random import Random
from typing import Final

from . import people as p
from . import topics as t
from . import wordings as w
from .cells import rows_of
from .chance import chance
from .items import items_of
from .labels import STYLES
from .model import Cell, Item, People, Plan
from .naming import FILE_NAMES, FOLDER_NAMES, names_of
from .vouching import FORMS

LISTS: Final = ("table", "dotted", "plain", "table with claims", "plain with claims", "titles only", "brackets", "none")
HEADING_FORMS: Final = (
    "{h}: {t}",
    "{h}\n{t}",
    "{h} – {t}",
    "{h}. {t}",
    "{h} | {t}",
    "{H}\n{t}",
    "{h} - {t}",
    "{h}  {t}",
)
CLAIM_FORMS: Final = ("{c}", "({c})", "Sub-categories {c}", "[{c}]")
COUNTINGS: Final = {
    "dividers": ("item", "item_after_divider", "item_after_divider", "portfolio", "printed", "printed", "none"),
    "files": ("item", "item", "item", "item", "none"),
}
SEGMENTS: Final = ("dividers", "dividers", "dividers", "headings", "stamps", "bookmarks")
NAMES: Final = FILE_NAMES + FOLDER_NAMES


def plan(seed: int, attempt: int = 0) -> Plan:
    """The portfolio of this seed; further attempts are taken where its page numbers could be read in two ways."""
    rng = chance("more references", seed, attempt)
    style = STYLES[(seed + attempt) % len(STYLES)]
    carrier = "pdf" if seed % 2 else rng.choice(("folder", "zip"))
    naming = NAMES[seed // 2 % len(NAMES)]
    segments = rng.choice(SEGMENTS) if carrier == "pdf" else "folders" if naming in FOLDER_NAMES else "files"
    counting = rng.choice(_countings(carrier, segments))
    items = items_of(rng, style)
    bare = counting not in {"none", "printed"} and rng.random() < 0.1
    files = names_of(items, style, naming) if carrier != "pdf" else {}
    rows = rows_of(rng, style, items, files, pages=counting != "none", bare=bare)
    rows, words, legend, column = _simulated(rng, rows, seed)
    listed = rng.choice(LISTS[:6] if segments == "bookmarks" else LISTS)
    return Plan(
        seed=seed,
        style=style,
        carrier=carrier,
        segments=segments,
        counting=counting,
        items=items,
        cells=tuple(rows),
        statement=rng.choice(w.STATEMENTS[counting]) if _says(rng, counting, bare=bare) else "",
        simulated_words=words,
        legend=legend,
        column=column,
        people=_people(rng),
        listed=listed,
        list_heading=rng.choice(t.LIST_HEADINGS),
        claims=_claims(rows, listed),
        naming=naming,
        heading_form=rng.choice(HEADING_FORMS),
        table_heading=rng.choice(t.TABLE_HEADINGS),
        column_heading=_heading(rng, bare=bare),
        ruled=rng.random() < 0.6,
        offset=rng.choice((-1, 1)),
        wordings=frozenset(_wordings(rows, words, legend)),
    )


def _countings(carrier: str, segments: str) -> tuple[str, ...]:
    if carrier != "pdf":
        return COUNTINGS["files"]
    every = COUNTINGS["dividers"]
    return every if segments == "dividers" else tuple(one for one in every if one != "item_after_divider")


def _says(rng: Random, counting: str, *, bare: bool) -> bool:
    return counting in w.STATEMENTS and (bare or rng.random() < 0.35)


def _heading(rng: Random, *, bare: bool) -> str:
    return rng.choice(w.BARE_HEADINGS if bare else t.COLUMN_HEADINGS)


def _simulated(rng: Random, rows: list[Cell], seed: int) -> tuple[list[Cell], str, str, tuple[str, str, str] | None]:
    """Up to two rows with a simulated item, and how that is said: by words, a mark with a key, or a column."""
    how = ("words", "words", "words", "mark", "column", "words", "none")[seed % 7]
    able = [place for place, row in enumerate(rows) if row.references and not row.several and row.text is None]
    chosen = rng.sample(able, min(len(able), rng.randint(1, 2))) if how != "none" else []
    made = list(rows)
    words = w.SIMULATED[seed % len(w.SIMULATED)] if how == "words" else ""
    for place in chosen:
        references = made[place].references
        one = len(references) - 1 if words.startswith("Simulated") else rng.randrange(len(references))
        marked = tuple(
            replace(each, simulated=how == "column" or number == one) for number, each in enumerate(references)
        )
        made[place] = replace(made[place], references=marked, before="", after="")
        _forget_copies(made, rows[place].references)
    if how == "column":
        return made, "", "", rng.choice(w.SIMULATED_COLUMNS)
    if how == "mark":
        words, legend = rng.choice(w.MARKED)
        return made, words, legend, None
    return made, words, "", None


def _forget_copies(rows: list[Cell], references: object) -> None:
    """A row that repeats a simulated one would leave it open whether it is simulated too."""
    for place, row in enumerate(rows):
        if row.text is not None and row.references and row.references == references:
            rows[place] = replace(row, references=(), text="N/A")


def _people(rng: Random) -> People:
    submitted = p.day(rng) if rng.random() < 0.85 else None
    form = rng.choice((*FORMS, "absent"))
    return People(
        applicant=p.person(rng),
        letters=rng.choice(p.LETTERS),
        cover=rng.choice(p.COVERS),
        submitted=submitted,
        submitted_words=rng.choice(p.SUBMITTED),
        submitted_form=rng.choice(p.DATE_FORMS),
        referee=p.person(rng),
        referee_letters=rng.choice(p.LETTERS),
        role=rng.choice(p.ROLES),
        vouched=p.day(rng) if rng.random() < 0.9 else None,
        vouched_form=rng.choice((*p.DATE_FORMS, *p.MONTH_FORMS)),
        form=form,
        signed=rng.random() < 0.75 or form == "electronic",
    )


def _claims(rows: list[Cell], listed: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    if "claims" not in listed:
        return ()
    claims: dict[int, list[str]] = {}
    for row in rows:
        for reference in row.references:
            claims.setdefault(reference.item.index, []).append(row.code)
    return tuple((index, tuple(dict.fromkeys(codes))) for index, codes in sorted(claims.items()))


def _wordings(rows: list[Cell], simulated: str, legend: str) -> list[str]:
    found = [simulated, legend]
    for row in rows:
        found += [row.between, row.before, row.after, row.text or ""]
        for reference in row.references:
            hint = reference.hint
            found += [hint.page_words, hint.part_words, hint.both_words, hint.joined]
    return [words for words in found if words]


def cited(cells: tuple[Cell, ...]) -> dict[str, Item]:
    """The items that any row names, by id."""
    return {reference.item.id: reference.item for row in cells for reference in row.references}
