"""What each seed is dealt: every habit comes as often in eighty seeds as its number says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .chance import chance

ROUND: Final = 80
_LONG: Final = 7  # which of the single PDFs is very long
FORMS: Final = {"pdf": 36, "folder": 16, "zip": 8, "docx_front": 9, "docx_whole": 3, "scan": 8}
TABLES: Final = {
    "ruled": 15,
    "rules": 4,
    "zebra": 4,
    "bare": 3,
    "typed": 3,
    "ticks": 4,
    "inverted": 4,
    "two_headers": 3,
    "per_category": 4,
    "merged": 4,
    "broken_rows": 3,
    "landscape": 3,
    "two_column": 2,
    "picture": 2,
    "none": 2,
}
SCANNED: Final = {"ruled": 3, "rules": 1, "bare": 1, "inverted": 1, "ticks": 1, "per_category": 1}
IN_WORD: Final = {"ruled": 1, "merged": 1, "inverted": 1}
BOUND: Final = {"headings": 11, "dividers": 11, "stamps": 6, "bookmarks": 6, "contents_pages": 5, "sub_items": 5}
LOOSE: Final = {"files": 17, "folders": 6, "sub_items": 4, "dividers": 2, "stamps": 2, "bookmarks": 2}
COUNTS: Final = {"item": 30, "printed": 17, "portfolio": 12, "file": 9, "item_after_divider": 12}
PLACES: Final = {"none": 13, "pages": 34, "both": 24, "sections": 9}
FAMILIES: Final = {
    "evidence": 18,
    "e": 10,
    "item": 9,
    "document": 6,
    "appendix": 7,
    "padded": 5,
    "exhibit": 3,
    "roman": 4,
    "annex": 3,
    "hash": 3,
    "dotted": 4,
    "subbed": 3,
    "attachment": 3,
    "evidence_item": 2,
}
CODES: Final = {
    "plain": 22,
    "titled": 26,
    "point": 6,
    "bracket": 6,
    "roman": 5,
    "sub_word": 5,
    "three_one": 5,
    "dash": 5,
}
EMPTIES: Final = {"empty": 22, "dash": 12, "n/a": 12, "left_out": 16, "not_claimed": 10, "no_evidence": 8}
NOTES: Final = {"brackets": 20, "star": 16, "hypothetical": 12, "comma": 12, "letter": 8, "column": 12}
COVERS: Final = {"labels": 26, "plain": 16, "grid": 10, "sentence": 10, "top_of_table": 10, "by": 8}
LISTS: Final = {"table": 22, "dots": 18, "claims": 18, "plain": 10, "bullets": 6, "absent": 6}
VOUCHES: Final = {
    "pairs": 20,
    "grid": 12,
    "sentence": 14,
    "letter": 9,
    "ink": 8,
    "typed": 5,
    "unsigned": 5,
    "absent": 7,
}
FONTS: Final = {"arial": 30, "times": 14, "noto": 10, "dejavu": 10, "narrow": 6, "notoserif": 10}
EXTRAS: Final = {"missing": 20, "orphan": 26, "neither": 34}
SIDES: Final = {
    "nothing": 37,
    "second_copy": 6,
    "two_versions": 6,
    "beside": 8,
    "statement": 10,
    "beyond": 7,
    "says_none": 6,
}
LAYOUTS: Final = {
    "code_evidence": 26,
    "category_code_evidence": 8,
    "code_title_evidence": 14,
    "evidence_code": 5,
    "columns": 9,
    "guidance": 5,
    "comments": 9,
    "assessor": 4,
}
MIXES: Final = {"one": 56, "messy": 24}


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The habits of one applicant; each has its list above."""

    seed: int
    form: str
    table: str
    segments: str
    counting: str
    place: str
    family: str
    codes: str
    empties: str
    notes: str
    cover: str
    contents: str
    vouch: str
    font: str
    extra: str
    side: str
    layout: str
    mix: str
    long: bool

    @property
    def bound(self) -> bool:
        """Whether all lies in one PDF."""
        return self.form in {"pdf", "scan"}

    @property
    def parts(self) -> bool:
        """Whether the evidence lies in two bound files of a folder."""
        return not self.bound and self.form != "docx_whole" and self.segments in {"dividers", "stamps", "bookmarks"}

    @property
    def divided(self) -> bool:
        """Whether items have a sheet of their own before them."""
        return self.segments == "dividers" or (self.segments == "sub_items" and self.seed % 2 == 0 and self.bound)


def choose(seed: int) -> Choice:
    """The habits of this seed, made to go together."""
    form = _form(seed)
    family = _dealt("family", FAMILIES, seed)
    table, segments = _table(form, seed), _segments(form, seed)
    if segments == "sub_items" and family in {"dotted", "subbed", "roman", "annex", "appendix"}:
        family = "evidence"
    long = form == "pdf" and _players(seed, ("pdf",)).index(seed) == _LONG
    family = "evidence" if long else family
    side = _dealt("side", SIDES, seed)
    if table in {"none", "picture"} or form in {"scan", "docx_front", "docx_whole"}:
        side = "nothing" if side in {"two_versions", "beside", "second_copy"} else side
    contents = _dealt("contents", LISTS, seed)
    if segments == "contents_pages" and contents in {"absent", "plain", "bullets"}:
        contents = "dots"
    if segments == "stamps" and contents == "absent":
        contents = "table"
    if table == "none" and contents in {"claims", "absent"}:
        contents = "table"
    layout = _dealt("layout", LAYOUTS, seed)
    if table in {"merged", "per_category"} and layout in {"evidence_code", "columns"}:
        layout = "code_title_evidence"
    notes = "column" if layout == "columns" else _dealt("notes", NOTES, seed)
    choice = Choice(
        seed=seed,
        form=form,
        table=table,
        segments=segments,
        counting="item",
        place=_dealt("place", PLACES, seed),
        family=family,
        codes=_dealt("codes", CODES, seed),
        empties=_dealt("empties", EMPTIES, seed),
        notes=notes,
        cover=_dealt("cover", COVERS, seed),
        contents=contents,
        vouch=_dealt("vouch", VOUCHES, seed),
        font=_dealt("font", FONTS, seed),
        extra=_dealt("extra", EXTRAS, seed),
        side=side,
        layout=layout,
        mix=_dealt("mix", MIXES, seed),
        long=long,
    )
    return Choice(**{**vars(choice), "counting": _counting(choice)})


def _counting(choice: Choice) -> str:
    """What page hints count, of what makes sense for the files."""
    counting = _dealt("counting", COUNTS, choice.seed)
    if choice.form == "docx_whole":
        return "none"
    if counting == "item_after_divider" and not choice.divided:
        return "item"
    if counting in {"file", "portfolio"} and not choice.bound:
        return "file" if choice.parts else "item"
    return counting


def _form(seed: int) -> str:
    return _dealt("form", FORMS, seed)


def _table(form: str, seed: int) -> str:
    if form == "docx_front":
        return "docx"
    if form == "scan":
        return _dealt("scanned", SCANNED, seed, ("scan",))
    if form == "docx_whole":
        return _dealt("in word", IN_WORD, seed, ("docx_whole",))
    return _dealt("table", TABLES, seed, ("pdf", "folder", "zip"))


def _segments(form: str, seed: int) -> str:
    if form == "docx_whole":
        return "headings"
    if form in {"pdf", "scan"}:
        segments = _dealt("bound", BOUND, seed, ("pdf", "scan"))
        return "headings" if form == "scan" and segments == "bookmarks" else segments
    return _dealt("loose", LOOSE, seed, ("folder", "zip", "docx_front"))


def _players(seed: int, forms: tuple[str, ...]) -> list[int]:
    """The seeds of this round, those of some forms alone if these are named."""
    begin = seed // ROUND * ROUND
    return [one for one in range(begin, begin + ROUND) if not forms or _form(one) in forms]


def _dealt(name: str, values: Mapping[str, int], seed: int, forms: tuple[str, ...] = ()) -> str:
    """The value whose turn it is: a pack of cards, shuffled anew for each round; for some forms alone if named."""
    players = _players(seed, forms)
    pack = [value for value, count in values.items() for _ in range(count)]
    if len(pack) != len(players):
        raise ValueError(f"{name} has {len(pack)} cards for {len(players)}")
    chance("pack", name, seed // ROUND).shuffle(pack)
    return pack[players.index(seed)]
