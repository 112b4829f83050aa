"""What commands print: results on stdout, progress on stderr."""

import json
import sys
from collections.abc import Iterable
from typing import Any


def say(line: str) -> None:
    """One line of result."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def say_json(value: Any) -> None:
    """The value as UTF-8 JSON, whatever the terminal's own encoding is."""
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def tell(words: str) -> None:
    """One line of progress."""
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """The rows in aligned columns, two spaces apart."""
    listed = [tuple(printable(cell) for cell in row) for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*listed, strict=True)] if listed else []
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in listed
    )


def printable(text: str) -> str:
    """The text with every control and direction-changing character shown as a mark, so that none steers a terminal."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
