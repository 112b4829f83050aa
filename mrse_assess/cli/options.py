"""Arguments and options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

WorkspaceOption = Annotated[Path, typer.Option("--workspace", "-w", help="The folder of the workspace.")]
Application = Annotated[str, typer.Argument(help="The application's reference, as add printed it.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Port = Annotated[int, typer.Option("--port", help="The port on this machine; 0 takes a free one.")]
Server = Annotated[
    str, typer.Option("--records", help="Keep the records in an empty database: postgresql://host/database.")
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open the browser.")]
