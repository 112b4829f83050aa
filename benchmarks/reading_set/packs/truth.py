"""The true reading of a portfolio, in the form of ``inspect --json``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .front import SHEETS, claims_of
from .model import Hint, Item, Marks, Ref
from .packing import ANEW, SINGLE
from .plan import Folio

Truth = dict[str, Any]
FRONTS = {"one": "00 Front.pdf", "docx": "Cross reference table.docx"}


@dataclass(frozen=True, kw_only=True)
class Places:
    """Where everything stands once the front is drawn."""

    folio: Folio
    marks: Marks

    @property
    def front(self) -> int:
        """Pages before the evidence in the file of the evidence."""
        return self.marks.end if self.folio.design.carrier == "pdf" else 0

    def numbering(self, counting: str) -> Callable[[Item, int, int], int]:
        """How a page of an item's text is called under this counting."""

        def called(item: Item, page: int, at: int) -> int:
            span = item.spans[at]
            if counting == "item_after_divider":
                return page
            if counting == "item":
                return page + span.divided
            before = 0 if counting == "printed" else self.front
            return before + span.first - 1 + span.divided + page

        return called

    def pages(self, item: Item, at: int, text: tuple[int, ...] = ()) -> list[int]:
        """Pages of a span's text as pages of its file; the whole span where none is named."""
        span = item.spans[at]
        before = self.front + span.first - 1
        return [before + span.divided + page for page in text] or [before + n for n in range(1, span.count + 1)]

    def located(self, item: Item, at: int) -> Truth:
        """A whole span."""
        file, pages = item.spans[at].file, self.pages(item, at)
        return {"file": file} if file.endswith(".docx") else {"file": file, "pages": [pages[0], pages[-1]]}


def truth_of(places: Places) -> Truth:
    """All answers."""
    folio, people = places.folio, places.folio.people
    refs = [(row.code, ref) for row in folio.rows for ref in row.refs]
    named = {item.id for _, ref in refs for item in ref.items}
    hinted = [ref for _, ref in refs if ref.hint.pages]
    return {
        "applicant": {"name": people.applicant},
        "submission_date": people.submitted_iso,
        "table": _front(places, "table", places.marks.table),
        "contents_list": None if folio.design.listing == "none" else _front(places, "list", places.marks.listing),
        "cross_references": [_entry(places, code, ref) for code, ref in refs],
        "authentication": _authentication(folio),
        "evidence": [_item(places, item) for item in folio.sent],
        "unresolved": [
            {"subcategory": code, "evidence": ref.id} for code, ref in refs if not any(one.sent for one in ref.items)
        ],
        "orphans": [item.id for item in folio.sent if item.id not in named],
        "page_counting": folio.design.counting if hinted else "none",
        "page_counting_also": _also(places, hinted),
    }


def _front(places: Places, part: str, pages: tuple[int, ...]) -> Truth:
    design = places.folio.design
    if design.carrier == "pdf":
        return {"file": SINGLE, "pages": list(pages)}
    if design.front == "docx":
        return {"file": FRONTS["docx"]}
    if design.front == "apart":
        return {"file": SHEETS[part], "pages": list(range(1, len(pages) + 1))}
    return {"file": FRONTS["one"], "pages": list(pages)}


def _authentication(folio: Folio) -> Truth:
    people = folio.people
    if people.form == "absent":
        return {"present": False}
    date = people.vouched_iso if people.signed else None
    return {"present": True, "referee_name": people.referee, "role": people.role, "date": date, "signed": people.signed}


def _entry(places: Places, code: str, ref: Ref) -> Truth:
    hint = ref.hint
    entry: Truth = {
        "subcategory": code,
        "evidence": ref.id,
        "page_hint": _written(places, ref.items[0], hint) if hint.pages else None,
        "section_hint": hint.section,
        "notes": ["simulated"] if ref.simulated else [],
        "file": None,
        "pages": None,
    }
    sent = [item for item in ref.items if item.sent]
    if not sent:
        return entry
    if hint.led:
        return entry | {"file": sent[0].spans[hint.at].file, "pages": places.pages(sent[0], hint.at, hint.led)}
    spans = [places.located(item, at) for item in sent for at in range(len(item.spans))]
    first = spans[0]["file"]
    own = [(item, at) for item in sent for at, span in enumerate(item.spans) if span.file == first]
    entry |= {"file": first, "pages": [page for item, at in own for page in places.pages(item, at)]}
    if first.endswith(".docx"):
        del entry["pages"]
    return entry | {"spans": spans} if len({span["file"] for span in spans}) > 1 else entry


def _written(places: Places, item: Item, hint: Hint) -> str:
    number = places.numbering(places.folio.design.counting)
    first, last = number(item, hint.pages[0], hint.at), number(item, hint.pages[-1], hint.at)
    return str(first) if first == last else f"{first}-{last}"


def _item(places: Places, item: Item) -> Truth:
    spans = [places.located(item, at) for at in range(len(item.spans))]
    truth: Truth = {"id": item.id, "title": item.title, "spans": spans}
    if places.folio.design.pack not in ANEW:
        claims = "claims" in places.folio.design.listing and item.listed
        truth["claimed"] = (claims_of(places.folio, item) if claims else None) or None
    return truth


def _also(places: Places, refs: list[Ref]) -> list[str]:
    """Other countings by which every hint leads to the same pages."""
    counting = places.folio.design.counting
    own = places.numbering(counting)
    return [
        other
        for other in ("item", "item_after_divider", "file", "portfolio")
        if other != counting
        and refs
        and (other != "portfolio" or places.folio.design.carrier == "pdf")
        and all(
            own(ref.items[0], page, ref.hint.at) == places.numbering(other)(ref.items[0], page, ref.hint.at)
            for ref in refs
            for page in ref.hint.pages
        )
    ]
