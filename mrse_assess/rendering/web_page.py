"""One self-contained HTML page: no address outside it, every piece of text escaped, read well by a screen reader."""

from html import escape
from importlib.resources import files
from typing import Final

from mrse_assess.rendering.payload import Payload
from mrse_assess.rendering.web_report import of_report

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_PICTURES: Final = "; img-src data:"  # drawn as an image, an SVG can neither run nor fetch anything


def web_page(payload: Payload, *, large_print: bool = False) -> bytes:
    """The document as a UTF-8 HTML page with its styles inside. ``large_print`` sets it in 18 points."""
    style = files("mrse_assess.rendering").joinpath("templates", "letter.css").read_text(encoding="utf-8")
    mark = f'<p class="mark">{escape(payload["mark"])}</p>\n' if payload["mark"] else ""
    head = "\n".join(f"<p>{escape(line)}</p>" for line in payload["head"])
    blocks = "\n".join(_block(block, payload) for block in payload["blocks"])
    foot = "\n".join(f"<p>{escape(line)}</p>" for line in payload["foot"])
    pictures = _PICTURES if any(block["kind"] == "picture" for block in payload["blocks"]) else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(payload["language"])}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}{pictures}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{_author(payload)}'
        f"<title>{escape(payload['title'])}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body{_kinds(payload, large_print=large_print)}>\n{mark}<header>\n{head}\n</header>\n"
        f"<main>\n{blocks}\n</main>\n<footer>\n{foot}\n</footer>\n</body>\n</html>\n"
    ).encode()


def _author(payload: Payload) -> str:
    return f'<meta name="author" content="{escape(payload["author"])}">\n' if payload["author"] else ""


def _kinds(payload: Payload, *, large_print: bool) -> str:
    kinds = [name for name, holds in (("compact", payload["compact"]), ("large", large_print)) if holds]
    return f' class="{" ".join(kinds)}"' if kinds else ""


def _block(block: Payload, payload: Payload) -> str:
    match block["kind"]:
        case "heading":
            place = f' id="part-{block["number"]}"' if "number" in block else ""
            return f"<h{block['level']}{place}>{escape(block['text'])}</h{block['level']}>"
        case "list":
            return _entries(block["entries"])
        case "notice":
            lead, entries = escape(block["lead"]), _entries(block["entries"])
            return f'<div class="notice" role="note">\n<p><strong>{lead}</strong></p>\n{entries}\n</div>'
        case "table":
            return _table(block)
        case "contents" | "picture" | "counts":
            return of_report(block, payload)
        case _:
            return _paragraph(block, compact=payload["compact"])


def _paragraph(block: Payload, *, compact: bool) -> str:
    lead, text = escape(block["lead"]), escape(block["text"])
    if compact and lead:
        return f'<p class="line"><strong>{lead}</strong> <span>{text}</span></p>'
    return f"<p{' class=apart' if block['apart'] else ''}>{f'<strong>{lead}</strong> ' if lead else ''}{text}</p>"


def _table(block: Payload) -> str:
    header = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in block["header"])
    rows = "\n".join(_row(row, block["short"]) for row in block["rows"])
    return f"<table>\n<thead><tr>{header}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _row(row: list[str], short: list[bool]) -> str:
    """The first cell names the row; cells of a column of short ones are not broken."""
    kinds = (" class=short" if brief else "" for brief in short[1:])
    cells = "".join(f"<td{kind}>{escape(cell)}</td>" for kind, cell in zip(kinds, row[1:], strict=True))
    return f'<tr><th scope="row">{escape(row[0])}</th>{cells}</tr>'


def _entries(entries: list[str]) -> str:
    if not entries:
        return ""
    return "<ul>\n" + "\n".join(f"<li>{escape(entry)}</li>" for entry in entries) + "\n</ul>"
