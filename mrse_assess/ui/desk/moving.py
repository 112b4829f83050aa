"""Going from one unit to another."""

from mrse_assess.ui import present
from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.entries import HIGHEST_PAGE
from mrse_assess.ui.fields import Fields
from mrse_assess.workbench.views import Place, Unit


class Moving:
    """Open, next claim, next unjudged; and where the assessor was last."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.asked: Unit | None = None  # the sub-category that "next" last asked to conclude
        self._starting = False  # nothing is judged yet: the first "next" starts with the first item
        self.acts: Acts = {"open": self._open, "move": self._move, "next": self._next, "place": self._place}

    def begin(self) -> None:
        """Come back to where the assessor was, or to what is to be judged first."""
        bench = self._table.bench
        place = bench.place()
        if place is not None and self._table.is_known(place.unit):
            self._table.show_unit(place.unit, place.page)
        else:
            self.go(bench.next_unjudged(None) or self._table.order()[0])
        self._starting = bench.course.coverage().nothing_judged

    def go(self, unit: Unit, page: int = 0) -> None:
        """Bring a unit on screen and show everything that goes with it."""
        self.asked = None
        self._table.show_unit(unit, page)
        self._table.show_again()

    def _open(self, fields: Fields) -> str:
        self.go(self._table.read_unit(fields), fields.number_or("page", 0, 0, HIGHEST_PAGE))
        return ""

    def _move(self, fields: Fields) -> str:
        step = fields.number("step", -1, 1)
        order = self._table.order()
        at = order.index(self._table.unit) if self._table.unit in order else -1
        if not 0 <= at + step < len(order):
            return "This is the last claim." if step > 0 else "This is the first claim."
        self.go(order[at + step])
        return ""

    def _next(self, _: Fields) -> str:
        here = self._table.unit
        if self._starting and (first := self._first()) is not None:
            return f"Starting with {present.unit_words(first)}."
        unit = self._table.bench.next_unjudged(self.asked or here)
        if unit is None:
            return "All judged and concluded. Sealing comes next, then the letter (l)."
        if unit == here:
            return "This is the only one left to judge."
        claims = self._table.claims(unit.sub_category)
        if unit.evidence_id or not claims:
            self.go(unit)
            return ""
        # only the conclusion is left: the evidence stays before the eyes, and pressing again goes on
        self.go(here if here in claims else claims[0])
        self.asked = unit
        return f"Every item of {unit.sub_category} is judged. Conclude it: Shift and 1 to 4."

    def _first(self) -> Unit | None:
        """Go where judging starts, once; None when something was judged meanwhile."""
        self._starting = False
        bench = self._table.bench
        first = bench.next_unjudged(None) if bench.course.coverage().nothing_judged else None
        if first is not None and first != self._table.unit:
            self.go(first)
        return first

    def _place(self, fields: Fields) -> str:
        unit = self._table.read_unit(fields)
        self._table.bench.remember_place(Place(unit, fields.number("page", 1, HIGHEST_PAGE)))
        return ""
