"""The applicant's name and the date of submission in the forms that covers give them."""

import pytest


@pytest.fixture
def read_cover(segments):
    def build(*lines, title="MR Safety Expert portfolio", closing=()):
        made = segments.drawn()
        made.page(*lines, title=title)
        segments.with_table(made, segments.claims)
        if closing:
            made.page(*closing)
        for number in range(1, 13):
            made.evidence(f"Evidence {number}", 1)
        found = segments.read(made)
        return found.applicant_name, found.submitted_on.isoformat() if found.submitted_on else None

    return build


BOTH = ("Dr Wren Okafor", "2025-03-14")


@pytest.mark.parametrize(
    "lines",
    [
        ("Applicant: Dr Wren Okafor", "Date of submission: 14 March 2025"),
        ("Name      Dr Wren Okafor", "Submitted      14 March 2025"),
        ("Candidate   Dr Wren Okafor", "Post   Physicist", "Date submitted   14/03/2025"),
        ("submitted by Dr Wren Okafor", "on 14 March 2025"),
        ("Submitted by: Dr Wren Okafor, Clinical Scientist", "Submission date: 14th March 2025"),
        ("Dr Wren Okafor", "Principal MR Physicist", "Elmbridge General Hospital", "14 March 2025"),
        ("A portfolio by Dr Wren Okafor", "March 2025", "Submitted on 14.03.2025"),
        ("Name of applicant", "Dr Wren Okafor", "Date of application", "14 March 2025"),
        ("Surname: Okafor   First name: Wren   Title: Dr", "Date: 14 March 2025"),
        ("Dr Wren Okafor, Principal MR Physicist", "14 March 2025"),
        ("Portfolio of evidence submitted by Dr Wren Okafor in support of an application", "14 March 2025"),
        ("I, Dr Wren Okafor, submit this portfolio for certification.", "Dated 14 March 2025"),
        ("Dr Wren Okafor", "Date of submission: 14 Mar '25"),
        ("Dr Wren Okafor", "Handed in on 14 March 2025"),
    ],
)
def test_covers_say_who_applies_and_when(read_cover, lines):
    name, day = read_cover(*lines)
    assert (name.removeprefix("Dr ").split(), day) == (["Wren", "Okafor"], BOTH[1])


def test_a_hospital_and_a_post_are_no_name(read_cover):
    assert read_cover("Elmbridge General Hospital", "Principal MR Physicist", "Portfolio of Evidence") == (None, None)


@pytest.mark.parametrize("said", ["Handed in March 2025", "Date of submission: March 2025", "Submitted in March 2025"])
def test_where_only_the_month_is_said_no_other_day_is_that_of_the_submission(read_cover, said):
    assert read_cover("Applicant: Dr Wren Okafor", said, "Date: 2 February 2024") == ("Dr Wren Okafor", None)


def test_dates_of_other_things_are_not_the_submission(read_cover):
    lines = (
        "Applicant: Dr Wren Okafor",
        "Date of birth: 1 May 1980",
        "Registered since 3 June 2005",
        "Guidance of 4 July 2023",
    )
    assert read_cover(*lines) == ("Dr Wren Okafor", None)


def test_the_referees_name_and_date_are_not_the_applicants(read_cover):
    closing = (
        "Authentication by referee",
        "I confirm that this portfolio is the applicant's own work.",
        "Name: Dr Ida Holm",
        "Position: Head",
        "Date: 1 March 2025",
        "Signed: I. Holm",
    )
    assert read_cover("Hospital: Elmbridge", closing=closing) == (None, None)


def test_a_declaration_says_who_applies_where_the_cover_does_not(read_cover):
    closing = (
        "Applicant's declaration",
        "I declare that this is my own work.",
        "Name: Dr Wren Okafor",
        "Signed: W. Okafor",
        "Date: 14 March 2025",
    )
    assert read_cover("A portfolio", closing=closing) == BOTH


def test_the_running_head_may_name_the_applicant(segments):
    made = segments.drawn()
    page = made.page(title="Experience Cross Reference Table", head="MRSE portfolio of Dr Wren Okafor")
    made.table(page, [("Sub-category", "Evidence"), *segments.claims.items()], (90, 300))
    for number in range(1, 13):
        made.evidence(f"Evidence {number}", 1, head="MRSE portfolio of Dr Wren Okafor")
    assert segments.read(made).applicant_name == "Dr Wren Okafor"


def test_a_cover_in_a_file_set_before_the_first_item_says_who_applies(segments):
    cover = segments.drawn(file="00 Cover.pdf")
    cover.page("Applicant: Dr Wren Okafor", "Date of submission: 14 March 2025", title="MR Safety Expert portfolio")
    table = segments.with_table(segments.drawn(file="Cross reference table.pdf"), {"1.1": "E1", "1.2": "E2"})
    files = [segments.drawn(file=f"E{number} Pump.pdf") for number in (1, 2)]
    for file in files:
        file.evidence("Pump", 1)
    assert segments.read(cover, table, *files).applicant_name == "Dr Wren Okafor"


@pytest.mark.parametrize("post", ["MR Research Radiographer", "Senior Imaging Technologist", "Trainee MR Engineer"])
def test_a_post_below_the_name_is_not_the_name(read_cover, post):
    lines = ("Wren Okafor MSc", post, "Elmbridge General Hospital", "Submitted 14 March 2025")
    assert read_cover(*lines) == ("Wren Okafor MSc", "2025-03-14")


def test_the_day_of_the_referees_e_mail_is_not_that_of_the_submission(read_cover):
    mail = (
        *("From: Ida Holm", "To: Wren Okafor", "Sent: 3 February 2025 09:43"),
        *(
            "Subject: Authentication of your MRSE portfolio",
            "I confirm that the portfolio is the applicant's own work.",
        ),
        *("Signed electronically", "Ida Holm", "Head of MR Physics, Elmbridge General Hospital"),
    )
    assert read_cover("Name of applicant: Wren Okafor", "Date: 14 March 2025", closing=mail)[1] == "2025-03-14"
    assert read_cover("Name of applicant: Wren Okafor", closing=mail)[1] is None
