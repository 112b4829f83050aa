"""From the workbench's values to what the right pane shows: guidance as markup, the rest as dictionaries."""

from collections.abc import Mapping, Sequence
from typing import Any

from mrse_assess.terms import NoteKind
from mrse_assess.ui.entries import entry_for_page
from mrse_assess.ui.present import unit_words
from mrse_assess.ui.wording import clock, day_and_clock, html
from mrse_assess.workbench.finding_views import Finding, FindingKind, FindingsView
from mrse_assess.workbench.views import (
    Choice,
    ConclusionView,
    GuidanceView,
    HistoryLine,
    ItemView,
    JudgementView,
    NoteView,
    Unit,
)

_STRENGTHS = (
    (NoteKind.NOT_ACCEPTABLE, "na", "Not acceptable", "⊘"),
    (NoteKind.BINDING, "bi", "Binding", "§"),
    (NoteKind.IMPORTANT, "im", "Important", "!"),
)


def guidance_head(value: GuidanceView) -> str:
    """The heading of the right pane with what it can open below, as markup."""
    code, title = html(value.code), html(value.title)
    examples = _opens("examples", f"Examples {len(value.examples)}") if value.examples else ""
    return (
        f'<div class="jhead" data-code="{code}"><h2 class="nw">{code}</h2><h2 class="grow two" title="{title}">{title}'
        f"</h2>{examples}{_opens('full', 'Full text')}</div>"
    )


def _opens(part: str, words: str) -> str:
    return (
        f'<button type="button" class="link sm nw" data-opens="{part}" data-testid="open-{part}" aria-expanded="false">'
        f"{html(words)}</button>"
    )


def uncited_head(item: ItemView) -> str:
    """The heading of the right pane for an item that no sub-category cites, as markup."""
    name = html(item.label) if item.whole else f"Item {html(item.label)}"
    return f'<div class="jhead"><h2 class="nw">{name}</h2></div>'


def uncited_body(item: ItemView, cited_for: Sequence[str] = (), stood_for: Sequence[str] = ()) -> str:
    """What stands in place of guidance for an item that no sub-category cites, or a whole file, as markup."""
    if item.whole:
        return '<p class="g">A whole file as the applicant sent it. It can be read here; there is nothing to judge.</p>'
    if cited_for:
        codes = html(", ".join(cited_for))
        return f'<p class="g">Item {html(item.label)} is open by itself. It is cited for {codes}, and judged there.</p>'
    if stood_for:
        codes = html(", ".join(stood_for))
        return f'<p class="g">The finding on {codes} stands on item {html(item.label)}. It can be read here.</p>'
    return (
        f'<p class="g">The cross reference table cites item {html(item.label)} for no sub-category. '
        "It can be read here; there is nothing to judge.</p>"
    )


def guidance_body(value: GuidanceView, noticed: FindingsView | None = None) -> str:
    """What is asked and its notes in three strengths; examples and the full text stay closed until asked for.

    Beside a note stand the numbers of the prompts that belong to it.
    """
    prompts = _by_note(noticed) if noticed else {}
    lines = "".join(f"<li>{html(example)}</li>" for example in value.examples)
    return "".join(
        (
            _closed("examples", "Examples of evidence", f"<ul>{lines}</ul>") if value.examples else "",
            _closed("full", f"{value.code} {value.title}", _full_text(value, prompts)),
            f'<p class="g">{html(value.guidance)}</p>' if value.guidance else "",
            _strengths([note for note in value.notes if not note.general], prompts),
        )
    )


def _by_note(noticed: FindingsView) -> Mapping[str, list[int]]:
    """The numbers of the open prompts that belong to each note."""
    found: dict[str, list[int]] = {}
    for number, finding in enumerate(noticed.findings, start=1):
        if finding.note and finding.kind is FindingKind.POSSIBLE:
            found.setdefault(finding.note, []).append(number)
    return found


def _full_text(value: GuidanceView, prompts: Mapping[str, list[int]]) -> str:
    """The text of the category, of the sub-category, and what holds for every sub-category."""
    general = [note for note in value.notes if note.general]
    category = f"<h4>{html(value.category_title)}</h4>" if value.category_title else ""
    return "".join(
        (
            f"{category}<p>{html(value.category_guidance)}</p>" if value.category_guidance else "",
            f"<p>{html(value.guidance)}</p>" if value.guidance else "",
            f"<h4>For every sub-category</h4>{_strengths(general, prompts)}" if general else "",
        )
    )


def _closed(part: str, heading: str, body: str) -> str:
    return f'<section class="more" data-part="{part}" hidden><h3>{html(heading)}</h3>{body}</section>'


def _strengths(notes: list[NoteView], prompts: Mapping[str, list[int]]) -> str:
    """The notes in three strengths, strongest first."""
    lists = []
    for kind, css, word, sign in _STRENGTHS:
        items = "".join(_note(note, word, sign, prompts.get(note.id, ())) for note in notes if note.kind is kind)
        if items:
            lists.append(f'<ul class="note {css}" aria-label="{word}">{items}</ul>')
    return "".join(lists)


def _note(note: NoteView, word: str, sign: str, prompts: Sequence[int]) -> str:
    count = f" <b>{html(note.count)}</b>" if note.count else ""
    return (
        f'<li><span class="k"><b aria-hidden="true">{sign}</b> {word}</span> {html(note.text)}{count} '
        f'<span class="c">{html(note.clause)}</span>{"".join(map(_jump, prompts))}</li>'
    )


def _jump(number: int) -> str:
    return (
        f' <button type="button" class="no" data-prompt="{number}" data-testid="note-prompt-{number}" '
        f'aria-label="Prompt {number} belongs to this note: go there">{number}</button>'
    )


def findings(unit: Unit, item: ItemView | None, noticed: FindingsView) -> dict[str, Any]:
    """The program's prompts about the unit's item, numbered as they stand, and those put aside."""
    if item is None:
        return {"label": "", "rows": []}
    return {
        "label": item.label,
        "unit": list(unit),
        "rows": [_finding(value, number) for number, value in enumerate(noticed.findings, start=1)],
        "dismissed": [
            {**_finding(one.finding, 0), "why": one.why, "at": day_and_clock(one.at)} for one in noticed.dismissed
        ],
        "scans": sum(not page.has_text for page in item.pages),
        "checked": list(noticed.checked),
        "unchecked": list(noticed.unchecked),
        "looking": noticed.looking,
        "fault": noticed.fault,
        "reasons": list(noticed.reasons),
    }


def _finding(value: Finding, number: int) -> dict[str, Any]:
    return {
        "number": number,
        "kind": value.kind.value,
        "word": value.word,
        "message": value.message,
        "pages": list(value.pages),
        "about": value.about,
        "detail": value.detail,
        "clause": value.clause,
        "note": value.note_text,
        "ids": list(value.observations) if value.kind is FindingKind.POSSIBLE else [],
    }


def form(application: str, value: JudgementView | None, item: ItemView | None) -> dict[str, Any]:
    """The judgement form, or {} where nothing can be judged."""
    if value is None or item is None:
        return {}
    return {
        "app": application,
        "unit": list(value.unit),
        "label": item.label,
        "heading": unit_words(value.unit, begins=True),
        "entry": entry_for_page(value.entry),
        "saved": clock(value.saved_at),
        "drafted": value.drafted,
        "reasons": [
            {
                "id": reason.id,
                "name": reason.name,
                "clause": reason.clause,
                "sentence": reason.sentence,
                "needs": list(reason.needs),
                "alone": not reason.never_alone,
                "used": reason.used,
            }
            for reason in value.reasons
        ],
        "contributions": list(value.contributions),
        "editions": list(value.editions),
        "groups": [{"id": group.id, "members": group.members} for group in value.groups],
        "targets": [_choice(choice) for choice in value.targets],
        "items": [_choice(choice) for choice in value.other_items],
        "also": list(value.also_open),
        "quotes": [
            {
                "pin": quote.pin,
                "text": quote.text,
                "n": quote.number,
                "boxes": [list(box) for box in quote.boxes],
                "found": quote.found,
                "recognised": quote.recognised,
            }
            for quote in value.quotes
        ],
        "parked": {"since": day_and_clock(value.parking.since), "reminder": value.parking.reminder}
        if value.parking
        else None,
        "history": _history(value.history),
        "again": value.look_again,
    }


def _history(lines: Sequence[HistoryLine]) -> list[dict[str, Any]]:
    return [
        {
            "at": clock(line.at),
            "day": day_and_clock(line.at),
            "words": line.words,
            "verdict": line.verdict or "",
            "who": line.who,
            "undone": line.undone,
        }
        for line in lines
    ]


def _choice(value: Choice) -> dict[str, str]:
    return {"id": value.id, "name": value.name, "place": value.place}


def conclusion(value: ConclusionView | None) -> dict[str, Any]:
    """The foot of the right pane, or {} for an item that no sub-category cites."""
    if value is None:
        return {}
    return {
        "code": value.sub_category,
        "verdict": value.verdict.value if value.verdict else "",
        "saved": clock(value.saved_at),
        "hesitate": value.hesitate,
        "ask": [verdict.value for verdict in value.needs_sentence],
        "feedback": value.feedback,
        "to_panel": value.to_panel,
        "history": _history(value.history),
    }
