"""The applicant's name and the date as covers word them."""

import pytest


@pytest.fixture
def read_cover(segments):
    def build(*lines, title="MR Safety Expert portfolio"):
        made = segments.drawn()
        made.page(*lines, title=title)
        segments.with_table(made, segments.claims)
        for number in range(1, 13):
            made.evidence(f"Evidence {number}", 1)
        found = segments.read(made)
        return found.applicant_name, found.submitted_on.isoformat() if found.submitted_on else None

    return build


@pytest.mark.parametrize(
    "lines",
    [
        ("by Dr Wren Okafor MSc", "Sent to IPEM 14.03.25"),
        ("MRSE portfolio - Dr Wren Okafor MSc", "Submission: 14 March 2025"),
        ("Dr Wren Okafor MSc - MRSE portfolio", "Date of Submission - 14 March 2025"),
        ("Dr Wren Okafor MSc's MRSE portfolio", "Dated 14 March 2025"),
        ("Applicant Dr Wren Okafor MSc", "Submitted Friday 14th March 2025"),
        ("Author: Dr Wren Okafor MSc", "14 / 03 / 2025"),
        ("This portfolio is submitted by Dr Wren Okafor MSc", "Submitted to IPEM on 14-Mar-25"),
        ("Candidate name", "Dr Wren Okafor MSc", "Date submitted", "March 14, 2025"),
    ],
)
def test_covers_are_worded_in_many_ways(read_cover, lines):
    assert read_cover(*lines) == ("Dr Wren Okafor MSc", "2025-03-14")


def test_a_table_of_particulars_says_who_applies(segments):
    made = segments.drawn()
    page = made.page(title="MR Safety Expert portfolio")
    rows = [
        *(("Name", "Dr Wren Okafor"), ("Employer", "Elmbridge General Hospital"), ("Post", "Principal Physicist")),
        ("Date of submission", "14/03/2025"),
    ]
    made.table(page, rows, (150, 250))
    segments.with_table(made, segments.claims)
    for number in range(1, 13):
        made.evidence(f"Evidence {number}", 1)
    found = segments.read(made)
    assert (found.applicant_name, found.submitted_on.isoformat()) == ("Dr Wren Okafor", "2025-03-14")
