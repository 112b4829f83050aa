"""Arguments and options that several commands have."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from mrse_assess.errors import BadRequestError

WorkspaceOption = Annotated[Path, typer.Option("--workspace", "-w", help="The folder of the workspace.")]
Application = Annotated[str, typer.Argument(help="The application's reference, as add printed it.", show_default=False)]
By = Annotated[str, typer.Option(help="Who does it: an id, kept with the record.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Port = Annotated[int, typer.Option("--port", help="The port on this machine; 0 takes a free one.")]
Server = Annotated[
    str, typer.Option("--records", help="Keep the records in an empty database: postgresql://host/database.")
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open the browser.")]


def day_given(text: str) -> date:
    """The day that a person typed.

    Raises:
        BadRequestError: it is no date.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadRequestError(f"{text!r} is not a date; write it as 2026-09-14.") from error
