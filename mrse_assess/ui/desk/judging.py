"""Judgements of items and conclusions on sub-categories."""

from mrse_assess.errors import BadRequestError
from mrse_assess.terms import Verdict
from mrse_assess.ui import present
from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.entries import check_entry, entry_from_page
from mrse_assess.ui.fields import Fields
from mrse_assess.ui.wording import VERDICT_WORDS
from mrse_assess.workbench.views import ConclusionEntry, Entry, Unit


class Judging:
    """Verdicts, drafts, parking, conclusions."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.acts: Acts = {
            "judge": self._judge,
            "draft": self._draft,
            "withdraw": self._withdraw,
            "park": self._park,
            "take_up": self._take_up,
            "conclude": self._conclude,
        }

    def _judge(self, fields: Fields) -> str:
        unit, entry = self._read_entry(fields)
        if entry.verdict is None:
            raise BadRequestError("Choose a verdict first (1, 2 or 3).")
        self._table.receipt = self._table.bench.judge(unit, entry)
        self._table.show_again()
        words = VERDICT_WORDS[entry.verdict]
        missing = ", reason missing" if entry.verdict is Verdict.NOT_SATISFACTORY and not entry.reasons else ""
        return f"{present.unit_words(unit, begins=True)}: {words}{missing}."

    def _draft(self, fields: Fields) -> str:
        self._table.bench.save_draft(*self._read_entry(fields))
        return ""

    def _read_entry(self, fields: Fields) -> tuple[Unit, Entry]:
        bench = self._table.bench
        unit, entry = self._table.read_claim(fields), entry_from_page(fields.inner("entry"))
        check_entry(entry, bench.judgement(unit), len(bench.item(unit.evidence_id).pages))
        return unit, entry

    def _withdraw(self, fields: Fields) -> str:
        unit = self._table.read_unit(fields)
        self._table.receipt = self._table.bench.withdraw(unit)
        self._table.show_again()
        return f"Taken back: {present.unit_words(unit)} is not yet judged."

    def _park(self, fields: Fields) -> str:
        unit = self._table.read_claim(fields)
        self._table.receipt = self._table.bench.park(unit, fields.text("reminder", longest=500))
        self._table.show_again()
        return f"Parked: {present.unit_words(unit)} waits for a second look."

    def _take_up(self, fields: Fields) -> str:
        unit = self._table.read_claim(fields)
        self._table.receipt = self._table.bench.take_up(unit)
        self._table.show_again()
        return f"{present.unit_words(unit, begins=True)} is no longer parked."

    def _conclude(self, fields: Fields) -> str:
        code = self._table.read_code(fields)
        entry = ConclusionEntry(
            verdict=fields.one_of("verdict", Verdict),
            feedback=fields.text("feedback"),
            to_panel=fields.text("to_panel"),
        )
        asked = self._table.bench.conclusion(code).needs_sentence
        if entry.verdict in asked and not entry.to_panel.strip():
            raise BadRequestError("This contradicts the items. Give the panel one sentence on why, and record it then.")
        self._table.receipt = self._table.bench.conclude(code, entry)
        self._table.show_again()
        return f"{code} concluded: {VERDICT_WORDS[entry.verdict]}."
