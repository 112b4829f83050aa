"""A broken template says which tag is wrong, and where it stands."""

import io

import docx
import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.isolation import WorkerPool
from mrse_assess.rendering import own_template, render, template_faults


def with_tag(old: str, new: str) -> bytes:
    """The program's template with a piece of its first paragraph that holds it put otherwise."""
    opened = docx.Document(io.BytesIO(own_template()))
    section = opened.sections[0]
    cells = (cell for table in opened.tables for row in table.rows for cell in row.cells)
    paragraphs = [
        *opened.paragraphs,
        *(paragraph for cell in cells for paragraph in cell.paragraphs),
        *section.header.paragraphs,
        *section.footer.paragraphs,
    ]
    paragraph = next(one for one in paragraphs if old in one.text)
    text = paragraph.text.replace(old, new)
    for run in paragraph.runs:
        run.text = ""
    paragraph.runs[0].text = text
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("old", "new", "code", "tag", "place"),
    [
        ("{{ block.text }}", "{{ block.txt }}", "tag-unknown", "{{ block.txt }}", "paragraph 9 of the text"),
        ("{{ block.text }}", "{{ block.text }", "tag-open", "{{ block.text }", "paragraph 9 of the text"),
        ("{%p endfor %}", "", "tag-unpaired", "{%p for line in head[:1] %}", "paragraph 1 of the text"),
        ("{%p endif %}", "{%p endfor %}", "tag-unpaired", "{%p endfor %}", "paragraph 41 of the text"),
        ('== "list"', '== "lists"', "tag-unknown", '{%p elif block.kind == "lists" %}', "paragraph 14 of the text"),
        ("{{ mark }}", "{{ make }}", "tag-unknown", "make", "the header"),
        ("{{ line }}", "{{ line | shout }}", "tag-wrong", "{{ line | shout }}", "paragraph 2 of the text"),
        ("{{ cell }}", "{{ cell. }}", "tag-wrong", "{{ cell. }}", "paragraph 25 of the text"),
    ],
)
def test_a_wrong_tag_is_named_with_its_place(
    old: str, new: str, code: str, tag: str, place: str, pool: WorkerPool
) -> None:
    fault = template_faults(with_tag(old, new), pool)[0]
    assert fault.code == f"template-{code}"
    assert tag in fault.found
    assert place in fault.found


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("{{ entry }}", "entry", "an entry of a list"),
        ("{{ block.text }}", "", "a heading of level 1"),
        ("head[1:]", "head[2:]", "the reference"),
        ("{{ foot | join(' · ') }}", "{{ foot | length }}", "the letter's id"),
    ],
)
def test_what_a_template_would_lose_is_named(old: str, new: str, lost: str, pool: WorkerPool) -> None:
    fault = template_faults(with_tag(old, new), pool)[0]
    assert (fault.code, lost in fault.found) == ("template-lost", True)


def test_a_template_is_data_and_reaches_nothing_of_the_program(document, pool: WorkerPool) -> None:
    bad = with_tag("{{ line }}", "{{ line.__class__.__mro__ }}")
    assert template_faults(bad, pool)
    with pytest.raises(BadRequestError, match="unsafe"):
        render(document(), ".docx", pool, template=bad)


def test_the_programs_own_template_has_no_fault(pool: WorkerPool) -> None:
    assert template_faults(own_template(), pool) == ()
