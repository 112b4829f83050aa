"""The door: which kinds there are, what is refused, and that the kernel never loads a renderer."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.errors import BadRequestError
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.letter import StructuredDocument
from mrse_assess.rendering.clean import clean
from mrse_assess.rendering.markdown import escaped
from mrse_assess.rendering.payload import payload_of
from mrse_assess.rendering.render import kind_of, render


@pytest.mark.parametrize("name", ["letter.docx", "Letter.PDF", "a.b.html", "x.md", "x.txt"])
def test_the_ending_of_a_name_gives_the_kind(name: str) -> None:
    assert kind_of(name) == "." + name.lower().rsplit(".", 1)[1]


@pytest.mark.parametrize("name", ["letter.doc", "letter", "letter.docx.exe"])
def test_another_ending_is_refused_with_those_that_there_are(name: str) -> None:
    with pytest.raises(BadRequestError, match=r"\.docx, \.pdf, \.html, \.md, \.txt"):
        kind_of(name)


def test_an_unknown_kind_is_refused(document: Callable[..., StructuredDocument], pool: WorkerPool) -> None:
    with pytest.raises(BadRequestError, match=r"\.odt"):
        render(document(), ".odt", pool)


def test_importing_the_room_loads_no_renderer() -> None:
    program = (
        "import sys, mrse_assess.rendering.render, mrse_assess.letter.gate; "
        "print([n for n in ('typst', 'docx', 'docxtpl', 'lxml', 'pymupdf', 'PIL') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_columns_of_short_cells_get_what_they_need(document: Callable[..., StructuredDocument]) -> None:
    (table,) = [block for block in payload_of(document(hostile="words " * 10))["blocks"] if block["kind"] == "table"]
    assert table["short"] == [False, True, True, True]
    assert table["weights"][1:] == [13, 8, 9]
    assert table["weights"][0] > sum(table["weights"][1:])


@settings(max_examples=100)
@given(st.text())
def test_clean_text_is_one_line_of_allowed_characters(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == clean(cleaned)
    assert cleaned.isprintable() or any(not character.isprintable() for character in text)
    assert not set(cleaned) & set(map(chr, (*range(32), 0x7F, 0x202E, 0xFFFE, 0xFEFF)))


@settings(max_examples=100)
@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))))
def test_escaped_markdown_shows_exactly_the_text(text: str) -> None:
    import html
    import re

    import mistune

    text = clean(text)
    shown = mistune.create_markdown(plugins=["table", "strikethrough"])(escaped(text))
    assert html.unescape(re.sub(r"</?p>|\n$", "", str(shown))).strip() == text
