"""What screening says: prompts with a place to look at and a clause, never a verdict."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mrse_assess.model.places import Locator
from mrse_assess.terms import Likelihood, Look


@dataclass(frozen=True, kw_only=True)
class Observation:
    """One answer of one check.

    ``check`` and ``kind`` say what was looked for ("personal_data", "nhs_number"); together with ``evidence_id``,
    ``sub_category`` and ``places`` they make ``id``, by which a person dismisses it. ``title`` has at most 40
    characters. ``detail`` is a sentence or two: what was seen or could not be, and what to look at. ``note`` is the id
    of the guidance note it belongs to, or "". ``clause`` is the label of the clause in the scheme's files. Of personal
    data neither title, detail nor quote holds the value. ``confidential``: for the chair and the office alone.
    """

    id: str
    check: str
    kind: str
    outcome: Look
    title: str
    detail: str
    clause: str
    evidence_id: str | None = None
    sub_category: str | None = None
    places: tuple[Locator, ...] = ()
    likelihood: Likelihood | None = None
    note: str = ""
    confidential: bool = False


@dataclass(frozen=True, kw_only=True)
class DatedBy:
    """The date of an item: "2023-05-02", "2023-05" or "2023", what it is the date of, and where it is said.

    ``kind``: written, sent, held, measured, reviewed, or metadata where only the file's own data say it.
    """

    date: str
    kind: str
    place: Locator | None = None


@dataclass(frozen=True, kw_only=True)
class MhraReference:
    """A reference to the MHRA guidelines. ``edition`` is its year, ``section`` its number; None where not said.

    ``grade``: mention, traceable (edition and section or page), applied (assesses, complies with or justifies a
    deviation from it).
    """

    place: Locator
    grade: str
    edition: str | None = None
    section: str | None = None


@dataclass(frozen=True, kw_only=True)
class AlikeItem:
    """Another item of the portfolio that is much like this one.

    ``kind``: duplicate, near, contained (most of one stands in the other) or reused_commentary. ``share`` of the
    shorter one's sequences of three words that stand in the other, 0 to 1.
    """

    evidence_id: str
    kind: str
    share: float


@dataclass(frozen=True, kw_only=True)
class ItemFacts:
    """What screening knows of one item. ``author``: applicant, other or unclear; None where nothing could be read.

    ``simulated`` is None where the pages could not be read. ``roles`` are those of propose, initiate, produce, review,
    revise that the text shows of the applicant.
    """

    evidence_id: str
    dated: DatedBy | None = None
    author: str | None = None
    author_name: str = ""
    roles: frozenset[str] = frozenset()
    simulated: bool | None = None
    mhra: tuple[MhraReference, ...] = ()
    alike: tuple[AlikeItem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A page of an item that is likely to show a sub-category. ``rank`` from 1; scores compare within an item."""

    sub_category: str
    evidence_id: str
    place: Locator
    rank: int
    score: float


@dataclass(frozen=True, kw_only=True)
class Screening:
    """All that looking a portfolio over gave. ``looked`` are the checks that ran, ``version`` that of screening."""

    version: int
    looked: tuple[str, ...]
    observations: tuple[Observation, ...]
    items: Mapping[str, ItemFacts] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
