"""The dates of the items in the order of the contents list, as values to be drawn and as words to be read aloud."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from mrse_assess.model.dates import date_in_words, day_in_words
from mrse_assess.model.observation import DatedBy, Screening
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.screening.ages import Age, age_of, first_day, last_day, years_before
from mrse_assess.screening.report.naming import Names
from mrse_assess.screening.report.words import ReportWords

_DAY: Final = len("2023-05-02")
_METADATA: Final = "metadata"


class Mark(StrEnum):
    """How a date is drawn. SPAN: a month or a year, as long as it is; METADATA: only the file's own data say it."""

    DAY = "day"
    SPAN = "span"
    METADATA = "metadata"


@dataclass(frozen=True, kw_only=True)
class Dated:
    """One item: its ``label``, and ``said`` beside it; ``first`` to ``last`` is its date, None without a ``mark``."""

    item: str
    label: str
    said: str
    mark: Mark | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """What a timeline shows. ``day`` is that from which ages are counted, ``limit`` the day so many years before.

    ``names`` are what the legend calls each mark, and "beyond" for a date outside the years shown.
    """

    title: str
    rows: tuple[Dated, ...]
    day: date
    limit: date
    day_label: str
    limit_label: str
    empty: str
    names: Mapping[str, str]
    spoken: str


def timeline_of(portfolio: Portfolio, screening: Screening, scheme: Scheme, *, received_on: date) -> Timeline:
    """The dates of a portfolio's items (clause G7); ages count from its submission, or else from its receipt.

    Raises:
        SchemeError: the scheme lacks a passage of the timeline.
    """
    words = ReportWords(scheme)
    years = next((rule.years for rule in scheme.rules if rule.years), 0)
    day = portfolio.submitted_on or received_on
    kind = "submitted" if portfolio.submitted_on else "received"
    day_label = words.text(f"timeline.{kind}", day=day_in_words(day))
    rows = tuple(_rows(portfolio, screening, scheme, (day, years)))
    spoken = [words.text("timeline.spoken_item", item=row.item, what=row.said) for row in rows]
    limit = years_before(day, years)
    return Timeline(
        title=words.text("timeline.title"),
        rows=rows,
        day=day,
        limit=limit,
        day_label=day_label,
        limit_label=words.text("timeline.limit", years=years),
        empty=words.text("timeline.empty"),
        names={name: words.text(f"timeline.legend.{name}") for name in (*Mark, "beyond")},
        spoken=words.text(
            "timeline.spoken",
            n=len(rows),
            day=day_label,
            years=years,
            limit=day_in_words(limit),
            list=words.semicolons(spoken, len(spoken)),
        )
        if rows
        else words.text("timeline.empty"),
    )


def timeline_in_words(timeline: Timeline) -> str:
    """The alternative text: all that the picture shows, in its order."""
    return timeline.spoken


def _rows(portfolio: Portfolio, screening: Screening, scheme: Scheme, age: tuple[date, int]) -> Iterator[Dated]:
    words = ReportWords(scheme)
    names = Names(portfolio, scheme, words)
    unread = {each.evidence_id for each in screening.observations if (each.check, each.kind) == ("dates", "unread")}
    for item in portfolio.evidence:
        facts, name = screening.items.get(item.id), names.item(item.id)
        label = words.text("timeline.item", item=name)
        if facts is not None and facts.dated is not None:
            said = _said(facts.dated, words, age)
            yield _dated(facts.dated, Dated(item=name, label=label, said=said))
        else:
            said = words.text("timeline.unread" if item.id in unread else "timeline.undated")
            yield Dated(item=name, label=label, said=said)


def _said(dated: DatedBy, words: ReportWords, age: tuple[date, int]) -> str:
    older = age_of(dated.date, *age) is Age.OLDER
    kind = words.text(f"timeline.kind.{dated.kind}")
    return words.text("timeline.older" if older else "timeline.dated", date=date_in_words(dated.date), kind=kind)


def _dated(dated: DatedBy, row: Dated) -> Dated:
    by_length = Mark.DAY if len(dated.date) == _DAY else Mark.SPAN
    mark = Mark.METADATA if dated.kind == _METADATA else by_length
    return replace(row, mark=mark, first=first_day(dated.date), last=last_day(dated.date))
