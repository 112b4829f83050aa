"""What a sentence of the letter rests on: the judgements and choices behind it, and where they were seen."""

from collections.abc import Iterable, Iterator, Mapping

from mrse_assess.letter.places import Place, place_of
from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.model.letter import Sentence, Slot
from mrse_assess.model.scheme import Scheme
from mrse_assess.records import Event
from mrse_assess.terms import EventKind
from mrse_assess.workbench.evidence import item_places
from mrse_assess.workbench.letter_life.page_views import RowLine
from mrse_assess.workbench.letter_life.who import judge_of
from mrse_assess.workbench.panel import wording
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.views import Unit
from mrse_assess.workbench.whole_files import any_item


def rows_of(table: PanelTable, sentence: Sentence) -> tuple[RowLine, ...]:
    """Every record that the sentence rests on, in its order; also those whose own words stand in it."""
    return lines_of(table, (*sentence.rows, *(slot.event for slot in sentence.slots if slot.event)))


def lines_of(table: PanelTable, rows: Iterable[str]) -> tuple[RowLine, ...]:
    """Records by their ids, each once; one of an earlier attempt that stands no more is left out."""
    judged = _judged(table)
    events = {event.event: event for event in table.events}
    return tuple(line for one in dict.fromkeys(rows) for line in _line(table, one, judged, events))


def sources_of(scheme: Scheme, sentence: Sentence) -> tuple[str, ...]:
    """Settings with where they come from, pages of files, and what somebody has still to say."""
    labels = {spec.id: spec.label for spec in scheme.settings}
    return tuple(dict.fromkeys(words for slot in sentence.slots if (words := _source(slot, labels))))


def _source(slot: Slot, labels: Mapping[str, str]) -> str:
    if slot.gap:
        return f"Still to be said: {slot.label}."
    if slot.setting:
        return f"Setting “{labels.get(slot.setting, slot.setting)}”, from: {slot.source or 'no source named'}."
    if slot.place:
        return f"Page {slot.place.page} of {slot.place.file}."
    return ""


def _judged(table: PanelTable) -> dict[str, Judgement | Conclusion]:
    whole = table.whole.judgements
    rows: tuple[Judgement | Conclusion, ...] = (*whole.judgements, *whole.conclusions)
    return {row.event: row for row in rows}


def _line(
    table: PanelTable, event: str, judged: Mapping[str, Judgement | Conclusion], events: Mapping[str, Event]
) -> Iterator[RowLine]:
    if event in judged:
        yield _judgement(table, judged[event])
    elif event in events:
        yield _other(table, events[event])


def _judgement(table: PanelTable, row: Judgement | Conclusion) -> RowLine:
    item = row.evidence_id if isinstance(row, Judgement) else ""
    page, pages = _page(table, row) if isinstance(row, Judgement) else (0, 0)
    return RowLine(
        event=row.event,
        what=f"Item {item} for {row.sub_category}" if item else f"{row.sub_category} as a whole",
        by=judge_of(table, row),
        at=row.recorded_at.astimezone() if row.recorded_at else None,
        verdict=row.verdict,
        lines=(*wording.side_lines(row, table.workspace.scheme), *_own_words(row)),
        unit=Unit(row.sub_category, item),
        page=page,
        pages=pages,
    )


def _own_words(row: Judgement | Conclusion) -> Iterator[str]:
    if isinstance(row, Judgement) and row.seen:
        yield f"Seen: {row.seen}"
    if row.feedback:
        yield f"Note for the applicant: {row.feedback}"
    if row.to_panel:
        yield f"To the panel: {row.to_panel}"


def _page(table: PanelTable, row: Judgement) -> tuple[int, int]:
    """The page of the item that the judgement names, where nothing else is known its first; and how many there are."""
    item = any_item(table.portfolio, row.evidence_id)
    pages = len(item_places(item)) if item else 0
    said = place_of(row.page, item)
    number = said.item_page if isinstance(said, Place) else None
    return (number or 1, pages) if pages else (0, 0)


def _other(table: PanelTable, event: Event) -> RowLine:
    ground = next((str(event.payload[key]) for key in ("ground", "why") if event.payload.get(key)), "")
    return RowLine(
        event=event.event,
        what=_what(table.workspace.scheme, event),
        by=event.actor,
        at=event.recorded_at.astimezone(),
        lines=(f"Ground: {ground}",) if ground else (),
    )


def _what(scheme: Scheme, event: Event) -> str:
    said = event.payload
    match event.kind:
        case EventKind.OUTCOME:
            names = {one.kind.value: one.name for one in scheme.outcomes}
            return f"The outcome chosen: {names.get(said['outcome'], said['outcome'])}"
        case EventKind.PART:
            names = {one.id: one.name for one in scheme.parts}
            return f"{names.get(said['part'], said['part'])}: {'present' if said['confirmed'] else 'absent'}"
        case EventKind.READING_CHOICE:
            return f"How a clause is read: {said['setting']} as {said['value']}".replace("_", " ")
        case EventKind.LETTER_EDIT:
            return "Other words for a sentence"
        case _:
            return f"A record of the kind {event.kind.value}".replace("_", " ")
