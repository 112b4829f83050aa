"""Everything a letter is composed from: values taken from the records, the scheme and the portfolio's item list."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mrse_assess.model.decision import Decision
from mrse_assess.model.judgement import Judgements, OutcomeChoice, SettingValue
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.model.scheme import Scheme


@dataclass(frozen=True, kw_only=True)
class ApplicationFacts:
    """What the register holds of an application.

    ``applicant`` is the name as the applicant gave it; ``salutation`` how they wish to be addressed ("Dr
    Adeyemi-Clarke"), or empty: then the whole name is used, since a family name cannot be told from it.
    ``guidance`` is the guidance that the portfolio is assessed under, empty for that of the scheme file.
    """

    reference: str
    attempt: int
    applicant: str
    received: date
    salutation: str = ""
    guidance: str = ""


@dataclass(frozen=True, kw_only=True)
class ReadingChoice:
    """The reading of an ambiguous clause that the panel recorded: ``authority`` says who directed it, and when."""

    reading: str
    value: str
    authority: str
    event: str


@dataclass(frozen=True, kw_only=True)
class LetterCase:
    """What one letter is made from, and nothing else; no clock.

    ``choice`` is None until a person has chosen an outcome. ``items`` is the portfolio's item list. ``unreadable`` are
    ids of items that could not be opened. ``record_head`` is the hash of the records that all this was taken from.
    ``issued`` is the date of the record of issue; without one the letter bears the date of the choice. ``number``
    counts the letters of the attempt from 1: one that takes the place of a letter taken back has an id of its own.
    """

    scheme: Scheme
    application: ApplicationFacts
    decision: Decision
    judgements: Judgements
    record_head: str
    choice: OutcomeChoice | None = None
    items: tuple[EvidenceItem, ...] = ()
    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    readings: tuple[ReadingChoice, ...] = ()
    unreadable: tuple[str, ...] = ()
    issued: date | None = None
    number: int = 1

    def item(self, evidence_id: str) -> EvidenceItem | None:
        """The item with this id, or None when it is not in the portfolio."""
        return next((item for item in self.items if item.id == evidence_id), None)

    @property
    def issue_date(self) -> date | None:
        """The date that the letter bears, from the record; None while there is neither issue nor choice."""
        return self.issued or self.choice_date

    @property
    def choice_date(self) -> date | None:
        """The date on which the outcome was chosen, None while it is not."""
        return self.scheme.day_of(self.choice.recorded_at) if self.choice else None
