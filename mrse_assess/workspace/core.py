"""The workspace: what everything else opens first."""

import contextlib
import hashlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from mrse_assess.errors import BadRequestError, RecordsError, WorkerError
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.acts import ApplicationEntry
from mrse_assess.model.judgement import SettingValue
from mrse_assess.model.observation import Screening
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.records import Store, from_event, settings_in_force, to_event
from mrse_assess.scheme import load_scheme
from mrse_assess.terms import EventKind
from mrse_assess.workspace.attempts import attempt_of, why_taken
from mrse_assess.workspace.codec import portfolio_from_json, portfolio_to_json
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.layout import Layout, create_layout, fingerprint_key, open_layout, refuse_taken
from mrse_assess.workspace.purged import purge_of, refuse_purged
from mrse_assess.workspace.reading import Folders, Tell, read_source
from mrse_assess.workspace.register import Application, applications_of, checked_reference, next_reference
from mrse_assess.workspace.screenings import Looking
from mrse_assess.workspace.server import prepare_server
from mrse_assess.workspace.settings import checked_setting

if TYPE_CHECKING:
    from mrse_assess.screening.fingerprints import AcrossPair

OFFICE = "office"
"""Who records what belongs to no assessor: applications taken in, settings."""


class Workspace:
    """One workspace, open. Close it, or use it as a context manager; its worker process starts when first needed."""

    def __init__(
        self, layout: Layout, scheme: Scheme, store: Store, clock: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self.layout = layout
        self.scheme = scheme
        self.store = store
        self.pool = WorkerPool()
        self.background = ThreadPoolExecutor(max_workers=2, thread_name_prefix="workspace")
        self.clock = clock
        self.new_id = new_id

    @classmethod
    def create(
        cls, folder: Path, *, clock: Callable[[], datetime], new_id: Callable[[], str], server: str = ""
    ) -> Self:
        """A new, empty workspace under the shipped scheme, its records in a file or in a database on a server.

        Raises:
            BadRequestError: something else lies there, or ``server`` is no URL of an empty database.
            RecordsError: the database cannot be used.
        """
        scheme = load_scheme()
        if server:
            refuse_taken(folder)
            prepare_server(server, clock=clock, new_id=new_id)
        layout = create_layout(folder, scheme.id, server)
        return cls(layout, scheme, Store.open(layout.location, clock=clock, new_id=new_id), clock, new_id)

    @classmethod
    def open(cls, folder: Path, *, clock: Callable[[], datetime], new_id: Callable[[], str]) -> Self:
        """An existing workspace.

        Raises:
            BadRequestError: there is none, or it is under a scheme that this program does not have.
            RecordsError: its records are damaged or of another version.
        """
        layout, scheme_id = open_layout(folder)
        scheme = load_scheme()
        if scheme_id != scheme.id:
            raise BadRequestError(f"The workspace is under the scheme {scheme_id}; this program has {scheme.id}.")
        if not (layout.server or layout.records.exists()) and any(layout.readings.iterdir()):
            raise RecordsError(f"{layout.records} is missing although applications were taken in; restore a backup.")
        store = Store.open(layout.location, clock=clock, new_id=new_id, create=not layout.server)
        return cls(layout, scheme, store, clock, new_id)

    def close(self) -> None:
        """End the worker and close the records."""
        self.pool.close()
        self.background.shutdown(wait=True, cancel_futures=True)
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def today(self) -> date:
        """The date where the scheme has its office, whatever the clock of this machine is set to."""
        return self.scheme.day_of(self.clock())

    def applications(self) -> tuple[Application, ...]:
        """Every application, in the order of the references: of each the latest attempt."""
        return applications_of(from_event(event) for event in self.store.events(kind=EventKind.APPLICATION))

    def application(self, reference: str, attempt: int | None = None) -> Application:
        """The application of this reference, in its latest attempt or in this one.

        Raises:
            BadRequestError: there is none, and which there are.
        """
        if attempt is not None:
            return attempt_of(self, reference, attempt)
        known = self.applications()
        for application in known:
            if application.reference == reference:
                return application
        names = ", ".join(application.reference for application in known) or "none yet"
        raise BadRequestError(f"There is no application {reference!r} in this workspace; there are: {names}.")

    def add(
        self,
        source: Path,
        *,
        received_on: date,
        reference: str | None = None,
        password: str | None = None,
        ask_for_password: bool = False,
        tell: Tell,
    ) -> Application:
        """Take a portfolio in, read it, and enter it into the register.

        Raises:
            BadRequestError: there is nothing at ``source``, or the reference is taken or cannot serve as one.
            UnreadablePortfolioError: nothing in it could be opened.
            PasswordNeededError: a file is encrypted, and ``ask_for_password`` says that somebody can be asked.
        """
        taken = {application.reference for application in self.applications()}
        if reference is not None and checked_reference(reference) in taken:
            raise BadRequestError(why_taken(self, self.application(reference)))
        entry = ApplicationEntry(
            application=reference or "", attempt=1, received_on=received_on, portfolio_digest="", file_name=source.name
        )
        return self.enter(source, entry, password=password, ask_for_password=ask_for_password, tell=tell)

    def enter(
        self,
        source: Path,
        said: ApplicationEntry,
        *,
        password: str | None = None,
        ask_for_password: bool = False,
        tell: Tell,
        by: str = OFFICE,
    ) -> Application:
        """Read a portfolio, and record the entry with what was read; :mod:`.attempts` says which entries may be made.

        Without a reference the entry gets the next free one. Raises as :meth:`add` does.
        """
        received_on = said.received_on or self.today()
        folders = self._folders()
        portfolio = read_source(
            source, folders, self.scheme, self.pool, password=password, ask_for_password=ask_for_password, tell=tell
        )
        tell("Looking the evidence over", 0, 0)
        self._look_over(portfolio, received_on)
        entry = replace(
            said,
            application=said.application or next_reference((one.reference for one in self.applications()), received_on),
            received_on=received_on,
            portfolio_digest=self._keep(portfolio),
            applicant=portfolio.applicant_name or "",
        )
        head = self.store.head(entry.application, by) if entry.attempt > 1 or entry.replaces else None
        new = to_event(entry, event=self.new_id(), actor=by, scheme_version=self.scheme.version)
        self.store.append(new, expected_head=head)
        return self.application(entry.application)

    def portfolio(self, application: Application) -> Portfolio:
        """What was understood of the application's portfolio when it was taken in.

        Raises:
            RecordsError: the stored reading is missing or is not what was recorded.
            PurgedError: it was erased at the end of its keeping.
        """
        refuse_purged(self, application.reference)
        path = self.layout.readings / f"{application.reading}.json"
        try:
            data = path.read_bytes()
        except OSError as error:
            raise RecordsError(f"The reading of {application.reference} is missing; restore a backup.") from error
        if hashlib.sha256(data).hexdigest() != application.reading:
            raise RecordsError(f"The reading of {application.reference} was changed; restore a backup.")
        return portfolio_from_json(data)

    def screening(self, application: Application, portfolio: Portfolio | None = None) -> Screening:
        """What screening says of the application's portfolio: as it was read, or as a person corrected it.

        Made when first asked for, in a worker of its own, and kept in the cache.

        Raises:
            RecordsError: the stored reading is missing or is not what was recorded.
            WorkerError: looking failed.
        """
        looked_at = self.portfolio(application) if portfolio is None else portfolio
        return self._looking().screening(looked_at, application.received_on)

    def kept_screening(self, application: Application, portfolio: Portfolio) -> Screening | None:
        """What screening said of the portfolio before; None where :meth:`screening` has still to look."""
        return self._looking().kept(portfolio, application.received_on)

    def alike_elsewhere(self, application: Application) -> "tuple[tuple[AcrossPair, ...], int]":
        """Items much like those of other applications, and with how many it was compared. For chair and office alone.

        Raises:
            RecordsError: a stored reading is missing or is not what was recorded.
            WorkerError: looking failed.
        """
        from mrse_assess.workspace.likeness import alike_elsewhere  # noqa: PLC0415 - the page opens sooner without it

        looking = self._looking()
        known = {
            one.reference: looking.fingerprint(self.portfolio(one), one.received_on)
            for one in self.applications()
            if one.reference == application.reference or purge_of(self, one.reference) is None
        }
        return alike_elsewhere(application.reference, known, self.scheme)

    def settings(self) -> Mapping[str, SettingValue]:
        """The settings that have a value, by id."""
        said = settings_in_force(self.store.events(application="", kind=EventKind.SETTING))
        return {setting.key: setting for setting in said}

    def set_setting(
        self, key: str, value: str, source: str, *, invented: bool = False, by: str = OFFICE
    ) -> SettingValue:
        """Record the value of a setting with its source, as ``by`` gives it; "" takes the value back.

        Raises:
            BadRequestError: the scheme has no such setting, the value does not fit it, or no source is given.
        """
        setting = checked_setting(self.scheme, key, value, source, invented=invented)
        self.store.append(to_event(setting, event=self.new_id(), actor=by, scheme_version=self.scheme.version))
        return setting

    def _look_over(self, portfolio: Portfolio, received_on: date) -> None:
        """Screen a portfolio that was just read, so that nobody waits for it later; what fails is tried again then."""
        with contextlib.suppress(WorkerError):
            self._looking().screening(portfolio, received_on, self.pool)

    def _looking(self) -> Looking:
        return Looking(folders=self._folders(), scheme=self.scheme, key=fingerprint_key(self.layout))

    def _folders(self) -> Folders:
        return Folders(originals=self.layout.originals, cache=self.layout.cache)

    def _keep(self, portfolio: Portfolio) -> str:
        """Store the reading under its hash and return the hash."""
        data = portfolio_to_json(portfolio)
        digest = hashlib.sha256(data).hexdigest()
        path = self.layout.readings / f"{digest}.json"
        if not path.exists():
            write_durably(path, data)
        return digest
