"""The cohort report as a document: in short first, then how to read it, then question after question."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mrse_assess.cohort.figures import Figure
from mrse_assess.cohort.measures import wording as measures_wording
from mrse_assess.cohort.report.chapters import arranged, printed
from mrse_assess.cohort.report.naming import stem
from mrse_assess.cohort.report.printing import blocks_of
from mrse_assess.cohort.report.short import in_short
from mrse_assess.cohort.report.wording import ReportWording, report_wording
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.model.dates import day_in_words
from mrse_assess.model.letter import (
    Block,
    Heading,
    Listing,
    Notice,
    Paragraph,
    Picture,
    Sentence,
    StructuredDocument,
)
from mrse_assess.model.scheme import Scheme

_MOST = 0.4  # of the published tables: a note of so many is said once for all


class Audience(StrEnum):
    """Who may read an edition."""

    INTERNAL = "internal"
    PUBLISHABLE = "publishable"


@dataclass(frozen=True, kw_only=True)
class GuidanceCohort:
    """The applications of one guidance version: how many (None: withheld), and how many wait for an outcome."""

    guidance: str
    applications: int | None
    undecided: int | None = None


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What one report is made of.

    ``tables`` stand in the order in which they were measured; ``figures`` are by the name of a table's files.
    ``recorded``: the day of the latest record, None without any. ``left_out``: attempts that could not be replayed,
    with the reason of each. ``of_assessors``: some of it rests on what each assessor said.
    """

    audience: Audience
    scheme: Scheme
    cohorts: tuple[GuidanceCohort, ...]
    tables: tuple[CohortTable, ...]
    figures: Mapping[str, Figure]
    recorded: date | None = None
    left_out: tuple[tuple[str, int, str], ...] = ()
    of_assessors: bool = False


def cohort_report(edition: Edition) -> StructuredDocument:
    """The report of one edition. Same edition, same document."""
    said = report_wording()
    audience = said.say("document", edition.audience)
    return StructuredDocument(
        title=said.say("document", "title", scheme=edition.scheme.title, audience=audience),
        language=said.say("document", "language"),
        head=(
            _line(said.say("document", "title", scheme=edition.scheme.title, audience=audience)),
            _line(_until(edition, said)),
        ),
        blocks=tuple(_blocks(edition, said)),
        foot=(
            _line(audience.capitalize()),
            _line(said.say("document", "scheme", id=edition.scheme.id, version=edition.scheme.version)),
        ),
        mark=said.say("document", "assessors_mark" if edition.of_assessors else f"{edition.audience}_mark"),
        compact=True,
        contents=said.say("document", "contents"),
    )


def _blocks(edition: Edition, said: ReportWording) -> Iterator[Block]:
    yield Heading(level=1, sentence=_line(said.say("document", "heading")))
    yield _text(said.say("intro", edition.audience))
    yield _listing([_of_cohort(one, said) for one in edition.cohorts] or [said.say("intro", "empty")])
    if edition.left_out:
        yield _not_replayed(edition, said)
    for one in edition.cohorts:
        yield from _short(edition, one.guidance, said)
    yield from _how_to_read(said)
    yield from _withheld(edition, said)
    for one in edition.cohorts:
        yield from _chapters(edition, one.guidance, said)


def _of_cohort(one: GuidanceCohort, said: ReportWording) -> str:
    found = (
        said.say("intro", "applications_withheld")
        if one.applications is None
        else said.several("intro", "applications", one.applications)
    )
    waiting = said.several("intro", "undecided", one.undecided) if one.undecided else ""
    return said.say(
        "intro", "cohort", guidance=_name(one.guidance, said), found="; ".join(filter(None, (found, waiting)))
    )


def _not_replayed(edition: Edition, said: ReportWording) -> Notice:
    """Nothing is left out in silence; who and how many it was is told inside the house only."""
    if edition.audience is Audience.PUBLISHABLE:
        return Notice(lead=_line(said.say("intro", "left_out_some")))
    entries = [
        said.say("intro", "left_out_entry", application=application, attempt=attempt, why=why)
        for application, attempt, why in edition.left_out
    ]
    lead = said.several("intro", "left_out", len(edition.left_out))
    return Notice(lead=_line(lead), entries=tuple((_line(entry),) for entry in entries))


def _short(edition: Edition, guidance: str, said: ReportWording) -> Iterator[Block]:
    sentences = in_short([table for table in edition.tables if table.guidance == guidance])
    heading = "heading" if len(edition.cohorts) == 1 else "heading_guidance"
    yield Heading(level=2, sentence=_line(said.say("summary", heading, guidance=_name(guidance, said))))
    yield _listing(sentences) if sentences else _text(said.say("summary", "nothing"))


def _how_to_read(said: ReportWording) -> Iterator[Block]:
    yield Heading(level=2, sentence=_line(said.say("reading", "heading")))
    enough = measures_wording().enough
    entries = [entry.format(enough=enough) for entry in said.sections["reading"]["entries"]]
    yield _listing(entries)


def _chapters(edition: Edition, guidance: str, said: ReportWording) -> Iterator[Block]:
    own = [table for table in edition.tables if table.guidance == guidance and not _is_left_out(table, edition)]
    for filled in arranged(own):
        if not filled.printed:
            continue
        title = filled.chapter.title
        if len(edition.cohorts) > 1:
            title = said.say("table", "guidance", title=title, guidance=_name(guidance, said))
        yield Heading(level=2, sentence=_line(title))
        for table in filled.printed:
            yield from blocks_of(table, _picture(edition, table), left_unsaid=_of_all(edition), to_files=True)


def _withheld(edition: Edition, said: ReportWording) -> Iterator[Block]:
    """What holds of every published table, said once, and the questions that nothing is published of."""
    if edition.audience is not Audience.PUBLISHABLE:
        return
    yield Heading(level=2, sentence=_line(said.say("withheld", "heading")))
    yield _listing([*_of_all(edition), said.say("reading", "withheld")])
    found: dict[str, list[str]] = {}
    for table in printed(edition.tables):
        if _is_left_out(table, edition):
            questions = found.setdefault(" ".join(table.notes), [])
            if table.title not in questions:
                questions.append(table.title)
    if found:
        yield _text(said.say("withheld", "tables"))
        yield _listing([said.say("withheld", "table", why=why, titles="; ".join(of)) for why, of in found.items()])


def _is_left_out(table: CohortTable, edition: Edition) -> bool:
    """Whether it is only a sentence that stands in place of what may not be published."""
    return edition.audience is Audience.PUBLISHABLE and not table.rows


def _of_all(edition: Edition) -> tuple[str, ...]:
    """The notes that most published tables share: what disclosure control says."""
    if edition.audience is not Audience.PUBLISHABLE:
        return ()
    told = [table for table in printed(edition.tables) if table.rows]
    count = Counter(note for table in told for note in table.notes)
    return tuple(note for note, times in count.items() if times > max(1, len(told) * _MOST))


def _picture(edition: Edition, table: CohortTable) -> Picture | None:
    figure = edition.figures.get(stem(table))
    return Picture(svg=figure.svg, alt=_line(figure.alt)) if figure else None


def _until(edition: Edition, said: ReportWording) -> str:
    if edition.recorded is None:
        return said.say("document", "no_records")
    return said.say("document", "recorded", day=day_in_words(edition.recorded))


def _name(guidance: str, said: ReportWording) -> str:
    return guidance or said.say("intro", "no_guidance")


def _line(text: str) -> Sentence:
    return Sentence(text=text)


def _text(text: str) -> Paragraph:
    return Paragraph(sentences=(_line(text),))


def _listing(entries: Sequence[str]) -> Listing:
    return Listing(entries=tuple((_line(entry),) for entry in entries))
