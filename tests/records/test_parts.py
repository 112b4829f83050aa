"""The table of confirmed parts."""

import pytest
import xlsxwriter

from mrse_assess.errors import BadRequestError
from mrse_assess.model.judgement import PartConfirmation
from mrse_assess.records.parts import read_parts


def written(tmp_path, text):
    path = tmp_path / "parts.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_each_row_is_a_confirmation(tmp_path):
    text = "application,attempt,part,confirmed\nA1,2,exam,true\n'=A1,,contents_list,FALSE\n"
    assert read_parts(written(tmp_path, text)) == (
        PartConfirmation(application="A1", attempt=2, part="exam", confirmed=True),
        PartConfirmation(application="=A1", attempt=1, part="contents_list", confirmed=False),
    )


def test_a_part_that_is_left_empty_is_pending(tmp_path):
    assert read_parts(written(tmp_path, "application,attempt,part,confirmed\nA1,1,exam,\n")) == ()


def test_a_spreadsheet_is_read_too(tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "parts.xlsx")) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["application", "attempt", "part", "confirmed"])
        page.write_row(1, 0, ["A1", 1, "exam", True])
    assert read_parts(tmp_path / "parts.xlsx") == (
        PartConfirmation(application="A1", attempt=1, part="exam", confirmed=True),
    )


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("application,attempt,part,confirmed\nA1,1,exam,yes\n", "Row 2, column confirmed"),
        ("application,attempt,part,confirmed\nA1,0,exam,true\n", "Row 2, column attempt"),
        ("application,attempt,part,confirmed\n,1,exam,true\n", "Row 2, column application"),
        ("application,attempt,part,confirmed\nA1,1,,true\n", "Row 2, column part"),
        ("application,part,confirmed,by\nA1,exam,true,x\n", "allowed are application, attempt, part, confirmed"),
        ("application,attempt,part,confirmed\nA1,1,exam,true\nA1,1,exam,false\n", "Rows 2 and 3"),
        ("", "empty"),
    ],
)
def test_what_does_not_fit_is_refused_by_row_and_column(tmp_path, text, match):
    with pytest.raises(BadRequestError, match=match):
        read_parts(written(tmp_path, text))


def test_another_kind_of_file_is_refused(tmp_path):
    with pytest.raises(BadRequestError, match=r"parts\.json"):
        read_parts(tmp_path / "parts.json")
