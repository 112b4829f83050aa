"""What every section of a letter works with: the case, its words, its voices, the outcome that was chosen."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from mrse_assess.letter.case import LetterCase
from mrse_assess.letter.phrases import Phrases
from mrse_assess.letter.speaking import UnitVoice, decided_by_panel, voices
from mrse_assess.letter.wording import Wording
from mrse_assess.model.decision import SubCategoryResult
from mrse_assess.model.letter import Block, Heading, Paragraph, Sentence
from mrse_assess.model.scheme import Outcome
from mrse_assess.terms import OutcomeKind, SubCategoryState

_FROM_SUBMISSION: Final = "submission"


class Materials:
    """One case made ready to be told. ``outcome`` is None while no person has chosen one."""

    def __init__(self, case: LetterCase) -> None:
        self.case = case
        self.scheme = case.scheme
        self.decision = case.decision
        self.wording = Wording(case.scheme, case.settings)
        self.phrases = Phrases(case, self.wording)
        self.voices: dict[str, UnitVoice] = voices(case.judgements, case.scheme, self._judged_items())
        self.outcome: Outcome | None = _chosen(case)

    @property
    def kind(self) -> OutcomeKind | None:
        """The outcome that a person chose."""
        return self.outcome.kind if self.outcome else None

    @property
    def choice_rows(self) -> tuple[str, ...]:
        """The record of the choice of the outcome."""
        return (self.case.choice.event,) if self.case.choice else ()

    def results(self, *states: SubCategoryState) -> tuple[SubCategoryResult, ...]:
        """The sub-categories in one of these states, in the order of the scheme."""
        return tuple(result for result in self.decision.sub_categories if result.state in states)

    def concluded(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The records of the conclusions on these sub-categories."""
        return tuple(event for code in codes for event in self.voices[code].conclusion.events)

    def reading(self, reading_id: str) -> str:
        """The value of a reading in force: the one that the decision used, else the scheme's default."""
        default = next((reading.default for reading in self.scheme.readings if reading.id == reading_id), "")
        return dict(self.decision.readings_used).get(reading_id, default)

    def reference_date(self) -> date | None:
        """The date from which the years are counted back, under the reading in force; None when it is not known.

        The day of issue is never it: what was signed off would say something else on another day.
        """
        if self.reading("five_years_from") == _FROM_SUBMISSION:
            return self.case.application.received
        panel = decided_by_panel(self.case.judgements)
        return panel.date() if panel else self.case.choice_date

    def _judged_items(self) -> tuple[str, ...]:
        return self.phrases.in_order(row.evidence_id for row in self.case.judgements.judgements)


def section(heading: Iterable[Sentence], *blocks: Block | None, level: int = 2) -> tuple[Block, ...]:
    """A heading and the blocks under it; nothing at all when no block has anything to say."""
    kept = tuple(block for block in blocks if block is not None)
    if not kept:
        return ()
    return (*(Heading(level=level, sentence=sentence) for sentence in heading), *kept)


def paragraph(*parts: Iterable[Sentence]) -> Paragraph | None:
    """The sentences as a paragraph, or None when there are none."""
    sentences = tuple(sentence for part in parts for sentence in part)
    return Paragraph(sentences=sentences) if sentences else None


def _chosen(case: LetterCase) -> Outcome | None:
    if case.choice is None:
        return None
    return next(outcome for outcome in case.scheme.outcomes if outcome.kind == case.choice.outcome)
