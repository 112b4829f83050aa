"""PDF by typst: tagged, with language and title, the same bytes for the same document. Run in the worker only."""

import json
import re
from importlib.resources import files
from typing import Final

from mrse_assess.errors import WorkerError
from mrse_assess.rendering.clean import REPLACEMENT
from mrse_assess.rendering.payload import Payload

_NOT_SHOWN: Final = re.compile(r'the text [`"]+(.+?)["`]+ could not be displayed', re.DOTALL)
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_MOST_ATTEMPTS: Final = 40
_PROGRAM: Final = (
    re.compile(rb"/Creator\(Typst [0-9.]+\)"),
    re.compile(rb"<xmp:CreatorTool>Typst [0-9.]+</xmp:CreatorTool>"),
    re.compile(rb' x:xmptk="[^"]*"'),
)


def pdf_file(payload: Payload, *, large_print: bool = False) -> bytes:
    """The document as a PDF/UA-1 file, with the fonts that come with the program, so that every machine makes the same.

    Only a document with a character that none of them can draw (a name in another script) is set with the machine's
    fonts as well; a character that these lack too stands as a mark.

    Raises:
        WorkerError: the typesetter failed.
    """
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True)
    found = _attempt(text, large_print=large_print, own_fonts_only=True)
    attempts = 0
    while isinstance(found, str):
        attempts += 1
        if attempts > _MOST_ATTEMPTS:
            raise WorkerError("too many characters that no font here can draw: make the DOCX or the HTML instead")
        found = _attempt(text, large_print=large_print, own_fonts_only=False)
        if isinstance(found, str):
            text = _without(text, found)
    return _without_program(found)


def _without_program(pdf: bytes) -> bytes:
    """The file without the name of the program that made it, blanks in its place so that every offset holds."""
    for named in _PROGRAM:
        pdf = named.sub(lambda match: b" " * len(match[0]), pdf, count=1)
    return pdf


def _attempt(text: str, *, large_print: bool, own_fonts_only: bool) -> bytes | str:
    """The PDF, or the characters that could not be drawn."""
    import typst

    source = files("mrse_assess.rendering").joinpath("templates", "letter.typ").read_bytes()
    inputs = {"document": text, "large": "yes" if large_print else "no"}
    try:
        made: bytes = typst.compile(
            source, format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], ignore_system_fonts=own_fonts_only
        )
    except typst.TypstError as error:
        missing = _NOT_SHOWN.search(str(error))
        if missing is None:
            raise WorkerError("the typesetter could not make a PDF of this document") from None
        return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), missing[1])
    return made


def _without(text: str, characters: str) -> str:
    """The JSON text with these characters replaced. JSON's own signs can always be drawn, so none is among them."""
    return text.translate({ord(character): REPLACEMENT for character in characters if not character.isascii()})
