"""The referee's authentication in the forms that people give it, and signatures that are somebody else's."""

import dataclasses

import pytest

STATEMENT = "I confirm that the contents of this portfolio are the applicant's own work."


@pytest.fixture
def built(segments):
    def build(*closing, before=(), where="after", inked=None, others=()):
        made = segments.drawn()
        made.page(*before, title="MR Safety Expert portfolio") if before else None
        page = made.page(title="Experience Cross Reference Table")
        end = made.table(page, [("Sub-category", "Evidence"), *segments.claims.items()], (90, 300), padding=2)
        if where == "page":
            page, end = made.page(), 60
        if where in {"after", "page"}:
            for number, line in enumerate(closing):
                page.insert_text((60, end + 30 + 16 * number), line, fontsize=10)
        at = len(made.pdf) - 1
        for number in range(1, 13):
            made.evidence(f"Evidence {number}", 1)
        if where == "end":
            made.page(*closing)
            at = len(made.pdf) - 1
        files = [made.reading()]
        if where == "file":
            letter = segments.drawn(file="Referee letter.pdf")
            letter.page(*closing)
            files, at = [*files, letter.reading()], 0
        if inked is not None:
            word = next(word for word in files[-1].pages[at].words if word.text == inked)
            box = (word.x0 + 60, word.y0 - 4, word.x0 + 160, word.y1 + 14)
            pages = list(files[-1].pages)
            pages[at] = dataclasses.replace(pages[at], inked=(box,))
            files[-1] = dataclasses.replace(files[-1], pages=tuple(pages))
        return segments.read(*files, *others)

    return build


def fields(portfolio):
    found = portfolio.authentication
    return (found.present, found.referee_name, found.role, found.dated_on, found.signed)


WHOLE = (True, "Dr Ida Holm", "Head of MR Physics", "2025-03-01", True)
FORMS = {
    "electronic signature": (
        ("Authentication", STATEMENT, "Signed electronically: Dr Ida Holm", "Head of MR Physics", "Date: 1 March 2025"),
        None,
    ),
    "signed by": (
        ("Authentication", STATEMENT, "Electronically signed by Dr Ida Holm", "Head of MR Physics", "1 March 2025"),
        None,
    ),
    "slashes": (
        (
            "Authentication",
            STATEMENT,
            "Name: Dr Ida Holm",
            "Position: Head of MR Physics",
            "Signature: /s/ Dr Ida Holm",
            "Date: 01/03/2025",
        ),
        None,
    ),
    "prose": (
        (
            "Referee's authentication",
            "I, Dr Ida Holm, Head of MR Physics, confirm that this portfolio is the applicant's",
            "own work.",
            "Signed",
            "Dated 1 March 2025",
        ),
        "Signed",
    ),
    "letter": (
        (
            "Authentication",
            "1 March 2025",
            "To the assessors",
            STATEMENT,
            "Yours faithfully,",
            "",
            "",
            "Dr Ida Holm",
            "Head of MR Physics",
            "Elmbridge General Hospital",
        ),
        "faithfully,",
    ),
    "role after the name": (
        (
            "Authentication by referee",
            STATEMENT,
            "Name: Dr Ida Holm, Head of MR Physics",
            "Signed",
            "Date: 1 March 2025",
        ),
        "Signed",
    ),
    "role under the name": (
        (
            "Authentication by referee",
            STATEMENT,
            "Name: Dr Ida Holm",
            "Head of MR Physics",
            "Signed",
            "Date: 1 March 2025",
        ),
        "Signed",
    ),
    "fields of the referee": (
        (
            "Referee",
            STATEMENT,
            "Referee's name: Dr Ida Holm",
            "Referee's position: Head of MR Physics",
            "Referee's signature: I. Holm",
            "Date of signature: 1 March 2025",
        ),
        None,
    ),
}


@pytest.mark.parametrize("where", ["after", "page", "end", "file"])
@pytest.mark.parametrize("form", FORMS)
def test_a_referee_may_say_it_in_any_form_and_place(built, form, where):
    lines, inked = FORMS[form]
    assert fields(built(*lines, inked=inked, where=where)) == WHOLE


def test_the_fields_may_be_a_drawn_table(segments):
    made = segments.drawn()
    page = made.page(title="Experience Cross Reference Table")
    made.table(page, [("Sub-category", "Evidence"), *segments.claims.items()], (90, 300), padding=2)
    page = made.page(STATEMENT, title="Authentication by referee")
    rows = [
        ("Name", "Dr Ida Holm"),
        ("Position", "Head of MR Physics"),
        ("Date", "1 March 2025"),
        ("Signature", "/s/ Dr Ida Holm"),
    ]
    made.table(page, rows, (120, 250), top=160)
    for number in range(1, 13):
        made.evidence(f"Evidence {number}", 1)
    assert fields(segments.read(made)) == WHOLE


def test_a_form_with_neither_signature_nor_date_is_unsigned(built):
    found = built(
        "Authentication by referee", STATEMENT, "Name: Dr Ida Holm", "Position: Head of MR Physics", "Signature", "Date"
    )
    assert fields(found) == (True, "Dr Ida Holm", "Head of MR Physics", None, False)
    assert any(problem.code == "authentication-unsigned" for problem in found.problems)


def test_the_applicants_own_statement_on_another_page_is_no_authentication(built):
    found = built(
        "Authentication",
        "I confirm that this portfolio is a true account.",
        "Name: Dr Wren Okafor",
        "Position: Physicist",
        "Signature: W. Okafor",
        "Date: 1 March 2025",
        before=("Applicant: Dr Wren Okafor",),
    )
    assert found.authentication.present is False
    assert any(problem.code == "authentication-by-applicant" for problem in found.problems)
    assert {each.referee_name for each in found.authentications} == {"Dr Wren Okafor"}


def test_of_two_referees_the_one_who_authenticates_is_named_and_the_other_said(built):
    found = built(
        "Referee",
        "Name: Mr Otto Lind",
        "Position: Radiographer",
        "Authentication by referee",
        STATEMENT,
        "Name: Dr Ida Holm",
        "Position: Head of MR Physics",
        "Signature: I. Holm",
        "Date: 1 March 2025",
    )
    assert fields(found) == WHOLE


@pytest.mark.parametrize(
    ("submitted", "codes"),
    [
        ("14 March 2025", set()),
        ("14 February 2025", {"authentication-after-submission"}),
        ("14 March 2027", {"authentication-old"}),
    ],
)
def test_a_date_that_does_not_go_with_the_submission_is_said(built, submitted, codes):
    lines, inked = FORMS["slashes"]
    found = built(*lines, inked=inked, before=("Applicant: Dr Wren Okafor", f"Date of submission: {submitted}"))
    dated = {"authentication-after-submission", "authentication-old"}
    assert {problem.code for problem in found.problems} & dated == codes
