"""The door of the room: a structured document becomes a file of the kind asked for."""

from pathlib import PurePath
from typing import Final

from mrse_assess.errors import BadRequestError
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.letter import StructuredDocument
from mrse_assess.model.problem import Problem
from mrse_assess.rendering.markdown import markdown
from mrse_assess.rendering.payload import in_words, payload_of
from mrse_assess.rendering.pdf_file import pdf_file
from mrse_assess.rendering.plain_text import plain_text
from mrse_assess.rendering.template_check import faults
from mrse_assess.rendering.web_page import web_page
from mrse_assess.rendering.word_file import word_file

KINDS: Final = (".docx", ".pdf", ".html", ".md", ".txt")


def kind_of(name: str) -> str:
    """The kind of file that a name asks for, by its ending.

    Raises:
        BadRequestError: the ending is none of those that can be made.
    """
    kind = PurePath(name).suffix.lower()
    if kind not in KINDS:
        raise BadRequestError(
            f"A letter cannot be written as {kind or 'a file without ending'}: use {', '.join(KINDS)}."
        )
    return kind


def render(
    document: StructuredDocument,
    kind: str,
    pool: WorkerPool,
    *,
    large_print: bool = False,
    template: bytes | None = None,
) -> bytes:
    """The document as a file. Same document, same bytes.

    Args:
        document: a letter or a report.
        kind: one of ``KINDS``.
        pool: the worker in which Word and PDF files are made; the kernel loads neither library.
        large_print: 18 points instead of 11.5 (DOCX, PDF, HTML).
        template: an office's own DOCX template in place of ours.

    Raises:
        BadRequestError: the kind is unknown, or a tag of the office's template is wrong.
        WorkerError: the worker failed.
    """
    payload = payload_of(document)
    match kind:
        case ".docx":
            return pool.run(_word_task, in_words(payload), large_print, template)
        case ".pdf":
            return pool.run(_pdf_task, payload, large_print)
        case ".html":
            return web_page(payload, large_print=large_print)
        case ".md":
            return markdown(in_words(payload))
        case ".txt":
            return plain_text(in_words(payload))
        case _:
            raise BadRequestError(f"A letter cannot be written as {kind}: use {', '.join(KINDS)}.")


def template_faults(template: bytes, pool: WorkerPool) -> tuple[Problem, ...]:
    """What is wrong with a DOCX template that an office has edited: its tags, then faults of accessibility."""
    return pool.run(faults, template)


def _word_task(payload: dict[str, object], large_print: bool, template: bytes | None) -> bytes:
    return word_file(payload, large_print=large_print, template=template)


def _pdf_task(payload: dict[str, object], large_print: bool) -> bytes:
    return pdf_file(payload, large_print=large_print)
