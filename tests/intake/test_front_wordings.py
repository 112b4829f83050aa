"""Names, dates and signatures in running text: sentences that go on in the next line, signatures by machine."""

import pytest

TITLE = "Experience Cross Reference Table"


def read(case, cover=(), statement=()):
    portfolio = case.drawn()
    portfolio.page(*cover, title="MR Safety Expert portfolio")
    portfolio.table(portfolio.page(title=TITLE), [("Sub-category", "Evidence"), *case.claims.items()], (90, 300))
    if statement:
        portfolio.page(*statement, title="Authentication by referee")
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    return case.read(portfolio)


@pytest.mark.parametrize(
    "cover",
    [
        (
            "I, Dr Una Vale, Senior Clinical Scientist (MRI) at Elmbridge Children's Hospital, apply",
            "for the certificate.",
        ),
        ("I, Dr Una Vale, Superintendent Radiographer, MRI at the Elmbridge Neurosciences Centre, apply for it.",),
    ],
)
def test_the_applicant_may_apply_in_a_sentence(case, cover):
    assert read(case, cover).applicant_name == "Dr Una Vale"


def test_a_date_of_submission_may_go_on_in_the_next_line(case):
    found = read(case, ("The evidence is my own work. Submitted on 20th", "July 2025."))
    assert str(found.submitted_on) == "2025-07-20"


@pytest.mark.parametrize("ending", [("Date: 11 February 2025",), ("Date: 11 February", "2025")])
@pytest.mark.parametrize("by", ["(electronic signature)", "[signed electronically]"])
def test_a_signature_by_machine_is_no_role(case, by, ending):
    first = f"Signed: Dr Anil Bose {by}, Head of Imaging Physics. {ending[0]}"
    found = read(case, statement=("I have read the portfolio of Dr Una Vale.", first, *ending[1:])).authentication
    assert (found.referee_name, found.role, found.dated_on) == ("Dr Anil Bose", "Head of Imaging Physics", "2025-02-11")


def test_stamps_may_count_in_roman_numerals(case):
    portfolio = case.drawn()
    numerals = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
    claims = dict(case.claims)
    for number in range(12, 0, -1):
        claims = {
            code: text.replace(f"Evidence {number}", f"Appendix {numerals[number - 1]}")
            for code, text in claims.items()
        }
    portfolio.table(portfolio.page(title=TITLE), [("Sub-category", "Evidence"), *claims.items()], (90, 300))
    for numeral in numerals:
        for _ in range(2):
            page = portfolio.page(
                "From: Una Vale", "To: Anil Bose", *["Text of the message, which has no heading."] * 9
            )
            page.insert_text((470, 36), f"Appendix {numeral}", fontsize=9)
    found = {item.id: (item.spans[0].first, item.spans[-1].last) for item in case.read(portfolio).evidence}
    assert found == {numeral: (2 * place + 2, 2 * place + 3) for place, numeral in enumerate(numerals)}
