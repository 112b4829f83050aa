"""The start page: the applications of the workspace, and portfolios taken in from it."""

import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from mrse_assess.documents import PasswordNeededError, PortfolioLockedError
from mrse_assess.errors import BadRequestError, MrseAssessError
from mrse_assess.terms import Severity
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workbench.start_views import ApplicationRow, Progress, Taken
from mrse_assess.workbench.worklist import claims_and_judged
from mrse_assess.workspace import Application, Workspace

MOST_FILES = 2000
MOST_BYTES = 1024 * 1024 * 1024
MOST_REMARKS = 5


class StartPage:
    """The controller behind the start page."""

    def __init__(self, workspace: Workspace, assessor: str) -> None:
        self._workspace = workspace
        self._assessor = assessor

    def applications(self) -> tuple[ApplicationRow, ...]:
        """Every application, those in progress first."""
        rows = [self._row(application) for application in self._workspace.applications()]
        return tuple(sorted(rows, key=lambda row: (not 0 < row.share < 1, row.application)))

    def open_application(self, application: str) -> OpenWorkbench:
        """The workbench of one application; BadRequestError when there is none of this name."""
        return OpenWorkbench(Assessment(self._workspace, self._workspace.application(application), self._assessor))

    def upload(self) -> "Upload":
        """Begin an upload."""
        return Upload(self)

    def take_in_folder(self, folder: str, password: str | None, tell: Callable[[Progress], None]) -> "Future[Taken]":
        """Take in what lies at the typed path on this computer."""
        source = Path(folder.strip().strip('"')).expanduser()
        return self.take_in(source, password, tell)

    def take_in(self, source: Path, password: str | None, tell: Callable[[Progress], None]) -> "Future[Taken]":
        """Take a portfolio in without holding up the page."""
        return self._workspace.background.submit(self._take_in, source, password, tell)

    def _take_in(self, source: Path, password: str | None, tell: Callable[[Progress], None]) -> Taken:
        try:
            application = self._workspace.add(
                source,
                received_on=self._workspace.clock().astimezone().date(),
                password=password or None,
                ask_for_password=password != "",  # an empty answer means: go on without the locked file
                tell=lambda words, done, total: tell(Progress(words, done, total)),
            )
        except (PortfolioLockedError, PasswordNeededError):
            return Taken(locked_file=source.name)
        portfolio = self._workspace.portfolio(application)
        serious = [problem.found for problem in portfolio.problems if problem.severity is not Severity.NOTE]
        return Taken(application=application.reference, remarks=tuple(serious[:MOST_REMARKS]))

    def _row(self, application: Application) -> ApplicationRow:
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


def _state(assessment: Assessment, claims: int, judged: int) -> str:
    chosen = assessment.in_force.outcome
    if chosen is not None:
        return f"Outcome chosen: {chosen.outcome.replace('_', ' ')}"
    concluded = len({one.sub_category for one in assessment.own.conclusions})
    if judged or concluded:
        return f"{judged} of {claims} claims judged, {concluded} of {len(assessment.scheme.codes)} concluded"
    return f"{claims} claims to judge"
