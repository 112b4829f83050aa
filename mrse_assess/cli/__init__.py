"""The command line: thin commands over the same functions that the notebooks call."""

from mrse_assess.cli.app import main

__all__ = ["main"]
