"""The report as a document. Rewrite the golden ones with: pytest tests/cohort/report --report-update."""

from dataclasses import replace

import pytest

from mrse_assess.cohort.report import Audience, GuidanceCohort, arranged, cohort_report, stem
from mrse_assess.cohort.report.printing import blocks_of
from mrse_assess.cohort.report.wording import SHIPPED, report_wording
from mrse_assess.cohort.tables import Cell
from mrse_assess.errors import SchemeError
from mrse_assess.rendering.payload import in_words, payload_of
from mrse_assess.rendering.plain_text import plain_text

from ..measures.conftest import study_of
from .conftest import GOLDEN, edition_of, made, share, tables_of


def text_of(edition):
    return plain_text(in_words(payload_of(cohort_report(edition)))).decode().replace("\N{NO-BREAK SPACE}", " ")


def test_the_internal_report_reads_as_agreed(first, final, golden):
    golden("internal.txt", text_of(edition_of(first, final)))


def test_a_report_of_nobody_reads_as_agreed(nobody, golden):
    golden("nobody.txt", text_of(edition_of(nobody, recorded=None)))


def test_one_application_gives_counts_and_says_what_cannot_be_said(cases, golden):
    golden("one.txt", text_of(edition_of(study_of(cases[:1]))))


def test_every_golden_file_is_used():
    assert {path.name for path in GOLDEN.iterdir()} == {"internal.txt", "nobody.txt", "one.txt"}


def test_undecided_ones_are_counted_and_said_to_be_so(cases):
    undecided = study_of([case for case in cases if case.application == "U1"])
    text = text_of(edition_of(undecided))
    assert "Guidance “2025”: 1 application; 1 of them has no outcome yet" in text
    assert "Too little has been decided to say anything in short." in text


def test_every_table_has_a_chapter_of_its_own_kind(first):
    filled = arranged(tables_of(first))
    assert "further" not in {one.chapter.id for one in filled}
    assert sorted(table.id for one in filled for table in one.tables) == sorted(table.id for table in tables_of(first))


def test_a_table_that_no_chapter_names_is_not_lost():
    (filled,) = arranged([made(("1.1", share(3, 12)), id="something_new")])
    assert filled.chapter.id == "further"


def test_names_of_files_are_safe_and_differ(first, final):
    names = [stem(table) for table in tables_of(first, final)]
    assert len(set(names)) == len(names)
    assert stem(made(guidance="../../Été 2025 ", id="x")) == "t-2025_first_x"
    assert stem(made(guidance="", id="x")) == "unrecorded_first_x"


def test_what_could_not_be_replayed_is_said_to_both_and_counted_and_named_inside_only(first):
    left_out = (("MRSE-2026-007", 1, "its scheme is not known here"),)
    inside = text_of(edition_of(first, left_out=left_out))
    assert "1 attempt could not be replayed" in inside
    assert "MRSE-2026-007, attempt 1: its scheme is not known here" in inside
    outside = text_of(edition_of(first, left_out=left_out, audience=Audience.PUBLISHABLE))
    assert "Some attempts could not be replayed" in outside
    assert "1 attempt" not in outside
    assert "MRSE-2026-007" not in outside


def test_of_a_withheld_number_of_applications_nothing_is_said(first):
    table = made(("1.1", Cell(withheld=True, why="withheld")), applications=None)
    text = text_of(
        edition_of(
            first, audience=Audience.PUBLISHABLE, tables=(table,),
            cohorts=(GuidanceCohort(guidance="2025", applications=None),),
        )
    )  # fmt: skip
    assert "how many applications is withheld" in text
    assert "How many applications stand behind the table is withheld" in text


def test_who_may_read_it_stands_on_every_page(first):
    inside = cohort_report(edition_of(first))
    assert inside.mark.startswith("Internal")
    assert cohort_report(edition_of(first, of_assessors=True)).mark.startswith("For the chair only")
    assert not cohort_report(edition_of(first, audience=Audience.PUBLISHABLE)).mark


def test_rows_in_which_nothing_was_found_are_named_in_one_line():
    zero = share(0, 12, 0.0, 0.2)
    table = made(("a", zero), ("b", zero), ("c", zero), ("d", share(3, 12)))
    counts, notes = [
        block for block in blocks_of(table, None, to_files=False) if type(block).__name__ in {"CountTable", "Listing"}
    ]
    assert [label for label, _ in counts.rows] == ["D"]
    assert notes.entries[0][0].text == "Not found at all: a; b; c."


def test_of_many_columns_that_became_lines_the_empty_ones_are_named_in_one_line():
    zero, withheld = share(0, 12, 0.0, 0.2), Cell(withheld=True, why="withheld")
    cells = [zero, zero, share(3, 12), zero, withheld, zero, zero, zero]
    counts, notes = [
        block
        for block in blocks_of(made(("2026", *cells), columns="abcdefgh"), None, to_files=False)
        if type(block).__name__ in {"CountTable", "Listing"}
    ]
    assert counts.header == ("", "2026")
    assert [label for label, _ in counts.rows] == ["C", "E"]
    assert notes.entries[0][0].text == "Not found at all: A; B; D; F; G; H."


def test_withheld_rows_are_never_among_those_in_which_nothing_was_found():
    withheld = Cell(withheld=True, why="withheld")
    table = made(("a", withheld), ("b", withheld), ("c", withheld))
    assert "Not found" not in str(list(blocks_of(table, None, to_files=False)))


def test_a_table_of_many_columns_and_few_rows_is_turned(first):
    many = tuple(f"c{number}" for number in range(9))
    table = made(("2025", *[share(number, 12) for number in range(9)]), columns=many, numbers={"c1": "days"})
    (counts,) = [block for block in blocks_of(table, None, to_files=False) if type(block).__name__ == "CountTable"]
    assert counts.header == ("", "2025")
    assert [label for label, _ in counts.rows] == ["C0", "C1, days", *[f"C{number}" for number in range(2, 9)]]


@pytest.mark.parametrize("name", ["words.toml", "chapters.toml"])
def test_words_that_cannot_be_read_are_refused(tmp_path, name):
    for one in ("words.toml", "chapters.toml"):
        (tmp_path / one).write_bytes((SHIPPED / one).read_bytes())
    assert report_wording(tmp_path) == report_wording()
    broken = tmp_path / "broken"
    broken.mkdir()
    for one in ("words.toml", "chapters.toml"):
        (broken / one).write_bytes((SHIPPED / one).read_bytes() if one != name else b"[document")
    with pytest.raises(SchemeError, match=r"cohort report"):
        report_wording(broken)


def test_what_holds_of_every_published_table_is_said_once_and_of_what_nothing_is_published_at_the_top(first):
    rounded = "Counts are rounded to the nearest 5."
    told = [made(("1.1", share(30, 60)), id=f"outcomes_by_{n}", notes=(rounded, f"Own {n}.")) for n in "abc"]
    never = [made(id=f"time_to_{n}", title=f"Days {n}", notes=("Days are never published.",)) for n in "ab"]
    edition = edition_of(first, audience=Audience.PUBLISHABLE, tables=(*told, *never))
    text = text_of(edition)
    assert text.count(rounded) == 1
    assert all(f"Own {n}." in text for n in "abc")
    assert "Days a; Days b. Days are never published." in " ".join(text.split())
    assert "How long it takes" not in text
    inside = text_of(replace(edition, audience=Audience.INTERNAL))
    assert inside.count(rounded) == 3


def test_the_same_edition_gives_the_same_document(first):
    assert cohort_report(edition_of(first)) == cohort_report(replace(edition_of(first)))
