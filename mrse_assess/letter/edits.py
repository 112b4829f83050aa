"""A person's changes to single sentences, kept beside what was composed, and turned stale when that changes."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from mrse_assess.model.letter import (
    Block,
    CountTable,
    HandEdit,
    Heading,
    Letter,
    Listing,
    Notice,
    Paragraph,
    Picture,
    RuleTable,
    Sentence,
)
from mrse_assess.terms import SentenceKind

Change = Callable[[Sentence], Sentence]


@dataclass(frozen=True, kw_only=True)
class Edited:
    """A letter with its edits, and those that fit no sentence any more: passage, slots or rows have changed."""

    letter: Letter
    stale: tuple[HandEdit, ...]


def anchor_of(sentence: Sentence) -> str:
    """The fingerprint of what a sentence was composed from: section, passage and version, slots, rows."""
    slots = [(slot.name, slot.text, slot.value, slot.event, slot.setting) for slot in sentence.slots]
    basis = [sentence.section, sentence.passage, sentence.passage_version, slots, sentence.rows, sentence.rule]
    return sha256(json.dumps(basis, ensure_ascii=False).encode()).hexdigest()


def with_edits(letter: Letter, edits: Iterable[HandEdit]) -> Edited:
    """The letter with each edit in place of its sentence. Of two edits of one sentence the last holds."""
    wanted = {edit.anchor: edit for edit in edits}
    found = {anchor_of(sentence) for sentence in letter.sentences()}

    def changed(sentence: Sentence) -> Sentence:
        edit = wanted.get(anchor_of(sentence))
        if edit is None:
            return sentence
        return replace(sentence, text=edit.text, kind=SentenceKind.HAND_EDIT, composed=sentence.text, edit=edit)

    stale = tuple(edit for anchor, edit in wanted.items() if anchor not in found)
    return Edited(letter=_each(letter, changed), stale=stale)


def _each(letter: Letter, change: Change) -> Letter:
    return replace(
        letter,
        head=tuple(map(change, letter.head)),
        blocks=tuple(_block(block, change) for block in letter.blocks),
        foot=tuple(map(change, letter.foot)),
    )


def _block(block: Block, change: Change) -> Block:
    match block:
        case Heading(sentence=sentence):
            return replace(block, sentence=change(sentence))
        case Paragraph(sentences=sentences, lead=lead):
            return replace(block, sentences=tuple(map(change, sentences)), lead=change(lead) if lead else None)
        case Listing(entries=entries):
            return replace(block, entries=tuple(tuple(map(change, entry)) for entry in entries))
        case Notice(lead=lead, entries=entries):
            return replace(block, lead=change(lead), entries=tuple(tuple(map(change, entry)) for entry in entries))
        case RuleTable(header=header, rows=rows):
            return replace(
                block, header=tuple(map(change, header)), rows=tuple(tuple(map(change, row)) for row in rows)
            )
        case Picture() | CountTable():  # of reports; no letter has them
            return block
