"""The tasks that run in the worker: what a file carries as a whole, on some of its pages, in its earlier versions."""

from typing import NamedTuple

from mrse_assess.documents.facts.codec import encode_found
from mrse_assess.documents.facts.values import KINDS, FactLimits, Found, Pages
from mrse_assess.documents.opened import UnopenedError
from mrse_assess.terms import MediaKind


class Asked(NamedTuple):
    """A stored file, the PDF its pages are shown from (the file itself, or its rendering if there is one)."""

    original: str
    pdf: str
    media: MediaKind
    form: str
    password: str | None


def whole_task(asked: Asked, limits: FactLimits) -> bytes:
    """What the file carries, of a PDF that of its pages excepted; one that cannot be opened has all kinds unseen."""
    try:
        return encode_found(_whole(asked, limits))
    except UnopenedError as error:
        return encode_found(Found(unseen=KINDS, passing=error.code != "document-damaged"))


def _whole(asked: Asked, limits: FactLimits) -> Found:
    """By the kind of file. A picture or a text holds no facts of the kinds that are not looked for in it."""
    match asked.media:
        case MediaKind.PDF:
            from mrse_assess.documents.facts.pdf.whole import pdf_facts

            return pdf_facts(asked.pdf, asked.password, limits)
        case MediaKind.IMAGE:
            from mrse_assess.documents.facts.photos import picture_facts

            return picture_facts(asked.original)
        case MediaKind.EMAIL:
            from mrse_assess.documents.facts.mails import mail_facts

            return mail_facts(asked.original, asked.form)
        case MediaKind.TEXT:
            from mrse_assess.documents.facts.texts import text_facts

            return text_facts(asked.original, asked.form)
        case _:
            from mrse_assess.documents.facts.office.whole import office_facts

            return office_facts(asked.original, asked.form, asked.pdf, limits)


def pages_task(asked: Asked, pages: Pages, limits: FactLimits) -> bytes:
    """What the pages of a PDF carry."""
    from mrse_assess.documents.facts.pdf.pages import pages_facts

    return encode_found(pages_facts(asked.pdf, asked.password, pages, limits))


def versions_task(asked: Asked, limits: FactLimits) -> bytes:
    """What a PDF still holds of earlier versions of itself."""
    from mrse_assess.documents.facts.pdf.versions import versions_facts

    return encode_found(versions_facts(asked.original, asked.pdf, asked.password, limits))
