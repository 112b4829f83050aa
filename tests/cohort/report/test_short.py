"""What is said in short."""

from mrse_assess.cohort.report.short import in_short
from mrse_assess.cohort.tables import Cell

from .conftest import made, share, tables_of

SAID = "Rules most often not met: "


def rules(*counts, withheld=False):
    rows = [(f"R{number}", share(count, 20, 0.1, 0.9)) for number, count in enumerate(counts, start=1)]
    if withheld:
        rows.append(("W", Cell(withheld=True, why="withheld")))
    return made(*rows, columns=("not_met",), id="rules_failed")


def said(*counts, **how):
    texts = in_short([rules(*counts, **how)])
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts]


def test_the_largest_three_are_named_in_the_order_of_their_size():
    assert said(2, 9, 0, 5, 7) == [f"{SAID}R2 (9 of 20, 45 %); R5 (7 of 20, 35 %); R4 (5 of 20, 25 %)."]


def test_what_is_as_large_as_the_last_of_them_is_not_left_out_at_will():
    assert said(9, 5, 5, 5) == [f"{SAID}R1 (9 of 20, 45 %)."]
    assert said(5, 5, 5, 5) == []


def test_nothing_is_called_the_largest_while_one_is_withheld():
    assert said(9, 5, 2, withheld=True) == []


def test_nothing_found_is_no_sentence():
    assert said(0, 0) == []


def test_it_rests_on_first_attempts(first, final):
    both = in_short(tables_of(first, final))
    assert both == in_short(tables_of(first))
    assert both[0].replace("\N{NO-BREAK SPACE}", " ") == (
        "Awarded at the first attempt: 6 of 12 with an outcome (50 %; 25 to 75 %)."
    )
