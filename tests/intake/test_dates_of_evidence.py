"""The date of submission beside dates of what the table refers to."""

from datetime import date


def test_the_date_of_an_e_mail_in_the_table_is_not_that_of_submission(segments):
    portfolio = segments.drawn()
    portfolio.page("Applicant: Ms Una Vale", "Date: 24.06.2025", title="Portfolio for the MRSE certificate")
    portfolio = segments.with_table(portfolio, {**segments.claims, "1.1": "Evidence 1, email dated 25 October 2024"})
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", 1, "Work")
    assert segments.read(portfolio).submitted_on == date(2025, 6, 24)
