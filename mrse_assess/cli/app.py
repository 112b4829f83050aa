"""The commands, one function each, in the order of the contract."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from mrse_assess.cli import (
    afterwards_commands,
    bundle_commands,
    cohort_commands,
    database_commands,
    judging_commands,
    letter_commands,
    panel_commands,
    person_commands,
    portfolio_commands,
    register_commands,
    serving,
    simulation_commands,
    versions,
    workspace_commands,
)
from mrse_assess.cli.edge import run_at_the_edge
from mrse_assess.cli.opening import new_id, now, open_workspace, with_workspace
from mrse_assess.cli.options import Json, NoBrowser, Port, Server, WorkspaceOption, day_given
from mrse_assess.errors import BadRequestError
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
    with open_workspace(workspace) as opened:
        received_on = day_given(received) if received else opened.today()
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


judging_commands.add_judging_commands(app)


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
