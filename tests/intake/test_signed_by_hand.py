"""A signature drawn in strokes below its label; statements in the third person; headings that people give them."""

import dataclasses

import pytest

from mrse_assess.model.pages import Drawn as Shape

LINES = ("Signed:", "", "", "", "Print name: Dr Ida Holm", "Position held: Head of MR Physics", "Date: 1 March 2025")
STROKES = ((64, 30), (88, 36), (112, 28), (136, 34))  # left edge and height below the label of strokes that touch


@pytest.fixture
def built(segments):
    def build(*closing, heading="Authentication by referee", shapes=(), typed=False):
        made = segments.drawn()
        page = made.page(title="Experience Cross Reference Table")
        end = made.table(page, [("Sub-category", "Evidence"), *segments.claims.items()], (90, 300), padding=2)
        for number, line in enumerate((heading, "The evidence listed is the applicant's own work.", *closing)):
            page.insert_text((60, end + 30 + 15 * number), line, fontsize=10)
        for number in range(1, 13):
            made.evidence(f"Evidence {number}", 1)
        read = made.reading()
        label = next((word for word in read.pages[0].words if word.text == "Signed:"), None)
        drawn = [
            Shape(x, label.y0 + down, x + 25, label.y0 + down + 16, 0, filled)
            for x, down, filled in shapes
            if label is not None
        ]
        pages = (dataclasses.replace(read.pages[0], drawn=tuple(drawn)), *read.pages[1:])
        return segments.read(dataclasses.replace(read, pages=pages)).authentication

    return build


def test_strokes_below_the_label_are_a_signature(built):
    found = built(*LINES, shapes=[(x, down - 6, False) for x, down in STROKES])
    assert (found.referee_name, found.role, found.signed) == ("Dr Ida Holm", "Head of MR Physics", True)


@pytest.mark.parametrize(
    "shapes", [(), [(x, down, True) for x, down in STROKES], [(64, 30, False)], [(x, 160, False) for x, _ in STROKES]]
)
def test_areas_single_strokes_and_what_is_drawn_elsewhere_are_none(built, shapes):
    small = [(x, down, filled) for x, down, filled in shapes]
    assert built(*LINES, shapes=small).signed is not (True if len(small) != 1 else None)


@pytest.mark.parametrize(
    "heading",
    ["Verification by line manager", "Endorsement by supervisor", "Attestation of the manager", "Witness statement"],
)
def test_a_statement_may_have_other_headings(built, heading):
    found = built("Name: Dr Ida Holm", "Role: Head of MR Physics", "Date: 1 March 2025", heading=heading)
    assert (found.present, found.referee_name, found.dated_on) == (True, "Dr Ida Holm", "2025-03-01")


@pytest.mark.parametrize(
    "statement",
    [
        "Dr Ida Holm (Head of MR Physics) has read this portfolio and confirms that it is the applicant's.",
        "Dr Ida Holm, Head of MR Physics, confirms that this portfolio is the applicant's work.",
    ],
)
def test_a_statement_may_speak_in_the_third_person(built, statement):
    found = built(statement, "Signed electronically by Dr Ida Holm, Sunday 2 March 2025.", "Page 2")
    assert (found.referee_name, found.role) == ("Dr Ida Holm", "Head of MR Physics")
    assert (found.dated_on, found.signed) == ("2025-03-02", True)


def test_a_name_stands_at_the_head_of_a_page_that_says_more(segments):
    made = segments.drawn()
    made.page(
        "Dr Una Vale, BSc (Hons)",
        "Clinical Scientist (MR)",
        "Elmbridge Hospital",
        "Contents",
        *(f"Evidence {number} Work on the subject of number {number} with many more words" for number in range(1, 13)),
        title="MR Safety Expert portfolio",
    )
    segments.with_table(made, segments.claims)
    for number in range(1, 13):
        made.evidence(f"Evidence {number}", 1)
    assert segments.read(made).applicant_name.startswith("Dr Una Vale")


def test_a_numbered_front_file_is_looked_at_for_the_name(segments):
    front = segments.drawn(file="01 Contents.pdf")
    front.page("This portfolio is submitted by Dr Una Vale, Clinical Scientist.", "Submitted: 18 August 2025")
    table = segments.front(file="02 Experience Cross Reference Table.pdf")
    files = [segments.drawn(file=f"Evidence {number}.pdf") for number in range(1, 13)]
    for file in files:
        file.page("Text of the work itself.")
    found = segments.read(front, table, *files)
    assert (found.applicant_name, str(found.submitted_on)) == ("Dr Una Vale", "2025-08-18")
