"""What the screen asks of the workbench, and the values it gets back. The screen knows nothing else.

Two protocols: :class:`WorkspaceController` is behind the start page, :class:`WorkbenchController` behind one open
application. Every answer is a frozen value. A call that writes returns a :class:`Receipt` only once the record is
durable; it raises :class:`~mrse_assess.errors.StaleWriteError` when the records went on elsewhere, and another
:class:`~mrse_assess.errors.MrseAssessError` with one clear sentence when the request cannot be carried out.
Whatever takes longer than about 50 ms comes back as a ``concurrent.futures.Future``, so that the screen never waits.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Protocol

from mrse_assess.terms import OutcomeKind
from mrse_assess.ui.controllers import (
    CourseController,
    EvidenceController,
    PreferencesController,
    PromptsController,
    ReadingController,
    ResubmissionController,
)
from mrse_assess.ui.letter.controller import LetterController
from mrse_assess.ui.register.controller import RegisterController
from mrse_assess.workbench.office_settings import SettingRow
from mrse_assess.workbench.outcome_views import (
    LetterDraft,
    LetterFile,
    LetterForm,
    OutcomesView,
    PartView,
    Standing,
)
from mrse_assess.workbench.start_views import ApplicationRow, DeclarationSheet, Progress, Taken
from mrse_assess.workbench.views import (
    ConclusionEntry,
    ConclusionView,
    Entry,
    GuidanceView,
    Heading,
    ItemView,
    JudgementView,
    PagePicture,
    Place,
    Receipt,
    Unit,
    Worklist,
)

if TYPE_CHECKING:
    from mrse_assess.workbench.cohort.looking import Looking


class WorkbenchController(Protocol):
    """One application under one assessor's hands. Implemented by the workbench; the screen talks to nothing else."""

    @property
    def evidence(self) -> EvidenceController:
        """Looking into the evidence."""

    @property
    def reading(self) -> ReadingController:
        """Correcting how the table and the items were read."""

    @property
    def prompting(self) -> PromptsController:
        """What the program noticed."""

    @property
    def course(self) -> CourseController:
        """Before the start, undoing, sealing."""

    @property
    def preferring(self) -> PreferencesController:
        """How the assessor likes the page."""

    @property
    def resubmission(self) -> ResubmissionController:
        """A further attempt, and other versions of the portfolio."""

    def heading(self) -> Heading:
        """Who, what, and how far."""

    def worklist(self) -> Worklist:
        """Every sub-category with its claims and state."""

    def next_unjudged(self, after: Unit | None) -> Unit | None:
        """The next unit to judge after this one, going round; parked ones last; None when all are judged.

        A sub-category whose claims are all judged, or that has none, but has no conclusion comes as ``Unit(code, "")``.
        """

    def place(self) -> Place | None:
        """Where this assessor was last, None at the first visit."""

    def remember_place(self, place: Place) -> None:
        """Keep where the assessor is (not a record; may be lost)."""

    def item(self, evidence_id: str) -> ItemView:
        """One item. BadRequestError when the table and the portfolio know no such id."""

    def page_picture(self, evidence_id: str, number: int, dpi: int) -> "Future[PagePicture]":
        """Page ``number`` (from 1) of the item at this resolution. The future fails with a MrseAssessError."""

    def guidance(self, sub_category: str) -> GuidanceView:
        """What is asked in the sub-category."""

    def judgement(self, unit: Unit) -> JudgementView:
        """The form of a unit that has both a sub-category and an item."""

    def judge(self, unit: Unit, entry: Entry) -> Receipt:
        """Record the judgement (``entry.verdict`` is set) and the private note if changed; drops the draft."""

    def withdraw(self, unit: Unit) -> Receipt:
        """Take the judgement of the unit back (of the conclusion when ``evidence_id`` is empty): unjudged again."""

    def save_draft(self, unit: Unit, entry: Entry) -> None:
        """Keep a half-typed entry, durably, without making a record of judgement. Returns once it is on disk."""

    def park(self, unit: Unit, reminder: str) -> Receipt:
        """Put the unit aside for a second look, with a few words to oneself."""

    def take_up(self, unit: Unit) -> Receipt:
        """End the parking."""

    def conclusion(self, sub_category: str) -> ConclusionView:
        """Where the sub-category's conclusion stands."""

    def conclude(self, sub_category: str, entry: ConclusionEntry) -> Receipt:
        """Record the conclusion."""

    def standing(self) -> Standing:
        """The pass rules, counted now."""

    def choose_reading(self, clause: str, value: str, ground: str) -> Receipt:
        """Record how an ambiguous clause is to be read, on the authority that ``ground`` names. Never without one."""

    def parts(self) -> tuple[PartView, ...]:
        """The required parts."""

    def confirm_part(self, part: str, *, confirmed: bool) -> Receipt:
        """Record that a part is present or absent."""

    def outcomes(self) -> OutcomesView:
        """Which outcomes may be chosen now, and which was."""

    def choose_outcome(self, kind: OutcomeKind, ground: str) -> Receipt:
        """Record the outcome that a person chose."""

    def letter(self) -> LetterDraft:
        """The draft letter from the records as they stand."""

    def letter_file(self, form: LetterForm) -> "Future[LetterFile]":
        """The draft as a file, rendered in a worker."""

    def catch_up(self) -> None:
        """Read the records again after a stale write, so that this tab may write once more."""


class UploadController(Protocol):
    """Files arriving piece by piece from the page. Names are the applicant's: shown, never used as paths."""

    def begin_file(self, name: str, size: int) -> None:
        """A file of so many bytes follows. BadRequestError beyond the limits."""

    def write(self, data: bytes) -> None:
        """The next bytes of the file begun last."""

    def finish(self, password: str | None, tell: Callable[[Progress], None]) -> "Future[Taken]":
        """Take in what arrived. May be called again with a password; ``tell`` may be called from any thread."""

    def abandon(self) -> None:
        """Forget everything that arrived."""


class DeclaringController(Protocol):
    """Interests declared before an application opens, and handing one back."""

    def sheet(self, reference: str) -> "Future[DeclarationSheet]":
        """What is declared on. BadRequestError when there is no such application for this person."""

    def declare(self, reference: str, *, names: Sequence[str], interests: Sequence[str], why: str) -> None:
        """Declare an interest and hand the application back."""

    def no_interest(self, reference: str, names: Sequence[str]) -> None:
        """Declare that there is none; BadRequestError while a name is ticked."""


class OfficeController(Protocol):
    """The settings of the scheme, for the office."""

    def rows(self) -> tuple[SettingRow, ...]:
        """Every setting of the scheme in its order."""

    def set(self, key: str, value: str, source: str, *, not_applicable: bool = False) -> None:
        """Record a value with its source. BadRequestError, in words, when it does not fit."""


class WorkspaceController(Protocol):
    """The applications of one workspace, for the start page."""

    @property
    def declaring(self) -> DeclaringController:
        """Declaring interests."""

    @property
    def registering(self) -> RegisterController:
        """The register of applications, for office and chair."""

    def is_office(self) -> bool:
        """Whether this person takes portfolios in and keeps the settings."""

    def office(self) -> OfficeController:
        """The settings of the scheme. BadRequestError for whom they are none of their business."""

    def applications(self) -> tuple[ApplicationRow, ...]:
        """Every application that this person may know of, those to be declared on first, then those in progress."""

    def open_application(self, application: str) -> WorkbenchController:
        """The workbench of one application. BadRequestError when there is none of this name, or it is closed."""

    def letter(self, application: str) -> LetterController:
        """The letter of one application. BadRequestError for whom it is not to be looked at, or not yet."""

    def sees_cohort(self) -> bool:
        """Whether statistics of all applications are for this person."""

    def cohort(self) -> "Looking":
        """A look at all applications. BadRequestError for whom statistics are not."""

    def upload(self) -> UploadController:
        """Begin an upload."""

    def take_in_folder(self, folder: str, password: str | None, tell: Callable[[Progress], None]) -> "Future[Taken]":
        """Take in a portfolio (folder, zip, PDF or DOCX) that lies on this computer; ``folder`` as typed."""
