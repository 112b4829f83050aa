"""Plain text: the whole document with nothing but line breaks."""

import textwrap

from mrse_assess.rendering.payload import Payload

_WIDTH = 90


def plain_text(payload: Payload) -> bytes:
    """The document as UTF-8 text; headings underlined, tables as one line for each cell, the mark first and last."""
    parts = [*_mark(payload), "\n".join(payload["head"])]
    parts += [_block(block) for block in payload["blocks"]]
    parts += ["\n".join(payload["foot"]), *_mark(payload)]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _mark(payload: Payload) -> list[str]:
    return [payload["mark"]] if payload["mark"] else []


def _block(block: Payload) -> str:
    match block["kind"]:
        case "heading":
            rule = ("=" if block["level"] == 1 else "-") * min(len(block["text"]), _WIDTH)
            return f"{_wrap(block['text'])}\n{rule}"
        case "list":
            return _entries(block["entries"])
        case "notice":
            return "\n".join(filter(None, (_wrap(block["lead"]), _entries(block["entries"]))))
        case "table":
            return _table(block)
        case _:
            return _wrap(" ".join(filter(None, (block["lead"], block["text"]))))


def _table(block: Payload) -> str:
    """Each row as a group of lines under its first cell: readable aloud, and at any width."""
    names = block["header"]
    header = _wrap(" / ".join(names))
    rows = ["\n".join((_wrap(row[0]), *(_wrap(cell, indent="  ") for cell in row[1:]))) for row in block["rows"]]
    return "\n".join((header, *rows))


def _entries(entries: list[str]) -> str:
    return "\n".join(_wrap(entry, first="- ", indent="  ") for entry in entries)


def _wrap(text: str, *, first: str | None = None, indent: str = "") -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
