"""What `mrse-assess --version` prints: everything that a reading, a screening or a letter depends on."""

import importlib.metadata
import platform

import typer

from mrse_assess.documents.places import reader_name
from mrse_assess.scheme import load_scheme
from mrse_assess.screening.version import screening_name


def print_and_exit(asked: bool) -> None:
    """Print the versions, a line each, and end, where they are asked for."""
    if asked:
        typer.echo("\n".join(_versions()))
        raise typer.Exit


def _versions() -> tuple[str, ...]:
    scheme = load_scheme()
    return (
        f"mrse-assess {importlib.metadata.version('mrse-assess')}",
        f"scheme {scheme.id} {scheme.version}, as it comes with the program; a workspace keeps its own",
        f"reading {reader_name()}",
        screening_name(),
        f"Python {platform.python_version()} on {platform.system()}",
    )
