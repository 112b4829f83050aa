"""A folder for the mail merge: the letters of many applications as Word and PDF files, and a list of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mrse_assess.errors import BadRequestError
from mrse_assess.records.tables import write_csv
from mrse_assess.rendering import render
from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.letter_life import permitted
from mrse_assess.workbench.letter_life.desk import LetterDesk
from mrse_assess.workbench.letter_life.templates import template_for
from mrse_assess.workbench.letter_life.views import Drafted, LetterState
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.issued_letters import PDF, WORD, read_letter_file
from mrse_assess.workspace.people import People

INDEX = "index.csv"
COLUMNS = ("reference", "attempt", "salutation", "outcome", "docx", "pdf", "letter", "state")


@dataclass(frozen=True, kw_only=True)
class BatchRow:
    """One letter of the batch, as the list has it; ``outcome`` is empty for a draft without one."""

    reference: str
    attempt: int
    salutation: str
    outcome: str
    letter: str
    state: LetterState
    files: tuple[tuple[str, bytes], ...]

    def cells(self) -> tuple[str, ...]:
        """The row of the list."""
        docx, pdf = (name for name, _ in self.files)
        return (
            self.reference, str(self.attempt), self.salutation, self.outcome, docx, pdf, self.letter, self.state.value,
        )  # fmt: skip


def write_batch(
    workspace: Workspace, applications: Sequence[Application], out: Path, person: str, *, drafts: bool
) -> tuple[BatchRow, ...]:
    """Write the letters that were issued and stand, with ``drafts`` those that are not yet issued too.

    Nothing is written unless all can be. Cells that a spreadsheet would take for a formula get an apostrophe.

    Raises:
        BadRequestError: an application has no letter that stands, ``out`` holds something, or it cannot be written.
        RecordsError: a file of an issued letter is not as it was issued.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise BadRequestError(f"{out} is not an empty folder; name a new one, so that no letter is overwritten.")
    rows = tuple(_row(workspace, one, person, drafts=drafts) for one in dict.fromkeys(applications))
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, data in (file for row in rows for file in row.files):
            write_durably(out / name, data)
        write_csv(out / INDEX, COLUMNS, [row.cells() for row in rows])
        (out / INDEX).chmod(0o600)
    except OSError as error:
        raise BadRequestError(f"{out} cannot be written: {error.strerror}.") from error
    return rows


def _row(workspace: Workspace, application: Application, person: str, *, drafts: bool) -> BatchRow:
    desk = LetterDesk(workspace, application, person)
    desk.require(permitted.SEND)
    standing = desk.standing()
    if standing and standing.state is LetterState.ISSUED:
        issue = desk.issue_of(standing.letter)
        files = tuple(
            (f"{standing.letter}{Path(name).suffix}", read_letter_file(workspace.layout, issue, name))
            for name in (WORD, PDF)
        )
        return _as_row(workspace, application, issue.outcome, standing.letter, standing.state, files)
    if not drafts or standing:
        held = standing and standing.state is LetterState.HELD
        state = f"{standing.letter} is held" if standing and held else "no letter was issued that stands"
        raise BadRequestError(f"{application.reference}: {state}. Nothing was written; leave it out, or use --drafts.")
    draft = desk.draft()
    return _as_row(
        workspace, application, draft.letter.outcome, draft.letter.letter_id, desk.status().state,
        _drafted(workspace, draft),
    )  # fmt: skip


def _drafted(workspace: Workspace, draft: Drafted) -> tuple[tuple[str, bytes], ...]:
    letter = draft.letter
    template = template_for(workspace, letter.outcome) if letter.outcome else None
    name = f"{letter.letter_id} draft"
    return (
        (f"{name}.docx", render(letter, ".docx", workspace.pool, template=template)),
        (f"{name}.pdf", render(letter, ".pdf", workspace.pool)),
    )


def _as_row(
    workspace: Workspace,
    application: Application,
    outcome: OutcomeKind | None,
    letter: str,
    state: LetterState,
    files: tuple[tuple[str, bytes], ...],
) -> BatchRow:
    found = People(workspace).in_force(application)
    salutation = found.registration.salutation.strip() if found.registration else ""
    return BatchRow(
        reference=application.reference,
        attempt=application.attempt,
        salutation=salutation or application.applicant,
        outcome=outcome.value if outcome else "",
        letter=letter,
        state=state,
        files=files,
    )
