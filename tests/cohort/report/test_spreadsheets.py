"""Tables as CSV and XLSX."""

import csv
import io
import zipfile
from dataclasses import replace

import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from mrse_assess.cohort.report import csv_file, xlsx_file
from mrse_assess.cohort.report.spreadsheets import COLUMNS
from mrse_assess.cohort.tables import Cell, Interval

from .conftest import made, share, tables_of

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://example.org")', "0012", "1-2", "2026-03-04")


def lines(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheets(data):
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def test_every_cell_is_a_line_with_its_keys_and_whole_numbers():
    days = Interval(low=67.0, high=88.25, level=0.95, how="bootstrap by application")
    table = made(
        ("1.1", share(3, 12, 0.1, 0.5), Cell(of=12, value=75.5, interval=days)),
        ("2.1", Cell(withheld=True, why="withheld"), Cell(why="Nobody to count.")),
        columns=("met", "median"),
        numbers={"median": "days"},
    )
    data = csv_file(table)
    assert data.startswith(b"\xef\xbb\xbf")
    found = lines(data)
    assert list(found[0]) == list(COLUMNS)
    assert [(one["row_key"], one["column_key"]) for one in found] == [
        ("1.1", "met"), ("1.1", "median"), ("2.1", "met"), ("2.1", "median"),
    ]  # fmt: skip
    first, second, third, fourth = found
    assert (first["count"], first["of"], first["value"], first["low"], first["high"]) == (
        "3",
        "12",
        "0.25",
        "0.1",
        "0.5",
    )
    assert (second["count"], second["of"], second["value"], second["unit"]) == ("", "12", "75.5", "days")
    assert (second["low"], second["high"], second["interval"]) == ("67", "88.25", "bootstrap by application")
    assert (third["count"], third["of"], third["value"], third["withheld"]) == ("", "", "", "yes")
    assert (fourth["note"], fourth["withheld"]) == ("Nobody to count.", "")


def test_no_application_is_named_in_them():
    table = made(("1.1", replace(share(1, 12), applications=("MRSE-2026-007",))))
    assert b"MRSE-2026-007" not in csv_file(table)
    with zipfile.ZipFile(io.BytesIO(xlsx_file([table]))) as book:
        assert not any(b"MRSE-2026-007" in book.read(name) for name in book.namelist())


@given(st.sampled_from(HOSTILE) | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20))
def test_no_text_is_a_formula_or_a_link(text):
    table = made((text, share(3, 12)), title=text, question=text, guidance=text, notes=(text,))
    (line,) = lines(csv_file(table))
    assert not line["row"].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    with zipfile.ZipFile(io.BytesIO(xlsx_file([table]))) as book:
        for name in book.namelist():
            if "worksheets" in name:
                assert b"<f>" not in book.read(name)
                assert b"<hyperlink" not in book.read(name)


def test_a_workbook_has_a_sheet_for_every_table_with_numbers_that_are_numbers(first, final):
    tables = tables_of(first, final)
    data = xlsx_file(tables)
    assert data == xlsx_file(tables)
    found = sheets(data)
    contents = found.pop("Contents")
    assert len(found) == len(tables) == len(contents) - 1
    assert [line[0] for line in contents[1:]] == list(found)
    outcomes = next(sheet for name, sheet in found.items() if name.endswith("2025_first_outcomes"))
    assert outcomes[0][0] == "Outcomes, first attempts"
    header, award = outcomes[7], next(place for place, text in enumerate(outcomes[6]) if text == "Award")
    assert header[award : award + 5] == ["n", "of", "share", "interval from", "to"]
    assert outcomes[8][award : award + 3] == [6, 12, 0.5]


def test_of_a_withheld_number_nothing_is_in_the_workbook():
    (sheet,) = [
        rows
        for name, rows in sheets(xlsx_file([made(("1.1", Cell(withheld=True, why="withheld")))])).items()
        if name != "Contents"
    ]
    assert sheet[8][1:6] == ["withheld", "", "", "", ""]
