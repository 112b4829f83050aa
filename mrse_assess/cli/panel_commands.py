"""What the panel needs away from its page: the agenda, and a pack to take along."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from mrse_assess.agreement import Level
from mrse_assess.cli.options import Application, Json, WorkspaceOption
from mrse_assess.cli.output import say, say_json, table, tell
from mrse_assess.workbench.agreeing import agreement
from mrse_assess.workbench.agreement_tables import AgreementTable, agreement_tables
from mrse_assess.workbench.panel import PanelSession
from mrse_assess.workbench.panel.hall import Hall
from mrse_assess.workbench.panel.views import AgendaRow, PanelAgenda
from mrse_assess.workbench.zipped import write_new
from mrse_assess.workspace import Workspace

Opening = Callable[[Path], Workspace]
By = Annotated[str, typer.Option(help="Who looks: an id of somebody at this table.")]
Out = Annotated[Path, typer.Option(help="The zip to write; it must not exist.")]
Items = Annotated[bool, typer.Option("--items", help="Judgements of items instead of conclusions on sub-categories.")]
Pairs = Annotated[bool, typer.Option("--pairs", help="Each two assessors as well; for the chair.")]
Seed = Annotated[int, typer.Option(min=0, help="Of the resampling: the same seed gives the same intervals.")]


def add_panel_commands(app: typer.Typer, opening: Opening) -> None:
    """Give the commands of this module to the program. ``opening`` opens a workspace."""
    _add_agreement(app, opening)
    commands = typer.Typer(help="The panel's agenda, and a pack to take along.", no_args_is_help=True)
    app.add_typer(commands, name="panel")

    @commands.command("agenda")
    def agenda(application: Application, workspace: WorkspaceOption, by: By, json: Json = False) -> None:
        """Show what the panel has to settle, by consequence."""
        with opening(workspace) as opened:
            shown = _session(opened, application, by).agenda()
        if json:
            say_json(_as_json(shown))
        else:
            say(_lines(shown))

    @commands.command("pack")
    def pack(application: Application, workspace: WorkspaceOption, by: By, out: Out) -> None:
        """Write the agenda and the pages it rests on into one zip, in case the page cannot be opened on the evening."""
        with opening(workspace) as opened:
            packed = _session(opened, application, by).take_away().result()
        write_new(out, packed)
        tell(f"{out.name} written; it holds words and pages of a portfolio")


def _add_agreement(app: typer.Typer, opening: Opening) -> None:
    @app.command("agreement")
    def of_assessors(
        workspace: WorkspaceOption,
        by: By,
        items: Items = False,
        pairs: Pairs = False,
        seed: Seed = 1,
        json: Json = False,
    ) -> None:
        """Show how far assessors agree, from first sealed judgements only, with what each figure rests on."""
        level = Level.ITEM if items else Level.CONCLUSION
        with opening(workspace) as opened:
            found = agreement(opened, by, level=level, seed=seed, pairs=pairs)
        if json:
            say_json(asdict(found))
        else:
            say("\n\n".join(map(_printed, agreement_tables(found))))


def _printed(figures: AgreementTable) -> str:
    return "\n".join([figures.title, *([table([figures.head, *figures.rows])] if figures.rows else []), *figures.notes])


def _session(workspace: Workspace, reference: str, by: str) -> PanelSession:
    return Hall(workspace, by).open(reference)


def _as_json(agenda: PanelAgenda) -> dict[str, object]:
    return {
        "left": agenda.left,
        "agreed": agenda.agreed,
        "outcome": agenda.outcome.value,
        "accepted": agenda.accepted,
        "drawn": list(agenda.sampled),
        "groups": [
            {"consequence": group.consequence.value, "units": [_unit(row) for row in group.rows]}
            for group in agenda.groups
        ],
    }


def _unit(row: AgendaRow) -> dict[str, object]:
    return {
        "subcategory": row.sub_category,
        "evidence": row.evidence_id,
        "differs": row.words,
        "verdicts": [verdict.value for verdict in row.verdicts],
        "settled": row.settled.value if row.settled else None,
        "minutes": row.minutes,
    }


def _lines(agenda: PanelAgenda) -> str:
    parts = []
    for group in agenda.groups:
        rows = [(row.sub_category, row.words, row.settled.value if row.settled else "open") for row in group.rows]
        parts.append(f"{group.heading}\n{table(rows)}")
    return "\n\n".join([*parts, f"Agreed: {agenda.agreed}", f"{agenda.left} to settle"])
