"""An office that edits the template is told what it broke, and where."""

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from mrse_assess.isolation import WorkerPool
from mrse_assess.rendering.build_template import TEMPLATE
from mrse_assess.rendering.render import template_faults


def test_the_shipped_template_has_no_fault(pool: WorkerPool) -> None:
    assert template_faults(TEMPLATE.read_bytes(), pool) == ()


def test_a_harmless_change_is_no_fault(pool: WorkerPool) -> None:
    def change(template: Any) -> None:
        template.styles["Normal"].font.name = "Arial"
        template.sections[0].header.paragraphs[0].insert_paragraph_before(
            "Our house"
        ).alignment = WD_ALIGN_PARAGRAPH.LEFT

    assert template_faults(edited(change), pool) == ()


def _unknown(template: Any) -> None:
    template.sections[0].footer.paragraphs[0].add_run("{{ fee }}")


def _misspelt(template: Any) -> None:
    _replace(template, "{{ line }}", "{{ line | shout }}")


def _lost(template: Any) -> None:
    template.sections[0].footer.paragraphs[0].clear()


def _no_heading(template: Any) -> None:
    for paragraph in template.paragraphs:
        if paragraph.style.name == "Heading 2":
            paragraph.style = template.styles["Normal"]


def _no_header_row(template: Any) -> None:
    properties = template.tables[0].rows[0]._tr.trPr
    properties.remove(properties.find(qn("w:tblHeader")))


def _rows_split(template: Any) -> None:
    properties = template.tables[0].rows[2]._tr.trPr
    properties.remove(properties.find(qn("w:cantSplit")))


def _american(template: Any) -> None:
    next(template.styles.element.iter(qn("w:lang"))).set(qn("w:val"), "en-US")


def _small(template: Any) -> None:
    template.styles["List Bullet"].font.size = Pt(9)


def _hidden(template: Any) -> None:
    template.paragraphs[1].runs[0].font.hidden = True


def _tracked(template: Any) -> None:
    template.add_paragraph("")._p.append(OxmlElement("w:ins"))


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (_unknown, "template-tag-unknown", "fee, in the footer"),
        (_misspelt, "template-tag-wrong", "shout"),
        (_lost, "template-tag-missing", "foot"),
        (_no_heading, "template-heading", "Heading 2"),
        (_no_header_row, "template-table-header", "header"),
        (_rows_split, "template-table-split", "split"),
        (_american, "template-language", "en-GB"),
        (_small, "template-size", "List Bullet is set in 9 points"),
        (_hidden, "template-hidden", "hidden text"),
        (_tracked, "template-hidden", "tracked insertion"),
    ],
)
def test_a_fault_is_named_with_its_place(
    change: Callable[[Any], None], code: str, words: str, pool: WorkerPool
) -> None:
    (fault,) = template_faults(edited(change), pool)
    assert fault.code == code
    assert words in fault.found
    assert fault.advice


def test_a_file_that_is_no_word_file_is_said_to_be_none(pool: WorkerPool) -> None:
    assert [fault.code for fault in template_faults(b"text", pool)] == ["template-unreadable"]


def edited(change: Callable[[Any], None]) -> bytes:
    template = docx.Document(io.BytesIO(TEMPLATE.read_bytes()))
    change(template)
    saved = io.BytesIO()
    template.save(saved)
    return saved.getvalue()


def _replace(template: Any, old: str, new: str) -> None:
    for paragraph in template.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
