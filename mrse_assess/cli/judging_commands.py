"""Commands about the judgements of one application, and what follows from them."""

from pathlib import Path
from typing import Annotated

import typer

from mrse_assess.cli import application_commands, screening_commands
from mrse_assess.cli.opening import with_workspace
from mrse_assess.cli.options import Application, Json, WorkspaceOption
from mrse_assess.errors import BadRequestError
from mrse_assess.terms import OutcomeKind


def add_judging_commands(app: typer.Typer) -> None:
    """Add the commands from ``frame`` to ``screen``."""

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
        with_workspace(
            workspace, lambda opened: application_commands.record(opened, application, frame, assessor, ack=ack)
        )

    @app.command()
    def confirm(
        application: Application,
        workspace: WorkspaceOption,
        part: Annotated[str, typer.Option(help="A part of the scheme: contents_list, authentication, exam ...")],
        value: Annotated[str, typer.Option(help="true if it is present, false if it is absent.")],
        by: Annotated[str, typer.Option(help="Who says so.")],
    ) -> None:
        """Record that a required part is present or absent."""
        with_workspace(
            workspace, lambda opened: application_commands.confirm(opened, application, part, _truth(value), by)
        )

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
    def decide(
        frame: Annotated[Path, typer.Argument(help="Judgements of one or many applications.", show_default=False)],
        parts: Annotated[
            Path | None, typer.Option(help="Confirmed parts: application, attempt, part, confirmed.")
        ] = None,
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


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise BadRequestError(f"--value is true or false, not {text!r}.")
    return text == "true"
