"""The true reading of a portfolio, in the form of ``inspect --json``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .model import Item, Marks, Portfolio, Ref

Truth = dict[str, Any]
FRONT, SINGLE = "00 Front.pdf", "Portfolio.pdf"


@dataclass(frozen=True, kw_only=True)
class Places:
    """Where pages stand, once the front has ``end`` pages. Pages of an item count its text from 1."""

    folio: Portfolio
    marks: Marks

    @property
    def apart(self) -> bool:
        """Whether each item is a file."""
        return self.folio.design.segments == "files"

    @property
    def divided(self) -> int:
        """Sheets in front of an item's text."""
        return int(self.folio.design.segments == "dividers")

    def numbering(self, counting: str) -> Callable[[Item, int], int]:
        """How a page is called under this counting."""

        def called(item: Item, page: int) -> int:
            if counting == "item_after_divider":
                return page
            if counting == "item" or (counting == "file" and self.apart):
                return page + self.divided
            before = 0 if counting == "printed" else self.marks.end
            return before + item.first - 1 + self.divided + page

        return called

    def file(self, item: Item) -> str:
        """The file that an item is in."""
        return f"{item.label} {item.title}.pdf".replace(":", "") if self.apart else SINGLE

    def pages(self, item: Item, text: tuple[int, ...]) -> list[int]:
        """Pages of an item's text as pages of its file; the whole item where none is named."""
        before = 0 if self.apart else self.marks.end + item.first - 1
        return [before + self.divided + page for page in text] or [before + n for n in range(1, item.sheets + 1)]


def truth_of(places: Places) -> Truth:
    """All answers."""
    folio, marks = places.folio, places.marks
    tabled = folio.design.table != "none"
    refs = [(row.code, ref) for row in folio.rows for ref in row.refs] if tabled else []
    named = {ref.item.id for _, ref in refs}
    front = FRONT if places.apart else SINGLE
    hinted = any(ref.hint.pages for _, ref in refs)
    people = folio.people
    return {
        "applicant": {"name": people.applicant},
        "submission_date": people.submitted_iso,
        "table": {"file": front, "pages": list(marks.table)} if tabled else None,
        "contents_list": {"file": front, "pages": list(marks.listing)} if marks.listing else None,
        "cross_references": [_entry(places, code, ref) for code, ref in refs],
        "authentication": _authentication(places),
        "evidence": [_item(places, item) for item in folio.items],
        "unresolved": [{"subcategory": code, "evidence": ref.item.id} for code, ref in refs if not ref.item.sent],
        "orphans": [item.id for item in folio.items if item.id not in named],
        "page_counting": folio.design.counting if hinted else "none",
        "page_counting_also": _also(places, [ref for _, ref in refs]) if hinted else [],
    }


def _authentication(places: Places) -> Truth:
    people = places.folio.people
    if people.form == "absent":
        return {"present": False}
    date = people.vouched_iso if people.signed else None
    return {"present": True, "referee_name": people.referee, "role": people.role, "date": date, "signed": people.signed}


def _entry(places: Places, code: str, ref: Ref) -> Truth:
    number, hint = places.numbering(places.folio.design.counting), ref.hint
    written = [number(ref.item, page) for page in hint.pages]
    sent = ref.item.sent
    return {
        "subcategory": code,
        "evidence": ref.item.id,
        "page_hint": (f"{written[0]}-{written[-1]}" if len(written) > 1 else str(written[0])) if written else None,
        "section_hint": hint.section,
        "notes": [],
        "file": places.file(ref.item) if sent else None,
        "pages": places.pages(ref.item, hint.led) if sent else None,
    }


def _item(places: Places, item: Item) -> Truth:
    pages = places.pages(item, ())
    span = {"file": places.file(item), "pages": [pages[0], pages[-1]]}
    claimed = list(places.folio.claims[item.id]) if "claims" in places.folio.design.listing else None
    return {"id": item.id, "title": item.title, "spans": [span], "claimed": claimed}


def _also(places: Places, refs: list[Ref]) -> list[str]:
    """Other countings by which every hint leads to the same pages."""
    own = places.numbering(places.folio.design.counting)
    found = []
    for other in ("item", "item_after_divider", "file", "portfolio"):
        rival = places.numbering(other)
        same = all(own(ref.item, page) == rival(ref.item, page) for ref in refs for page in ref.hint.pages)
        if other != places.folio.design.counting and same:
            found.append(other)
    return found
