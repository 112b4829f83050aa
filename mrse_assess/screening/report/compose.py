"""The report, put together: what to send back first, then each question in turn, then what nobody looked at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from mrse_assess.model.dates import day_in_words
from mrse_assess.model.letter import Block, Paragraph, Sentence, StructuredDocument
from mrse_assess.model.observation import Screening
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.screening.fingerprints import AcrossPair
from mrse_assess.screening.report.asking import anything_to_send_back
from mrse_assess.screening.report.contents import contents, unchecked
from mrse_assess.screening.report.lines import authenticated, complete, dated, readable, redacted
from mrse_assess.screening.report.office import Office
from mrse_assess.screening.report.sheet import LEVELS, fits
from mrse_assess.screening.report.taken import Taken
from mrse_assess.screening.report.words import short

_SECTIONS: Final = MappingProxyType[str, Callable[[Office, Taken], Iterator[Block]]](
    {
        "complete": complete,
        "readable": readable,
        "redacted": redacted,
        "authenticated": authenticated,
        "dated": dated,
        "contents": contents,
        "unchecked": unchecked,
    }
)


def screening_report(
    portfolio: Portfolio,
    screening: Screening,
    scheme: Scheme,
    *,
    reference: str,
    received_on: date,
    across: Sequence[AcrossPair] = (),
    compared_with: int | None = None,
) -> StructuredDocument:
    """What the scheme office looks at before it gives a portfolio to assessors (clauses G1, G7 to G9, G11, G12).

    One page for an ordinary portfolio: long lists are cut, and say by how much. It holds kinds and pages of personal
    data and never the data, and judges no evidence.

    Args:
        portfolio: as it was read.
        screening: what looking it over gave.
        scheme: holds every word of the report.
        reference: of the application.
        received_on: the day on which the portfolio was received.
        across: items much like those of other applications. Confidential: nothing an assessor sees may hold it.
        compared_with: with how many other applications it was compared; None where it was compared with none.

    Raises:
        SchemeError: the scheme lacks a passage of the report.
    """
    office = Office(
        portfolio=portfolio,
        screening=screening,
        scheme=scheme,
        reference=reference,
        received_on=received_on,
        across=across,
        compared_with=compared_with,
    )
    head, words = _head(office), office.words
    bodies = (_blocks(replace(office, detail=detail)) for detail in LEVELS)
    return StructuredDocument(
        title=words.text("document.title", reference=reference),
        head=head,
        blocks=next((blocks for blocks in bodies if fits(head, blocks)), _blocks(replace(office, detail=LEVELS[-1]))),
        foot=_foot(office),
        mark=words.text("mark"),
        compact=True,
    )


def _blocks(office: Office) -> tuple[Block, ...]:
    """The report at one level of detail."""
    taken, words = Taken(office.portfolio, office.scheme), office.words
    body = (
        block
        for section, lines in _SECTIONS.items()
        for block in (words.heading(f"section.{section}", 2), *lines(office, taken))
    )
    first = (
        words.heading("heading", 1),
        anything_to_send_back(office, taken),
        Paragraph(sentences=(words.say("intro"),)),
    )
    return *first, *body


def _head(office: Office) -> tuple[Sentence, ...]:
    words, portfolio = office.words, office.portfolio
    applicant = short(portfolio.applicant_name or "") or words.text("head.no_applicant")
    lines = [
        words.say("head.scheme", title=office.scheme.title),
        words.say(
            "head.application",
            reference=office.reference,
            applicant=applicant,
            received=day_in_words(office.received_on),
        ),
    ]
    if portfolio.submitted_on:
        lines.append(words.say("head.submitted", submitted=day_in_words(portfolio.submitted_on)))
    return tuple(lines)


def _foot(office: Office) -> tuple[Sentence, ...]:
    scheme = {"scheme_id": office.scheme.id, "scheme_version": office.scheme.version}
    return (
        office.words.say("foot.reference", reference=office.reference),
        office.words.say("foot.scheme", **scheme, version=office.screening.version),
    )
