"""The applicant named in sentences of the cover."""

import pytest


@pytest.fixture
def name_on(segments):
    def build(*lines, title="MR Safety Expert portfolio"):
        made = segments.drawn()
        made.page(*lines, title=title)
        segments.with_table(made, segments.claims)
        for number in range(1, 13):
            made.evidence(f"Evidence {number}", 1)
        return segments.read(made).applicant_name

    return build


@pytest.mark.parametrize(
    "lines",
    [
        ("This portfolio is submitted on 14 March 2025 by Wren Okafor, Clinical Scientist at", "Elmbridge Hospital."),
        ("This application was put together in the spring of 2025 by Wren Okafor", "of Queen Maud's Hospital."),
        ("My name is Wren Okafor and I have worked in MR since 2011. This is what I did.",),
        ("The applicant is Wren Okafor, who leads MR physics at Elmbridge Hospital.",),
        ("Wren Okafor (Principal MR Physicist) hereby applies for the certificate of competence.",),
        ("Evidence collected over five years, on behalf of Wren Okafor, for the certificate.",),
    ],
)
def test_a_sentence_names_the_applicant(name_on, lines):
    assert name_on(*lines) == "Wren Okafor"


def test_a_hospital_called_after_somebody_is_nobody(name_on):
    lines = ("Submitted from Elmbridge, for the certificate.", "Queen Maud's Hospital supports this portfolio.")
    assert name_on(*lines) is None


def test_who_vouches_is_not_who_applies(name_on):
    assert name_on("I am Ida Holm, and I confirm that the portfolio is a true record of the applicant's work.") is None
