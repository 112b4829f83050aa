"""A document with everything that a renderer has to draw, and words that try to be mark-up."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from mrse_assess.isolation import WorkerPool
from mrse_assess.model.letter import (
    Heading,
    Listing,
    Notice,
    Paragraph,
    RuleTable,
    Sentence,
    StructuredDocument,
)

HOSTILE = (
    r"{{ 7*7 }} {% for x in y %} <w:b/> <script>alert(1)</script> &amp; & #panic() $x^2$ *b* _i_ `c` "
    r"[l](http://a.example) | a \ b # c"
)


@pytest.fixture(scope="session")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool() as opened:
        yield opened


@pytest.fixture
def document() -> Callable[..., StructuredDocument]:
    """A report with every kind of block; ``hostile`` stands in every place where text can stand."""

    def made(*, hostile: str = "plain words", mark: str = "", rows: int = 3, **changes: Any) -> StructuredDocument:
        fields: dict[str, Any] = {
            "title": "Your MR Safety Expert portfolio: a report",
            "author": "Example Certification Office",
            "head": (said("Example Certification Office"), said("Reference EX-0001"), said(f"Dr {hostile}")),
            "blocks": (
                Heading(level=1, sentence=said("A report on one portfolio")),
                Notice(lead=said("Not finished:"), entries=((said(f"one thing, {hostile}"),), (said("another"),))),
                Paragraph(sentences=(said("First sentence."), said(f"Second sentence, {hostile}."))),
                Heading(level=2, sentence=said("What was counted")),
                table(rows, hostile),
                Paragraph(sentences=(said("After a bold lead."),), lead=said("Lead.")),
                Heading(level=3, sentence=said(f"1.1 Title, {hostile}")),
                Listing(
                    entries=((said("1.1 (item 1)"),), (said(f"2.1 {hostile}"), said("and more"))), between=";", end="."
                ),
                Paragraph(sentences=(said("For the office"),), apart=True),
            ),
            "foot": (said("Letter EX-0001-1-A"), said("record 5f1c9a27")),
            "mark": mark,
        }
        return StructuredDocument(**(fields | changes))

    return made


def said(text: str) -> Sentence:
    return Sentence(text=text)


def table(rows: int, hostile: str) -> RuleTable:
    header = tuple(map(said, ("Requirement", "Needed", "Found", "Result")))
    body = tuple((said(f"rule {n} {hostile}"), said("at least 2"), said(str(n)), said("met")) for n in range(rows))
    return RuleTable(header=header, rows=body)


@pytest.fixture(scope="session")
def hostile() -> str:
    return HOSTILE
