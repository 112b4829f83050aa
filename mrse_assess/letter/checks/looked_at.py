"""What the checks look at."""

from collections.abc import Iterator
from dataclasses import dataclass

from mrse_assess.letter.materials import Materials
from mrse_assess.letter.speaking import all_rows
from mrse_assess.model.letter import HandEdit, Letter, Refusal, Sentence


@dataclass(frozen=True, kw_only=True)
class Watch:
    """What must not stand in a letter, given by those who know it.

    ``names``: of assessors, with initials and mailboxes. ``notes``: texts of private notes and notes to the panel.
    ``patterns``: regular expressions of identifiers, such as those of patients.
    """

    names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LookedAt:
    """A letter, what it should have been made from, and what it must not contain."""

    letter: Letter
    m: Materials
    watch: Watch
    head_now: str
    stale: tuple[HandEdit, ...] = ()

    def numbered(self) -> Iterator[tuple[int, Sentence]]:
        """The sentences with their numbers in the trace, the draft's own notices left out."""
        for number, sentence in enumerate(self.letter.sentences(), 1):
            if sentence.section != "draft":
                yield number, sentence

    @property
    def in_force(self) -> frozenset[str]:
        """The ids of every record that a sentence may rest on."""
        case = self.m.case
        speaking = {event for voice in self.m.voices.values() for event in voice.events}
        others = {part.event for part in case.judgements.parts} | {choice.event for choice in case.readings}
        return frozenset(speaking | others | set(self.m.choice_rows))

    @property
    def known(self) -> frozenset[str]:
        """The ids of every judgement and conclusion, those that do not speak included."""
        return frozenset(row.event for row in all_rows(self.m.case.judgements))


def refusal(code: str, found: str, advice: str, number: int | None = None, rows: tuple[str, ...] = ()) -> Refusal:
    """A ground for refusing, with the sentence and the rows it is about."""
    return Refusal(code=code, found=found, advice=advice, sentence=number, rows=tuple(row for row in rows if row))
