"""The commands, one function each, in the order of the contract."""

import os
import sys
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from mrse_assess.cli import (
    afterwards_commands,
    application_commands,
    bundle_commands,
    cohort_commands,
    database_commands,
    letter_commands,
    panel_commands,
    person_commands,
    portfolio_commands,
    register_commands,
    screening_commands,
    serving,
    simulation_commands,
    versions,
    workspace_commands,
)
from mrse_assess.cli.edge import run_at_the_edge
from mrse_assess.errors import BadRequestError
from mrse_assess.terms import OutcomeKind
from mrse_assess.workspace import OFFICE, Workspace
from mrse_assess.workspace.attempts import Submission
from mrse_assess.workspace.server import move_to_server

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"max_content_width": 120},  # what a command does is told whole where the window is wide enough
)

_HELP = "Usage: "  # with this begins the help, which is the message where a command was given nothing

WorkspaceOption = Annotated[Path, typer.Option("--workspace", "-w", help="The folder of the workspace.")]
Application = Annotated[str, typer.Argument(help="The application's reference, as add printed it.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Port = Annotated[int, typer.Option("--port", help="The port on this machine; 0 takes a free one.")]
Server = Annotated[
    str, typer.Option("--records", help="Keep the records in an empty database: postgresql://host/database.")
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open the browser.")]
Version = Annotated[
    bool,
    typer.Option("--version", callback=versions.print_and_exit, is_eager=True, help="Print what this is, and end."),
]


def main() -> None:
    """Run the command line and exit with the code of the contract."""
    sys.exit(run_at_the_edge(_run))


def _run() -> None:
    try:
        app(standalone_mode=False)
    except TyperException as error:
        message = error.format_message().strip()
        if message.startswith(_HELP):
            typer.echo(message, err=True)
            raise BadRequestError("Name one of these commands.") from error
        message = message.replace("\n", " ")
        raise BadRequestError(f"{message} See mrse-assess --help.") from error
    except (typer.Abort, typer.Exit):
        return


def open_workspace(folder: Path) -> Workspace:
    """The workspace with this machine's clock and random ids."""
    return Workspace.open(folder, clock=now, new_id=new_id)


def now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A random UUID."""
    return str(uuid.uuid4())


def with_workspace(folder: Path, act: Callable[[Workspace], None]) -> None:
    """Open the workspace, act, close it again whatever happens."""
    with open_workspace(folder) as workspace:
        act(workspace)


@app.callback()
def options(version: Version = False) -> None:
    """Workbench for assessors of MR Safety Expert portfolios."""


@app.command()
def demo(
    port: Port = 0,
    no_browser: NoBrowser = False,
    workspace: Annotated[Path, typer.Option("--workspace", "-w", help="Where the demo keeps its records.")] = Path(
        "demo-workspace"
    ),
    build_only: Annotated[bool, typer.Option("--build-only", help="Take the samples in and stop.")] = False,
) -> None:
    """Build a workspace from the sample portfolios and start the workbench on it."""
    serving.build_demo(workspace, now, new_id)
    if not build_only:
        serving.serve_workspace(workspace, port=port, open_browser=not no_browser, assessor=serving.DEMO_ASSESSOR)


@app.command()
def init(
    workspace: Annotated[Path, typer.Argument(help="A new folder.", show_default=False)], records: Server = ""
) -> None:
    """Make an empty workspace."""
    Workspace.create(workspace, clock=now, new_id=new_id, server=records).close()


@app.command()
def add(
    portfolio: Annotated[Path, typer.Argument(help="A folder, zip, PDF or Word file.", show_default=False)],
    workspace: WorkspaceOption,
    received: Annotated[
        str | None, typer.Option(help="When it was received, such as 2026-09-14; today if left out.")
    ] = None,
    application: Annotated[str | None, typer.Option(help="The reference to give it; numbered if left out.")] = None,
    password_file: Annotated[
        Path | None, typer.Option(help="A file that holds the password of an encrypted portfolio; it is not kept.")
    ] = None,
    attempt_of: Annotated[str | None, typer.Option(help="The application whose next attempt this is.")] = None,
    replaces: Annotated[
        bool, typer.Option("--replaces", help="Another version of the portfolio of --application; say --why.")
    ] = False,
    why: Annotated[str, typer.Option(help="Why it is replaced; kept with the records.")] = "",
    by: Annotated[str, typer.Option(help="Who enters another attempt or version.")] = OFFICE,
) -> None:
    """Take a portfolio in and print its application id."""
    received_on = _date(received) if received else now().astimezone().date()
    with open_workspace(workspace) as opened:
        again = afterwards_commands.named_again(application, attempt_of, replaces=replaces)
        if again:
            password = portfolio_commands.password_in(password_file)
            handed = Submission(source=portfolio, received_on=received_on, by=by, password=password)
            afterwards_commands.take_in_again(opened, handed, again, replaces=replaces, why=why)
            return
        portfolio_commands.add(opened, portfolio, received_on, application, password_file)


@app.command()
def serve(
    workspace: WorkspaceOption,
    port: Port = 0,
    no_browser: NoBrowser = False,
    assessor: Annotated[str | None, typer.Option(help="Who judges: an id, kept with every record.")] = None,
    page: Annotated[
        serving.Page, typer.Option(help="What opens: judging, the panel's meeting, or the cohort.")
    ] = serving.Page.ASSESS,
) -> None:
    """Start the workbench on a workspace."""
    open_workspace(workspace).close()  # a fault of the workspace is said here, not by the page
    who = assessor or os.environ.get("USER") or "assessor"
    serving.serve_workspace(workspace, port=port, open_browser=not no_browser, assessor=who, page=page)


@app.command()
def inspect(
    portfolio: Annotated[Path, typer.Argument(help="A folder, zip, PDF or Word file.", show_default=False)],
    json: Json = False,
    no_recognition: Annotated[
        bool, typer.Option("--no-recognition", help="Leave scanned pages unread, which is quicker.")
    ] = False,
) -> None:
    """Read a portfolio without a workspace and print what was found."""
    portfolio_commands.inspect(portfolio, as_json=json, recognise=not no_recognition)


@app.command()
def frame(
    application: Application,
    workspace: WorkspaceOption,
    out: Annotated[Path, typer.Option(help="F.csv, F.xlsx or F.parquet.")],
    by: Annotated[str, typer.Option(help="Only what this person may see: their own, and the panel's.")] = "",
) -> None:
    """Write the judgements in force as a table, one row each."""
    with_workspace(workspace, lambda opened: application_commands.frame(opened, application, out, by))


@app.command()
def record(
    application: Application,
    workspace: WorkspaceOption,
    frame: Annotated[Path, typer.Option(help="A table of judgements, as frame writes it.")],
    assessor: Annotated[str, typer.Option(help="Who judged.")],
    ack: Annotated[bool, typer.Option("--ack", help="Print each event id once it is durable.")] = False,
) -> None:
    """Append judgements from a table."""
    with_workspace(workspace, lambda opened: application_commands.record(opened, application, frame, assessor, ack=ack))


@app.command()
def confirm(
    application: Application,
    workspace: WorkspaceOption,
    part: Annotated[str, typer.Option(help="A part of the scheme: contents_list, authentication, exam ...")],
    value: Annotated[str, typer.Option(help="true if it is present, false if it is absent.")],
    by: Annotated[str, typer.Option(help="Who says so.")],
) -> None:
    """Record that a required part is present or absent."""
    with_workspace(workspace, lambda opened: application_commands.confirm(opened, application, part, _truth(value), by))


@app.command()
def outcome(
    application: Application,
    workspace: WorkspaceOption,
    choose: Annotated[OutcomeKind, typer.Option(help="The outcome.")],
    by: Annotated[str, typer.Option(help="Who chose it.")],
    reason: Annotated[str, typer.Option(help="Why, in words.")],
) -> None:
    """Record the outcome that a person chose, among those the rules allow."""
    with_workspace(workspace, lambda opened: application_commands.outcome(opened, application, choose, by, reason))


@app.command()
def reading(
    application: Application,
    workspace: WorkspaceOption,
    clause: Annotated[str, typer.Option(help="The reading's id, such as third_simulated.")],
    choose: Annotated[str, typer.Option(help="How it is read, such as breach.")],
    by: Annotated[str, typer.Option(help="Who directed it.")],
    reason: Annotated[str, typer.Option(help="On what authority; the letter says it.")],
) -> None:
    """Record how the panel reads a clause that can be read in two ways."""
    with_workspace(
        workspace, lambda opened: application_commands.reading(opened, application, clause, choose, by, reason)
    )


@app.command()
def settings(
    workspace: WorkspaceOption,
    check: Annotated[bool, typer.Option("--check", help="Exit 1 when a setting is unset.")] = False,
    set_: Annotated[str | None, typer.Option("--set", help="KEY=VALUE.")] = None,
    source: Annotated[str, typer.Option(help="Where the value comes from.")] = "",
    by: Annotated[str, typer.Option(help="Who sets it: a person of the office, where persons are registered.")] = "",
    json: Json = False,
) -> None:
    """Show or set what the scheme has not published."""
    with_workspace(
        workspace,
        lambda opened: workspace_commands.settings(
            opened, check=check, assign=set_, source=source, by=by, as_json=json
        ),
    )


@app.command()
def backup(workspace: WorkspaceOption, out: Annotated[Path, typer.Option(help="A new zip file.")]) -> None:
    """Write records, originals and readings into one zip file."""
    with_workspace(workspace, lambda opened: workspace_commands.backup(opened, out))


@app.command()
def restore(
    archive: Annotated[Path, typer.Argument(help="A zip file that backup wrote.", show_default=False)],
    workspace: WorkspaceOption,
    records: Server = "",
) -> None:
    """Make a workspace from a backup, its records in a file of its own or in an empty database."""
    workspace_commands.restore(
        archive,
        workspace,
        open_workspace,
        lambda folder: move_to_server(folder, records, clock=now, new_id=new_id) if records else None,
    )


@app.command()
def database(
    workspace: WorkspaceOption,
    grant: Annotated[str | None, typer.Option(help="A person to give a login to the records on a server.")] = None,
    login: Annotated[str | None, typer.Option(help="The login's name, where it is not the person's id.")] = None,
    revoke: Annotated[str | None, typer.Option(help="A login to take the records from.")] = None,
    script: Annotated[Path | None, typer.Option(help="Write F.sql for the server's administrator instead.")] = None,
) -> None:
    """Show where the records are and who has a login to them, or give or take one."""
    with_workspace(workspace, lambda opened: database_commands.database(opened, grant, login, revoke, script))


@app.command()
def decide(
    frame: Annotated[Path, typer.Argument(help="Judgements of one or many applications.", show_default=False)],
    parts: Annotated[Path | None, typer.Option(help="Confirmed parts: application, attempt, part, confirmed.")] = None,
    json: Json = False,
) -> None:
    """Apply the pass rules to a table of judgements."""
    application_commands.decide_frame(frame, parts, as_json=json)


@app.command()
def letter(
    application: Application,
    workspace: WorkspaceOption,
    out: Annotated[Path, typer.Option(help="F.docx, F.pdf, F.html or F.md.")],
    trace: Annotated[bool, typer.Option("--trace", help="Print what each sentence rests on, as JSON.")] = False,
) -> None:
    """Write the decision letter, a draft until everything it needs is settled."""
    with_workspace(workspace, lambda opened: application_commands.letter(opened, application, out, trace=trace))


@app.command()
def screen(
    application: Application,
    workspace: WorkspaceOption,
    out: Annotated[Path | None, typer.Option(help="F.html or F.pdf: the report.")] = None,
    timeline: Annotated[Path | None, typer.Option(help="F.svg or F.png: the items' dates as a picture.")] = None,
    json: Json = False,
) -> None:
    """Write the scheme office's screening report: what to look at before a portfolio is given to assessors."""
    with_workspace(
        workspace, lambda opened: screening_commands.screen(opened, application, out, timeline, as_json=json)
    )


@app.command()
def verify(workspace: WorkspaceOption, json: Json = False) -> None:
    """Check chains, settings, originals and every invariant of the workspace."""
    with_workspace(workspace, lambda opened: workspace_commands.verify(opened, as_json=json))


person_commands.add_to(app, open_workspace)
register_commands.add_to(app, open_workspace)
afterwards_commands.add_to(app, open_workspace)
app.add_typer(bundle_commands.commands(open_workspace), name="bundle")
letter_commands.add_letter_commands(app, open_workspace)
panel_commands.add_panel_commands(app, open_workspace)
cohort_commands.add_cohort_commands(app, open_workspace)
simulation_commands.add_simulation_commands(app)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadRequestError(f"{text!r} is not a date; write it as 2026-09-14.") from error


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise BadRequestError(f"--value is true or false, not {text!r}.")
    return text == "true"
