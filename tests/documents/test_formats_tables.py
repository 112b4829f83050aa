"""Spreadsheets and presentations: words, tables as tables, pictures, notes, and what is said of the rest."""

import io
import zipfile

import pptx
import pymupdf
import pytest
from PIL import Image
from pptx.util import Cm

from mrse_assess.documents.spreadsheets import MOST_ROWS
from mrse_assess.terms import MediaKind

from .made_files import TABLE, slides, xlsx


def picture(colour: str = "blue") -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (300, 200), colour).save(out, "PNG")
    out.seek(0)
    return out


def cells(table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_a_spreadsheet_is_shown_and_its_cells_are_a_table_with_places(room, words, codes):
    reading = room.reading("x.xlsx", xlsx())
    assert (reading.media, len(reading.pages)) == (MediaKind.SPREADSHEET, 1)
    assert words(reading) == "Cross reference Sub-category Evidence 1.1 E1, page 2 4.2 E2"
    assert cells(reading.tables[0]) == [list(row) for row in TABLE]
    box = reading.tables[0].rows[1][1].box
    found = next(word for word in reading.pages[0].words if word.text == "E1,")
    assert box[0] <= found.x0 <= box[2]
    assert box[1] <= found.y0 <= box[3]
    assert codes(reading.problems) == ["values-as-saved"]


def test_numbers_and_dates_of_a_spreadsheet_read_as_they_were_typed(room):
    from datetime import datetime

    def fill(book, sheet):
        sheet.write_row(5, 0, [3, 3.1, 0.1 + 0.2, True])
        sheet.write_datetime(6, 0, datetime(2025, 3, 1), book.add_format({"num_format": "dd/mm/yyyy"}))  # noqa: DTZ001 - a sheet knows no zones

    rows = cells(room.reading("x.xlsx", xlsx(fill=fill)).tables[0])
    assert rows[5] == ["3", "3.1", "0.3", "TRUE"]
    assert rows[6][0] == "2025-03-01"


def test_merged_cells_of_a_spreadsheet_stand_in_every_place_they_cover(room):
    def fill(book, sheet):
        sheet.merge_range(4, 0, 5, 0, "2.1")
        sheet.write(4, 1, "E3")
        sheet.write(5, 1, "E4")

    assert cells(room.reading("x.xlsx", xlsx(fill=fill)).tables[0])[4:] == [["2.1", "E3"], ["2.1", "E4"]]


def test_each_worksheet_begins_a_page_and_a_hidden_one_is_shown_and_said_so(room, words, codes):
    def fill(book, sheet):
        second = book.add_worksheet("Log")
        second.write(0, 0, "quench log")
        second.hide()

    reading = room.reading("x.xlsx", xlsx(fill=fill))
    assert words(reading, 2) == "Log (hidden) quench log"
    assert codes(reading.problems) == ["sheet-hidden", "values-as-saved"]


def test_pictures_and_comments_of_a_spreadsheet_are_shown(room, words):
    def fill(book, sheet):
        sheet.insert_image("D2", "p.png", {"image_data": picture()})
        sheet.write_comment("A2", "Superseded?", {"author": "S. Editor"})

    stored = room.stored("x.xlsx", xlsx(fill=fill))
    reading = room.read(stored)
    assert "[Comment at A2, S. Editor: Superseded?]" in words(reading)
    assert reading.pages[0].picture_share > 0.03


def test_a_wide_sheet_is_shown_in_bands_of_columns_and_read_as_one_table(room, words):
    rows = [[f"heading number {column}" for column in range(20)], [f"value {column}" for column in range(20)]]
    reading = room.reading("x.xlsx", xlsx(rows))
    assert "Columns A to " in words(reading)
    assert cells(reading.tables[0]) == rows
    assert all(cell.page is not None for row in reading.tables[0].rows for cell in row)
    assert all(word.x1 <= page.width for page in reading.pages for word in page.words)


def test_a_long_sheet_is_shown_up_to_its_limit_and_says_how_much_is_left_out(room, codes):
    rows = [[f"{number}", "x"] for number in range(MOST_ROWS + 7)]
    reading = room.reading("x.xlsx", xlsx(rows))
    assert len(reading.tables[0].rows) == MOST_ROWS
    assert codes(reading.problems) == ["rows-left-out", "values-as-saved"]
    assert " 7 rows" in next(one.found for one in reading.problems if one.code == "rows-left-out")


def test_a_cell_of_markup_stays_text(room, words):
    assert "<b>1.1</b> &amp;" in words(room.reading("x.xlsx", xlsx([["<b>1.1</b> &amp;"]])))


@pytest.mark.parametrize("length", [200, 2000])
def test_a_damaged_spreadsheet_says_so(room, codes, length):
    room.sent("folder/a.txt", b"readable")
    room.sent("folder/x.xlsx", xlsx()[:length])
    taken = room.take(room.folder / "sent/folder")
    assert codes(taken.problems) + [code for file in taken.files for code in codes(room.read(file).problems)]


def test_each_slide_is_a_page_labelled_by_its_number_with_words_in_reading_order_and_notes(room, words, codes):
    def fill(deck):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        for text, left, top in (("third", 2, 12), ("second", 14, 3), ("first", 2, 3)):
            slide.shapes.add_textbox(Cm(left), Cm(top), Cm(8), Cm(1)).text_frame.text = text

    reading = room.reading("s.pptx", slides(fill))
    assert reading.media is MediaKind.SLIDES
    assert [page.label for page in reading.pages] == ["1", "2", "3"]
    assert words(reading, 1) == (
        "Slide 1 Zones of the scanner Zone IV is locked Zone III is supervised "
        "Notes of slide 1: Said at the safety meeting"
    )
    assert words(reading, 3) == "Slide 3 first second third"
    assert codes(reading.problems) == ["slides-as-text"]


def test_a_table_on_a_slide_is_a_table(room):
    reading = room.reading("s.pptx", slides())
    assert cells(reading.tables[0]) == [list(row) for row in TABLE]
    assert reading.tables[0].pages == (2,)


def test_merged_cells_of_a_slide_s_table_stand_in_every_place_they_cover(room):
    def fill(deck):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        table = slide.shapes.add_table(2, 2, Cm(1), Cm(1), Cm(10), Cm(3)).table
        table.cell(0, 0).merge(table.cell(1, 0))
        for place, text in {(0, 0): "2.1", (0, 1): "E3", (1, 1): "E4"}.items():
            table.cell(*place).text = text

    assert cells(room.reading("s.pptx", slides(fill)).tables[1]) == [["2.1", "E3"], ["2.1", "E4"]]


def test_pictures_of_a_slide_are_drawn_and_what_is_not_is_said(room, words, codes):
    def fill(deck):
        from pptx.chart.data import CategoryChartData
        from pptx.enum.chart import XL_CHART_TYPE

        deck.slides[0].shapes.add_picture(picture("red"), Cm(1), Cm(9), Cm(9), Cm(6))
        data = CategoryChartData()
        data.categories = ["2024", "2025"]
        data.add_series("Incidents", (3, 1))
        chart = XL_CHART_TYPE.COLUMN_CLUSTERED
        deck.slides[1].shapes.add_chart(chart, Cm(1), Cm(9), Cm(9), Cm(6), data)

    stored = room.stored("s.pptx", slides(fill))
    reading = room.read(stored)
    drawn = Image.open(io.BytesIO(room.picture(stored, 1, dpi=40).data)).convert("RGB")
    assert any(red > 200 and green < 60 for _, (red, green, _) in drawn.getcolors(1_000_000))
    assert "[A chart: not drawn here]" in words(reading, 2)
    assert "Incidents" in words(reading, 2)
    assert codes(reading.problems) == ["not-drawn", "slides-as-text"]


def test_a_hidden_slide_is_shown_and_said_so(room, words, codes):
    reading = room.reading("s.pptx", slides(lambda deck: deck.slides[1].element.set("show", "0")))
    assert words(reading, 2).startswith("Slide 2 (hidden) Experience")
    assert codes(reading.problems) == ["slide-hidden", "slides-as-text"]


def test_a_presentation_without_slides_and_a_damaged_one_are_said(room, codes, words):
    out = io.BytesIO()
    pptx.Presentation().save(out)
    assert len(room.reading("s.pptx", out.getvalue()).pages) == 1
    broken = slides().replace(b"ppt/slides/slide1.xml", b"ppt/slides/slideX.xml")
    room.sent("folder/a.txt", b"readable")
    room.sent("folder/s.pptx", broken)
    read = [room.read(file) for file in room.take(room.folder / "sent/folder").files]
    assert codes(read[1].problems)


def test_pages_of_a_spreadsheet_and_a_presentation_can_be_drawn(room):
    for name, content in {"x.xlsx": xlsx(), "s.pptx": slides()}.items():
        stored = room.stored(name, content)
        assert room.picture(stored).words
        (made,) = room.cache.glob(f"{stored.sha256}*.pdf")
        with pymupdf.open(made) as document:
            assert not document.embfile_count()


def test_an_opendocument_spreadsheet_is_read_without_an_office_program(room):
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="T"><table:table-row><table:table-cell office:value-type="string"><text:p>1.1</text:p>'
        '</table:table-cell><table:table-cell office:value-type="string"><text:p>E1</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        target.writestr("META-INF/manifest.xml", "<manifest/>")
        target.writestr("content.xml", content)
    stored = room.stored("a.bin", out.getvalue())
    reading = room.read(stored)
    assert (stored.form, stored.media) == ("ods", MediaKind.SPREADSHEET)
    assert cells(reading.tables[0]) == [["1.1", "E1"]]
