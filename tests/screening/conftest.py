"""Tiny portfolios in memory: pages of words, items of pages, and the scheme that comes with the program.

Tests ask for the fixtures ``page``, ``material`` and ``check``; each gives a function.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib import import_module

import pytest

from mrse_assess.intake.text.lines import file_lines
from mrse_assess.model.facts import FileFacts
from mrse_assess.model.pages import DocumentReading, PageReading, Word
from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import Authentication, CrossReferenceEntry, EvidenceItem, Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.scheme import load_scheme
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material
from mrse_assess.screening.vocabulary import load_vocabulary
from mrse_assess.terms import MediaKind

LETTER = 5.0  # points
ROW = 14.0
CELL = 40.0
COLUMN = 125.0


def make_page(text: str = "", number: int = 1, *, seen: bool = True, height: float = 842) -> PageReading:
    """A page with these words: one line for each line of the text, a tabulator for the gap between two cells.

    A line that begins with "|" is a row of a table whose cells stand in columns.
    """
    words = []
    for line, row in enumerate(text.splitlines()):
        x, y = 50.0, 60 + ROW * line
        for column, cell in enumerate(row[1:].split("|") if row.startswith("|") else row.split("\t")):
            x = 50.0 + COLUMN * column if row.startswith("|") else x
            for word in cell.split():
                words.append(Word(x, y, x + LETTER * len(word), y + 10, word, 0, line))
                x += LETTER * (len(word) + 1)
            x += CELL
    return PageReading(
        number=number,
        width=595,
        height=height,
        words=tuple(words),
        rulings=(),
        has_text=seen,
        picture_share=0.0 if seen else 1.0,
    )


def make_material(
    items: Mapping[str, str | Sequence[str]],
    *,
    scheme: Scheme,
    cited: Mapping[str, Sequence[str]] | None = None,
    facts: Mapping[str, FileFacts] | None = None,
    applicant: str | None = "Dr Ada Example",
    submitted_on: date | None = date(2026, 6, 1),
    unseen: Sequence[str] = (),
    notes: Mapping[str, Sequence[str]] | None = None,
    height: float = 842,
) -> Material:
    """A portfolio of items, each the text of its page or pages, in a file of its own ("7.pdf").

    ``cited``: the sub-categories of each item (left out: 1.1). ``unseen``: items whose last page could not be read.
    """
    readings, evidence, entries = [], [], []
    for item, texts in items.items():
        pages = [texts] if isinstance(texts, str) else list(texts)
        made = tuple(
            make_page(text, number, seen=item not in unseen or number < len(pages), height=height)
            for number, text in enumerate(pages, start=1)
        )
        readings.append(_reading(f"{item}.pdf", made))
        spans = (PageSpan(file=f"{item}.pdf", first=1, last=len(made)),)
        evidence.append(EvidenceItem(id=item, label=item, title="", spans=spans))
        entries.extend(
            _entry(code, item, spans, tuple((notes or {}).get(item, ()))) for code in (cited or {}).get(item, ["1.1"])
        )
    portfolio = Portfolio(
        applicant_name=applicant,
        submitted_on=submitted_on,
        documents=(),
        tables=(),
        contents_list=None,
        cross_references=tuple(entries),
        authentication=Authentication(present=False),
        evidence=tuple(evidence),
        unresolved=(),
        orphans=(),
        problems=(),
    )
    return Material(
        scheme=scheme,
        portfolio=portfolio,
        files=tuple(file_lines(each) for each in readings),
        facts=facts or {},
        submitted_on=submitted_on,
    )


def _reading(file: str, pages: tuple[PageReading, ...]) -> DocumentReading:
    return DocumentReading(
        file=file,
        sha256="0" * 64,
        media=MediaKind.PDF,
        pages=pages,
        tables=(),
        bookmarks=(),
        problems=(),
        rendered_by=None,
        reader="test",
    )


def _entry(code: str, item: str, spans: tuple[PageSpan, ...], notes: tuple[str, ...]) -> CrossReferenceEntry:
    return CrossReferenceEntry(
        sub_category=code,
        evidence_id=item,
        text=item,
        page_hint=None,
        section_hint=None,
        notes=notes,
        spans=spans,
        confidence=1.0,
        cell=None,
    )


@pytest.fixture(scope="session")
def scheme() -> Scheme:
    return load_scheme()


@pytest.fixture(scope="session")
def page() -> Callable[..., PageReading]:
    return make_page


@pytest.fixture(scope="session")
def material(scheme: Scheme) -> Callable[..., Material]:
    def build(items: Mapping[str, str | Sequence[str]], **more: object) -> Material:
        return make_material(items, scheme=scheme, **more)

    return build


@pytest.fixture(scope="session")
def check(scheme: Scheme) -> Callable[[str, Material], Looked]:
    """Runs one check by its id on a material, with the data that come with the program."""
    vocabulary = load_vocabulary(scheme)

    def run(name: str, material: Material) -> Looked:
        return import_module(f"mrse_assess.screening.checks.{name}").look(material, vocabulary[name])

    return run
