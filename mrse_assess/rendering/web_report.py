"""The blocks of an HTML page that reports have and letters do not: contents, pictures, tables of counts."""

from base64 import b64encode
from html import escape
from typing import Final

from mrse_assess.rendering.payload import Payload

_WIDE: Final = 9  # columns; a table of more has small type and can be scrolled by itself


def of_report(block: Payload, payload: Payload) -> str:
    """A block of kind ``contents``, ``picture`` or ``counts``."""
    match block["kind"]:
        case "contents":
            return _contents(block["text"], payload["blocks"])
        case "picture":
            return _picture(block)
        case _:
            return _counts(block)


def _picture(block: Payload) -> str:
    data = b64encode(block["svg"].encode()).decode()
    return f'<figure><img src="data:image/svg+xml;base64,{data}" alt="{escape(block["text"])}"></figure>'


def _contents(heading: str, blocks: list[Payload]) -> str:
    entries = "\n".join(
        f'<li><a href="#part-{block["number"]}">{escape(block["text"])}</a></li>'
        for block in blocks
        if "number" in block
    )
    return f'<nav aria-labelledby="contents">\n<h2 id="contents">{escape(heading)}</h2>\n<ol>\n{entries}\n</ol>\n</nav>'


def _counts(block: Payload) -> str:
    first, *others = block["header"]
    corner = f'<th scope="col">{escape(first)}</th>' if first else "<td></td>"
    header = corner + "".join(f'<th scope="col">{escape(name)}</th>' for name in others)
    rows = "\n".join(
        f'<tr><th scope="row">{escape(name)}</th>{"".join(map(_count, cells))}</tr>' for name, cells in block["rows"]
    )
    table = f'<table class="counts">\n<thead><tr>{header}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>'
    if len(block["header"]) <= _WIDE:
        return table
    return f'<div class="wide" role="region" tabindex="0" aria-label="{escape(first or others[0])}">\n{table}\n</div>'


def _count(cell: tuple[str, str]) -> str:
    main, detail = cell
    return f"<td>{escape(main)}{f' <small>{escape(detail)}</small>' if detail else ''}</td>"
