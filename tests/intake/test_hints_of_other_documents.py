"""Places that are no item's: of guidelines and standards; and numbers of places said in words."""

import pytest

from mrse_assess.intake.cells.references import Known, read_cell

KNOWN = Known(ids=frozenset(map(str, range(1, 13))), codes=frozenset({"1.1", "2.1", "4.1"}))


@pytest.mark.parametrize(
    "text",
    [
        "E7 (MHRA 2021, section 4.11.4)",
        "E7, MHRA v4.3 sect 4.11",
        "E7; MHRA guidelines (2015) p. 34",
        "E7 - DB2007(03) section 2.3",
        "E7 complies with clause 8.1 of ISO 45001",
        "E7, table 3 of the MHRA guidelines",
        "E7, cites the MHRA\nguidelines of 2021,\nsection 4.9",
        "E7; IEC 60601-2-33 clause 201.7",
        "E7 (HSE L108 para 3)",
        "E7; Health and Safety at Work Act, section 2",
    ],
)
def test_a_place_in_a_guideline_is_none_of_the_item(text):
    (reference,) = read_cell(text, KNOWN).references
    assert (reference.evidence_id, reference.page_hint, reference.section_hint) == ("7", None, None)


@pytest.mark.parametrize("text", ["E7; local rules v2.3", "E7 (policy, version 4)", "E7, SOP Rev. 3"])
def test_the_number_of_a_version_names_nothing(text):
    (reference,) = read_cell(text, KNOWN).references
    assert (reference.evidence_id, reference.page_hint, reference.section_hint) == ("7", None, None)


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("E7 section 4, cites MHRA", "4"),
        ("MHRA compliance review, E7 section 4", "4"),
        ("E7, MHRA compliance audit, section 4", "4"),
    ],
)
def test_a_guideline_in_other_words_takes_no_hint_away(text, section):
    (reference,) = read_cell(text, KNOWN).references
    assert reference.section_hint == section


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("E7 row three", "row 3"),
        ("the third row of E7", "row 3"),
        ("E7, 2nd table", "table 2"),
        ("E7 section two", "2"),
        ("E7, first step", "step 1"),
    ],
)
def test_numbers_said_in_words_are_places_too(text, section):
    (reference,) = read_cell(text, KNOWN).references
    assert (reference.evidence_id, reference.section_hint) == ("7", section)
