"""What people recorded: judgements, conclusions, confirmations, choices. One value per record in force."""

from dataclasses import dataclass, field
from datetime import datetime

from mrse_assess.model.wordings import Wording
from mrse_assess.terms import OutcomeKind, Phase, Verdict


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """What a judgement of an item and a conclusion on a sub-category have in common.

    Text fields are empty strings when nothing was said, never None. ``event`` and ``recorded_at`` are empty for a row
    that is not stored yet. ``page`` is the place in words a reader can find, as the letter says it.
    """

    application: str
    attempt: int
    phase: Phase
    assessor: str
    sub_category: str
    verdict: Verdict
    reasons: tuple[str, ...] = ()
    primary_reason: str = ""
    feedback: str = ""  # to the applicant
    to_panel: str = ""  # to the panel
    seen: str = ""  # the assessor's neutral phrase of what the page shows
    target: str = ""  # where the evidence belongs instead
    other_item: str = ""
    quote: str = ""
    page: str = ""
    evidence_date: str = ""  # the date of the evidence: 2021-03-05, 2021-03 or 2021
    wording: tuple[Wording, ...] = ()  # to the applicant, in place of sentences of reasons
    scheme_version: str = ""
    recorded_at: datetime | None = None  # UTC
    event: str = ""


@dataclass(frozen=True, kw_only=True)
class Judgement(Recorded):
    """The verdict on one item of evidence for one sub-category, with the flags that the scheme declares."""

    evidence_id: str
    simulated: bool = False
    mhra_reference: bool = False
    mhra_section: str = ""
    independent_group: str = ""
    contribution: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, int, Phase, str, str, str]:
        """What makes a judgement unique among those in force."""
        return (self.application, self.attempt, self.phase, self.assessor, self.sub_category, self.evidence_id)


@dataclass(frozen=True, kw_only=True)
class Conclusion(Recorded):
    """The assessor's verdict on a whole sub-category. Never rolled up from items: a person concludes."""

    @property
    def key(self) -> tuple[str, int, Phase, str, str, str]:
        """What makes a conclusion unique among those in force."""
        return (self.application, self.attempt, self.phase, self.assessor, self.sub_category, "")


@dataclass(frozen=True, kw_only=True)
class PartConfirmation:
    """A required part, said by a person to be present or absent."""

    application: str
    attempt: int
    part: str
    confirmed: bool
    by: str = ""
    recorded_at: datetime | None = None
    event: str = ""


@dataclass(frozen=True, kw_only=True)
class OutcomeChoice:
    """The outcome that a person chose among those allowed, and why. ``decided_on_head`` is the records' head then."""

    application: str
    attempt: int
    outcome: OutcomeKind
    ground: str
    by: str
    recorded_at: datetime
    event: str
    decided_on_head: str = ""


@dataclass(frozen=True, kw_only=True)
class SettingValue:
    """The value of a setting, with its source. ``invented`` values (the demo's) can never be issued in a letter."""

    key: str
    value: str
    source: str
    invented: bool = False
    not_applicable: bool = False


@dataclass(frozen=True, kw_only=True)
class Judgements:
    """Everything in force for one application and attempt: the input of the rules and, with settings, of the letter."""

    application: str
    attempt: int
    judgements: tuple[Judgement, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
    parts: tuple[PartConfirmation, ...] = field(default=())
