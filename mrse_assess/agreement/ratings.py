"""What agreement is computed from: who said what of which unit, before anybody knew what others had said."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Which judgements are compared. The two are never mixed: a conclusion is not one more item."""

    CONCLUSION = "conclusion"
    ITEM = "item"


class Referred(StrEnum):
    """How a question that an assessor referred to the panel counts.

    ``MISSING`` is the usual one. To refer is to give no verdict: two referrals are no shared finding, and a referral
    beside a verdict is no contradiction. Since leaving hard units out flatters the figures, the number left out stands
    beside them, and ``CATEGORY`` shows what they would be with a referral as one more answer.
    """

    MISSING = "missing"
    CATEGORY = "category"


@dataclass(frozen=True, kw_only=True)
class Rating:
    """What one assessor said of one unit when they first sealed: an item for a sub-category, or its conclusion.

    ``evidence_id`` is "" for a conclusion. ``category`` is the verdict. The order of ``reasons`` means nothing here.
    """

    application: str
    attempt: int
    sub_category: str
    evidence_id: str
    assessor: str
    category: str
    reasons: tuple[str, ...] = ()

    @property
    def level(self) -> Level:
        """Whether this is about an item or about the whole sub-category."""
        return Level.ITEM if self.evidence_id else Level.CONCLUSION

    @property
    def unit(self) -> tuple[str, int, str, str]:
        """What several assessors may have rated. The application comes first."""
        return (self.application, self.attempt, self.sub_category, self.evidence_id)
