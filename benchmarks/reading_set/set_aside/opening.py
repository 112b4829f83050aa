"""The front matter as typst source: cover, contents list, table, authentication, with the page numbers so far known."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmarks.reading_set.set_aside import front, introducing
from benchmarks.reading_set.set_aside.blocks import quoted
from benchmarks.reading_set.set_aside.evidence import foot
from benchmarks.reading_set.set_aside.mapping import older_body, table_heading, table_source
from benchmarks.reading_set.set_aside.story import Story
from benchmarks.reading_set.set_aside.tables import Teller
from benchmarks.reading_set.set_aside.words import SUB_CATEGORIES


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """How pages are numbered: where each item begins in its file, and the pages before the one printed as 1.

    ``noted``: the applicant says below the table what page numbers count. ``nudge``: steps of room above
    a table whose rows are to break over pages.
    """

    story: Story
    firsts: dict[str, int]
    offset: int
    noted: bool
    nudge: int = 0

    @property
    def shift(self) -> int:
        """What the contents list and printed numbers are less than the position in the document."""
        return self.offset if self.story.shape["footer"] == "printed" else 0

    def begin(self, item_id: str) -> int:
        """The position of an item's first page in its file, from 1."""
        if self.story.axes["file"] == "pdf":
            return self.firsts[item_id]
        return self.firsts[item_id] - self.firsts[bundle_of(self.story, item_id)[0]] + 1

    def page_of(self, item_id: str, page: int) -> int:
        """The number by which this applicant names a page of an item."""
        counting = self.story.axes["counting"]
        if counting in {"item", "none"}:
            return page
        if counting == "item_after_divider":
            return page - 1
        return self.begin(item_id) + page - 1 - (self.shift if counting == "printed" else 0)

    def backwards(self) -> dict[str, Callable[[str, int], int]]:
        """For each way of counting that a reader may try: from an item and a number to the page in the item."""
        ways: dict[str, Callable[[str, int], int]] = {"item": lambda _, number: number}
        if self.story.shape["divider"] == "yes":
            ways["item_after_divider"] = lambda _, number: number + 1
        if self.story.shape["files"] == "one":
            place = "portfolio" if self.story.axes["file"] == "pdf" else "file"
            ways[place] = lambda item, number: number - self.begin(item) + 1
        if self.shift:
            ways["printed"] = lambda item, number: number + self.shift - self.begin(item) + 1
        return ways

    def teller(self) -> Teller:
        """What writes references."""
        files = self.story.files
        return Teller(
            manner=self.story.manner,
            claims=self.story.claims,
            page_of=self.page_of,
            file_of=lambda item: files.get(item, item),
        )


def bundle_of(story: Story, item_id: str) -> tuple[str, ...]:
    """The ids of the items bound in one file with this one."""
    ids = tuple(item.id for item in story.claims.items)
    if story.shape["files"] == "each":
        return (item_id,)
    parts = story.rng("bundles").choice((2, 2, 3))
    size = -(-len(ids) // parts)
    place = ids.index(item_id) // size * size
    return ids[place : place + size]


def opening_source(numbers: Numbers, pictures: dict[str, bytes]) -> str:
    """All pages before the evidence."""
    story = numbers.story
    rng, look, shape = story.rng("front"), story.look, story.shape
    declared = shape["declaration"] == "yes"
    dated = not declared or rng.random() < 0.5
    parts = [_page(numbers, introducing.cover(rng, story.person, look, dated=dated), number=False)]
    parts += [_page(numbers, introducing.declaration(rng, story.person, look))] if declared else []
    parts += [_page(numbers, introducing.statement(rng, story.person, look))] if shape["statement"] == "yes" else []
    listed = contents_source(rng, numbers) if shape["contents"] == "yes" else ""
    parts += [_page(numbers, front.guidance_copy(look))] if shape["guidance"] == "yes" else []
    if shape["table_last"] == "yes" or not _mapped(story):
        return "".join(
            parts
            + ([_page(numbers, listed)] if listed else [])
            + ([] if shape["table_last"] == "yes" else [_vouching(numbers)])
        )
    if listed and shape["shared"] == "yes":
        return "".join([*parts, _older(numbers), _mapping(numbers, pictures, listed)])
    return "".join([*parts, _page(numbers, listed) if listed else "", _older(numbers), _mapping(numbers, pictures, "")])


def closing_source(numbers: Numbers, pictures: dict[str, bytes]) -> str:
    """The pages after the evidence, where the table stands at the end."""
    if numbers.story.shape["table_last"] == "no":
        return ""
    if not _mapped(numbers.story):
        return _vouching(numbers)
    return _older(numbers) + _mapping(numbers, pictures, "")


def contents_source(rng: Random, numbers: Numbers) -> str:
    """The contents list; page numbers as printed, or positions where none are printed."""
    story = numbers.story
    brief = rng.random() < 0.4
    labels = story.claims.labels
    named = labels.brief if brief else labels.long
    claimed = claimed_in_contents(story)
    entries = [
        front.Entry(
            label=named(item.id),
            title=item.title,
            subs=claimed[item.id],
            page=str(numbers.firsts[item.id] - numbers.shift),
        )
        for item in story.claims.items
    ]
    if story.shape["contents_missing"] == "yes":
        entries += [front.Entry(label=named(one), title="to follow", subs=(), page="") for one in _absent(story)]
    subs, pages = story.shape["contents_subs"] == "yes", story.shape["contents_pages"] == "yes"
    return front.contents(rng, entries, story.look, subs=subs, pages=pages)


def _absent(story: Story) -> tuple[str, ...]:
    return story.claims.missing if story.axes["table"] != "none" else ()


def claimed_in_contents(story: Story) -> dict[str, tuple[str, ...]]:
    """The sub-categories that the contents list names for each item: now and then not those of the table."""
    claimed = {
        item.id: tuple(ref.sub for ref in story.claims.refs if ref.item == item.id) for item in story.claims.items
    }
    if story.axes["table"] == "none":
        claimed = {item.id: (item.main,) for item in story.claims.items}
    if story.shape["contents_wrong"] == "yes":
        rng = story.rng("contents wrong")
        for item_id in rng.sample(sorted(claimed), 2):
            claimed[item_id] = (rng.choice(SUB_CATEGORIES),)
    return claimed


def _mapped(story: Story) -> bool:
    return story.axes["table"] not in {"none", "docx"}


def _mapping(numbers: Numbers, pictures: dict[str, bytes], before: str) -> str:
    story = numbers.story
    table = table_source(numbers.teller(), story, pictures)
    vouched = (
        front.authentication(story.rng("vouching"), story.person, story.look) if story.person.authenticated else ""
    )
    body = before + table_heading(story) + _room(numbers) + table + _note(numbers) + vouched
    more = {"landscape": "flipped: true, ", "two_column": "columns: 2, "}.get(story.axes["table"], "")
    return _page(numbers, body, more=more)


def _room(numbers: Numbers) -> str:
    """Words above a table that is to run over the end of a page, and as much room as that takes."""
    if numbers.story.axes["table"] != "broken_rows":
        return ""
    text = "The table follows the order of the sub-categories. An item may serve more than one of them."
    return f"#par[{quoted(text)}]\n#v({6 + 0.9 * numbers.nudge}cm)\n"


def _older(numbers: Numbers) -> str:
    """A version of the table that is no longer in force, on pages of its own."""
    return _page(numbers, older_body(numbers.teller(), numbers.story)) if numbers.story.shape["older"] == "yes" else ""


def _vouching(numbers: Numbers) -> str:
    story = numbers.story
    if not story.person.authenticated or story.axes["table"] == "docx":
        return ""
    return _page(numbers, front.authentication(story.rng("vouching"), story.person, story.look))


def _note(numbers: Numbers) -> str:
    return f"#par[{quoted(note_words(numbers))}]\n" if numbers.noted else ""


def note_words(numbers: Numbers) -> str:
    """How the applicant says what page numbers count."""
    story = numbers.story
    said = {
        "item": (
            "Page numbers count from the first page of each item.",
            "Pages given are those within the item, its first page being page 1.",
        ),
        "item_after_divider": (
            "Page 1 of an item is the page after its divider sheet.",
            "Divider sheets are not counted in the page numbers.",
        ),
        "file": ("Page numbers are those of the PDF file in which the item is found.",),
        "portfolio": ("Page numbers are PDF pages of this file, the cover being page 1.",),
        "printed": (
            "Page numbers are those printed at the foot of the pages.",
            "Pages are cited by the number in the footer.",
        ),
    }
    return story.rng("note").choice(said[story.axes["counting"]])


def _page(numbers: Numbers, body: str, *, number: bool = True, more: str = "") -> str:
    footer = foot(numbers.story, numbers.offset) if numbers.story.shape["footer"] == "printed" and number else "none"
    return f"#page({more}footer: {footer})[\n{body}\n]\n"
