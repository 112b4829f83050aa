"""The referee's authentication as letter, memo, e-mail, form, table, and beside the applicant's own."""

import dataclasses

import pytest

from mrse_assess.intake.front.person_names import as_name, person_in, same_person

CONFIRM = "I confirm that the contents of this portfolio are the applicant's own work."
WHO = ("Dr Ida Holm", "Head of MR Physics", "2025-03-21")


@pytest.fixture
def read_form(segments):
    def build(*lines, grid=None, inked=(), rows=False):
        made = segments.drawn()
        page = made.page(title="Experience Cross Reference Table")
        made.table(page, [("Sub-category", "Evidence"), *segments.claims.items()], (90, 300), padding=1, top=110)
        page = made.page()
        y = 80
        for line in lines:
            page.insert_text((60, y), line, fontsize=10)
            y += 18
        if grid is not None:
            made.table(page, grid, (440 / len(grid[0]),) * len(grid[0]), top=y + 10, style="ruled" if rows else "none")
        for number in range(1, 13):
            made.evidence(f"Evidence {number}", 1)
        reading = made.reading()
        pages = list(reading.pages)
        pages[1] = dataclasses.replace(pages[1], inked=inked)
        return segments.read(dataclasses.replace(reading, pages=tuple(pages))).authentication

    return build


def who(found):
    return (found.referee_name, found.role, found.dated_on)


FORMS = {
    "verified by, without colons": (
        *("Verification of contents", CONFIRM, "Verified by Dr Ida Holm", "Designation Head of MR Physics"),
        *("Signature", "Dated 21 March 2025"),
    ),
    "dashes": (
        *("Line manager's authentication", CONFIRM, "Line manager - Dr Ida Holm"),
        *("Job role - Head of MR Physics", "Signature -", "Date - 21/03/2025"),
    ),
    "lettered fields": (
        *("Referee authentication form", CONFIRM, "(a) Referee's full name: Dr Ida Holm"),
        *("(b) Relationship to the applicant: Colleague for six years", "(c) Post held: Head of MR Physics"),
        *("(d) Signature:", "(e) Date signed: 21.03.2025"),
    ),
    "memo": (
        *("Memorandum: authentication of portfolio", "From: Dr Ida Holm, Head of MR Physics", "To: the assessors"),
        *("Date: 21 March 2025", "Subject: Portfolio of Ms Una Vale", CONFIRM, "Signed:"),
    ),
    "e-mail": (
        *("Authentication", "From: Dr Ida Holm <ida.holm@elmbridge.invalid>", "To: assessors", "Date: 21 March 2025"),
        *(CONFIRM, "Kind regards", "Dr Ida Holm", "Head of MR Physics"),
    ),
    "in one line": ("Authentication", CONFIRM, "Authenticated by: Dr Ida Holm (Head of MR Physics)      21 March 2025"),
    "electronically": (
        *("Authentication", CONFIRM),
        "Electronically signed by Dr Ida Holm, Head of MR Physics on 21 March 2025",
    ),
    "a block without labels": (
        *("Statement of authenticity", CONFIRM, "Dr Ida Holm", "Head of MR Physics", "21 March 2025"),
    ),
    "on behalf": (
        *("Confirmation of own work", CONFIRM, "Signed: Dr Ida Holm, Head of MR Physics", "Date: Friday 21 March 2025"),
    ),
    "position first": (
        *("Referee's authentication", CONFIRM, "Position: Head of MR Physics", "Name: Dr Ida Holm"),
        *("Date: 21 / 03 / 2025", "Signature:"),
    ),
    "letter": (
        *("Authentication letter", "21st of March 2025", "To whom it may concern", "I have worked with Una Vale."),
        *(CONFIRM, "Yours sincerely", "Dr Ida Holm", "Head of MR Physics"),
    ),
    "the applicant's declaration above": (
        *("Declaration and authentication", "I declare that this portfolio is my own work."),
        *("Applicant: Ms Una Vale      13 January 2025", CONFIRM, "Referee: Dr Ida Holm"),
        *("Position: Head of MR Physics", "Signature:", "Date: 21 March 2025"),
    ),
}


@pytest.mark.parametrize(
    "words",
    [
        "I, Dr Ida Holm, Head of MR Physics, have known the applicant for six years. I",
        "I, Dr Ida Holm, Head of MR Physics, was the applicant's supervisor until May. I",
        "I, Dr Ida Holm, being the Head of MR Physics and have line managed the applicant, hereby",
    ],
)
def test_a_role_ends_where_the_sentence_goes_on(read_form, words):
    found = read_form("Referee's statement", f"{words} confirm that", "the work is theirs.", "Signed on 21 March 2025")
    assert who(found) == WHO


@pytest.mark.parametrize("form", FORMS)
def test_who_authenticates_is_read_from_every_form(read_form, form):
    assert who(read_form(*FORMS[form])) == WHO


@pytest.mark.parametrize("rows", [True, False])
def test_fields_may_stand_across_with_their_values_below(read_form, rows):
    grid = [("Referee", "Role", "Signature", "Date"), ("Dr Ida Holm", "Head of MR\nPhysics", "", "21/03/2025")]
    assert who(read_form("Authenticated by", CONFIRM, grid=grid, rows=rows)) == WHO


@pytest.mark.parametrize("rows", [True, False])
@pytest.mark.parametrize("first", ["applicant", "referee"])
def test_of_two_columns_the_referees_is_read(read_form, rows, first):
    own = ("Applicant", "Ms Una Vale", "Clinical Scientist", "", "13 January 2025")
    other = ("Referee", "Dr Ida Holm", "Head of MR Physics", "", "21 March 2025")
    columns = (own, other) if first == "applicant" else (other, own)
    grid = list(zip(("", "Name", "Position", "Signature", "Date"), *columns, strict=True))
    assert who(read_form("Signatures", CONFIRM, grid=grid, rows=rows)) == WHO


@pytest.mark.parametrize(("at", "signed"), [(220, None), (370, True)])
def test_a_signature_in_the_applicants_column_is_not_the_referees(read_form, at, signed):
    grid = [
        ("", "Applicant", "Referee"),
        ("Name", "Ms Una Vale", "Dr Ida Holm"),
        ("Signature", "", ""),
        ("Date", "13 January 2025", "21 March 2025"),
    ]
    found = read_form("Signatures", CONFIRM, grid=grid, inked=((at, 158, at + 70, 172),))
    assert (found.referee_name, found.signed) == ("Dr Ida Holm", signed)


def test_a_long_role_goes_on_in_the_next_line(read_form):
    grid = [
        ("Name", "Dr Ida Holm"),
        ("Position", "Consultant Clinical Scientist and\nline manager"),
        ("Date", "21/03/2025"),
    ]
    found = read_form("Authentication", CONFIRM, grid=grid)
    assert who(found) == ("Dr Ida Holm", "Consultant Clinical Scientist and line manager", "2025-03-21")


def test_an_empty_line_to_sign_on_is_no_signature(read_form):
    grid = [("Name", "Dr Ida Holm"), ("Signature", ""), ("Date", "21 March 2025")]
    assert read_form("Authentication", CONFIRM, grid=grid, rows=True).signed is False
    assert read_form("Authentication", CONFIRM, grid=grid).signed is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dr Ida Holm MSc CSci", "Dr Ida Holm MSc CSci"),
        ("Ida Holm, MSc, MIPEM", "Ida Holm, MSc, MIPEM"),
        ("Ida Holm BSc(Hons) PhD, Head of MRI", "Ida Holm BSc(Hons) PhD"),
        ("Dr Ida Holm, MRI Physicist", "Dr Ida Holm"),
        ("Mara Ng DCR(R)", "Mara Ng DCR(R)"),
        ("Ida McDonald", "Ida McDonald"),
        ("Mr Bryn de la Cour PhD MIPEM CSci", "Mr Bryn de la Cour PhD MIPEM CSci"),
        ("Head of MR Physics", None),
    ],
)
def test_letters_after_a_name_belong_to_it(text, name):
    assert as_name(text) == name


def test_a_line_may_name_person_role_and_date():
    assert person_in("Dr Ida Holm (Head of MR Physics), 21 March 2025") == WHO
    assert person_in("Dr Ida Holm") == ("Dr Ida Holm", None, None)
    assert person_in("the committee") is None


def test_letters_and_titles_do_not_make_another_person():
    assert same_person("Dr Ida Holm PhD", "Ida Holm, MSc")
    assert not same_person("Ida McDonald", "Ida Holm")
