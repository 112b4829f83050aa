"""Markdown: escaped so that a name or a phrase of the portfolio is never mark-up."""

import re
from typing import Final

from mrse_assess.rendering.payload import Payload

_ACTIVE: Final = re.compile(r"([\\`*_\[\]<>|~$])")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_LINE_START: Final = re.compile(r"^(\d+)([.)])(?=\s|$)|^([#+\-=:])")


def markdown(payload: Payload) -> bytes:
    """The document as UTF-8 CommonMark with one pipe table (GitHub's), the mark first and last."""
    mark = [f"**{escaped(payload['mark'])}**"] if payload["mark"] else []
    parts = [*mark, " · ".join(map(escaped, payload["head"]))]
    parts += [_block(block) for block in payload["blocks"]]
    parts += [" · ".join(map(escaped, payload["foot"])), *mark]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def escaped(text: str) -> str:
    """The text as Markdown that shows exactly it."""
    text = _ENTITY.sub(r"\\&", _ACTIVE.sub(r"\\\1", text))
    return _LINE_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", text)


def _block(block: Payload) -> str:
    match block["kind"]:
        case "heading":
            return f"{'#' * block['level']} {escaped(block['text'])}"
        case "list":
            return _entries(block["entries"])
        case "notice":
            return "\n\n".join(filter(None, (f"**{escaped(block['lead'])}**", _entries(block["entries"]))))
        case "table":
            return _table(block)
        case _:
            lead = f"**{escaped(block['lead'])}**" if block["lead"] else ""
            return " ".join(filter(None, (lead, escaped(block["text"]))))


def _table(block: Payload) -> str:
    rule = "|".join(" --- " for _ in block["header"])
    return "\n".join((_row(block["header"]), f"|{rule}|", *map(_row, block["rows"])))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |"


def _entries(entries: list[str]) -> str:
    return "\n".join(f"- {escaped(entry)}" for entry in entries)
