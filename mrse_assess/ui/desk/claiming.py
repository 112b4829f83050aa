"""References that lead nowhere, and items that nobody cites: what the assessor makes of them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from mrse_assess.errors import BadRequestError
from mrse_assess.terms import Verdict
from mrse_assess.ui import present, present_points
from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.fields import Fields
from mrse_assess.workbench.reading_views import ReferenceEntry, ReferenceLine
from mrse_assess.workbench.views import ClaimRow, ReasonChoice, Receipt, Unit

MEANT = "The reference led nowhere; this item is meant."
TAKEN_UP = "The table cites the item nowhere; it is taken into account here."


class Claiming:
    """What stands in place of evidence where a reference leads nowhere, and claims added by the assessor."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.acts: Acts = {"claim_for": self._claim_for, "use_item": self._use_item, "not_there": self._not_there}

    def show(self) -> None:
        """Show what may be meant, while a reference that leads nowhere is open."""
        self._table.room.nowhere.show(self._shown())

    def _shown(self) -> dict[str, Any]:
        unit, bench = self._table.here(), self._table.bench
        claim = self._claim(unit)
        if claim is None or not claim.leads_nowhere:
            return {}
        candidates = [bench.item(item.evidence_id) for item in self._table.listed.uncited]
        return present_points.nowhere(bench.judgement(unit), claim, candidates, self._reason(unit))

    def _claim(self, unit: Unit) -> ClaimRow | None:
        claims = (claim for row in self._table.listed.rows if row.code == unit.sub_category for claim in row.claims)
        return next((claim for claim in claims if claim.evidence_id == unit.evidence_id), None)

    def _reason(self, unit: Unit) -> ReasonChoice | None:
        """The scheme's own reason for an item that is not in the portfolio."""
        offered = self._table.bench.judgement(unit).reasons
        return next((reason for reason in offered if reason.for_missing), None)

    def _lines(self, code: str) -> tuple[ReferenceLine, ...]:
        rows = self._table.bench.reading.reading().rows
        return next((row.lines for row in rows if row.sub_category == code), ())

    def _claim_for(self, fields: Fields) -> str:
        code, evidence_id = self._table.read_code(fields), self._read_item(fields)
        as_read = [_as_read(line) for line in self._lines(code)]
        added = ReferenceEntry(read_as="", evidence_id=evidence_id)
        self._table.receipt = self._table.bench.reading.correct_row(code, [*as_read, added], TAKEN_UP)
        self._go(Unit(code, evidence_id))
        return f"Item {evidence_id} is now claimed for {code}, as your correction."

    def _use_item(self, fields: Fields) -> str:
        unit, meant = self._table.read_claim(fields), self._read_item(fields)
        lines = self._lines(unit.sub_category)
        self._table.receipt = self._replace(unit, lines, meant)
        self._go(Unit(unit.sub_category, meant))
        return f"The reference of {unit.sub_category} now leads to item {meant}, as your correction."

    def _replace(self, unit: Unit, lines: Sequence[ReferenceLine], meant: str) -> Receipt:
        """Record the item meant; the page cited stays where the item has such a page."""

        def entries(*, keep_pages: bool) -> list[ReferenceEntry]:
            return [
                replace(_as_read(line), evidence_id=meant, pages=line.pages if keep_pages else "")
                if line.evidence_id == unit.evidence_id
                else _as_read(line)
                for line in lines
            ]

        correct = self._table.bench.reading.correct_row
        try:
            return correct(unit.sub_category, entries(keep_pages=True), MEANT)
        except BadRequestError:
            return correct(unit.sub_category, entries(keep_pages=False), MEANT)

    def _not_there(self, fields: Fields) -> str:
        unit = self._table.read_claim(fields)
        claim, reason = self._claim(unit), self._reason(unit)
        if claim is None or not claim.leads_nowhere:
            raise BadRequestError("This item is in the portfolio; judge it by what it shows.")
        if reason is None:
            raise BadRequestError("The scheme has no reason for a missing item. Judge it, and choose a reason.")
        entry = self._table.bench.judgement(unit).entry
        said = replace(entry, verdict=Verdict.NOT_SATISFACTORY, reasons=(reason.id,), primary_reason=reason.id, page=0)
        self._table.receipt = self._table.bench.judge(unit, said)
        self._table.show_again()
        return f"Not satisfactory: {present.unit_words(unit)}, {reason.name[0].lower()}{reason.name[1:]}."

    def _read_item(self, fields: Fields) -> str:
        evidence_id = fields.identifier("evidence_id")
        if evidence_id not in {item.evidence_id for item in self._table.listed.uncited}:
            raise BadRequestError("The page named an item that is cited already or is not in this application.")
        return evidence_id

    def _go(self, unit: Unit) -> None:
        self._table.show_unit(unit, 0)
        self._table.show_again()


def _as_read(line: ReferenceLine) -> ReferenceEntry:
    return ReferenceEntry(read_as=line.read_as, evidence_id=line.evidence_id, pages=line.pages)
