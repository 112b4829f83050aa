"""Titles and labels of items where files' names, dividers and bookmarks say little."""

import pytest

from mrse_assess.model.pages import Bookmark
from mrse_assess.terms import MediaKind

TITLE = "Review of how well the screening works"
CLAIMS = {"1.1": "Evidence 1", "1.2": "Evidence 2", "2.1": "Evidence 3", "3": "Evidence 1", "4.1": "Evidence 2"}


def with_files(segments, names, claims=CLAIMS):
    files = [segments.with_table(segments.drawn(file="00 Table.pdf"), claims)]
    for name in names:
        files.append(segments.drawn(file=name))
        files[-1].evidence(TITLE, 1)
    return segments.read(*files)


@pytest.mark.parametrize("name", ["Evidence {} review_screening.pdf", "Vale_MRSE_Evidence{}.pdf"])
def test_a_name_that_shortens_the_title_or_is_every_files_gives_way_to_the_heading(segments, name):
    found = with_files(segments, [name.format(number) for number in (1, 2, 3)])
    assert {item.title for item in found.evidence} == {TITLE}


def test_a_short_name_stays_where_the_heading_has_no_word_of_it(segments):
    found = with_files(segments, [f"Evidence {number} pump_choice_{number}.pdf" for number in (1, 2, 3)])
    assert [item.title for item in found.evidence] == [f"pump choice {number}" for number in (1, 2, 3)]


def test_letters_before_files_names_are_labels_where_the_table_names_them(segments):
    claims = {code: f"Appendix {letter}" for code, letter in zip(CLAIMS, "ABCAB", strict=True)}
    names = ["A Review of screening.pdf", "B Pump choice.pdf", "C Quench notes.pdf", "A review sent later.pdf"]
    found = with_files(segments, names, claims)
    assert {item.id: item.spans[0].file for item in found.evidence if len(item.id) == 1} == dict(
        zip("ABC", names[:3], strict=True)
    )
    assert not found.unresolved


def test_the_subject_of_a_mail_is_its_title(segments, make_document):
    mail = segments.drawn(file="E2 - E-mails on the dut.eml")
    mail.page("From Una Vale", "Subject E-mails on the duties of the MRRP", "Dear all")
    pages = mail.reading().pages
    read = make_document("E2 - E-mails on the dut.eml", pages, media=MediaKind.EMAIL)
    table = segments.with_table(segments.drawn(file="Table.pdf"), {"1.1": "E1", "1.2": "E2"})
    other = segments.drawn(file="E1 - Pump choice.pdf")
    other.evidence("Pump choice", 1)
    assert segments.read(table, other, read).evidence[1].title == "E-mails on the duties of the MRRP"


@pytest.mark.parametrize("lines", [("TAB {}", TITLE), ("{}", TITLE), ("Evidence No. {}", TITLE)])
def test_a_title_may_stand_below_the_label_on_a_divider(segments, lines):
    claims = {code: cited.replace("Evidence", "Tab") for code, cited in CLAIMS.items()}
    made = segments.drawn()
    segments.with_table(made, claims if "TAB" in lines[0] else CLAIMS)
    for number in (1, 2, 3):
        made.page(lines[1], title=lines[0].format(number))
        made.evidence("", 2)
    found = segments.read(made)
    assert [item.id for item in found.evidence] == ["1", "2", "3"]
    assert {item.title for item in found.evidence} == {TITLE}


def test_a_title_may_stand_on_the_page_behind_a_divider(segments):
    made = segments.drawn()
    segments.with_table(made, CLAIMS)
    for number in (1, 2, 3):
        made.page(title=f"Evidence {number}")
        made.evidence(TITLE, 1)
    assert {item.title for item in segments.read(made).evidence} == {TITLE}


def test_a_bookmark_made_of_a_files_name_gives_the_words_of_it(segments):
    made = segments.drawn()
    segments.with_table(made, CLAIMS)
    for number in (1, 2, 3):
        made.bookmarks.append(Bookmark(level=1, title=f"0{number}_Pump_choice.pdf", page=len(made.pdf) + 1))
        made.evidence("", 2)
    assert {item.title for item in segments.read(made).evidence} == {"Pump choice"}
