"""The life of a letter after an outcome is chosen: status, edits, sign-off, issue, and what becomes of it.

They are commands of their own beside ``letter APPLICATION`` and no sub-commands of it: an application may be called
``status`` or ``issue``, and its letter must still be had by its name.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final

import typer

from mrse_assess.cli.letter_output import refusal_lines, status_as_json, status_lines
from mrse_assess.cli.options import Application, By, Json, WorkspaceOption
from mrse_assess.cli.output import printable, say, say_json, tell
from mrse_assess.errors import BadRequestError
from mrse_assess.records import Event
from mrse_assess.rendering import own_template
from mrse_assess.terms import OutcomeKind
from mrse_assess.workbench.letter_life import LetterDesk
from mrse_assess.workbench.letter_life.batch import INDEX, write_batch
from mrse_assess.workbench.letter_life.telling import told
from mrse_assess.workbench.letter_life.templates import faults_of_template, require_office, use_own, use_template
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.letter_templates import read_template

Reason = Annotated[str, typer.Option(help="Why, in words; kept with the record.")]
Outcome = Annotated[OutcomeKind, typer.Option(help="Letters with which outcome.")]

_ACTS: Final = {
    "hold": (LetterDesk.hold, "Hold a letter: not to be issued, or not to be relied on, until it is released."),
    "release": (LetterDesk.release, "Release a letter that is held."),
    "recall": (LetterDesk.recall, "Take an issued letter back."),
    "supersede": (LetterDesk.supersede, "Take an issued letter back because another one takes its place."),
}


def add_letter_commands(app: typer.Typer, opening: Callable[[Path], Workspace]) -> None:
    """Give the commands of this module to the program. ``opening`` opens a workspace."""
    _add_status(app, opening)
    _add_edit(app, opening)
    _add_issue(app, opening)
    for name, (act, words) in _ACTS.items():
        _add_act(app, opening, name, act, words)
    _add_sending(app, opening)
    app.add_typer(_template_commands(opening), name="letter-template")


def _add_status(app: typer.Typer, opening: Callable[[Path], Workspace]) -> None:
    @app.command("letter-status")
    def letter_status(application: Application, workspace: WorkspaceOption, by: By, json: Json = False) -> None:
        """Show where the letters of an application stand, the edits, and what keeps the next from being issued."""
        with opening(workspace) as opened:
            status = LetterDesk(opened, opened.application(application), by).status()
        if json:
            say_json(status_as_json(status))
        else:
            say("\n".join(printable(line) for line in status_lines(status)))


def _add_edit(app: typer.Typer, opening: Callable[[Path], Workspace]) -> None:
    @app.command("letter-edit")
    def letter_edit(
        application: Application,
        workspace: WorkspaceOption,
        by: By,
        reason: Reason,
        sentence: Annotated[int | None, typer.Option(help="Its number in the trace, from 1.")] = None,
        text: Annotated[str, typer.Option(help="The words that shall stand there.")] = "",
        remove: Annotated[
            str, typer.Option(metavar="N", help="Bring a composed sentence back: its number, or the edit's id.")
        ] = "",
    ) -> None:
        """Put one sentence of the letter into other words, or bring the composed one back."""
        if (sentence is None) == (not remove):
            raise BadRequestError("Say which sentence (--sentence N --text WORDS), or which edit goes (--remove N).")
        with opening(workspace) as opened:
            desk = LetterDesk(opened, opened.application(application), by)
            if sentence is None:
                desk.remove_edit(remove, reason)
            else:
                desk.edit(sentence, text, reason)
            _tell_edits(desk)


def _tell_edits(desk: LetterDesk) -> None:
    for line in status_lines(desk.status(), only_edits=True):
        tell(printable(line))


def _add_issue(app: typer.Typer, opening: Callable[[Path], Workspace]) -> None:
    @app.command("letter-sign-off")
    def letter_sign_off(application: Application, workspace: WorkspaceOption, by: By) -> None:
        """Sign the letter off as it is now; not whoever chose the outcome, nor whoever issues it."""
        with opening(workspace) as opened:
            desk = LetterDesk(opened, opened.application(application), by)
            _tell_refusals(desk)
            desk.sign_off()
            tell(printable(f"{desk.status().letter} is signed off"))

    @app.command("letter-issue")
    def letter_issue(application: Application, workspace: WorkspaceOption, by: By) -> None:
        """Issue the letter: its files are kept in the workspace, their hashes in the records; prints where they are."""
        with opening(workspace) as opened:
            desk = LetterDesk(opened, opened.application(application), by)
            for line in refusal_lines(desk.grounds()):
                tell(printable(line))
            issue = desk.issue()
            say(str(opened.layout.letters / issue.letter))


def _tell_refusals(desk: LetterDesk) -> None:
    for line in refusal_lines(desk.draft().refusals):
        tell(printable(line))


def _add_act(
    app: typer.Typer,
    opening: Callable[[Path], Workspace],
    name: str,
    act: Callable[[LetterDesk, str], Event],
    words: str,
) -> None:
    def letter_act(application: Application, workspace: WorkspaceOption, by: By, reason: Reason) -> None:
        with opening(workspace) as opened:
            done = act(LetterDesk(opened, opened.application(application), by), reason)
        tell(printable(f"{done.payload['letter']}: {done.payload['state']}"))

    letter_act.__doc__ = words
    app.command(f"letter-{name}")(letter_act)


def _add_sending(app: typer.Typer, opening: Callable[[Path], Workspace]) -> None:
    @app.command("letter-batch")
    def letter_batch(
        applications: Annotated[list[str], typer.Argument(metavar="APPLICATION...", show_default=False)],
        workspace: WorkspaceOption,
        out: Annotated[Path, typer.Option(help="A new folder.")],
        by: By,
        drafts: Annotated[bool, typer.Option("--drafts", help="Letters that are not issued yet, too.")] = False,
    ) -> None:
        """Write issued letters into a folder, one DOCX and one PDF each, with a list for the mail merge."""
        with opening(workspace) as opened:
            rows = write_batch(opened, [opened.application(one) for one in applications], out, by, drafts=drafts)
        tell(printable(f"{len(rows)} letter{'' if len(rows) == 1 else 's'} and {INDEX} written to {out}"))

    @app.command("letter-tell")
    def letter_tell(
        application: Application,
        workspace: WorkspaceOption,
        by: By,
        out: Annotated[Path | None, typer.Option(help="F.txt; printed if left out.")] = None,
    ) -> None:
        """Write what the assessors of an application are told of its outcome, and say for whom it is."""
        with opening(workspace) as opened:
            notice = told(opened, opened.application(application), by)
        if out is None:
            say(printable(notice.text))
        else:
            _write(out, f"{notice.text}\n".encode())
        tell(printable(f"For: {', '.join(notice.persons) or 'nobody'}"))


def _template_commands(opening: Callable[[Path], Workspace]) -> typer.Typer:
    template = typer.Typer(help="The Word template of letters with one outcome, which an office can edit in Word.")

    @template.command("export")
    def export_(
        workspace: WorkspaceOption,
        outcome: Outcome,
        out: Annotated[Path, typer.Option(help="A new file, F.docx.")],
    ) -> None:
        """Write the template in use, to be edited in Word."""
        if out.exists():
            raise BadRequestError(f"{out} exists already; name a new file.")
        with opening(workspace) as opened:
            own = read_template(opened.layout, opened.scheme.id, outcome)
        _write(out, own or own_template())
        tell(f"Written to {out}: {'the template of this office' if own else 'the template of the program'}")

    @template.command("check")
    def check_(
        file: Annotated[Path, typer.Argument(help="A Word file.", show_default=False)], workspace: WorkspaceOption
    ) -> None:
        """Say what is wrong with a template: which tag, and where it stands."""
        with opening(workspace) as opened:
            faults = faults_of_template(opened, _read(file))
        for fault in faults:
            say(printable(f"{fault.found} {fault.advice}"))
        if faults:
            raise BadRequestError(f"Letters cannot be made from {file.name}: {len(faults)} to correct.")
        tell("Letters can be made from it.")

    @template.command("use")
    def use_(
        workspace: WorkspaceOption,
        outcome: Outcome,
        by: By,
        file: Annotated[Path | None, typer.Argument(help="A Word file; left out: the program's own.")] = None,
    ) -> None:
        """Take a template into use for letters with this outcome; one with a fault is refused."""
        with opening(workspace) as opened:
            require_office(opened, by)
            if file is None:
                use_own(opened, outcome)
            else:
                use_template(opened, outcome, _read(file))
        tell(f"Letters of {outcome} are made from {file.name if file else 'the template of the program'}")

    return template


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadRequestError(f"{path} cannot be read: {error.strerror}.") from error


def _write(path: Path, data: bytes) -> None:
    try:
        write_durably(path, data)
    except OSError as error:
        raise BadRequestError(f"{path} cannot be written: {error.strerror}.") from error
