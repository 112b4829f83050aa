"""What the screen asks of the parts of the workbench: evidence, reading, course, preferences. See ``controller``."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any, Protocol

from mrse_assess.model.observation import Screening
from mrse_assess.model.places import Box
from mrse_assess.workbench.chronology import DatesPicture
from mrse_assess.workbench.course_views import Coverage, Preferences, SealView, Undone, UndoView
from mrse_assess.workbench.evidence_views import Comparable, Comparison, FileInfo, MarkSet, SearchResult
from mrse_assess.workbench.finding_views import FindingsView
from mrse_assess.workbench.reading_views import CellPicture, ReferenceEntry, SpanLine, WholeReading
from mrse_assess.workbench.resubmission.attempt_views import AttemptView, VersionView
from mrse_assess.workbench.views import Receipt, Unit


class EvidenceController(Protocol):
    """Looking into the evidence."""

    def is_known(self, evidence_id: str) -> bool:
        """Whether there is an item, a reference or a whole file of this id."""

    def cited_page(self, unit: Unit) -> int:
        """The page of the unit's item, from 1, that the applicant cites."""

    def mark_sets(self) -> tuple[MarkSet, ...]:
        """The sets of highlights, in the order of the scheme."""

    def search(self, words: str) -> "Future[SearchResult]":
        """Find the words, ignoring case, in every page that has words. BadRequestError for nothing to search."""

    def pin(self, unit: Unit, text: str, number: int, boxes: Sequence[Box]) -> Receipt:
        """Pin these words of page ``number`` of the item to the judgement of the unit."""

    def unpin(self, unit: Unit, pin: str) -> Receipt:
        """Take a quote off."""

    def comparable(self, unit: Unit) -> "Future[tuple[Comparable, ...]]":
        """What the unit's item may be compared with, likeliest first."""

    def compare(self, evidence_id: str, other: str) -> "Future[Comparison]":
        """What two items share."""

    def files(self, evidence_id: str) -> tuple[FileInfo, ...]:
        """The files that the item's pages come from."""


class ReadingController(Protocol):
    """Correcting how the table and the items were read. Corrections are records of this assessor."""

    def reading(self) -> WholeReading:
        """Everything that can be corrected, as it is read now."""

    def version(self) -> str:
        """Another text whenever the corrections in force are others."""

    def split(self, text: str) -> tuple[ReferenceEntry, ...]:
        """The references that a whole cell names: "7 p1; 12" is item 7, page 1, and item 12."""

    def cell_picture(self, sub_category: str) -> "Future[CellPicture] | None":
        """The applicant's page with the row of the table, None where no place of it is known."""

    def correct_row(self, sub_category: str, entries: Sequence[ReferenceEntry], why: str) -> Receipt:
        """Say what the row should be read as: every reference of it, those left out are removed.

        An ``evidence_id`` may hold several references, as :meth:`split` takes them. BadRequestError when nothing is
        changed, or an item has no such page.
        """

    def correct_item(self, evidence_id: str, title: str, spans: Sequence[SpanLine], why: str) -> Receipt:
        """Say which pages an item has; an id that reading does not know adds an item, no pages take it away."""

    def set_offset(self, file: str, offset: int | None, why: str) -> Receipt:
        """Say that the file's page printed as 1 is its page 1 + offset; None takes that back."""


class CourseController(Protocol):
    """The course of the assessment: before the start, undoing, sealing."""

    def coverage(self) -> Coverage:
        """What to know before starting."""

    def undoable(self) -> UndoView:
        """What undo and redo would do now."""

    def undo(self) -> Undone:
        """Undo this assessor's latest act that counts. BadRequestError when there is none."""

    def redo(self) -> Undone:
        """Do again what was undone last. BadRequestError when there is nothing, or something was done since."""

    def elsewhere(self) -> str:
        """What this assessor recorded in another tab since this one last looked, in words; "" for nothing."""

    def sealed(self) -> str:
        """Since when the assessment is sealed, in words; "" while it is open."""

    def seal_view(self) -> SealView:
        """Whether the assessment is sealed, and what stands in the way."""

    def seal(self) -> Receipt:
        """Seal the assessment. BadRequestError naming the first point that stands in the way."""

    def reopen(self, why: str) -> Receipt:
        """Reopen it with a reason. BadRequestError once another's assessment has been revealed."""


class PromptsController(Protocol):
    """What the program noticed of a claim; prompts are put aside with a reason, and brought back."""

    def findings(self, unit: Unit) -> FindingsView:
        """What was noticed of the unit's item, as far as it concerns the unit's sub-category."""

    def waited_for(self) -> "Future[Screening] | None":
        """What screening is still making, None when all is known."""

    def made(self) -> None:
        """Take in what was waited for."""

    def dates(self) -> "Future[DatesPicture]":
        """The dates of all items as a picture."""

    def dismiss(self, unit: Unit, observations: Sequence[str], why: str) -> Receipt:
        """Put prompts aside. BadRequestError without a reason."""

    def bring_back(self, unit: Unit, observations: Sequence[str]) -> Receipt:
        """Let prompts that were put aside stand again."""


class ResubmissionController(Protocol):
    """A further attempt, and another version of the portfolio that comes meanwhile."""

    def attempt(self) -> AttemptView | None:
        """What was asked for, what stands, what came; None in a first attempt."""

    def newer(self) -> VersionView | None:
        """A version of the portfolio that came since this page opened, None while the page shows the latest."""

    def replaced(self) -> VersionView | None:
        """The version on the page, while judgements made on an earlier one wait to be looked at again."""

    def take(self) -> None:
        """Go on with the latest version. BadRequestError when the page shows it already."""

    def waited_for(self) -> "Future[Any] | None":
        """What is still being compared, None when nothing is."""

    def made(self) -> None:
        """Take in what was waited for."""


class PreferencesController(Protocol):
    """How the assessor likes the page."""

    def preferences(self) -> Preferences:
        """As kept, or the usual ones."""

    def prefer(self, preferences: Preferences) -> None:
        """Keep them for this assessor in this workspace."""
