"""What of a Word file can be seen on its pages, and what is kept as tables."""

import io
import re
import zipfile

import docx
import pymupdf
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from PIL import Image

from mrse_assess.terms import MediaKind

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def put(document, fragment: str):
    """Append a piece of WordprocessingML to the body, before its section properties."""
    node = parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {NAMESPACES}", fragment, count=1))
    document.element.body.insert(len(document.element.body) - 1, node)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def removed(text: str) -> str:
    return run(text).replace("w:t", "w:delText")


def paragraph(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def changed(content: bytes, part: str, change) -> bytes:
    """The package with one part changed, added, or (None) removed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                data = change(data)
            if data is not None:
                target.writestr(name, data)
        if part not in source.namelist():
            target.writestr(part, change(b""))
    return out.getvalue()


@pytest.fixture
def read(room, word):
    """The reading of a Word file filled by a function."""
    return lambda fill: room.reading("evidence.docx", word(fill))


def test_paragraphs_headings_and_lists_are_laid_out_on_a4_and_the_layout_is_said_to_differ(read, words, codes):
    def fill(document):
        document.add_heading("Evidence 7", 1)
        document.add_paragraph("Commentary on the assessment.")
        document.add_paragraph("first", style="List Number")
        document.add_paragraph("second", style="List Number")
        document.add_paragraph("dot", style="List Bullet")

    reading = read(fill)
    assert words(reading) == "Evidence 7 Commentary on the assessment. 1. first 2. second \u2022 dot"
    assert (reading.pages[0].width, reading.pages[0].height) == (595, 842)
    assert [heading.text for heading in reading.pages[0].headings] == ["Evidence 7"]
    assert "layout may differ" in reading.rendered_by
    assert codes(reading.problems) == ["layout-differs"]
    assert reading.media is MediaKind.DOCX


def test_tracked_changes_are_shown_with_author_and_day(read, words, codes):
    def fill(document):
        put(
            document,
            paragraph(
                run("The limit is "),
                f'<w:del w:author="I. Tallis" w:date="2024-03-05T10:00:00Z">{removed("2")}</w:del>',
                f'<w:ins w:author="I. Tallis" w:date="2024-03-05T10:00:00Z">{run("4")}</w:ins>',
                run(" W/kg."),
            ),
        )

    reading = read(fill)
    shown = words(reading)
    assert "2 [deleted by I. Tallis, 5 March 2024]" in shown
    assert "4 [inserted by I. Tallis, 5 March 2024]" in shown
    assert codes(reading.problems) == ["layout-differs", "tracked-deletions"]


def test_deleted_text_is_struck_through_and_inserted_text_underlined(room, word):
    def fill(document):
        put(document, paragraph(f'<w:del w:author="A">{removed("gone")}</w:del>'))

    stored = room.stored("a.docx", word(fill))
    room.read(stored)
    (made,) = room.cache.glob("*.pdf")
    page = pymupdf.open(made)[0]
    left, top, right, bottom = page.get_text("words")[0][:4]
    assert page.get_text("words")[0][4] == "gone"
    lines = [path["rect"] for path in page.get_drawings()]
    assert any(top < line.y0 < bottom and line.x0 <= left + 1 and line.x1 >= right - 1 for line in lines)


def test_comments_stand_at_their_place(read, words):
    def fill(document):
        first = document.add_paragraph("My risk assessment.")
        document.add_comment(first.runs, text="Is this yours?", author="I. Tallis", initials="IT")
        document.add_paragraph("Next paragraph.")

    shown = words(read(fill))
    assert re.search(
        r"My risk assessment\. \[Comment IT1, I\. Tallis, \d+ \w+ \d{4}: Is this yours\?\] Next paragraph\.", shown
    )


def test_headers_and_footers_are_shown_once_at_the_top(read, words):
    def fill(document):
        document.sections[0].header.paragraphs[0].text = "Portfolio of A. Person"
        document.sections[0].footer.paragraphs[0].text = "Confidential"
        document.add_paragraph("Body")
        document.add_page_break()
        document.add_paragraph("More")

    reading = read(fill)
    assert words(reading, 1) == "Header of each page: Portfolio of A. Person Footer of each page: Confidential Body"
    assert words(reading, 2) == "More"


TEXT_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="100" cy="100"/>'
    "<a:graphic>"
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>'
    "<w:txbxContent><w:p><w:r><w:t>Inside the box</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>"
    "</a:graphicData>"
    "</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r>"
    "<w:t>Inside the box</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def test_a_text_box_is_shown_once_in_a_frame_after_its_paragraph(read, words, codes):
    reading = read(lambda document: put(document, paragraph(run("Before"), TEXT_BOX, run(" after"))))
    assert words(reading) == "Before after Inside the box"
    assert len(reading.pages[0].rulings) == 4
    assert codes(reading.problems) == ["layout-differs"]


def test_content_controls_links_and_fields_keep_their_words(read, words):
    def fill(document):
        put(document, f"<w:sdt><w:sdtContent>{paragraph(run('In a control'))}</w:sdtContent></w:sdt>")
        put(
            document,
            paragraph(
                f"<w:sdt><w:sdtContent>{run('inline control ')}</w:sdtContent></w:sdt>",
                f'<w:hyperlink r:id="rId999">{run("MHRA guidelines")}</w:hyperlink>',
            ),
        )
        put(
            document,
            paragraph(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF secret \\h</w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
                run("Table 1"),
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            ),
        )

    assert words(read(fill)) == "In a control inline control MHRA guidelines Table 1"


def test_ticks_of_forms_are_shown(read, words):
    def box(state: str) -> str:
        data = f"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>"
        return f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'

    def fill(document):
        put(
            document,
            paragraph(
                box("<w:checked/>"),
                run(" yes "),
                box('<w:checked w:val="0"/>'),
                run(" no "),
                box('<w:default w:val="1"/>'),
                run(" maybe "),
                '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
                run(" ok"),
            ),
        )

    assert words(read(fill)) == "\u2612 yes \u2610 no \u2612 maybe \u2713 ok"


FOOTNOTES = f"""<w:footnotes {NAMESPACES}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t>MHRA 2021, section 4.3</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def test_a_footnote_follows_its_paragraph(room, word, words):
    def fill(document):
        put(document, paragraph(run("See the guidelines"), '<w:r><w:footnoteReference w:id="2"/></w:r>'))
        document.add_paragraph("Next")

    content = changed(word(fill), "word/footnotes.xml", lambda _: FOOTNOTES.encode())
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    content = changed(
        content,
        "word/_rels/document.xml.rels",
        lambda data: data.replace(
            b"</Relationships>",
            f'<Relationship Id="rId77" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode(),
        ),
    )
    assert words(room.reading("a.docx", content)) == "See the guidelines1 Footnote 1 MHRA 2021, section 4.3 Next"


def test_page_breaks_of_every_sort_are_honoured(read, words):
    def fill(document):
        document.add_paragraph("one").add_run().add_break(docx.enum.text.WD_BREAK.PAGE)
        document.add_paragraph("two").paragraph_format.page_break_before = False
        document.add_paragraph("three").paragraph_format.page_break_before = True
        document.add_section()
        document.add_paragraph("four")
        document.add_section(docx.enum.section.WD_SECTION.CONTINUOUS)
        document.add_paragraph("still four")

    reading = read(fill)
    assert [words(reading, page.number) for page in reading.pages] == ["one", "two", "three", "four still four"]


def test_a_landscape_section_is_laid_out_landscape(read):
    def fill(document):
        document.add_paragraph("upright")
        section = document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        document.add_paragraph("wide")

    assert [(page.width, page.height) for page in read(fill).pages] == [(595, 842), (842, 595)]


def _table(document):
    table = document.add_table(rows=3, cols=3)
    table.style = "Table Grid"
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"r{row}c{column}"
    return table


def test_a_table_is_kept_as_rows_of_cells_and_drawn_with_its_lines(read, words):
    reading = read(_table)
    (table,) = reading.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        [f"r{row}c{column}" for column in range(3)] for row in range(3)
    ]
    assert table.pages == (1,)
    assert len(reading.pages[0].rulings) == 8
    for row in table.rows:
        for cell in row:
            (word,) = [word for word in reading.pages[0].words if word.text == cell.text]
            left, top, right, bottom = cell.box
            assert cell.page == 1
            assert left <= word.x0 < word.x1 <= right
            assert top <= word.y0 < word.y1 <= bottom


def test_merged_cells_stand_in_every_place_they_cover(read, words):
    def fill(document):
        table = _table(document)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "across"
        table.cell(1, 2).merge(table.cell(2, 2)).text = "down"

    reading = read(fill)
    (table,) = reading.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["across", "across", "r0c2"],
        ["r1c0", "r1c1", "down"],
        ["r2c0", "r2c1", "down"],
    ]
    assert words(reading).split().count("down") == 1
    (down,) = {cell.box for row in table.rows for cell in row if cell.text == "down"}
    assert down[3] - down[1] > 30


def test_a_table_without_lines_in_the_file_is_drawn_without(read):
    def fill(document):
        _table(document).style = "Normal Table"

    reading = read(fill)
    assert reading.pages[0].rulings == ()
    assert len(reading.tables) == 1


def test_a_row_taller_than_a_page_keeps_every_word(read, words):
    def fill(document):
        table = _table(document)
        table.cell(1, 1).text = " ".join(f"w{number}" for number in range(3000))

    reading = read(fill)
    shown = words(reading).split()
    assert [word for word in shown if word.startswith("w")] == [f"w{number}" for number in range(3000)]
    assert len(reading.pages) > 2
    assert reading.tables[0].rows[1][1].page == 1
    assert reading.tables[0].rows[2][0].page == len(reading.pages)


def test_the_text_of_a_cell_is_the_final_one_with_its_number(read):
    def fill(document):
        table = _table(document)
        cell = table.cell(0, 0)._tc
        for node in list(cell):
            if node.tag.endswith("}p"):
                cell.remove(node)
        deleted = f'<w:del w:author="A">{removed("E6")}</w:del>'
        cell.append(
            parse_xml(
                re.sub(r"^<w:p", f"<w:p {NAMESPACES}", paragraph(deleted, f'<w:ins w:author="A">{run("E7")}</w:ins>'))
            )
        )
        table.cell(0, 1).paragraphs[0].style = document.styles["List Number"]
        comment = table.cell(0, 2).paragraphs[0]
        document.add_comment(comment.runs, text="which one?", author="A", initials="A")

    (table,) = read(fill).tables
    assert [cell.text for cell in table.rows[0]] == ["E7", "1. r0c1", "r0c2"]


def test_a_table_inside_a_cell_is_a_table_of_its_own(read, words):
    def fill(document):
        outer = document.add_table(rows=1, cols=1)
        inner = outer.cell(0, 0).add_table(rows=2, cols=2)
        for row in range(2):
            for column in range(2):
                inner.cell(row, column).text = f"n{row}{column}"

    reading = read(fill)
    assert len(reading.tables) == 2
    assert [[cell.text for cell in row] for row in reading.tables[1].rows] == [["n00", "n01"], ["n10", "n11"]]
    assert all(cell.page == 1 for row in reading.tables[1].rows for cell in row)
    assert "n00" in words(reading)


def _picture(colour=(200, 30, 30), form="PNG", size=(200, 100), **options) -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, form, **options)
    out.seek(0)
    return out


def test_a_picture_is_drawn_at_its_size_without_its_metadata(room, word):
    exif = Image.Exif()
    exif[0x010E] = "patient name in the description"
    content = word(lambda document: document.add_picture(_picture(form="JPEG", exif=exif), width=docx.shared.Pt(144)))
    assert b"patient name" in zipfile.ZipFile(io.BytesIO(content)).read("word/media/image1.jpg")
    stored = room.stored("a.docx", content)
    reading = room.read(stored)
    assert reading.pages[0].picture_share == pytest.approx(144 * 72 / (595 * 842), rel=0.25)
    (made,) = room.cache.glob("*.pdf")
    document = pymupdf.open(made)
    for xref in range(1, document.xref_length()):
        assert b"patient name" not in (document.xref_stream(xref) or b"") + (document.xref_stream_raw(xref) or b"")


def test_only_the_part_that_a_crop_leaves_is_drawn_and_the_crop_is_reported(room, word, codes):
    both = Image.new("RGB", (200, 100), (0, 160, 0))
    both.paste((200, 0, 0), (0, 0, 100, 100))
    out = io.BytesIO()
    both.save(out, "PNG")

    def fill(document):
        document.add_paragraph("A paragraph of words before it, so that this is no picture of a page.")
        document.add_picture(io.BytesIO(out.getvalue()), width=docx.shared.Pt(100), height=docx.shared.Pt(100))
        blip = next(document.element.body.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"))
        blip.addnext(parse_xml(f'<a:srcRect {NAMESPACES} l="50000"/>'))

    stored = room.stored("a.docx", word(fill))
    assert codes(room.read(stored).problems) == ["layout-differs", "picture-cropped"]
    drawn = Image.open(io.BytesIO(room.picture(stored, dpi=72).data)).convert("RGB")
    reds = sum(red > 150 and green < 80 for red, green, _ in drawn.get_flattened_data())
    greens = sum(green > 120 and red < 80 for red, green, _ in drawn.get_flattened_data())
    assert reds == 0
    assert greens > 9000


def _graphic(uri: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="1000000" cy="1000000"/>'
        f'<a:graphic><a:graphicData uri="{uri}"/></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (_graphic("http://schemas.openxmlformats.org/drawingml/2006/chart"), "A chart"),
        (_graphic("http://schemas.openxmlformats.org/drawingml/2006/diagram"), "A diagram (SmartArt)"),
        ("<w:r><w:object><o:OLEObject/></w:object></w:r>", "An embedded object"),
        (
            '<w:r><w:drawing><wp:inline><a:blip r:embed="rId404"/></wp:inline></w:drawing></w:r>',
            "A picture that the file does not hold",
        ),
    ],
)
def test_what_is_not_drawn_is_a_problem_on_its_page(read, words, content, what):
    def fill(document):
        document.add_page_break()
        put(document, paragraph(run("Here: "), content))

    reading = read(fill)
    (said,) = [problem for problem in reading.problems if problem.code == "not-drawn"]
    assert said.found.startswith(f"{what} on page 2")
    assert said.locator.page == 2
    assert f"[{what}: not drawn here]" in words(reading, 2)


def test_a_vector_picture_is_a_problem_and_a_damaged_one_too(room, word, words, codes):
    content = word(lambda document: document.add_picture(_picture()))
    damaged = changed(content, "word/media/image1.png", lambda data: data[:40])
    assert "cannot be decoded" in words(room.reading("a.docx", damaged))
    renamed = content.replace(b"image1.png", b"image1.emf")
    vector = changed(renamed, "word/_rels/document.xml.rels", lambda data: data.replace(b"image1.png", b"image1.emf"))
    assert "not-drawn" in codes(room.reading("b.docx", vector).problems)


def test_an_equation_is_shown_as_plain_text_and_said_so(read, words, codes):
    reading = read(lambda document: put(document, paragraph("<m:oMath><m:r><m:t>B=mv</m:t></m:r></m:oMath>")))
    assert words(reading) == "B=mv"
    assert codes(reading.problems) == ["equation-as-text", "layout-differs"]


def test_hidden_text_is_not_shown_and_said_so(read, words, codes):
    reading = read(lambda document: put(document, paragraph(run("seen "), run("unseen", "<w:vanish/>"))))
    assert words(reading) == "seen"
    assert codes(reading.problems) == ["layout-differs", "text-hidden"]


def test_text_in_white_is_still_seen(room, word):
    stored = room.stored(
        "a.docx", word(lambda document: put(document, paragraph(run("pale", '<w:color w:val="FFFFFF"/>'))))
    )
    drawn = Image.open(io.BytesIO(room.picture(stored).data)).convert("L")
    assert drawn.getextrema()[0] < 180


def test_markup_in_the_text_stays_text(read, words):
    hostile = "&lt;img src='/etc/passwd'&gt;&lt;b&gt;&amp;amp; &lt;/p&gt;&lt;style&gt;*{display:none}&lt;/style&gt;"
    reading = read(lambda document: put(document, paragraph(run(hostile))))
    assert words(reading) == "<img src='/etc/passwd'><b>&amp; </p><style>*{display:none}</style>"


def test_an_author_s_name_with_markup_stays_text(read, words):
    hostile = "&lt;img src=x&gt;"
    reading = read(lambda document: put(document, paragraph(f'<w:ins w:author="{hostile}">{run("x")}</w:ins>')))
    assert "[inserted by <img src=x>]" in words(reading)


@pytest.mark.parametrize(
    ("declaration", "text"),
    [
        ("<!DOCTYPE w>", "words"),
        ("<!DOCTYPE w [<!ENTITY e 'x'>]>", "&e;"),
        ("<!DOCTYPE w [<!ENTITY e SYSTEM '{}'>]>", "&e;"),
        (f"<!--{'x' * 9000}--><!DOCTYPE w>", "words"),
    ],
)
def test_a_part_that_declares_a_document_type_is_refused(room, word, codes, declaration, text):
    secret = room.sent("secret.txt", b"secret words")

    def declared(data: bytes, encoding: str) -> bytes:
        xml = data.decode()
        body = xml[xml.index("<w:document") :].replace("words", text)
        head = f'<?xml version="1.0" encoding="{encoding}"?>{declaration.replace("{}", secret.as_uri())}'
        return (head + body).encode(encoding)

    plain = word(lambda document: document.add_paragraph("words"))
    for encoding in ("utf-8", "utf-16"):
        hostile = changed(plain, "word/document.xml", lambda data, name=encoding: declared(data, name))
        reading = room.reading("a.docx", hostile)
        assert (reading.pages, codes(reading.problems)) == ((), ["document-damaged"])


@pytest.mark.parametrize(
    "change", [lambda _: b"", lambda _: b"not xml", lambda data: data[: len(data) // 2], lambda _: b"<a/>"]
)
def test_a_word_file_without_a_readable_main_part_is_damaged(room, word, codes, change):
    content = changed(word(lambda document: document.add_paragraph("words")), "word/document.xml", change)
    reading = room.reading("a.docx", content)
    assert (reading.pages, codes(reading.problems)) == ((), ["document-damaged"])


@pytest.mark.parametrize("part", ["word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"])
def test_a_word_file_with_a_damaged_side_part_still_gives_its_words(room, word, words, part):
    def fill(document):
        document.add_heading("Evidence 7", 1)
        document.add_paragraph("first", style="List Number")

    content = changed(word(fill), part, lambda _: b"<broken")
    shown = words(room.reading("a.docx", content))
    assert "Evidence 7" in shown
    assert "first" in shown


def test_macros_and_content_kept_elsewhere_are_reported(room, word, codes):
    content = word(lambda document: document.add_paragraph("words"))
    content = changed(content, "word/vbaProject.bin", lambda _: b"macro")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    target = 'Target="http://example.org/t.dotm" TargetMode="External"'
    link = f'<Relationship Id="rId88" Type="{kind}" {target}/></Relationships>'
    content = changed(
        content, "word/_rels/document.xml.rels", lambda data: data.replace(b"</Relationships>", link.encode())
    )
    assert codes(room.reading("a.docx", content).problems) == ["document-active", "layout-differs", "linked-content"]


def test_the_page_count_of_the_writing_program_is_compared(room, word, codes):
    content = word(lambda document: document.add_paragraph("words"))
    content = changed(
        content, "docProps/app.xml", lambda data: re.sub(rb"<Pages>\d+</Pages>", b"<Pages>12</Pages>", data)
    )
    reading = room.reading("a.docx", content)
    assert codes(reading.problems) == ["layout-differs", "layout-page-count"]
    assert "12 pages" in reading.problems[-1].found


def test_strict_files_are_read_like_the_others(room, word, words):
    def strict(data: bytes) -> bytes:
        return data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )

    content = word(_table)
    for part in ("word/document.xml", "word/styles.xml"):
        content = changed(content, part, strict)
    reading = room.reading("a.docx", content)
    assert "r2c2" in words(reading)
    assert len(reading.tables) == 1


BEGAN = "<w:r><w:lastRenderedPageBreak/></w:r>"


def test_pages_begin_and_are_labelled_as_the_writing_program_last_laid_them_out(read, words):
    def fill(document):
        put(document, paragraph(run("one")))
        put(document, paragraph(BEGAN, run("two")))
        put(document, paragraph(run("still two "), BEGAN, run("three")))
        put(document, paragraph('<w:r><w:br w:type="page"/></w:r>'))
        put(document, paragraph(BEGAN, run(" ".join(["four"] * 1800))))
        put(document, paragraph(BEGAN, run("five")))

    reading = read(fill)
    assert [words(reading, page.number).split()[0] for page in reading.pages] == [
        "one",
        "two",
        "three",
        "four",
        "four",
        "five",
    ]
    assert [page.label for page in reading.pages] == ["1", "2", "3", "4", "4", "5"]


def test_pages_that_began_inside_a_table_are_counted_but_not_claimed(read, words):
    def fill(document):
        put(document, paragraph(run("one")))
        table = document.add_table(rows=2, cols=1)
        for row, many in enumerate((500, 900)):
            table.cell(row, 0).paragraphs[0]._p.append(parse_xml(re.sub(r"^<w:r", f"<w:r {NAMESPACES}", BEGAN)))
            table.cell(row, 0).paragraphs[0].add_run(" ".join(["cell"] * many))
        put(document, paragraph(run("after it")))
        put(document, paragraph(BEGAN, run("four")))

    reading = read(fill)
    assert reading.pages[0].label == "1"
    assert {page.label for page in reading.pages[1:-1]} == {None}
    assert reading.pages[-1].label == "4"


def test_a_file_without_noted_pages_has_no_labels(read):
    reading = read(lambda document: document.add_page_break())
    assert {page.label for page in reading.pages} == {None}


NOTED = 'w:id="9" w:author="S. Editor" w:date="2025-02-03T09:00:00Z"'


def _cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{content}</w:p></w:tc>"


def test_a_deleted_reference_in_a_table_is_shown_and_noted_but_not_read(read, words, codes):
    deleted = f"<w:del {NOTED}>{removed('E3')}</w:del>"
    rows = f"<w:tr>{_cell(run('1.1'))}{_cell(deleted + run('E4'))}</w:tr>"
    reading = read(lambda document: put(document, f"<w:tbl>{rows}</w:tbl>"))
    assert [[cell.text for cell in row] for row in reading.tables[0].rows] == [["1.1", "E4"]]
    assert "E3 [deleted by S. Editor, 3 February 2025] E4" in words(reading)
    assert codes(reading.problems) == ["deleted-in-table", "layout-differs", "tracked-deletions"]
    assert "1 cells" in next(one.found for one in reading.problems if one.code == "deleted-in-table")


def test_a_table_row_deleted_as_a_whole_is_not_read_and_an_inserted_one_is(read, words):
    gone = f"<w:tr><w:trPr><w:del {NOTED}/></w:trPr>{_cell(run('1.1'))}{_cell(run('E3'))}</w:tr>"
    came = f"<w:tr><w:trPr><w:ins {NOTED}/></w:trPr>{_cell(run('1.2'))}{_cell(run('E5'))}</w:tr>"
    reading = read(lambda document: put(document, f"<w:tbl>{gone}{came}</w:tbl>"))
    assert [[cell.text for cell in row] for row in reading.tables[0].rows] == [["", ""], ["1.2", "E5"]]
    assert "E3 [deleted by S. Editor, 3 February 2025]" in words(reading)
    assert "E5 [inserted by S. Editor, 3 February 2025]" in words(reading)


def test_moved_text_says_where_it_went_and_where_it_came(read, words):
    away = f"<w:p><w:moveFrom {NOTED}>{run('the clause')}</w:moveFrom></w:p>"
    here = f"<w:p><w:moveTo {NOTED}>{run('the clause')}</w:moveTo></w:p>"
    shown = words(read(lambda document: (put(document, away), put(document, here))))
    assert "the clause [moved away by S. Editor, 3 February 2025]" in shown
    assert "the clause [moved here by S. Editor, 3 February 2025]" in shown


def test_a_comment_inside_a_table_cell_names_its_author_and_day(room, word, words):
    def fill(document):
        table = document.add_table(1, 2)
        run = table.cell(0, 1).paragraphs[0].add_run("E4")
        document.add_comment(run, "Superseded?", author="S. Editor", initials="SE")
        table.cell(0, 0).text = "1.1"

    reading = room.reading("p.docx", word(fill))
    assert "[Comment SE1, S. Editor" in words(reading)
    assert [cell.text for cell in reading.tables[0].rows[0]] == ["1.1", "E4"]
