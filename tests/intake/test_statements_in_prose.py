"""Authentications written as running text, signed below it, beside it or over the page."""

import dataclasses

import pytest

OWN = "I confirm that this portfolio truly reflects the applicant's own work."
WHO = ("Ida Holm", "Head of MR Physics", "2025-03-21")


@pytest.fixture
def read_statement(segments):
    def build(*lines, top=80, over=(), scrawl=None, evidence=()):
        made = segments.drawn()
        page = made.page(title="Experience Cross Reference Table")
        made.table(page, [("Sub-category", "Evidence"), *segments.claims.items()], (90, 300), padding=1, top=110)
        made.page(*lines, top=top)
        if over:
            made.page(*over, top=60)
        made.page(*evidence, "I advised that the door stay shut.", title="Evidence 1")
        for number in range(2, 13):
            made.evidence(f"Evidence {number}", 1)
        read = made.reading()
        pages = list(read.pages)
        if scrawl is not None:
            number, height = scrawl
            pages[number] = dataclasses.replace(pages[number], inked=((70, height - 20, 180, height + 20),))
        return segments.read(dataclasses.replace(read, pages=tuple(pages))).authentication

    return build


STATEMENTS = {
    "named, then signed below": (
        *("Verification", f"{OWN} I am Dr Ida Holm, Head of MR Physics at Elmbridge Hospital."),
        "(signed) Ida Holm, 21 March 2025",
    ),
    "a heading and the words in one line": (
        "Authentication: As referee I can vouch that what is presented here is Una Vale's own work.",
        *("Name: Dr Ida Holm", "Position: Head of MR Physics", "Signed: I. Holm", "Date: 21/03/2025"),
    ),
    "the date on a line of its own": (
        *("Endorsement", f"{OWN} I am Ida Holm, Head of MR Physics at Elmbridge Hospital."),
        *("[signed]", "Ida Holm", "21.03.2025"),
    ),
    "the post in which one speaks": (
        *(
            "Sign-off",
            "As Head of MR Physics at Elmbridge I confirm that the portfolio is Una Vale's own work.",
        ),
        *("Signed electronically by Dr Ida Holm", "Dated 21 March 2025"),
    ),
    "name and post in two sentences": (
        *("Attestation", "My name is Dr Ida Holm. I am the Head of MR Physics at Elmbridge Hospital."),
        *("I attest that the portfolio is the applicant's own work.", "Sgd Ida Holm, 21st March 2025"),
    ),
}


@pytest.mark.parametrize("form", STATEMENTS)
def test_a_statement_says_who_in_what_post_and_when(read_statement, form):
    found = read_statement(*STATEMENTS[form])
    assert (found.referee_name.removeprefix("Dr "), found.role, found.dated_on, found.signed) == (*WHO, True)


def test_a_post_of_two_parts_is_kept_whole(read_statement):
    found = read_statement("Verification", f"{OWN} I am Ida Holm, Line manager and Principal Physicist at Elmbridge.")
    assert found.role == "Line manager and Principal Physicist"


def test_ink_above_the_name_that_signs_is_a_signature(read_statement):
    lines = ("Verification", f"{OWN} I am Ida Holm, Head of MR Physics.", "", "", "", "", "Ida Holm, 21 March 2025")
    assert read_statement(*lines, scrawl=(1, 140)).signed is True
    assert read_statement(*lines).signed is not True


def test_a_form_cut_behind_its_label_is_signed_over_the_page(read_statement):
    lines = ("Authentication", OWN, "Name: Ida Holm", "Post: Head of MR Physics", "Signed:")
    found = read_statement(*lines, top=700, over=("", "", "Date: 21 March 2025"), scrawl=(2, 60))
    assert (found.referee_name, found.role, found.dated_on, found.signed) == (*WHO, True)


def test_a_statement_at_the_foot_is_signed_over_the_page(read_statement):
    said = ("Verification", f"{OWN} I am Ida Holm, Head of MR Physics.")
    found = read_statement(*said, top=740, over=("(signed)", "Ida Holm, 21 March 2025"))
    assert (found.referee_name, found.role, found.dated_on) == WHO


def test_dates_of_evidence_are_not_the_statements(read_statement):
    found = read_statement(
        "Verification", f"{OWN} I am Ida Holm, Head of MR Physics.", evidence=("From: Una Vale", "Sent: 7 August 2021")
    )
    assert (found.referee_name, found.dated_on, found.signed) == ("Ida Holm", None, None)


def test_a_heading_such_as_verification_alone_makes_no_statement(read_statement):
    found = read_statement("Verification", "The field was measured on 3 May 2021 at the door and found to be 0.4 mT.")
    assert not found.present
