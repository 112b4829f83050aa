"""A cell in words."""

import pytest

from mrse_assess.cohort.report.cells import in_words
from mrse_assess.cohort.report.cells import share as percentage
from mrse_assess.cohort.tables import Cell, Interval

from .conftest import share

NOTHING = "\N{EN DASH}"
TOO_FEW = "Too few for a share or an average: it needs 10 applications."
DAYS = Interval(low=67.04, high=88, level=0.95, how="bootstrap by application")


@pytest.mark.parametrize(
    ("cell", "unit", "main", "detail"),
    [
        (share(32, 58, 0.42, 0.67), "", "55 %", "32 of 58; 42 to 67 %"),
        (share(70, 520), "", "13 %", "70 of 520"),
        (share(0, 58, 0.0, 0.062), "", "0 %", "0 of 58; 0 to 6 %"),
        (share(1, 41, 0.004, 0.13), "", "2 %", "1 of 41; < 1 to 13 %"),
        (share(58, 58, 0.938, 1.0), "", "100 %", "58 of 58; 94 to 100 %"),
        (Cell(count=5, of=6, why=TOO_FEW), "", "5 of 6", ""),
        (Cell(count=0, of=0, why="Nobody to count."), "", NOTHING, ""),
        (Cell(count=65), "", "65", ""),
        (Cell(count=0), "", "0", ""),
        (Cell(of=58, value=75.5, interval=DAYS), "days", "75.5", "n = 58; 67 to 88"),
        (
            Cell(value=0.42, interval=Interval(low=0.1, high=0.74, level=0.95, how="jackknife")),
            "",
            "42 %",
            "10 to 74 %",
        ),
        (Cell(value=75.5, interval=DAYS), "days", "75.5", "67 to 88"),
        (Cell(value=75.5), "days", "75.5", ""),
        (Cell(of=58, value=112.4), "days", "112", "n = 58"),
        (Cell(of=58, value=-1.25), "items", "\N{MINUS SIGN}1.25", "n = 58"),
        (Cell(of=8, why=TOO_FEW), "days", NOTHING, ""),
        (Cell(of=18, value=0.918), "", "92 %", "n = 18"),
        (Cell(why="Nobody to count."), "", NOTHING, ""),
        (Cell(withheld=True, why="withheld"), "", "withheld", ""),
        (Cell(withheld=True, why="withheld"), "days", "withheld", ""),
    ],
)
def test_it_says_what_is_known_and_on_what_it_rests(cell, unit, main, detail):
    said = in_words(cell, unit)
    assert (said.main.replace("\N{NO-BREAK SPACE}", " "), said.detail.replace("\N{NO-BREAK SPACE}", " ")) == (
        main,
        detail,
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0 %"), (0.0004, "< 1 %"), (0.005, "< 1 %"), (0.994, "99 %"), (0.9951, "> 99 %"), (1.0, "100 %")],
)
def test_none_and_all_are_said_only_where_it_is_none_and_all(value, text):
    assert percentage(value).replace("\N{NO-BREAK SPACE}", " ") == text
