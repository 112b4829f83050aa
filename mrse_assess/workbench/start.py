"""The start page: the applications of the workspace, and portfolios taken in from it."""

import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from mrse_assess.documents import PasswordNeededError, PortfolioLockedError
from mrse_assess.errors import BadRequestError, MrseAssessError
from mrse_assess.model.judgement import OutcomeChoice
from mrse_assess.terms import Role, Severity
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.declaring import Declaring
from mrse_assess.workbench.letter_life.session import LetterSession
from mrse_assess.workbench.office_settings import OfficeSettings
from mrse_assess.workbench.registering.desk import Registering
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workbench.start_views import ApplicationRow, Progress, Taken
from mrse_assess.workbench.worklist import claims_and_judged
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.people import People
from mrse_assess.workspace.states import state_of
from mrse_assess.workspace.visibility import ALONE, ASSESSING, matrix

if TYPE_CHECKING:
    from mrse_assess.workbench.cohort.looking import Looking

HAND_BACK = (ASSESSING - {ALONE}) | {"chair_waiting", "chair"}
"""The standings of those who may still declare an interest in what is open to them."""

MOST_FILES = 2000
MOST_BYTES = 1024 * 1024 * 1024
MOST_REMARKS = 5


class StartPage:
    """The controller behind the start page."""

    def __init__(self, workspace: Workspace, assessor: str) -> None:
        self._workspace = workspace
        self._assessor = assessor
        self._people = People(workspace)
        self.declaring = Declaring(workspace, assessor)
        self.registering = Registering(workspace, assessor)
        self._problems: dict[str, int] = {}  # by reading

    def applications(self) -> tuple[ApplicationRow, ...]:
        """Every application that this person's standing sees: those to be declared on first, then those in progress."""
        standings = ((one, self._people.standing(self._assessor, one)) for one in self._workspace.applications())
        rows = [self._row(one, standing) for one, standing in standings if matrix().may_see(standing, "entry")]
        return tuple(sorted(rows, key=lambda row: (not row.closed, not 0 < row.share < 1, row.application)))

    def open_application(self, application: str) -> OpenWorkbench:
        """The workbench of one application.

        Raises:
            BadRequestError: there is none of this name that the person may know of, or it is still closed.
        """
        found = self._people.application(application, self._assessor)
        if not self._people.may_see(self._assessor, found, "portfolio"):
            raise BadRequestError(f"{found.reference} is still closed: declare first whether you have an interest.")
        return OpenWorkbench(Assessment(self._workspace, found, self._assessor))

    def is_office(self) -> bool:
        """Whether this person takes portfolios in and sets what the scheme has not published."""
        return self._people.holds(self._assessor, Role.OFFICE)

    def office(self) -> OfficeSettings:
        """The settings of the scheme; BadRequestError for whom they are none of their business."""
        self._refuse_others()
        return OfficeSettings(self._workspace, self._assessor)

    def letter(self, application: str) -> LetterSession:
        """The letter of one application on a page.

        Raises:
            BadRequestError: there is none of this name for this person, or they may not look at its letter, or not yet.
        """
        return LetterSession(self._workspace, self._people.application(application, self._assessor), self._assessor)

    def sees_cohort(self) -> bool:
        """Whether statistics of all applications are for this person."""
        return self._people.holds(self._assessor, Role.CHAIR, Role.OFFICE)

    def cohort(self) -> "Looking":
        """A look at all applications; BadRequestError for whom statistics are not."""
        from mrse_assess.workbench.cohort.looking import Looking  # noqa: PLC0415 - pandas: seldom needed, slow to come

        return Looking(self._workspace, self._assessor)

    def upload(self) -> "Upload":
        """Begin an upload."""
        self._refuse_others()
        return Upload(self)

    def take_in_folder(self, folder: str, password: str | None, tell: Callable[[Progress], None]) -> "Future[Taken]":
        """Take in what lies at the typed path on this computer."""
        source = Path(folder.strip().strip('"')).expanduser()
        return self.take_in(source, password, tell)

    def take_in(self, source: Path, password: str | None, tell: Callable[[Progress], None]) -> "Future[Taken]":
        """Take a portfolio in without holding up the page."""
        self._refuse_others()
        return self._workspace.background.submit(self._take_in, source, password, tell)

    def _take_in(self, source: Path, password: str | None, tell: Callable[[Progress], None]) -> Taken:
        try:
            application = self._workspace.add(
                source,
                received_on=self._workspace.today(),
                password=password or None,
                ask_for_password=password != "",  # an empty answer means: go on without the locked file
                tell=lambda words, done, total: tell(Progress(words, done, total)),
            )
        except (PortfolioLockedError, PasswordNeededError):
            return Taken(locked_file=source.name)
        portfolio = self._workspace.portfolio(application)
        serious = [problem.found for problem in portfolio.problems if problem.severity is not Severity.NOTE]
        return Taken(application=application.reference, remarks=tuple(serious[:MOST_REMARKS]))

    def _refuse_others(self) -> None:
        if not self.is_office():
            raise BadRequestError("In this workspace the office takes portfolios in and keeps the settings.")

    def _row(self, application: Application, standing: str) -> ApplicationRow:
        if not matrix().may_see(standing, "portfolio"):
            return _closed_row(application)
        if standing in ASSESSING:
            return self._open_row(application, given=standing in HAND_BACK)
        return self._looked_on_row(application, standing)

    def _looked_on_row(self, application: Application, standing: str) -> ApplicationRow:
        """For chair and office, who have no share in it: how far it has come, as far as they see."""
        found = self._people.in_force(application)
        chosen = found.outcome if matrix().may_see(standing, "decision") else None
        state, problems = _capital(state_of(found).words), 1
        try:
            problems = self._problems_of(application)
        except MrseAssessError as error:
            state, chosen = str(error), None
        return ApplicationRow(
            application=application.reference,
            applicant=application.applicant or "name not found",
            attempt=application.attempt,
            received=application.received_on,
            state=_chosen(chosen) if chosen else state,
            share=0.0,
            problems=problems,
            given=standing in HAND_BACK,
            looked_on=True,
        )

    def _problems_of(self, application: Application) -> int:
        """How much reading found; a reading never changes, and a whole portfolio takes a while to look through."""
        if application.reading not in self._problems:
            found = self._workspace.portfolio(application).problems
            self._problems[application.reading] = sum(one.severity is not Severity.NOTE for one in found)
        return self._problems[application.reading]

    def _open_row(self, application: Application, *, given: bool) -> ApplicationRow:
        assessment = Assessment(self._workspace, application, self._assessor)
        try:
            claims, judged = claims_and_judged(assessment)
            problems = sum(problem.severity is not Severity.NOTE for problem in assessment.portfolio.problems)
            state = _state(assessment, claims, judged)
        except MrseAssessError as error:
            claims, judged, problems, state = 0, 0, 1, str(error)
        return ApplicationRow(
            application=application.reference,
            applicant=application.applicant or "name not found",
            attempt=application.attempt,
            received=application.received_on,
            state=state,
            share=judged / claims if claims else 0.0,
            problems=problems,
            given=given,
        )


class Upload:
    """Files of one portfolio arriving from the page, kept under numbers; their names only ever name zip entries."""

    def __init__(self, page: StartPage) -> None:
        self._page = page
        self._folder = Path(tempfile.mkdtemp(prefix="mrse-upload-"))
        self._names: list[str] = []
        self._open: BinaryIO | None = None
        self._left = 0
        self._total = 0

    def begin_file(self, name: str, size: int) -> None:
        """A file of so many bytes follows."""
        self._close_file()
        self._total += size
        if size < 0 or len(self._names) >= MOST_FILES or self._total > MOST_BYTES:
            raise BadRequestError(
                f"A portfolio has at most {MOST_FILES} files and 1 GiB; send it as a zip, or split it."
            )
        self._names.append(name)
        self._open = (self._folder / str(len(self._names))).open("xb")
        self._left = size

    def write(self, data: bytes) -> None:
        """The next bytes of the file begun last."""
        if self._open is None or len(data) > self._left:
            raise BadRequestError("More arrived than was announced; drop the portfolio again.")
        self._left -= len(data)
        self._open.write(data)

    def finish(self, password: str | None, tell: Callable[[Progress], None]) -> "Future[Taken]":
        """Take in what arrived; may be called again with a password."""
        self._close_file()
        if not self._names:
            raise BadRequestError("Nothing arrived; drop a file or a folder.")
        return self._page.take_in(self._source(), password, tell)

    def abandon(self) -> None:
        """Forget everything that arrived."""
        self._close_file()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _close_file(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None
        if self._left:
            self._left = 0
            raise BadRequestError("A file arrived in part only; drop the portfolio again.")

    def _source(self) -> Path:
        """A lone file as it is; several as a folder, their own paths kept where they are harmless."""
        portfolio = self._folder / "portfolio"
        portfolio.mkdir(exist_ok=True)
        for number, name in enumerate(self._names, start=1):
            arrived = self._folder / str(number)
            if arrived.exists():
                target = portfolio / harmless_path(name, number)
                if target.exists():  # two names that differ only in what was made harmless
                    target = portfolio / str(number) / target.name
                target.parent.mkdir(parents=True, exist_ok=True)
                arrived.rename(target)
        files = [path for path in portfolio.rglob("*") if path.is_file()]
        return files[0] if len(files) == 1 else portfolio


def harmless_path(name: str, number: int) -> PurePosixPath:
    """The name as a relative path without anything that could lead elsewhere or that a file system refuses."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    kept = ["".join(c if c.isprintable() and c not in '<>:"|?*' else "_" for c in part)[:120] for part in parts[-8:]]
    return PurePosixPath(*kept) if kept else PurePosixPath(f"file {number}")


def _closed_row(application: Application) -> ApplicationRow:
    return ApplicationRow(
        application=application.reference,
        applicant="",
        attempt=application.attempt,
        received=application.received_on,
        state="closed until you declare",
        share=0.0,
        closed=True,
    )


def _chosen(choice: OutcomeChoice) -> str:
    return f"Outcome chosen: {choice.outcome.replace('_', ' ')}"


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _state(assessment: Assessment, claims: int, judged: int) -> str:
    chosen = assessment.in_force.outcome
    if chosen is not None:
        return _chosen(chosen)
    concluded = len({one.sub_category for one in assessment.own.conclusions})
    if judged or concluded:
        return f"{judged} of {claims} claims judged, {concluded} of {len(assessment.scope)} concluded"
    return f"{claims} claims to judge"
