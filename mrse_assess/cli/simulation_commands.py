"""A workspace with invented applications, to try figures and programs on."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mrse_assess.cli.options import Json
from mrse_assess.cli.output import say, say_json, table, tell
from mrse_assess.terms import RuleStatus

if TYPE_CHECKING:
    from mrse_assess.simulation import Made

Applications = Annotated[int, typer.Option(min=1, help="How many applications.")]
Seed = Annotated[int, typer.Option(min=0, help="The same seed makes the same records.")]
Folder = Annotated[Path, typer.Option("--workspace", "-w", help="A new folder.")]
Assessors = Annotated[int, typer.Option(min=2, max=3, help="Assessors of each application: 2 or 3.")]
Server = Annotated[
    str, typer.Option("--records", help="Keep the records in an empty database: postgresql://host/database.")
]

_STEPS = 20  # so often it is said how far it has come


def add_simulation_commands(app: typer.Typer) -> None:
    """Give the command of this module to the program."""

    @app.command("simulate")
    def simulated(
        applications: Applications,
        seed: Seed,
        workspace: Folder,
        assessors: Assessors = 2,
        records: Server = "",
        json: Json = False,
    ) -> None:
        """Make a new workspace with invented applications of which everything is known."""
        import numpy as np  # noqa: PLC0415 - every other command starts sooner without it

        from mrse_assess.simulation import default_parameters, simulate  # noqa: PLC0415 - likewise

        made = simulate(
            workspace,
            applications=applications,
            parameters=replace(default_parameters(), judging=assessors),
            random=np.random.default_rng(seed),
            tell=_progress,
            server=records,
        )
        counted = _counted(made)
        if json:
            say_json({"workspace": str(workspace), "seed": seed, "truth": str(made.truth_file), **counted})
            return
        say(table([(name.replace("_", " "), str(number)) for name, number in _flat(counted)]))
        say(f"What is true of them is in {made.truth_file}. All of it is invented; there are no files of evidence.")


def _progress(done: int, total: int) -> None:
    if done == total or done % max(1, total // _STEPS) == 0:
        tell(f"{done} of {total} applications")


def _counted(made: "Made") -> dict[str, Any]:
    """What was made, in numbers."""
    applications = made.truth.applications
    attempts = [attempt for one in applications for attempt in one.attempts]
    return {
        "applications": len(applications),
        "attempts": len(attempts),
        "records": made.events,
        "states": dict(sorted(Counter(one.state for one in applications).items())),
        "outcomes": dict(sorted(Counter(one.outcome.value for one in attempts if one.outcome).items())),
        "rules_met": sum(one.on_record is RuleStatus.MET for one in attempts),
    }


def _flat(counted: dict[str, Any]) -> list[tuple[str, int]]:
    """Each number with its name, what is counted by kind one after another."""
    found: list[tuple[str, int]] = []
    for name, value in counted.items():
        found += [(f"{name}: {kind}", number) for kind, number in value.items()] if isinstance(value, dict) else []
        found += [] if isinstance(value, dict) else [(name, value)]
    return found
