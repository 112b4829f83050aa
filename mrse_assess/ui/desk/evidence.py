"""The evidence on screen: pages on request, highlights, search, quotes, comparison, files."""

from dataclasses import replace
from typing import Any

from mrse_assess.errors import BadRequestError
from mrse_assess.model.places import Box
from mrse_assess.ui import present, present_evidence
from mrse_assess.ui.desk.answers import Answers
from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.fields import Fields
from mrse_assess.ui.pages import PageDesk
from mrse_assess.workbench.views import ItemView, JudgementView, Place, Unit

LONGEST_SEARCH = 200
LONGEST_SELECTION = 2000  # what counts for a quote is what is left after its white space is put in order
MOST_BOXES = 100
HIGHEST_PAGE = 100_000


class Evidence:
    """What the viewer shows and asks for."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._pages = PageDesk(table.bench, table.room.viewer, table.loop)
        self._answers = Answers(table.room.viewer, table.loop)
        self._start = 0
        self._around: list[list[Any]] = []
        self._forms: dict[Unit, JudgementView] = {}
        self._version = table.bench.reading.version()
        self._reading = 1  # goes up with each other way of reading the portfolio
        self.acts: Acts = {
            "search": self._search,
            "pin": self._pin,
            "unpin": self._unpin,
            "comparable": self._comparable,
            "compare": self._compare,
            "files": self._files,
            "show_marks": self._show_marks,
        }

    def answer_page(self, fields: Fields) -> None:
        """Send a page that the viewer asked for."""
        self._pages.answer(fields)

    # ------------------------------------------------------------ what is shown

    def show(self, unit: Unit, page: int) -> None:
        """Show the unit's item at this page, or at its cited page for 0, and keep the place."""
        self.look_anew()
        item, judgement = self.item(unit), self.judgement(unit)
        cited = judgement.cited_page if judgement else 0
        last = len(item.pages) if item else 0
        self._start = min(max(page or cited, 1), last) if last else 0
        self._around = self._ahead(unit)
        self._put(unit, item, judgement)
        self._pages.expect(item, self._start)
        if not page:
            self._table.bench.remember_place(Place(unit, max(self._start, 1)))

    def show_again(self) -> None:
        """Show what the workbench says now of the same item; the page on screen and what is fetched ahead stay."""
        unit = self._table.unit
        if unit is not None:
            item = self.item(unit)
            self._start = min(max(self._start, 1), len(item.pages)) if item and item.pages else 0
            self._put(unit, item, self.judgement(unit))

    def _put(self, unit: Unit, item: ItemView | None, judgement: JudgementView | None) -> None:
        bench = self._table.bench
        if bench.reading.version() != self._version:
            self._version, self._reading = bench.reading.version(), self._reading + 1
            self._pages.forget()
        said = {
            "reading": self._reading,
            "app": bench.heading().application,
            "unit": list(unit),
            "cited": judgement.cited if judgement else "",
            "cited_page": judgement.cited_page if judgement else 0,
            "section_found": judgement.section_found if judgement else "",
            "likely": list(judgement.likely_pages) if judgement else [],
            "corrected": judgement.corrected if judgement else False,
            "for": unit.sub_category,
            "claimed": [other.evidence_id for other in self._table.claims(unit.sub_category)],
            "also": list(judgement.also_for) if judgement else [],
            **present_evidence.looks(bench.evidence.mark_sets(), bench.preferring.preferences()),
            "quotes": present_evidence.quotes(judgement.quotes if judgement else ()),
        }
        noticed = bench.prompting.findings(unit)
        self._table.room.viewer.show(present.evidence(item, self._start, said, self._around, noticed))

    def item(self, unit: Unit) -> ItemView | None:
        """The item of the unit, None where it has none."""
        return self._table.bench.item(unit.evidence_id) if unit.evidence_id else None

    def judgement(self, unit: Unit) -> JudgementView | None:
        """The form of the unit, None where there is nothing to judge; made once for one showing of the page."""
        if not (unit.evidence_id and unit.sub_category):
            return None
        if unit not in self._forms:
            self._forms[unit] = self._table.bench.judgement(unit)
        return self._forms[unit]

    def look_anew(self) -> None:
        """Forget what was made for the showing before."""
        self._forms.clear()

    def _ahead(self, unit: Unit) -> list[list[Any]]:
        """Where the assessor will most likely look next: the cited page of the next unjudged and of the next claim."""
        order = self._table.order()
        following = order[order.index(unit) + 1 : order.index(unit) + 2] if unit in order else []
        return [
            [other.evidence_id, max(self._table.bench.evidence.cited_page(other), 1)]
            for other in (self._table.bench.next_unjudged(unit), *following)
            if other is not None and other.evidence_id and other.sub_category and other != unit
        ]

    # ------------------------------------------------------------ acts

    def _search(self, fields: Fields) -> str:
        words = fields.text("words", longest=LONGEST_SEARCH)
        future = self._table.bench.evidence.search(words)
        self._answers.send(fields, future, "search", {"words": words}, present_evidence.search)
        return ""

    def _pin(self, fields: Fields) -> str:
        unit = self._table.read_claim(fields)
        text = fields.text("text", longest=LONGEST_SELECTION)
        number = fields.number("number", 1, HIGHEST_PAGE)
        self._table.receipt = self._table.bench.evidence.pin(unit, text, number, _boxes(fields))
        self._table.show_again()
        return f"Pinned to {present.unit_words(unit)}."

    def _unpin(self, fields: Fields) -> str:
        unit = self._table.read_claim(fields)
        self._table.receipt = self._table.bench.evidence.unpin(unit, fields.identifier("pin"))
        self._table.show_again()
        return f"Quote taken off {present.unit_words(unit)}."

    def _comparable(self, fields: Fields) -> str:
        unit = self._table.read_unit(fields)
        if not unit.evidence_id:
            raise BadRequestError("No item is on screen that could be compared. Open one first.")
        future = self._table.bench.evidence.comparable(unit)
        self._answers.send(fields, future, "comparable", {"unit": list(unit)}, present_evidence.comparable)
        return ""

    def _compare(self, fields: Fields) -> str:
        unit, other = self._table.read_unit(fields), fields.identifier("other")
        if not self._table.bench.evidence.is_known(other):
            raise BadRequestError("The page named an item to compare with that is not in this application. Reload it.")
        if not unit.evidence_id or unit.evidence_id == other:
            raise BadRequestError("Choose another item to compare with.")
        future = self._table.bench.evidence.compare(unit.evidence_id, other)
        about = {"evidence_id": unit.evidence_id, "other": other}
        self._answers.send(fields, future, "comparison", about, self._compared)
        return ""

    def _compared(self, comparison: Any) -> dict[str, Any]:
        """The comparison with the other item's pages, so that the viewer can show it beside."""
        return present_evidence.comparison(comparison, self._table.bench.item(comparison.other))

    def _files(self, fields: Fields) -> str:
        evidence_id = fields.identifier("evidence_id")
        files = self._table.bench.evidence.files(evidence_id)
        told = {"files": present_evidence.files(files), "evidence_id": evidence_id}
        self._table.room.viewer.tell(self._answers.stamped(fields, told))
        return ""

    def _show_marks(self, fields: Fields) -> str:
        known = [one.id for one in self._table.bench.evidence.mark_sets()]
        chosen = fields.identifiers("sets")
        if not set(chosen) <= set(known):
            raise BadRequestError("The page named a set of highlights that the scheme does not have. Reload the page.")
        preferring = self._table.bench.preferring
        in_order = tuple(one for one in known if one in chosen)
        preferring.prefer(replace(preferring.preferences(), marks=in_order))
        self._table.show_again()
        return ""


def _boxes(fields: Fields) -> tuple[Box, ...]:
    """The boxes of a selection, one for each line."""
    boxes = fields.rows("boxes", 4, MOST_BOXES)
    return tuple((box[0], box[1], box[2], box[3]) for box in boxes)
