"""What became of all applications together: the cohort report."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from mrse_assess.cli.options import WorkspaceOption
from mrse_assess.cli.output import say, say_json, tell
from mrse_assess.cohort.tables import Period
from mrse_assess.errors import BadRequestError
from mrse_assess.isolation import WorkerPool
from mrse_assess.workspace import Workspace

Opening = Callable[[Path], Workspace]
Out = Annotated[Path, typer.Option(help="A new folder.")]
By = Annotated[
    str, typer.Option(help="Who looks; for the chair, what each assessor said is in it.", show_default=False)
]
Every = Annotated[Period, typer.Option("--period", help="Of trends.")]
Seed = Annotated[int, typer.Option(min=0, help="Of the resampling: the same seed gives the same intervals.")]
Published = Annotated[
    Path | None,
    typer.Option(help="The published.json of the report that was published last.", show_default=False),
]
Severity = Annotated[bool, typer.Option("--severity", help="The model of assessors' severity too, for the chair.")]
Json = Annotated[bool, typer.Option("--json", help="Print the tables as JSON as well.")]

_SELDOM = (100_000, 20, 100)  # rows of many values live until the report is made: looking often costs a tenth
_WORKERS = 2  # that draw and print, beside the process that measures
_GIVE_WAY = 5  # to it: everybody waits for the measuring
_STEPS = 10  # so often it is said how far it has come


def add_cohort_commands(app: typer.Typer, opening: Opening) -> None:
    """Give the commands of this module to the program. ``opening`` opens a workspace."""
    commands = typer.Typer(help="What became of all applications together, and why.", no_args_is_help=True)
    app.add_typer(commands, name="cohort")

    @commands.command("report")
    def report(
        workspace: WorkspaceOption,
        out: Out,
        by: By = "",
        period: Every = Period.YEAR,
        published: Published = None,
        severity: Severity = False,
        seed: Seed = 0,
        json: Json = False,
    ) -> None:
        """Write the cohort report into a new folder: an internal edition, and one that may be published."""
        from mrse_assess.cohort.publishing import NOTHING, read_published  # noqa: PLC0415 - other commands start sooner
        from mrse_assess.workbench.cohort.reporting import (  # noqa: PLC0415 - other commands start sooner without it
            Asked,
            as_json,
            make_report,
            write_report,
        )

        gc.set_threshold(*_SELDOM)
        earlier = read_published(_there(published)) if published else NOTHING
        with opening(workspace) as opened, WorkerPool(workers=_WORKERS, gives_way=_GIVE_WAY) as pool:
            asked = Asked(reader=by, period=period, seed=seed, published=earlier, severity=severity)
            made = make_report(opened, asked, _progress, pool)
            tell("Writing the report")
            written = write_report(made, out, pool)
        if json:
            say_json({str(edition.audience): as_json(edition) for edition in (made.internal, made.publishable)})
            return
        for path in written:
            say(str(path))
        if published is None:
            tell(
                "The publishable edition is made as if nothing had been published before. If something was, make it "
                "again with --published, or both together may tell what each withholds."
            )


def _there(path: Path) -> Path:
    """A file that is named has to be there; BadRequestError if not."""
    if not path.is_file():
        raise BadRequestError(f"There is no file {path.name}: name the published.json of the report published last.")
    return path


def _progress(done: int, total: int) -> None:
    if done == total or done % max(1, total // _STEPS) == 0:
        tell(f"Replayed {done} of {total} applications")
