"""Structured text that can be rendered, and the decision letter as one such text whose every sentence can be traced.

A letter holds its sentences in reading order. Each names the passage it was made from, what stood in its slots, and
the records it rests on, so that a reader of the letter can be led back to a judgement, and from there to a page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mrse_assess.model.places import Locator
from mrse_assess.terms import OutcomeKind, SentenceKind


@dataclass(frozen=True, kw_only=True)
class Slot:
    """What stood in one named slot of a passage: ``text`` as printed, and where it came from.

    ``value`` is the plain value (an item id, a code, a count). ``place`` is set for a page, ``event`` for a person's
    own words, ``setting`` and ``source`` for what the scheme office has set. ``gap`` is true where the scheme office or
    a person has still to say something, and ``label`` is then what.
    """

    name: str
    text: str
    value: str = ""
    place: Locator | None = None
    event: str = ""
    setting: str = ""
    source: str = ""
    gap: bool = False
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class HandEdit:
    """A person's change to one sentence. ``anchor`` is the fingerprint of what the sentence was composed from."""

    anchor: str
    text: str
    by: str
    why: str
    event: str = ""


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One passage as printed: a sentence, a cell of a table, a heading, or the few sentences that stand together.

    ``rows`` are ids of the events it rests on, ``clauses`` labels of the guidance, ``rule`` the pass rule it reports.
    ``composed`` is what stood there before ``edit``, and empty without one.
    """

    text: str
    kind: SentenceKind = SentenceKind.FIXED
    section: str = ""
    passage: str = ""
    passage_version: str = ""  # sha256:... of the passage's text
    slots: tuple[Slot, ...] = ()
    rows: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    rule: str | None = None
    composed: str = ""
    edit: HandEdit | None = None

    def slot(self, name: str) -> Slot | None:
        """The slot of this name, or None."""
        return next((slot for slot in self.slots if slot.name == name), None)


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading. A document has one of level 1, and levels are never skipped."""

    level: int
    sentence: Sentence


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Sentences that run on, with an optional lead in bold before them. ``apart``: with space above, as a signature."""

    sentences: tuple[Sentence, ...]
    lead: Sentence | None = None
    apart: bool = False


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A list: each entry is one or more sentences. ``between`` and ``end`` are the punctuation after its entries."""

    entries: tuple[tuple[Sentence, ...], ...]
    between: str = ""
    end: str = ""


@dataclass(frozen=True, kw_only=True)
class RuleTable:
    """A simple table: one header row, the first cell of each row names it, no merged and no empty cells."""

    header: tuple[Sentence, ...]
    rows: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Something the reader has to know before the text itself, set apart: a lead and a list."""

    lead: Sentence
    entries: tuple[tuple[Sentence, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A drawing as SVG; ``alt`` says what it shows to whoever cannot see it, and stands in its place in plain text."""

    svg: bytes
    alt: Sentence


@dataclass(frozen=True, kw_only=True)
class CountCell:
    """A cell of a table of counts: the number that is read first, and in small what it rests on, or nothing."""

    main: str
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class CountTable:
    """A table of counts or shares: the first column names the rows, the others hold a number each."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, tuple[CountCell, ...]], ...]


Block = Heading | Paragraph | Listing | RuleTable | Notice | Picture | CountTable


@dataclass(frozen=True, kw_only=True)
class StructuredDocument:
    """Text with its structure, ready to be rendered. ``mark`` are words that stand on every page, or empty.

    ``head`` are the lines above the first heading, ``foot`` those at the foot of every page (the renderer adds the page
    number). ``title`` and ``author`` become the file's properties. ``compact``: set small and close, for a sheet
    of one page; paragraphs with a lead then stand as lines of two columns. ``contents``: the
    heading over a list of its headings of level 2, each leading to its place; empty for none.
    """

    title: str
    language: str = "en-GB"
    author: str = ""
    head: tuple[Sentence, ...] = ()
    blocks: tuple[Block, ...]
    foot: tuple[Sentence, ...] = ()
    mark: str = ""
    compact: bool = False
    contents: str = ""

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence in reading order: head, blocks, foot."""
        yield from self.head
        for block in self.blocks:
            yield from block_sentences(block)
        yield from self.foot


@dataclass(frozen=True, kw_only=True)
class Letter(StructuredDocument):
    """A decision letter. ``draft`` letters cannot be issued; ``gaps`` are the labels of the settings that are unset.

    ``invented`` are the labels of the settings in it whose values say that they are invented. ``outcome`` is None while
    no person has chosen one. ``record_head`` is the hash of the records it was composed from.
    """

    outcome: OutcomeKind | None
    draft: bool
    gaps: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()
    letter_id: str
    record_head: str
    issue_date: date | None


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """Why a letter cannot be issued. ``sentence`` is its number in the trace, from 1, or None for the whole letter.

    ``found`` and ``advice`` are sentences for the scheme office; they never quote a note, a name or an identifier.
    """

    code: str
    found: str
    advice: str
    sentence: int | None = None
    rows: tuple[str, ...] = ()


def block_sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of one block in reading order; a table is read row by row."""
    match block:
        case Heading(sentence=sentence):
            yield sentence
        case Paragraph(sentences=sentences, lead=lead):
            yield from (lead, *sentences) if lead else sentences
        case Listing(entries=entries):
            yield from (sentence for entry in entries for sentence in entry)
        case RuleTable(header=header, rows=rows):
            yield from (cell for row in (header, *rows) for cell in row)
        case Notice(lead=lead, entries=entries):
            yield from (lead, *(sentence for entry in entries for sentence in entry))
        case Picture(alt=alt):
            yield alt
        case CountTable():
            return
