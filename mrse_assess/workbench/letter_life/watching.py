"""What must not stand in a letter: who judged, what was said in private, and anything that could be a patient's."""

import re
from collections.abc import Iterable, Iterator

from mrse_assess.letter import Watch
from mrse_assess.model.acts import Person
from mrse_assess.model.letter import Letter, Refusal, Sentence
from mrse_assess.records import Event, InForce
from mrse_assess.screening.checks.personal_data.in_words import identifiers_in
from mrse_assess.terms import EventKind, Role
from mrse_assess.workbench.name_words import name_of

_PRIVATE = {
    EventKind.PRIVATE_NOTE: ("text",),
    EventKind.PARKING: ("words",),
    EventKind.JUDGEMENT: ("to_panel",),
    EventKind.CONCLUSION: ("to_panel",),
    EventKind.DECLARATION: ("why",),
    EventKind.ALLOCATION: ("why",),
}
"""Texts that are not for the applicant, by the kind of their record."""
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_WHO = {EventKind.JUDGEMENT, EventKind.CONCLUSION, EventKind.DECLARATION, EventKind.SEAL}
_LEAST_SURNAME = 3
_OF_APPLICANT = frozenset({"applicant", "salutation_name"})
_IN_WORDS = {
    "nhs_number": "an NHS number",
    "chi_number": "a CHI number",
    "dob": "a date of birth",
    "hospital_number": "a hospital number",
}


def watch_of(events: Iterable[Event], found: InForce, persons: Iterable[Person], applicant: str) -> Watch:
    """The names and the private sentences that must not stand in a letter.

    Private words count once recorded, also those that were taken back or replaced since.
    """
    told = tuple(events)
    return Watch(names=tuple(_names(told, found, persons, applicant)), notes=tuple(dict.fromkeys(_private(told))))


def identifiers(letter: Letter) -> Iterator[Refusal]:
    """Every sentence that holds what has the form of a patient's number or date of birth. The value is not repeated."""
    for number, sentence in enumerate(letter.sentences(), 1):
        for kind in sorted(identifiers_in(_to_look_at(sentence))):
            yield Refusal(
                code="identifier",
                found=f"A sentence holds what has the form of {_IN_WORDS[kind]}.",
                advice="Record the words behind the sentence again without it.",
                sentence=number,
                rows=sentence.rows,
            )


def _to_look_at(sentence: Sentence) -> str:
    """The sentence, and what people put into it by itself: a label and its number may come from two slots."""
    if sentence.edit:
        return sentence.text
    return "\n\n".join((sentence.text, *(slot.text for slot in sentence.slots if slot.event)))


def _names(events: tuple[Event, ...], found: InForce, persons: Iterable[Person], applicant: str) -> Iterator[str]:
    judged = {event.actor for event in events if event.kind in _WHO} | {one.person for one in found.allocations}
    own = {word.casefold() for word in re.findall(r"\w+", applicant)}
    yield from sorted(judged)
    for person in persons:
        if not (person.person in judged or {Role.ASSESSOR, Role.CHAIR} & set(person.roles)):
            continue
        yield person.person
        for name in filter(None, (person.name.strip(), *map(str.strip, person.other_names.splitlines()))):
            yield name
            yield from _surname(name, own)


def _surname(name: str, own: set[str]) -> Iterator[str]:
    """The family name by itself, as the name spells it, unless the applicant bears it too."""
    read = name_of(name)
    words = [word for word in re.findall(r"[\w'-]+", name) if read and word.casefold() == read.surname.casefold()]
    yield from (word for word in words[-1:] if len(word) >= _LEAST_SURNAME and word.casefold() not in own)


def _private(events: tuple[Event, ...]) -> Iterator[str]:
    """Each private text as a whole, and sentence by sentence."""
    for event in events:
        for field in _PRIVATE.get(event.kind, ()):
            text = str(event.payload.get(field, "")).strip()
            if text:
                yield text
                yield from filter(None, map(str.strip, _SENTENCES.split(text)))
