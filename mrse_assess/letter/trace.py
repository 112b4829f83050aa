"""The trace: one entry for each sentence, from which a reader gets back to a judgement and to a page."""

from typing import Any

from mrse_assess.model.letter import Letter, Sentence, Slot


def trace(letter: Letter) -> list[dict[str, Any]]:
    """One entry for each sentence of the letter in reading order, numbered from 1, fit for JSON.

    A slot is told by where it came from: a page, the event of a person's own words, a setting with its source, what is
    still missing, or the plain value. An edited sentence keeps what was composed, who changed it and why.
    """
    return [_entry(number, sentence) for number, sentence in enumerate(letter.sentences(), 1)]


def _entry(number: int, sentence: Sentence) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "n": number,
        "section": sentence.section,
        "text": sentence.text,
        "kind": str(sentence.kind),
        "passage": sentence.passage,
        "passage_version": sentence.passage_version,
        "slots": {slot.name: _slot(slot) for slot in sentence.slots},
        "rows": list(sentence.rows),
        "clauses": list(sentence.clauses),
        "rule": sentence.rule,
    }
    if sentence.edit:
        edit = sentence.edit
        entry |= {"composed": sentence.composed, "by": edit.by, "why": edit.why, "edit": edit.event}
    return entry


def _slot(slot: Slot) -> str | dict[str, Any]:
    if slot.gap:
        return {"gap": slot.label}
    if slot.setting:
        return {"setting": slot.setting, "source": slot.source}
    if slot.place:
        return {"file": slot.place.file, "page": slot.place.page}
    if slot.event:
        return {"event": slot.event}
    return slot.value or slot.text
