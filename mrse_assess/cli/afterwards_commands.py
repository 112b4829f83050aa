"""What comes after a letter: another attempt, an appeal, a candidate's own record, the end of keeping."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from mrse_assess.cli.options import Application, By, Json, WorkspaceOption, day_given
from mrse_assess.cli.output import printable, say, say_json, table, tell
from mrse_assess.cli.portfolio_commands import tell_progress
from mrse_assess.errors import BadRequestError
from mrse_assess.terms import Role
from mrse_assess.workbench.appeal.own_record import write_own_record
from mrse_assess.workbench.appeal.pack import write_pack
from mrse_assess.workbench.resubmission.again import to_look_at_again
from mrse_assess.workbench.resubmission.opening import resubmit as enter_next_attempt
from mrse_assess.workbench.resubmission.overview import AttemptOverview, overview, overview_as_json
from mrse_assess.workspace import OFFICE, Workspace
from mrse_assess.workspace.attempts import Submission, replace_version
from mrse_assess.workspace.certificates import certificate_as_json, certificate_in_words
from mrse_assess.workspace.people import People
from mrse_assess.workspace.retention import Kept, kept_applications
from mrse_assess.workspace.retention import purge as erase

Out = Annotated[Path, typer.Option(help="A new zip file.")]
Opening = Callable[[Path], Workspace]


def add_to(app: typer.Typer, opening: Opening) -> None:
    """Give the commands of this module to the program. ``opening`` opens a workspace."""
    _add_attempts(app, opening)
    _add_resubmit(app, opening)
    _add_purge(app, opening)
    app.add_typer(_retention(opening), name="retention")
    app.add_typer(_appeal(opening), name="appeal")
    app.add_typer(_candidate(opening), name="candidate")


def take_in_again(workspace: Workspace, handed_over: Submission, reference: str, *, replaces: bool, why: str) -> None:
    """The next attempt of an application, or another version of the present one."""
    require_office(workspace, handed_over.by)
    if replaces:
        entered = replace_version(workspace, reference, handed_over, tell_progress, why=why)
        again = to_look_at_again(workspace, entered)
        tell(f"Another version of attempt {entered.attempt}; the one before it stays with the records.")
        for one in again:
            tell(printable(f"to be looked at again: {one.assessor}, {one.sub_category} {one.evidence_id}".rstrip()))
    else:
        entered = enter_next_attempt(workspace, reference, handed_over, tell_progress)
        for line in _lines(overview(workspace, reference)[-1]):
            tell(printable(line))
    say(entered.reference)


def named_again(application: str | None, attempt_of: str | None, *, replaces: bool) -> str:
    """The reference that comes again, "" for a new application.

    Raises:
        BadRequestError: it cannot be told which is meant.
    """
    if attempt_of and (replaces or application):
        raise BadRequestError("--attempt-of names the application by itself: leave --application and --replaces out.")
    if replaces and not application:
        raise BadRequestError("Say of which application the portfolio is replaced (--application).")
    return attempt_of or (application or "" if replaces else "")


def require_office(workspace: Workspace, by: str) -> None:
    """Refuse what only the office does; where nobody is registered anybody may, and is named in the record."""
    if not by.strip():
        raise BadRequestError("Say who does it (--by).")
    people = People(workspace)
    if people.persons() and by != OFFICE and not people.holds(by, Role.OFFICE):
        raise BadRequestError(f"{by} does not hold the office in this workspace.")


def _add_attempts(app: typer.Typer, opening: Opening) -> None:
    @app.command()
    def attempts(application: Application, workspace: WorkspaceOption, json: Json = False) -> None:
        """Show the attempts of an application: what was asked, what changed, what is open, what to look at again."""
        with opening(workspace) as opened:
            shown = overview(opened, application)
            if json:
                say_json({"application": application, "attempts": overview_as_json(shown)})
                return
            for one in shown:
                say(printable(f"Attempt {one.attempt}, received {one.received_on}"))
                for line in _lines(one):
                    say(printable(f"  {line}"))


def _add_resubmit(app: typer.Typer, opening: Opening) -> None:
    @app.command()
    def resubmit(
        application: Application,
        portfolio: Annotated[Path, typer.Argument(help="A folder, zip, PDF or Word file.", show_default=False)],
        workspace: WorkspaceOption,
        received: Annotated[str | None, typer.Option(help="When it was received; today if left out.")] = None,
        by: By = OFFICE,
    ) -> None:
        """Take in what an applicant sent after a letter asked for it: the next attempt under the same reference."""
        with opening(workspace) as opened:
            handed_over = Submission(
                source=portfolio, received_on=day_given(received) if received else opened.today(), by=by
            )
            take_in_again(opened, handed_over, application, replaces=False, why="")


def _add_purge(app: typer.Typer, opening: Opening) -> None:
    @app.command()
    def purge(
        application: Application,
        workspace: WorkspaceOption,
        why: Annotated[str, typer.Option(help="The rule that asks for it; it stays readable.")],
        by: By,
        letters: Annotated[bool, typer.Option("--letters", help="Erase the issued letters too.")] = False,
        json: Json = False,
    ) -> None:
        """Erase an application's documents and free texts for ever, and print a certificate of it."""
        with opening(workspace) as opened:
            require_office(opened, by)
            certificate = erase(opened, application, why=why, by=by, letters=letters)
            say((certificate_as_json if json else certificate_in_words)(certificate).rstrip())


def _retention(opening: Opening) -> typer.Typer:
    commands = typer.Typer(help="Until when applications are kept.", no_args_is_help=True)

    @commands.callback()
    def group() -> None:
        """Until when applications are kept."""

    @commands.command("list")
    def listed(workspace: WorkspaceOption, json: Json = False) -> None:
        """List the applications that had a letter, until when they are kept, and which are past it."""
        with opening(workspace) as opened:
            rows = kept_applications(opened)
        if json:
            say_json([{**asdict(row), "last_letter": str(row.last_letter), "until": str(row.until)} for row in rows])
            return
        head = ("Application", "Last letter", "Kept until", "Now")
        say(table([head, *((r.application, str(r.last_letter), str(r.until), _now(r)) for r in rows)]))

    return commands


def _now(row: Kept) -> str:
    if row.purged:
        return "purged"
    return "past: purge it" if row.past else "kept"


def _appeal(opening: Opening) -> typer.Typer:
    commands = typer.Typer(help="What an appeal needs.", no_args_is_help=True)

    @commands.callback()
    def group() -> None:
        """What an appeal needs."""

    @commands.command("pack")
    def pack(application: Application, workspace: WorkspaceOption, out: Out, by: By = OFFICE) -> None:
        """Write the records, judgements and letters of an application into one file that verifies itself."""
        with opening(workspace) as opened:
            packed = write_pack(opened, application, out, by)
        tell(f"{packed.records} records, {len(packed.letters)} letters; python {out.name} verifies it")
        say(packed.manifest)

    return commands


def _candidate(opening: Opening) -> typer.Typer:
    commands = typer.Typer(help="What a candidate may ask for.", no_args_is_help=True)

    @commands.callback()
    def group() -> None:
        """What a candidate may ask for."""

    @commands.command("export")
    def export(application: Application, workspace: WorkspaceOption, out: Out, by: By = OFFICE) -> None:
        """Write everything that is held about one candidate into one file, other people named by what they did."""
        with opening(workspace) as opened:
            given = write_own_record(opened, application, out, by)
        tell(f"{given.files} files, {given.records} records; {given.withheld} are other people's own and stayed")

    return commands


def _lines(one: AttemptOverview) -> Iterator[str]:
    if one.asked:
        yield f"asked for by {one.asked.letter}: {', '.join(one.asked.unmet) or 'missing parts'}"
        for setting in one.asked.settings:
            yield f"{setting.key} was {setting.value or 'not applicable'} ({setting.source})"
    if one.attempt > 1:
        yield f"open: {', '.join(one.open_codes)}"
    for item in one.changes.items if one.changes else ():
        also = f", sent before as {', '.join(item.sent_before_as)}" if item.sent_before_as else ""
        yield f"item {item.evidence_id}: {item.change.replace('_', ' ')}{also}"
    if one.versions > 1:
        yield f"versions of its portfolio: {one.versions}"
    for row in one.again:
        yield f"to be looked at again: {row.assessor}, {row.sub_category} {row.evidence_id}".rstrip()
    for assessor, code in one.beside:
        yield f"judged outside what is open, not counted: {assessor}, {code}"
    if one.outcome:
        yield f"outcome: {one.outcome}"
