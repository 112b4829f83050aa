"""The evidence on screen: pages on request, search, quotes, comparison."""

from typing import Any

from mrse_assess.ui import present
from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.fields import Fields
from mrse_assess.ui.pages import PageDesk
from mrse_assess.workbench.views import ItemView, JudgementView, Place, Unit


class Evidence:
    """What the viewer shows and asks for."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._pages = PageDesk(table.bench, table.room.viewer, table.loop)
        self.acts: Acts = {}

    def answer_page(self, fields: Fields) -> None:
        """Send a page that the viewer asked for."""
        self._pages.answer(fields)

    def show(self, unit: Unit, page: int) -> None:
        """Show the unit's item at this page, or at its cited page for 0, and keep the place."""
        item, judgement = self.item(unit), self.judgement(unit)
        cited = judgement.cited_page if judgement else 0
        said = {
            "unit": list(unit),
            "cited": judgement.cited if judgement else "",
            "cited_page": cited,
            "for": unit.sub_category,
            "also": list(judgement.also_for) if judgement else [],
        }
        last = len(item.pages) if item else 0
        start = min(max(page or cited, 1), last) if last else 0
        self._table.room.viewer.show(present.evidence(item, start, said, self._ahead(unit)))
        self._pages.expect(item, start)
        if not page:
            self._table.bench.remember_place(Place(unit, max(start, 1)))

    def item(self, unit: Unit) -> ItemView | None:
        """The item of the unit, None where it has none."""
        return self._table.bench.item(unit.evidence_id) if unit.evidence_id else None

    def judgement(self, unit: Unit) -> JudgementView | None:
        """The form of the unit, None where there is nothing to judge."""
        return self._table.bench.judgement(unit) if unit.evidence_id and unit.sub_category else None

    def _ahead(self, unit: Unit) -> list[list[Any]]:
        """Where the assessor will most likely look next: the cited page of the next unjudged and of the next claim."""
        order = self._table.order()
        following = order[order.index(unit) + 1 : order.index(unit) + 2] if unit in order else []
        return [
            [other.evidence_id, max(self._table.bench.judgement(other).cited_page, 1)]
            for other in (self._table.bench.next_unjudged(unit), *following)
            if other is not None and other.evidence_id and other.sub_category and other != unit
        ]
