"""A unit side by side: each assessor's judgement with its quotes at their pages, and what the panel recorded."""

from mrse_assess.model.acts import PinnedQuote
from mrse_assess.model.dates import day_in_words
from mrse_assess.model.judgement import Judgement
from mrse_assess.model.scheme import Scheme
from mrse_assess.panel.comparing import Key, Row, Topic
from mrse_assess.terms import Verdict
from mrse_assess.workbench.evidence import item_places
from mrse_assess.workbench.groups import groups_offered
from mrse_assess.workbench.panel import wording
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.panel.views import QuoteLine, ReasonChoice, Settled, Side, TopicView
from mrse_assess.workbench.views import GroupChoice
from mrse_assess.workbench.whole_files import any_item

SEEN = "seen"


def topic_view(table: PanelTable, topic: Topic) -> TopicView:
    """The unit as the page shows it."""
    scheme = table.workspace.scheme
    item = any_item(table.portfolio, topic.evidence_id) if topic.evidence_id else None
    pages = len(item_places(item)) if item else 0
    sides = tuple(_side(table, number, row) for number, row in enumerate(topic.sides, start=1))
    unit = scheme.sub_category(topic.sub_category)
    return TopicView(
        sub_category=topic.sub_category,
        evidence_id=topic.evidence_id,
        heading=wording.heading_of(topic),
        guidance=(unit.guidance, *(note.text for note in unit.notes)),
        sides=sides,
        without=len(topic.without),
        settled=_settled(topic.moderated, scheme, names_hidden=table.names_hidden) if topic.moderated else None,
        verdicts=verdicts_of(topic.key),
        reasons=tuple(
            ReasonChoice(id=reason.id, name=reason.name, needs_seen=SEEN in reason.needs)
            for reason in scheme.reasons_for(topic.sub_category)
        ),
        groups=_groups(table, topic) if unit.independent and topic.evidence_id else (),
        pages=pages,
        opening=next((side.page for side in sides if side.page), 1 if pages else 0),
    )


def verdicts_of(key: Key) -> tuple[Verdict, ...]:
    """What the panel may say of a unit: it refers nothing to itself."""
    either = (Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY)
    return either if key[1] else (*either, Verdict.NOTHING_OFFERED)


def _groups(table: PanelTable, topic: Topic) -> tuple[GroupChoice, ...]:
    """Those of what the panel has settled and of what the assessors agree on."""
    agenda = table.agenda
    others = (*(item.topic for item in agenda.items), *agenda.agreed)
    standing = (one.moderated or (None if one.differences else one.sides[0]) for one in others)
    rows = (row for row in standing if isinstance(row, Judgement))
    return groups_offered(rows, topic.sub_category, topic.evidence_id)


def _side(table: PanelTable, number: int, row: Row) -> Side:
    quotes = tuple(_quote(table, one) for one in _pinned(table, row)) if isinstance(row, Judgement) else ()
    return Side(
        number=number,
        label=wording.side_label(number, row.assessor, hidden=table.names_hidden),
        verdict=row.verdict,
        lines=wording.side_lines(row, table.workspace.scheme),
        quotes=quotes,
        to_panel=row.to_panel,
        feedback=row.feedback,
        page=next((quote.page for quote in quotes if quote.page), 0),
    )


def _pinned(table: PanelTable, row: Judgement) -> list[PinnedQuote]:
    unit = (row.sub_category, row.evidence_id)
    return [
        one for one in table.in_force.quotes if one.by == row.assessor and (one.sub_category, one.evidence_id) == unit
    ]


def _quote(table: PanelTable, quote: PinnedQuote) -> QuoteLine:
    """The quote with the page of the item that it stands on, 0 when that file or page is not of the item now."""
    item = any_item(table.portfolio, quote.evidence_id)
    hashes = {document.name: document.sha256 for document in table.portfolio.documents}
    places = [(hashes.get(file, ""), page) for file, page in item_places(item)] if item else []
    place = (quote.sha256, quote.page)
    return QuoteLine(text=quote.text, page=places.index(place) + 1 if place in places else 0, boxes=quote.boxes)


def _settled(row: Row, scheme: Scheme, *, names_hidden: bool) -> Settled:
    at = row.recorded_at.astimezone() if row.recorded_at else None
    return Settled(
        verdict=row.verdict,
        lines=wording.side_lines(row, scheme),
        why=row.to_panel,
        by="the panel" if names_hidden else row.assessor,
        at=f"{day_in_words(at)}, {at:%H:%M:%S}" if at else "",
        primary_reason=row.primary_reason,
    )
