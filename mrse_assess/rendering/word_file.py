"""DOCX by docxtpl from a template that an office can edit. Run in the worker only."""

import io
from importlib.resources import files
from typing import Any, Final

from mrse_assess.errors import BadRequestError
from mrse_assess.rendering.payload import Payload
from mrse_assess.rendering.word_scrub import scrub
from mrse_assess.rendering.zip_order import rewritten

_LARGE: Final = 18 / 11.5  # large print against the running text


def word_file(payload: Payload, *, large_print: bool = False, template: bytes | None = None) -> bytes:
    """The document as DOCX bytes, the same for the same document. ``template`` replaces the one that comes with us.

    The document's text is data: tags in it stay text. The document properties are title, author and language.

    Raises:
        BadRequestError: the template cannot be read, or one of its tags is wrong.
    """
    from zipfile import BadZipFile

    from docxtpl.template import DocxTemplate
    from jinja2 import TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    try:
        document = DocxTemplate(io.BytesIO(template or own_template()))
        document.render(payload, SandboxedEnvironment(autoescape=True))  # a template is data, never a program
    except TemplateError as error:
        raise BadRequestError(
            f"A tag of the letter template is wrong: {error}. Correct it in Word and try again."
        ) from None
    except (BadZipFile, KeyError, ValueError) as error:
        raise BadRequestError(
            "The letter template is not a Word file that can be read: save it as .docx again."
        ) from error
    made: Any = document.docx
    scrub(made)
    _set_properties(made, payload)
    for table, block in zip(made.tables, (b for b in payload["blocks"] if b["kind"] == "table"), strict=False):
        _set_widths(made, table, block["weights"])
    if large_print:
        _enlarge(made)
    saved = io.BytesIO()
    made.save(saved)
    return rewritten(saved.getvalue())


def own_template() -> bytes:
    """The template that comes with the program."""
    return files("mrse_assess.rendering").joinpath("templates", "letter.docx").read_bytes()


def _set_properties(document: Any, payload: Payload) -> None:
    properties = document.core_properties
    properties.title = payload["title"]
    properties.author = payload["author"]
    properties.language = payload["language"]


def _set_widths(document: Any, table: Any, weights: list[int]) -> None:
    """Share the width of the text between the columns as their words need it."""
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    shares = [int(width * weight / sum(weights)) for weight in weights]
    for column, share in zip(table.columns, shares, strict=False):
        column.width = share
    for row in table.rows:
        for cell, share in zip(row.cells, shares, strict=False):
            cell.width = share


def _enlarge(document: Any) -> None:
    for style in document.styles:
        font = getattr(style, "font", None)
        if font is not None and font.size is not None:
            font.size = int(font.size * _LARGE)
