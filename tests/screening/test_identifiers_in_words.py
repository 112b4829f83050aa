"""What has the form of a patient's number or date of birth in a sentence of a letter."""

import pytest

from mrse_assess.screening.checks.personal_data.in_words import identifiers_in


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The scan of 943 476 5919 was repeated.", "nhs_number"),
        ("The scan of 943\u00a0476\u00a05919 was repeated.", "nhs_number"),
        ("NHS number 943-476-5919", "nhs_number"),
        ("NHS number: 943 476 5918", "nhs_number"),  # copied wrongly, it still names somebody
        ("CHI number 0311563335", "chi_number"),
        ("The patient, born on 3 March 1956, was scanned.", "dob"),
        ("Date of birth: 03/03/1956", "dob"),
        ("Hospital number RX804613 stands on the page.", "hospital_number"),
        ("Patient ID 5182913", "hospital_number"),
    ],
)
def test_what_could_be_a_patients_is_told_by_its_kind(words: str, kind: str) -> None:
    assert kind in identifiers_in(words)


@pytest.mark.parametrize(
    "words",
    [
        "Item 7 (page 31 of Portfolio.pdf, page 2 of the item) is dated 3 March 2025.",
        "Please telephone 0161 496 0000.",
        "Please send the further evidence by 26 February 2027 to submissions@example.org.",
        "Satisfactory evidence was found in 11 of 16 sub-categories; at least 14 are needed, so 3 more.",
        "Letter EX-0001-1-A, record 5f1c9a27",
        "The number 1234567890 is counted up.",
    ],
)
def test_what_a_letter_says_of_itself_is_none(words: str) -> None:
    assert identifiers_in(words) == frozenset()
