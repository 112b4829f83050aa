"""The referee's authentication where role, date or name stand in unusual places: letters, sentences, joined fields."""

import pytest

CONFIRM = "I confirm that this portfolio is a true reflection of the applicant's own work."
WHO = ("Dr Ida Holm", "Head of MR Physics", "2025-03-21")
FIELDS = ("Name: Dr Ida Holm", "Role: Head of MR Physics")


@pytest.fixture
def read_form(segments):
    def build(*lines, grid=None):
        made = segments.drawn()
        page = made.page(title="Experience Cross Reference Table")
        made.table(page, [("Sub-category", "Evidence"), *segments.claims.items()], (90, 300), padding=1, top=110)
        page = made.page(*lines, top=80)
        if grid is not None:
            made.table(page, grid, (150, 290), top=100 + 14 * len(lines))
        for number in range(1, 13):
            made.evidence(f"Evidence {number}", 1)
        found = segments.read(made).authentication
        return (found.referee_name, found.role, found.dated_on)

    return build


FORMS = {
    "a letter dated above its subject": (
        *("Elmbridge Hospital", "21 March 2025", "Dear assessors", "Re: authentication of the portfolio of Una Vale"),
        *(CONFIRM, "Yours faithfully", "Dr Ida Holm", "Head of MR Physics"),
    ),
    "an employer behind the role": (
        "Authentication",
        "I, Dr Ida Holm, Head of MR Physics at Elmbridge Hospital, confirm that I have read this portfolio.",
        "Dated 21 March 2025",
    ),
    "an employer after a comma": (
        "Referee's statement",
        "I, Dr Ida Holm, Head of MR Physics, Elmbridge NHS Trust, confirm that the portfolio is her own.",
        "Date: 21.3.25",
    ),
    "a role in brackets": (
        "Referee's statement",
        "I, Dr Ida Holm (Head of MR Physics), confirm that the contents of this portfolio are true.",
        "Signed electronically, 21 March 2025",
    ),
    "I am": (
        "Authentication by line manager",
        "I am Dr Ida Holm, Head of MR Physics, and I manage the applicant. The portfolio is a true record.",
        "Dated 21 March 2025",
    ),
    "signed in another sentence": (
        "Authentication",
        "I, Dr Ida Holm, Head of MR Physics, confirm that I have read this portfolio.",
        "Signed electronically by Dr Ida Holm on 21 March 2025",
    ),
    "a time behind the date": (
        *("Authentication", CONFIRM),
        "Electronically signed by Dr Ida Holm, Head of MR Physics, 21/03/2025 09:15 GMT",
    ),
    "a computer's date": (
        *("Authentication", CONFIRM, "Digitally signed by Ida Holm", "Date: 2025.03.21 10:11:12 +00'00'"),
        "Dr Ida Holm, Head of MR Physics",
    ),
    "an e-mail": (
        *("Authentication", "From: Dr Ida Holm", "Sent: 21 March 2025 10:14", "To: Una Vale", CONFIRM, "Regards"),
        *("Dr Ida Holm", "Head of MR Physics"),
    ),
    "name and role in one field": (
        *("Authentication by referee", CONFIRM, "Name and position: Dr Ida Holm, Head of MR Physics"),
        "Signature and date: I Holm 21/03/2025",
    ),
    "a stroke between name and role": (
        *("Authentication by referee", CONFIRM, "Name / role: Dr Ida Holm / Head of MR Physics", "Date: 21/03/2025"),
    ),
    "the role as the label": (
        *("Authentication", CONFIRM, "Head of MR Physics: Dr Ida Holm", "Signed: I Holm", "Date: 21 March 2025"),
    ),
    "initials above the name": (
        *("Authentication by the lead physicist", CONFIRM, "I. Holm", "Dr Ida Holm, Head of MR Physics"),
        "Signed 21 March 2025",
    ),
    "name and date in one line": (
        *("Authentication", CONFIRM, f"Dr Ida Holm{30 * ' '}21/03/2025", "Head of MR Physics"),
    ),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_who_vouches_in_what_role_and_when_is_read(read_form, form):
    assert read_form(*form) == WHO


def test_a_field_for_the_role_keeps_all_that_it_says(read_form):
    fields = (
        "Name: Dr Ida Holm",
        "Job title and organisation: Head of MR Physics, Elmbridge Trust",
        "Date: 21/03/2025",
    )
    name, _, date = WHO
    assert read_form("Referee", CONFIRM, *fields) == (name, "Head of MR Physics, Elmbridge Trust", date)


def test_labels_broken_over_lines_are_labels(read_form):
    grid = [
        *(("Name of\nreferee", "Dr Ida Holm"), ("Job title of\nreferee", "Head of MR Physics")),
        *(("Signature of\nreferee", ""), ("Date of\nsignature", "21/03/2025")),
    ]
    assert read_form("Authentication of portfolio", CONFIRM, grid=grid) == WHO


def test_a_statement_about_the_evidence_listed_is_one_without_a_table(segments):
    made = segments.drawn()
    made.page(
        *("I have seen that the evidence listed above was produced by Una Vale.", *FIELDS, "Date: 21/03/2025"),
        title="Referee's statement",
    )
    for number in range(1, 5):
        made.evidence(f"Evidence {number}", 1)
    found = segments.read(made).authentication
    assert (found.referee_name, found.role, found.dated_on) == WHO
