"""What a portfolio of this set is made of."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A named place inside an item.

    ``page`` is the page of the item's text on which the place begins (from 1, a divider not counted). ``inside`` is the
    letter of the annex that holds it, where table numbers begin again in each annex.
    """

    kind: str
    number: str
    page: int
    heading: str = ""
    inside: str = ""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item of evidence as it was drawn; ``first`` and ``last`` are pages of the whole, its divider included."""

    id: str
    label: str
    title: str
    manner: str
    first: int = 0
    last: int = 0
    spots: tuple[Spot, ...] = ()
    sent: bool = True

    @property
    def sheets(self) -> int:
        """Pages with its divider."""
        return self.last - self.first + 1


@dataclass(frozen=True, kw_only=True)
class Hint:
    """The place that a reference names: its words, and what they mean.

    ``form`` has ``{p}`` and ``{q}`` where the numbers of the first and the last of ``pages`` are written.
    """

    form: str = ""
    pages: tuple[int, ...] = ()
    section: str | None = None
    led: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ref:
    """A reference to an item and a place in it; ``label`` is the item's name in these words."""

    item: Item
    label: str
    hint: Hint = Hint()


@dataclass(frozen=True, kw_only=True)
class Row:
    """A sub-category and its references; ``text`` stands in the cell where there are none."""

    code: str
    refs: tuple[Ref, ...] = ()
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Design:
    """One applicant's habits.

    ``manners`` are the ways of laying out evidence that this applicant has; others fill up. ``voice`` is how places are
    written, ``paged`` how often a page stands with the place, ``naming`` how items are called,
    ``counting`` what pages count.
    """

    name: str
    manners: tuple[str, ...]
    voice: str = "word"
    paged: float = 0.3
    naming: str = "evidence"
    counting: str = "item"
    table: str = "ruled"
    listing: str = "lines"
    segments: str = "headings"
    orphans: int = 0
    missing: int = 0
    face: str = "sans"
    mapping: str = ""
    stated: bool = False


@dataclass(frozen=True, kw_only=True)
class People:
    """Who applied and who vouched, as written."""

    applicant: str
    cover: str
    submitted: str
    submitted_iso: str | None
    referee: str
    role: str
    vouched: str
    vouched_iso: str
    form: str
    signed: bool


@dataclass(frozen=True, kw_only=True)
class Marks:
    """Pages of the front."""

    table: tuple[int, ...] = ()
    listing: tuple[int, ...] = ()
    end: int = 0


@dataclass(frozen=True, kw_only=True)
class Portfolio:
    """All that is known before and after drawing."""

    seed: int
    design: Design
    people: People
    items: tuple[Item, ...]
    rows: tuple[Row, ...] = ()
    claims: dict[str, tuple[str, ...]] = field(default_factory=dict)
