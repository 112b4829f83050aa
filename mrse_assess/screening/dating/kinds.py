"""What a date of a page is the date of, how it stands there, and the words of the data that tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from mrse_assess.model.places import Locator
from mrse_assess.screening.cells import Labels
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.versions import HISTORY_LISTS

_LISTS: Final = (
    "written",
    "issued",
    "effective",
    "sent",
    "held",
    "measured",
    "scanned",
    "reviewed",
    "due",
    "other",
    "beside",
    "event",
)


class Kind(StrEnum):
    """What a date is the date of. DUE is when a review falls due, OTHER whatever dates no item."""

    WRITTEN = "written"
    ISSUED = "issued"
    EFFECTIVE = "effective"  # from when a document is in force
    SENT = "sent"
    HELD = "held"
    MEASURED = "measured"
    SCANNED = "scanned"  # measured; beside a date of writing it is that of somebody's scan
    REVIEWED = "reviewed"
    DUE = "due"
    OTHER = "other"
    BESIDE = "beside"  # other, where the word stands directly before the date
    EVENT = "event"  # held, or other: an event attended or an incident


class Form(IntEnum):
    """How a date stands: after its label in a form, under it, in a table of versions, by itself, or in a sentence."""

    PROSE = 0
    BARE = 1
    VERSION = 2
    UNDER = 3
    FIELD = 4
    TITLE = 5  # a year in a title


class Zone(IntEnum):
    """Where on the item's pages a date stands."""

    BODY = 0
    TAIL = 1
    MARGIN = 2
    HEAD = 3


@dataclass(frozen=True, kw_only=True)
class FoundDate:
    """One date of a page. ``iso`` is a day, a month or a year.

    ``cited``: beside words of a publication; ``vague``: of something for which the data have no word ("date of
    onset"); ``in_memo``: on a page headed as a memorandum, whose sender makes it no message; ``of_occasion``: on one
    titled as minutes or a lesson; ``at_end``: among the last lines of the item; ``in_row``: on
    a line of several cells.
    """

    iso: str
    kind: Kind
    form: Form
    zone: Zone
    page: PageText
    start: int
    end: int
    line: int
    cited: bool = False
    vague: bool = False
    in_memo: bool = False
    of_occasion: bool = False
    at_end: bool = False
    in_row: bool = False

    @property
    def place(self) -> Locator:
        """Where it stands."""
        return self.page.place(self.start, self.end)


class Words(NamedTuple):
    """The lists of the data in the forms in which they are looked up."""

    labels: Labels
    after: Mapping[str, Kind]
    held: tuple[str, ...]
    taught: tuple[str, ...]
    measured: tuple[str, ...]
    events: tuple[str, ...]
    memos: tuple[str, ...]
    marks: frozenset[str]
    minutes: tuple[str, ...]
    afterwards: tuple[str, ...]
    reviews: tuple[str, ...]
    history: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]]
    versions: frozenset[str]
    publications: frozenset[str]
    not_alone: frozenset[str]
    of_others: frozenset[str]
    to_come: frozenset[str]


@lru_cache(maxsize=4)
def words_of_lists(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> Words:
    """The words of the data's lists, by name."""
    known = dict(lists)
    return Words(
        labels=Labels.of(known, _LISTS, beside=("beside",), stronger=("due", "other")),
        after=dict.fromkeys(known.get("after_other", ()), Kind.OTHER),
        held=known.get("meeting_titles", ()),
        taught=known.get("teaching_titles", ()),
        measured=known.get("measuring_titles", ()),
        events=known.get("event_titles", ()),
        memos=known.get("memo_titles", ()),
        marks=frozenset(known.get("meeting_marks", ())),
        minutes=known.get("minutes_begin", ()),
        afterwards=known.get("afterwards_titles", ()),
        reviews=known.get("reviewing_titles", ()),
        history=known.get("history", ()),
        columns={key: known.get(key, ()) for key in HISTORY_LISTS},
        versions=frozenset(known.get("history_version", ())),
        publications=frozenset(known.get("publications", ())),
        not_alone=frozenset(known.get("only_in_forms", ())),
        of_others=frozenset(known.get("of_others", ())),
        to_come=frozenset(known.get("to_come", ())),
    )
