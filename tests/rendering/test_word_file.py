"""A Word file that an office can use: real headings, lists and table, language and title, no trace of us."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from mrse_assess.errors import BadRequestError
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.letter import StructuredDocument
from mrse_assess.rendering.build_template import TEMPLATE, template_bytes
from mrse_assess.rendering.render import render

Documents = Callable[..., StructuredDocument]


@pytest.fixture
def made(document: Documents, pool: WorkerPool) -> bytes:
    return render(document(mark="DRAFT, CANNOT BE ISSUED"), ".docx", pool)


@pytest.fixture
def word(made: bytes) -> Any:
    return docx.Document(io.BytesIO(made))


def test_headings_are_real_headings_without_a_gap(word: Any) -> None:
    styles = [paragraph.style.name for paragraph in word.paragraphs if paragraph.style.name.startswith("Heading")]
    assert styles == ["Heading 1", "Heading 2", "Heading 3"]


def test_lists_are_real_lists(word: Any) -> None:
    listed = [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == "List Bullet"]
    assert len(listed) == 4
    assert word.styles["List Bullet"].element.pPr.numPr is not None


def test_the_header_row_is_marked_and_no_row_is_split_or_merged(word: Any) -> None:
    (table,) = word.tables
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True, False, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert all(len(row._tr.tc_lst) == 4 for row in table.rows)
    assert not list(table._tbl.iter(qn("w:gridSpan"), qn("w:vMerge")))
    assert all(cell.text for row in table.rows for cell in row.cells)
    assert len(table._tbl.tblGrid.gridCol_lst) == 4


def test_properties_are_the_documents_and_not_the_librarys(word: Any, made: bytes) -> None:
    properties = word.core_properties
    assert properties.title == "Your MR Safety Expert portfolio: a report"
    assert properties.author == "Example Certification Office"
    assert properties.language == "en-GB"
    assert properties.last_modified_by == ""
    everything = b"".join(
        zipfile.ZipFile(io.BytesIO(made)).read(name) for name in ("docProps/core.xml", "docProps/app.xml")
    )
    assert not [trace for trace in (b"python-docx", b"Word", b"Template", b"dcterms:created") if trace in everything]


def test_the_language_is_british_english_everywhere(made: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b'"en-GB"' in everything
    assert b"en-US" not in everything


def test_text_is_left_aligned_and_never_smaller_than_eleven_points(word: Any) -> None:
    used = {paragraph.style.name for paragraph in word.paragraphs if paragraph.text} | {"Header", "Footer"}
    used |= {paragraph.style.name for row in word.tables[0].rows for cell in row.cells for paragraph in cell.paragraphs}
    for name in used:
        style = word.styles[name]
        assert style.font.size.pt >= 11, name
        assert not style.font.italic, name
        assert style.paragraph_format.alignment in (None, docx.enum.text.WD_ALIGN_PARAGRAPH.LEFT), name


def test_the_mark_is_in_the_header_and_the_page_number_in_the_footer(word: Any) -> None:
    section = word.sections[0]
    assert [paragraph.text for paragraph in section.header.paragraphs] == ["DRAFT, CANNOT BE ISSUED"]
    codes = [code.text.strip() for code in section.footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    foot = section.footer.paragraphs[0]
    assert foot.text.startswith("Letter EX-0001-1-A · record 5f1c9a27\tpage ")
    stops = [*foot.style.paragraph_format.tab_stops, *foot.paragraph_format.tab_stops]
    width = section.page_width - section.left_margin - section.right_margin
    assert [stop.position for stop in stops] == [pytest.approx(width, abs=10000)]


def test_nothing_is_hidden_tracked_commented_or_boxed(made: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names, body = archive.namelist(), archive.read("word/document.xml")
    assert not [name for name in names if "comment" in name or "customXml" in name or "thumbnail" in name]
    assert not [tag for tag in (b"<w:ins ", b"<w:del ", b"<w:vanish", b"txbxContent") if tag in body]


def test_the_entries_of_the_zip_have_a_fixed_order_and_date(made: bytes) -> None:
    entries = zipfile.ZipFile(io.BytesIO(made)).infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert [entry.filename for entry in entries[1:]] == sorted(entry.filename for entry in entries[1:])
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_large_print_enlarges_every_style(document: Documents, pool: WorkerPool) -> None:
    large = docx.Document(io.BytesIO(render(document(), ".docx", pool, large_print=True)))
    assert large.styles["Normal"].font.size.pt == pytest.approx(18, abs=0.5)
    assert large.styles["Letter Table"].font.size.pt > 16


def test_the_shipped_template_is_what_the_script_builds() -> None:
    shipped, built = (zipfile.ZipFile(io.BytesIO(data)) for data in (TEMPLATE.read_bytes(), template_bytes()))
    assert shipped.namelist() == built.namelist()
    for name in built.namelist():
        assert shipped.read(name) == built.read(name), name


def test_an_office_can_use_its_own_template(document: Documents, pool: WorkerPool) -> None:
    own = _edited(lambda text: text.replace("{{ line }}", "Our house: {{ line }}"))
    text = docx.Document(io.BytesIO(render(document(), ".docx", pool, template=own))).paragraphs[0].text
    assert text == "Our house: Example Certification Office"


def test_a_wrong_tag_in_an_offices_template_is_named(document: Documents, pool: WorkerPool) -> None:
    own = _edited(lambda text: text.replace("{{ line }}", "{{ line | shout }}"))
    with pytest.raises(BadRequestError, match="shout"):
        render(document(), ".docx", pool, template=own)


def test_a_template_that_is_no_word_file_is_refused(document: Documents, pool: WorkerPool) -> None:
    with pytest.raises(BadRequestError, match="not a Word file"):
        render(document(), ".docx", pool, template=b"just text")


def _edited(change: Callable[[str], str]) -> bytes:
    template = docx.Document(io.BytesIO(TEMPLATE.read_bytes()))
    for paragraph in template.paragraphs:
        for run in paragraph.runs:
            run.text = change(run.text)
    saved = io.BytesIO()
    template.save(saved)
    return saved.getvalue()
