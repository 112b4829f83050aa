"""Looking into the evidence: search, quotes, files, comparison."""

from collections.abc import Sequence
from concurrent.futures import Future

from mrse_assess.errors import BadRequestError
from mrse_assess.model.places import Box
from mrse_assess.workbench import comparing, quotes, searching
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.evidence_views import Comparable, Comparison, FileInfo, MarkSet, SearchResult
from mrse_assess.workbench.files_behind import files_behind
from mrse_assess.workbench.views import Receipt, Unit
from mrse_assess.workbench.where_to_look import opening_page
from mrse_assess.workbench.whole_files import any_item
from mrse_assess.workbench.words import PortfolioText


class EvidenceTools:
    """What the viewer asks for beside pages. What reads many pages runs on a thread of the workspace, or its worker."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment
        self._text = PortfolioText(assessment.workspace)

    def is_known(self, evidence_id: str) -> bool:
        """Whether there is an item, a reference or a whole file of this id."""
        portfolio = self._assessment.portfolio
        cited = any(entry.evidence_id == evidence_id for entry in portfolio.cross_references)
        return cited or any_item(portfolio, evidence_id) is not None

    def cited_page(self, unit: Unit) -> int:
        """The page of the unit's item, from 1, at which it opens: the cited one, else the likeliest, else the first."""
        return opening_page(self._assessment, unit)

    def mark_sets(self) -> tuple[MarkSet, ...]:
        """The sets of highlights, in the order of the scheme."""
        sets = self._assessment.scheme.highlights
        return tuple(MarkSet(id=one.id, name=one.name, line=one.line) for one in sets)

    def search(self, words: str) -> "Future[SearchResult]":
        """Find the words in every page that has words; BadRequestError for nothing to search."""
        asked, portfolio = searching.check_words(words), self._assessment.portfolio
        background = self._assessment.workspace.background
        return background.submit(searching.search, portfolio, self._text, asked)

    def pin(self, unit: Unit, text: str, number: int, boxes: Sequence[Box]) -> Receipt:
        """Pin these words of page ``number`` of the item to the judgement of the unit."""
        return quotes.pin(self._assessment, unit, text, number, boxes)

    def unpin(self, unit: Unit, pin: str) -> Receipt:
        """Take a quote off."""
        return quotes.unpin(self._assessment, unit, pin)

    def comparable(self, unit: Unit) -> "Future[tuple[Comparable, ...]]":
        """What the unit's item may be compared with, likeliest first."""
        workspace, portfolio = self._assessment.workspace, self._assessment.portfolio
        return workspace.background.submit(comparing.comparable, workspace, portfolio, unit)

    def compare(self, evidence_id: str, other: str) -> "Future[Comparison]":
        """What two items share; BadRequestError when one is not in the portfolio, or both are the same."""
        workspace, portfolio = self._assessment.workspace, self._assessment.portfolio
        comparing.items_to_compare(portfolio, evidence_id, other)
        return workspace.background.submit(comparing.compare, workspace, portfolio, evidence_id, other)

    def files(self, evidence_id: str) -> tuple[FileInfo, ...]:
        """The files that the item's pages come from; BadRequestError for an id that is not known."""
        if not self.is_known(evidence_id):
            raise BadRequestError("The page named an item that is not in this application. Reload the page.")
        item = any_item(self._assessment.portfolio, evidence_id)
        return files_behind(self._assessment.portfolio, item) if item else ()
