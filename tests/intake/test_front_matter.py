"""Authentication, applicant and date are read around the evidence, and the inspection is plain values."""

import dataclasses
import json

import pytest

from mrse_assess.intake import inspection
from mrse_assess.intake.text.dates import first_date
from mrse_assess.terms import TextSource


@pytest.fixture
def portfolio(drawn, claims):
    def build(*closing, title=(), own_page=False):
        made = drawn()
        if title:
            made.page(*title)
        page = made.page(title="Experience Cross Reference Table")
        end = made.table(page, [("Sub-category", "Evidence"), *claims.items()], (90, 300), padding=2)
        if own_page:
            page, end = made.page(), 60
        for number, line in enumerate(closing):
            page.insert_text((60, end + 30 + 16 * number), line, fontsize=10)
        for number in range(1, 13):
            made.evidence(f"Evidence {number}", 1)
        return made

    return build


REFEREE = (
    "Authentication by referee",
    "I confirm that this portfolio is the applicant's own work.",
    "Name: Dr Ida Holm",
    "Position: Head of MR Physics",
    "Signature: I. Holm",
    "Date: 1 March 2025",
)


@pytest.mark.parametrize("own_page", [False, True])
def test_the_referee_stands_at_the_end_of_the_table(read, portfolio, own_page):
    found = read(portfolio(*REFEREE, own_page=own_page)).authentication
    assert (found.present, found.referee_name, found.role, found.dated_on, found.signed) == (
        True,
        "Dr Ida Holm",
        "Head of MR Physics",
        "2025-03-01",
        True,
    )
    assert found.locator.page == (2 if own_page else 1)


def test_fields_may_share_a_line(read, portfolio):
    found = read(
        portfolio(
            "Referee statement",
            "Name: Dr Ida Holm      Role: Head of MR Physics",
            "Signed: I. Holm      Date: 01/03/2025",
        )
    ).authentication
    assert (found.referee_name, found.role, found.dated_on, found.signed) == (
        "Dr Ida Holm",
        "Head of MR Physics",
        "2025-03-01",
        True,
    )


@pytest.mark.parametrize("inked", [True, False])
def test_a_drawn_signature_is_seen_where_drawings_are_and_else_left_open(read, portfolio, inked):
    lines = (*REFEREE[:4], "Signature", "", "Date: 1 March 2025")
    reading = portfolio(*lines).reading()
    line = next(word for word in reading.pages[0].words if word.text == "Signature")
    boxes = ((line.x1 + 20, line.y0 - 8, line.x1 + 140, line.y1 + 20),) if inked else ()
    first = dataclasses.replace(reading.pages[0], inked=boxes)
    found = read(dataclasses.replace(reading, pages=(first, *reading.pages[1:]))).authentication
    assert found.signed is (True if inked else None)
    assert found.present


def test_a_statement_to_the_referee_by_the_applicant_is_no_authentication(read, portfolio):
    own = ("Applicant's declaration to the referee", "These are the contents.", "Name: A. Person", "Signed: A. Person")
    assert read(portfolio(*own)).authentication.present is False


def test_an_applicants_own_statement_is_no_authentication(read, portfolio):
    found = read(
        portfolio(
            "Declaration by the applicant",
            "I declare that this is my own work.",
            "Name: A. Person",
            "Signed: A. Person",
            "Date: 2 March 2025",
        )
    )
    assert found.authentication.present is False
    assert any(problem.code == "authentication-not-found" for problem in found.problems)


def test_the_referee_is_told_from_the_applicant_above(read, portfolio):
    own = ("Applicant's declaration", "This is my own work.", "Name: A. Person", "Date: 9 March 2025")
    found = read(portfolio(*own, *REFEREE)).authentication
    assert (found.referee_name, found.dated_on) == ("Dr Ida Holm", "2025-03-01")


def test_an_empty_form_is_not_an_authentication_and_has_a_place(read, portfolio):
    found = read(
        portfolio(
            "Authentication by referee",
            "Name: ____________",
            "Position: ____________",
            "Signature: ____________",
            "Date: __________",
        )
    )
    assert found.authentication.present is False
    problem = next(each for each in found.problems if each.code == "authentication-empty")
    assert problem.locator.page == 1


def test_a_sign_off_inside_evidence_is_no_authentication(drawn, read, claims):
    made = drawn()
    page = made.page(title="Experience Cross Reference Table")
    made.table(page, [("Sub-category", "Evidence"), *claims.items()], (90, 300))
    for number in range(1, 13):
        made.evidence(f"Evidence {number}", 3)
    made.page("Approved by line manager", "Name: Dr Ida Holm", "Date: 1 March 2025", "Signature: I. Holm")
    assert read(made).authentication.present is False


def test_the_applicant_and_the_date_stand_on_the_title_page(read, portfolio):
    found = read(
        portfolio(
            title=(
                "Portfolio for the MR Safety Expert certificate",
                "Applicant: Dr Wren Okafor",
                "Hospital: Elmbridge General",
                "Date of submission: 14 March 2025",
            )
        )
    )
    assert found.applicant_name == "Dr Wren Okafor"
    assert found.submitted_on.isoformat() == "2025-03-14"


def test_an_unnamed_portfolio_has_no_name(read, portfolio):
    found = read(portfolio(title=("Portfolio for the MR Safety Expert certificate",)))
    assert (found.applicant_name, found.submitted_on) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14 March 2025", "2025-03-14"),
        ("14th March 2025", "2025-03-14"),
        ("14/03/2025", "2025-03-14"),
        ("03/04/25", "2025-04-03"),
        ("2025-03-14", "2025-03-14"),
        ("14.03.2025", "2025-03-14"),
        ("March 14, 2025", "2025-03-14"),
        ("May 2023", "2023-05"),
        ("14-Mar-2025", "2025-03-14"),
        ("31/02/2025", None),
        ("none", None),
    ],
)
def test_dates_are_read_day_first(text, expected):
    assert first_date(text) == expected


def test_the_inspection_has_the_promised_keys_and_is_json(read, portfolio):
    shown = inspection(read(portfolio(*REFEREE, title=("Applicant: Dr Wren Okafor",))))
    assert json.loads(json.dumps(shown)) == shown
    assert set(shown) >= {
        "applicant",
        "submission_date",
        "table",
        "contents_list",
        "cross_references",
        "authentication",
        "evidence",
        "unresolved",
        "orphans",
        "problems",
    }
    assert shown["table"] == {"file": "Portfolio.pdf", "pages": [2]}
    entry = next(each for each in shown["cross_references"] if each["subcategory"] == "4.2")
    assert (entry["evidence"], entry["page_hint"], entry["file"], entry["cell"]["page"]) == (
        "7",
        "2",
        "Portfolio.pdf",
        2,
    )
    item = shown["evidence"][0]
    assert {item[key] for key in ("date", "author", "simulated", "mhra_sections", "phi", "bad_redactions")} == {None}
    assert item["pages"] == [3, 3]


def test_what_leads_nowhere_has_null_pages(drawn, read, claims):
    made = drawn()
    page = made.page(title="Experience Cross Reference Table")
    made.table(page, [("Sub-category", "Evidence"), *(claims | {"8.2": "Evidence 99"}).items()], (90, 300))
    for number in range(1, 13):
        made.evidence(f"Evidence {number}", 1)
    shown = inspection(read(made))
    entry = next(each for each in shown["cross_references"] if each["subcategory"] == "8.2")
    assert (entry["pages"], entry["file"]) == (None, None)
    assert shown["unresolved"] == [{"subcategory": "8.2", "evidence": "99"}]


@pytest.mark.parametrize("inked", [True, False])
def test_a_drawing_on_the_line_to_sign_on_is_a_signature_and_the_bare_line_is_none(read, portfolio, inked):
    reading = portfolio(*REFEREE[:4], "Signature: ....................", "Date: 1 March 2025").reading()
    line = next(word for word in reading.pages[0].words if word.text == "Signature:")
    boxes = ((line.x1 + 5, line.y0 - 8, line.x1 + 90, line.y1 + 4),) if inked else ()
    first = dataclasses.replace(reading.pages[0], inked=boxes)
    assert read(dataclasses.replace(reading, pages=(first, *reading.pages[1:]))).authentication.signed is inked


@pytest.mark.parametrize(("lines_below", "signed"), [(0, True), (1, None), (2, None)])
def test_ink_on_a_scan_is_a_signature_only_beside_its_label(read, portfolio, lines_below, signed):
    reading = portfolio(*REFEREE[:4], "Signature", "Date: 1 March 2025", "Telephone").reading()
    line = next(word for word in reading.pages[0].words if word.text == "Signature")
    lower = line.y0 + 18 * lines_below
    boxes = ((0, 0, 595, 842), (line.x1 + 20, lower - 4, line.x1 + 140, lower + 14))
    first = dataclasses.replace(reading.pages[0], inked=boxes, text_source=TextSource.RECOGNISED)
    assert read(dataclasses.replace(reading, pages=(first, *reading.pages[1:]))).authentication.signed is signed


@pytest.mark.parametrize(("source", "signed"), [(TextSource.RECOGNISED, False), (TextSource.LAYER, None)])
def test_a_recognised_form_without_ink_and_date_is_unsigned(read, portfolio, source, signed):
    reading = portfolio(*REFEREE[:4], "Signature", "", "Date").reading()
    first = dataclasses.replace(reading.pages[0], text_source=source)
    assert read(dataclasses.replace(reading, pages=(first, *reading.pages[1:]))).authentication.signed is signed


def test_the_scan_under_a_page_is_no_signature(read, portfolio):
    reading = portfolio(*REFEREE[:4], "Signature", "", "Date: 1 March 2025").reading()
    first = dataclasses.replace(reading.pages[0], inked=((0, 0, 595, 842),))
    assert read(dataclasses.replace(reading, pages=(first, *reading.pages[1:]))).authentication.signed is None


def test_a_form_cut_by_the_end_of_the_page_is_read_to_its_end(drawn, read, claims):
    portfolio = drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    portfolio.table(page, [("Sub-category", "Evidence"), *claims.items()], (90, 300))
    for number, line in enumerate(REFEREE[:4]):
        page.insert_text((60, 740 + 16 * number), line, fontsize=10)
    portfolio.page(*REFEREE[4:], top=60)
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", 1)
    found = read(portfolio).authentication
    assert (found.referee_name, found.signed, found.dated_on) == ("Dr Ida Holm", True, "2025-03-01")


@pytest.mark.parametrize(
    "words",
    [
        ("The line manager is told in writing.", "Date     Change and author"),
        ("Each applicant asks the line manager in writing.", "Date     Change and author"),
        ("I confirm that the magnet is at field.", "Name: Mr Otto Lind", "Role: Engineer", "Date: 5 May 2024"),
    ],
)
def test_words_of_the_first_item_are_no_authentication_and_stay_evidence(drawn, read, claims, words):
    portfolio = drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    portfolio.table(page, [("Sub-category", "Evidence"), *claims.items()], (90, 300))
    portfolio.evidence("Evidence 1", 1)
    portfolio.page(*words)
    for number in range(2, 13):
        portfolio.evidence(f"Evidence {number}", 1)
    found = read(portfolio)
    assert found.authentication.present is False
    assert found.authentication.locator is None
    assert (found.item("1").spans[0].first, found.item("1").spans[0].last) == (2, 3)
