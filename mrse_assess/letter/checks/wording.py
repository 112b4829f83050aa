"""Whether the words are those composed, the numbers those of the decision, and nothing forbidden stands there."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from mrse_assess.letter.checks.looked_at import LookedAt, refusal
from mrse_assess.letter.compose import compose
from mrse_assess.letter.edits import anchor_of
from mrse_assess.letter.sections.counted import counted_slots
from mrse_assess.letter.speaking import all_rows
from mrse_assess.model.letter import Refusal, Sentence
from mrse_assess.terms import SentenceKind

_NUMERAL: Final = re.compile(r"\d+(?:\.\d+)*")
_WORD: Final = re.compile(r"\w+")
_TELLING: Final = 4  # words from which on a note can be told from a common phrase
_COUNTED: Final = ("n", "k", "short", "excess")
_OF_APPLICANT: Final = frozenset({"applicant", "salutation_name"})


def numbers_are_those_of_the_decision(at: LookedAt) -> Iterator[Refusal]:
    """Every number in a sentence about a rule is the rule's."""
    findings = {finding.rule: finding for finding in at.m.decision.rules}
    for number, sentence in at.numbered():
        finding = findings.get(sentence.rule or "")
        if finding is None or sentence.passage.startswith(("reading.", "out.", "verdict.", "heading.", "stands.")):
            continue
        right = counted_slots(at.m, finding)
        for slot in sentence.slots:
            if slot.name in _COUNTED and (slot.text != right[slot.name] or slot.text not in sentence.text):
                yield refusal(
                    "number-differs",
                    f"A number about the rule {finding.rule} is not the one that the rules found.",
                    "Draft the letter again from the records.",
                    number,
                    sentence.rows,
                )


def letter_is_what_the_records_say(at: LookedAt) -> Iterator[Refusal]:
    """Composing again gives the same sentences; what a person edited is compared by what was composed."""
    fresh = Counter(map(_identity, (s for s in compose(at.m.case).sentences() if s.section != "draft")))
    here = Counter(_identity(sentence) for _, sentence in at.numbered())
    for number, sentence in at.numbered():
        if here[_identity(sentence)] > fresh[_identity(sentence)]:
            yield refusal(
                "sentence-differs",
                "A sentence is not what the records and passages give now.",
                "Draft the letter again, or record the change as an edit with its reason.",
                number,
                sentence.rows,
            )
    for missing in fresh - here:
        yield refusal(
            "sentence-missing",
            f"A sentence of the section {missing[1]} has been left out.",
            "Draft the letter again from the records.",
        )


def edits_keep_the_findings(at: LookedAt) -> Iterator[Refusal]:
    """An edit takes no finding away, changes no number, and fits what it was made for."""
    for number, sentence in at.numbered():
        if sentence.kind != SentenceKind.HAND_EDIT or sentence.edit is None:
            continue
        if not sentence.edit.why.strip() or not sentence.edit.by.strip():
            yield refusal(
                "edit-without-reason",
                "A sentence was changed without saying who and why.",
                "Record the edit again with its reason.",
                number,
            )
        if _finding_lost(at, sentence):
            yield refusal(
                "edit-removes-finding",
                "An edit takes an adverse finding out of the letter.",
                "Change the judgement instead, if it is wrong.",
                number,
                sentence.rows,
            )
        elif _numbers_changed(sentence):
            yield refusal(
                "edit-changes-number",
                "An edit changes a number, a date, a page or an item.",
                "Correct the record that it comes from instead.",
                number,
                sentence.rows,
            )
    for edit in at.stale:
        yield refusal(
            "edit-stale",
            "An edit was made for a sentence that has changed since.",
            "Read the sentence as it is now, and edit it again if that is still wanted.",
            rows=(edit.event,),
        )


def nothing_forbidden_is_said(at: LookedAt) -> Iterator[Refusal]:
    """No assessor's name, no words of a note, no identifier. What was found is not repeated here."""
    common = {word for passage in at.m.scheme.passages.values() for word in _WORD.findall(passage.casefold())}
    names = [_name_pattern(name.strip(), common) for name in at.watch.names if _tells(name.strip(), common)]
    to_panel = [row.to_panel for row in all_rows(at.m.case.judgements)]
    notes = {note for note in map(_words, (*at.watch.notes, *to_panel)) if len(note.split()) >= _TELLING}
    patterns = [re.compile(pattern) for pattern in at.watch.patterns]
    for number, sentence in at.numbered():
        said = _said_by_people(sentence)
        words = f" {_words(said)} "
        if any(name.search(said) for name in names):
            yield _forbidden("assessor-named", "the name of someone who judged", number, sentence)
        if any(f" {note} " in words for note in notes):
            yield _forbidden("note-quoted", "the words of a note that is not for the applicant", number, sentence)
        if any(pattern.search(said) for pattern in patterns):
            yield _forbidden("identifier", "something with the form of a personal identifier", number, sentence)


def _forbidden(code: str, what: str, number: int, sentence: Sentence) -> Refusal:
    found = f"A sentence holds {what}."
    return refusal(code, found, "Record the words behind the sentence again without it.", number, sentence.rows)


def _identity(sentence: Sentence) -> tuple[str, str, str]:
    return (anchor_of(sentence), sentence.section, sentence.composed if _is_edited(sentence) else sentence.text)


def _is_edited(sentence: Sentence) -> bool:
    """Whether somebody changed the sentence in the letter; own words recorded with a judgement are composed as such."""
    return sentence.edit is not None and sentence.edit.anchor == anchor_of(sentence)


def _finding_lost(at: LookedAt, sentence: Sentence) -> bool:
    """Whether the edited text of an adverse sentence is empty, or no longer holds its verdict words."""
    adverse = sentence.passage.startswith(("reason.", "verdict.", "rule.", "heading.sub_category", "out."))
    if adverse and not sentence.text.strip():
        return True
    words = at.m.wording.text("state.not_satisfactory")
    return words in sentence.composed and words not in sentence.text


def _numbers_changed(sentence: Sentence) -> bool:
    """Whether an edit changes a number.

    What an assessor recorded in their own words may say numbers of its own (a slot of that name holds them), but keeps
    those of the item, its page and whatever else was composed around a person's phrases. An edit in the letter keeps
    every one.
    """
    own = sentence.slot("sentence")
    if own and not _is_edited(sentence):
        kept = [slot for slot in sentence.slots if slot is not own and not slot.event]
        return any(_numerals(slot.text) - _numerals(sentence.text) for slot in kept)
    return _numerals(sentence.text) != _numerals(sentence.composed)


def _numerals(text: str) -> Counter[str]:
    return Counter(_NUMERAL.findall(text))


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _said_by_people(sentence: Sentence) -> str:
    """What people put into a sentence: its slots, but the applicant's name, which may be another's too; or its edit."""
    if sentence.edit:  # nothing else of it is printed
        return sentence.edit.text
    return "\n".join(slot.text for slot in sentence.slots if slot.name not in _OF_APPLICANT)


def _tells(name: str, common: set[str]) -> bool:
    """Whether a name tells who someone is: not one small letter, nor a role in small letters ("panel")."""
    return len(name) > 1 and not (name.islower() and name in common)


def _name_pattern(name: str, common: set[str]) -> re.Pattern[str]:
    """The name as a whole word, in any case unless it is also a word of the scheme's own passages ("Page")."""
    flags = 0 if name.casefold() in common else re.IGNORECASE
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", flags)
