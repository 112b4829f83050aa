"""What each seed is dealt: every habit comes as often in eighty seeds as ``words/habits.toml`` says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from .chance import chance
from .data import data

ROUND = 80
_BOUND = ("pdf", "scan")
_LOOSE = ("folder_pdf", "folder_docx", "folder_odt", "zip_pdf", "zip_docx")
_TYPESET = ("pdf", "folder_pdf", "zip_pdf")
_OFFICE = ("folder_docx", "folder_odt", "zip_docx", "docx")


@dataclass(frozen=True, kw_only=True)
class Habits:
    """The habits of one applicant; each has its list in the data."""

    seed: int
    form: str
    table: str
    segments: str
    lines: str
    family: str
    counting: str
    places: str
    simulated: str
    empties: str
    code_style: str
    cover: str
    contents: str
    vouching: str
    face: str
    strays: str
    side: str

    @property
    def bound(self) -> bool:
        """Whether all lies in one PDF."""
        return self.form in _BOUND

    @property
    def office(self) -> bool:
        """Whether the front is a Word or OpenDocument file."""
        return self.form in _OFFICE

    @property
    def divided(self) -> bool:
        """Whether items have a sheet of their own before them."""
        return self.segments in {"dividers", "volumes"}

    @property
    def grid(self) -> bool:
        """Whether the table has a row for each sub-category, with cells for words."""
        return self.table not in {"inverted", "ticks", "transposed", "typed", "none"}


@cache
def habits(seed: int) -> Habits:
    """The habits of this seed, made to go together."""
    form = _dealt("form", seed)
    grouped = {"form", "table", "segments", "counting"}
    plain = {name: _dealt(name, seed) for name in data("habits") if name not in grouped}
    segments, counting = _segments(form, seed), _dealt_to_files("counting", form, seed, of_word="item")
    return _together(
        Habits(seed=seed, form=form, table=_table(form, seed), segments=segments, counting=counting, **plain)
    )


def _together(dealt: Habits) -> Habits:
    """Leave out what nobody could do at once."""
    made = dealt
    if made.table == "none":
        contents = made.contents if made.contents in {"table", "dots", "plain"} else "table"
        made = replace(made, contents=contents, strays="none", simulated="none")
    if made.segments == "contents_pages":
        made = replace(made, contents="dots")
    if made.segments == "stamps" and made.contents == "absent":
        made = replace(made, contents="table")
    if made.segments == "sub_items" and made.family not in {"evidence", "e", "item", "document"}:
        made = replace(made, family="evidence")
    if made.table in {"picture", "none"} or made.form in {"scan", "docx"}:
        side = "nothing" if made.side in {"old_version", "self_assessment", "cv", "training_log"} else made.side
        made = replace(made, side=side)
    if made.table in {"inverted", "ticks"} and made.contents in {"table", "table_claims", "plain"}:
        made = replace(made, contents="dots" if made.table == "ticks" else "absent")
    return _notes_and_pages(made)


def _notes_and_pages(made: Habits) -> Habits:
    simulated, places = made.simulated, made.places
    if simulated == "column" and made.table not in {"model", "per_reference", "inverted", "landscape", "broken"}:
        simulated = "brackets"
    if simulated == "contents" and made.contents == "absent":
        simulated = "brackets"
    if made.table in {"ticks", "transposed"} and places in {"sections", "both"}:
        places = "none" if places == "sections" else "pages"
    return replace(made, simulated=simulated, places=places, counting=_counting(made))


def _counting(made: Habits) -> str:
    """What page hints count, of what makes sense for the files."""
    if made.segments == "volumes":
        return "file"
    if made.segments == "contents_pages" and made.counting == "item":
        return "printed"
    if made.divided and made.counting in {"item", "printed"} and made.seed % 3:
        return "item_after_divider"
    return made.counting


def _table(form: str, seed: int) -> str:
    for name, forms in (("typeset", _TYPESET), ("scan", ("scan",)), ("office", _OFFICE)):
        if form in forms:
            return _drawn(f"table/{name}", data("habits")["table"][name], seed, forms)
    raise ValueError(form)


def _segments(form: str, seed: int) -> str:
    dealt = _dealt_to_files("segments", form, seed, of_word="headings")
    return "headings" if form == "scan" and dealt in {"bookmarks", "sub_items"} else dealt


def _dealt_to_files(name: str, form: str, seed: int, *, of_word: str) -> str:
    """A habit that differs between one bound file and several; a single Word file leaves no choice."""
    if form == "docx":
        return of_word
    group, forms = ("bound", _BOUND) if form in _BOUND else ("loose", _LOOSE)
    return _drawn(f"{name}/{group}", data("habits")[name][group], seed, forms)


def _dealt(name: str, seed: int) -> str:
    return _drawn(name, data("habits")[name], seed, ())


def _drawn(name: str, values: Mapping[str, int], seed: int, forms: tuple[str, ...]) -> str:
    """The value whose turn it is: a pack of cards, shuffled anew for each round; for some forms alone if named."""
    begin = seed // ROUND * ROUND
    players = [one for one in range(begin, begin + ROUND) if not forms or _dealt("form", one) in forms]
    pack = [value for value, count in values.items() for _ in range(count)]
    if len(pack) != len(players):
        raise ValueError(f"{name} has {len(pack)} cards for {len(players)}")
    chance("pack", name, begin).shuffle(pack)
    return pack[players.index(seed)]
