"""An authentication that is known by its heading, where no table was found before it."""

import pytest

FORM = ("Name: Dr Ida Holm", "Role: Head of MR Physics", "Signed electronically by Dr Ida Holm", "Date: 21 March 2025")


@pytest.fixture
def read_page(segments):
    def build(heading, *lines):
        made = segments.drawn()
        made.page(heading, "I have read what is listed here. It is her own work as far as I know it.", *lines)
        for number in range(1, 4):
            made.evidence(f"Evidence {number}", 1)
        return segments.read(made).authentication

    return build


@pytest.mark.parametrize("heading", ["Authentication", "Referee's authentication", "Authentication by the referee"])
def test_a_whole_form_under_its_own_heading_is_found(read_page, heading):
    found = read_page(heading, *FORM)
    assert (found.referee_name, found.role, found.dated_on) == ("Dr Ida Holm", "Head of MR Physics", "2025-03-21")
    assert found.signed is True


@pytest.mark.parametrize(
    ("heading", "lines"),
    [("Authentication", FORM[:1]), ("Verified by", FORM), ("User authentication of the console", FORM)],
)
def test_half_a_form_and_other_headings_are_not(read_page, heading, lines):
    assert read_page(heading, *lines).present is False
