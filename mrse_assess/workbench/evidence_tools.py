"""Looking into the evidence: search, quotes, files, comparison."""

from collections.abc import Sequence
from concurrent.futures import Future

from mrse_assess.errors import BadRequestError
from mrse_assess.model.places import Box
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.evidence_views import Comparable, Comparison, FileInfo, MarkSet, SearchResult
from mrse_assess.workbench.views import Receipt, Unit


class EvidenceTools:
    """What the viewer asks for beside pages."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment

    def is_known(self, evidence_id: str) -> bool:
        """Whether there is an item, a reference or a whole file of this id."""
        portfolio = self._assessment.portfolio
        cited = any(entry.evidence_id == evidence_id for entry in portfolio.cross_references)
        return cited or portfolio.item(evidence_id) is not None

    def mark_sets(self) -> tuple[MarkSet, ...]:
        """The sets of highlights."""
        return ()

    def search(self, words: str) -> "Future[SearchResult]":
        """Find the words."""
        raise BadRequestError(f"Searching for {words!r} is not possible yet.")

    def pin(self, unit: Unit, text: str, number: int, boxes: Sequence[Box]) -> Receipt:
        """Pin words to a judgement."""
        raise BadRequestError("Pinning is not possible yet.")

    def unpin(self, unit: Unit, pin: str) -> Receipt:
        """Take a quote off."""
        raise BadRequestError("Pinning is not possible yet.")

    def comparable(self, unit: Unit) -> tuple[Comparable, ...]:
        """What the unit's item may be compared with."""
        return ()

    def compare(self, evidence_id: str, other: str) -> "Future[Comparison]":
        """What two items share."""
        raise BadRequestError("Comparing is not possible yet.")

    def files(self, evidence_id: str) -> tuple[FileInfo, ...]:
        """The files behind the item."""
        return ()
