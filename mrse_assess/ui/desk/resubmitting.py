"""A further attempt on the page, and another version of the portfolio that comes while it is judged."""

from concurrent.futures import Future
from typing import Any

from mrse_assess.errors import BadRequestError, MrseAssessError
from mrse_assess.ui import present_attempt
from mrse_assess.ui.desk.table import Acts, Table
from mrse_assess.ui.fields import Fields


class Resubmitting:
    """What was asked for, what stands, and a version that came meanwhile: said at once, taken up when asked."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._waits: Future[Any] | None = None
        self._newer = False  # the page says that another version has come
        self.acts: Acts = {"asked": self._asked, "take_version": self._take_up}

    def shown(self) -> dict[str, Any]:
        """What the header says: the line on what was asked for, and the version that came."""
        again = self._table.bench.resubmission
        newer = again.newer()
        self._newer = newer is not None
        return {
            "asked": present_attempt.strip(again.attempt()),
            "version": present_attempt.version(newer or again.replaced()),
        }

    def stood(self) -> dict[str, Any]:
        """What the worklist says of the sub-categories that are not open."""
        return present_attempt.stood(self._table.bench.resubmission.attempt())

    def stood_for(self, evidence_id: str) -> list[str]:
        """The findings that stand on an item."""
        return present_attempt.stood_for(self._table.bench.resubmission.attempt(), evidence_id)

    def notice(self) -> None:
        """Say on the page that another version has come. Asked at each sign of life of the page, so it must be quick.

        A fault is left to the next act, which says it.
        """
        try:
            newer = self._table.bench.resubmission.newer() is not None
        except MrseAssessError:
            return
        if newer != self._newer:
            self._table.show_again()

    def wait(self) -> None:
        """Show the page again when what is being compared is known."""
        made = self._table.bench.resubmission.waited_for()
        if made is None or made is self._waits:
            return
        self._waits = made
        self._table.loop.when_done(made, self._take_in)

    def _take_in(self, made: "Future[Any]") -> None:
        if made is self._waits:
            self._table.bench.resubmission.made()
            self._table.show_again()

    def _asked(self, _: Fields) -> str:
        attempt = self._table.bench.resubmission.attempt()
        if attempt is None:
            raise BadRequestError("This is a first attempt: no letter asked for anything before it.")
        self._table.room.header.tell({"asked_sheet": present_attempt.sheet(attempt)})
        return ""

    def _take_up(self, _: Fields) -> str:
        again = self._table.bench.resubmission
        again.take()
        self._table.show_again()
        left = again.replaced()
        count = len(left.again) if left else 0
        more = f" {count} {'judgement is' if count == 1 else 'judgements are'} to be looked at again." if count else ""
        return f"This page shows the latest version of the portfolio. Nothing you recorded was lost.{more}"
