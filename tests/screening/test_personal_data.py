"""Personal data of patients: what is found, what is not, what cannot be seen; and never a value in what is said."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.intake.text.lines import file_lines
from mrse_assess.model.facts import FileFacts, Hidden, Photo
from mrse_assess.screening.checks.personal_data.numbers import is_made_up, passes
from mrse_assess.terms import Likelihood, Look, TextSource

NUMBER = "999 123 4578"
WRONG = "999 123 4571"
CHI = "310456 1206"


def found(check, built):
    """The kinds of concerns, each with its likelihood."""
    return {
        (each.kind, str(each.likelihood))
        for each in check("personal_data", built).observations
        if each.outcome is Look.CONCERN
    }


def not_checkable(check, built):
    return {each.kind for each in check("personal_data", built).observations if each.outcome is Look.NOT_CHECKABLE}


def looked_into(*files, **more):
    return {file: FileFacts(file=file, **more) for file in files}


FIRES = {
    f"NHS number: {NUMBER}": "nhs_number",
    f"Subject: MRI safety query, NHS {NUMBER}": "nhs_number",
    f"Please see the request for {NUMBER} (NHS) on the list": "nhs_number",
    f"Name\tNHS No.\tWard\nred\t{NUMBER}\tseven\nblue\t{NUMBER}\tnine": "nhs_number",
    f"at the door. CHI No. {CHI}. After that": "chi_number",
    "DOB: 12/03/1956": "dob",
    "D.O.B. 1 April 1961": "dob",
    "Date of birth (dd/mm/yyyy): 12.03.1956": "dob",
    "The patient, born on the 3rd of May 1948, has a pump": "dob",
    "Patient name: THORNQUILL, Ada": "patient_name",
    "Name of patient: OWLERTON, Jasper. The lead for the list asked.": "patient_name",
    "Re: Ada Thornquill, inpatient on ward 7": "patient_name",
    "The patient, Ada Thornquill, was asked about it": "patient_name",
    "We scanned Mrs E Padbury on the Tuesday list": "patient_name",
    "Mrs Padbury's pacemaker was looked up": "patient_name",
    "MRI is wanted for Mrs Elowen Padbury. The maker has closed": "patient_name",
    "came through the inner door with Ms Elowen Padbury (62 y). It moved": "patient_name",
    "Mr Rowan Padbury: old neurostimulator, battery flat": "patient_name",
    "Surname: Thornquill\nDOB: 12/03/1956": "patient_name",
    "Hospital No: RX1234067": "hospital_number",
    "MRN 4829055": "hospital_number",
    "Patient ID\tField\nM-12945-6\t1.5 T": "hospital_number",
}
SILENT = (
    "NHS number: [removed]",
    "NHS No: XXX XXX XXXX",
    f"Serial number {NUMBER}",
    f"Order {NUMBER.replace(' ', '')}",
    "Reference 4812345678",
    "Call the MR office on 020 7946 0123, extension 2211",
    "Telephone 01632 960123 or 07700 900123",
    "GMC 7153421, HCPC registration CS14215, IRAS 281542, grant MR/T01821/1",
    "DOB: redacted",
    "The form asks for name, date of birth and hospital number",
    "Date of birth is asked for on 12 May 2023",
    "Born on 12 May 1970, he wrote on magnets",
    "Patient: female, in her sixties",
    "Patient: TEST, PHANTOM",
    "Patient name: ____________",
    "Patient Safety Lead: Jane Example",
    "Mr Rowan Quennell and Ms Ada Wynstay were at the meeting. The pump was put on the agenda",
    "The pacemaker list is kept by Mr Rowan Quennell, cardiac physiologist",
    "Mr Rowan Quennell: order the new coil, ask for a quotation",
    "Mr Rowan Quennell: pacemaker policy to be sent round",
    "Mr Padbury and Mrs Quennell looked at the bore of the magnet",
    "Professor Rowan Quennell was consulted as the neurosurgeon",
    "Mr Rowan Quennell, consultant neurosurgeon, was asked about the implant",
    "With thanks to Tamsin Wynstay, senior radiographer",
    "Mrs Wynstay had a question about the minutes",
    "Subject: Quench Pipe",
    "Hospital number: *******",
    "Hospital number 020 7946 0123",
    "Hospital number 01632960123",
    "Phantom ID 00012312",
    "Unit number 4",
    "Manufactured 14/03/2019, lot 120",
)


@pytest.mark.parametrize(("text", "kind"), FIRES.items())
def test_what_names_a_patient_is_likely(check, material, text, kind):
    assert (kind, "likely") in found(check, material({"1": text}))


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_it_is_no_finding(check, material, text):
    assert not found(check, material({"1": text}))


@pytest.mark.parametrize("text", [*FIRES])
def test_no_value_is_in_anything_that_is_said(check, material, text):
    for each in check("personal_data", material({"1": text})).observations:
        assert all(place.quote is None for place in each.places)
        said = f"{each.title} {each.detail}"
        assert not any(word in said for word in ("999", "310456", "Thornquill", "Padbury", "1956", "4829055"))


def test_a_number_with_a_wrong_check_digit_is_possible_where_its_label_says_so(check, material):
    assert found(check, material({"1": f"NHS number: {WRONG}"})) == {("nhs_number", "possible")}
    assert not found(check, material({"1": f"see {WRONG} for more"}))


def test_a_number_without_a_label_is_possible_only_in_the_groups_of_such_numbers(check, material):
    assert found(check, material({"1": f"put aside {NUMBER} until later"})) == {("nhs_number", "possible")}
    assert not found(check, material({"1": f"put aside {NUMBER.replace(' ', '')} until later"}))


def test_a_name_beside_a_day_long_ago_is_possible_where_patients_are_spoken_of(check, material):
    assert ("patient_name", "possible") in found(
        check, material({"1": "Seen on the ward: Ada Thornquill (12/03/1956), implant card shown"})
    )


@pytest.mark.parametrize("lead", ["", "3 May 2023\t", "Event 7\tCoil\t"])
def test_a_name_in_full_in_the_account_of_a_case_is_possible(check, material, lead):
    text = f"{lead}Coil cable of Mr Rowan Padbury lay in a loop; felt warm after the third sequence"
    assert found(check, material({"1": text})) == {("patient_name", "possible")}


@pytest.mark.parametrize(
    "text",
    [
        "Arrest drill with the new trolley: 38 s, with Ms Rowan Padbury and four staff",
        "Rehearsal of the rescue with Mrs Rowan Padbury on the wheelchair, twice",
        "Exercise: Mr Rowan Padbury brought the oxygen cylinder to the door",
        "Mr Rowan Padbury and two colleagues tried the non-ferrous trolley",
        "Training in the use of the pump by Ms Rowan Padbury",
    ],
)
def test_who_rehearses_a_case_is_no_patient(check, material, text):
    assert not found(check, material({"1": text}))


@pytest.mark.parametrize(
    "text",
    [
        "From:\nMs Rowan Padbury\nSubject:\nCochlear implant, brain MR",
        "From: Ms Rowan Padbury\nSubject: pacemaker before Thursday",
        "arm and bore on both sides\nMr Rowan Padbury\naudit 40/40",
        "3 Check after the table is in: the bore\tMr Rowan Padbury\taudit 40/40",
        "the implant sheet is for the C4 only.\nMr Rowan Padbury\nWest Tarn Hospital",
    ],
)
def test_a_name_in_a_field_or_a_cell_beside_words_of_a_case_is_no_patients(check, material, text):
    assert not found(check, material({"1": text}))


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Padbury rang afterwards to say that the patch had gone; her record is under WX556325.",
        "Mr Padbury wrote to thank us, and his notes are filed as K482957.",
        "Ms Padbury asked about it twice. Her hospital file: 4829055.",
    ],
)
def test_a_person_whose_record_has_a_number_is_a_patient(check, material, text):
    assert {kind for kind, _ in found(check, material({"1": text}))} == {"hospital_number", "patient_name"}


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Padbury rang to say that her order is under WX556325.",
        "Mr Padbury wrote that his incident is recorded as 482957.",
        "Ms Padbury has her own file of risk assessments, RA-2023-04.",
    ],
)
def test_other_numbers_of_a_person_make_no_patient(check, material, text):
    assert not found(check, material({"1": text}))


@pytest.mark.parametrize(
    "text",
    [
        "Subject: XXXXXX XXXXXXXXX DOB: XX/XX/XXXX NHS: XXX XXX XXXX",
        "Patient name: Xxxxxx Xxxxxxx, ward seven",
        "Patient: AAAA BBBBBB",
    ],
)
def test_a_name_that_was_masked_letter_by_letter_is_none(check, material, text):
    assert "patient_name" not in {kind for kind, _ in found(check, material({"1": text}))}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("PADBURY, Rowan 5353040A 25-DEC-1998", {"patient_name", "hospital_number"}),
        ("The request reads: PADBURY-REEVE, Rowan, RXK7155570, MRI knee.", {"patient_name", "hospital_number"}),
        (f"Case\tWho\tNumber\n1\tPADBURY, Rowan\t{NUMBER.replace(' ', '')}\tscanned", {"patient_name", "nhs_number"}),
    ],
)
def test_a_surname_in_capitals_with_a_forename_and_a_number_is_a_patients(check, material, text, kinds):
    assert {kind for kind, _ in found(check, material({"1": text}))} >= kinds


@pytest.mark.parametrize(
    "text",
    [
        "PADBURY, Rowan 01632 960175",
        "PADBURY, Rowan 20230412",
        "Order: COILS, Head 482957",
        "PADBURY, Rowan (HCPC 482957)",
    ],
)
def test_other_numbers_behind_such_a_name_make_no_patient(check, material, text):
    assert not found(check, material({"1": text, "2": "The coils for the head were counted."}))


@pytest.mark.parametrize(
    "text",
    [
        "Mr Padbury-Reeve is 1.58 m tall. With the knee at the isocentre the can is outside.",
        "Mr Padbury is coming for a spine on Thursday and the leaflet talks about gauss per cm.",
        "You may remember Miss Padbury, whom we scanned last spring with the same lead.",
        "Miss Padbury has an Ostara hypoglossal stimulator, label says 1.5 only.",
    ],
)
def test_what_is_said_of_whoever_is_scanned_makes_a_patient(check, material, text):
    assert {kind for kind, _ in found(check, material({"1": text}))} == {"patient_name"}


def test_a_word_that_the_portfolio_writes_small_is_no_name(check, material):
    text = "Patient: Implanted Pumps\nPatients with implanted pumps wait."
    assert not found(check, material({"1": text}))


def test_a_day_after_the_submission_is_no_birth_date(check, material):
    built = material({"1": "DOB: 12/03/2031"}, submitted_on=date(2026, 6, 1))
    assert not found(check, built)


def test_each_finding_says_its_page_and_box(check, material):
    built = material({"1": ["nothing here", f"a line\nNHS number: {NUMBER}"]})
    seen = next(each for each in check("personal_data", built).observations if each.kind == "nhs_number")
    assert [(place.file, place.page) for place in seen.places] == [("1.pdf", 2)]
    assert seen.places[0].box[1] == 74.0
    assert seen.evidence_id == "1"
    assert seen.likelihood is Likelihood.LIKELY


def test_an_item_with_nothing_is_clear_once_it_was_wholly_looked_at(check, material):
    built = material({"1": "The door closes."}, facts=looked_into("1.pdf"))
    assert [(each.kind, each.outcome) for each in check("personal_data", built).observations] == [("none", Look.CLEAR)]


def test_pages_that_nobody_read_are_not_checkable(check, material):
    built = material({"1": ["The door closes.", ""]}, unseen=["1"], facts=looked_into("1.pdf"))
    assert not_checkable(check, built) == {"unread"}


def test_a_file_that_was_not_looked_into_is_not_checkable(check, material):
    assert not_checkable(check, material({"1": "The door closes."})) == {"not_looked_into"}
    facts = looked_into("1.pdf", unseen=frozenset({"hidden"}))
    assert not_checkable(check, material({"1": "The door closes."}, facts=facts)) == {"not_looked_into"}


def with_page(built, **changes):
    """The material with its first page otherwise."""
    reading = built.files[0].reading
    pages = (replace(reading.pages[0], **changes), *reading.pages[1:])
    return replace(built, files=(file_lines(replace(reading, pages=pages)), *built.files[1:]))


def test_a_picture_beside_words_that_nobody_read_is_not_checkable(check, material):
    built = material({"1": "The door closes."}, facts=looked_into("1.pdf"))
    assert not_checkable(check, with_page(built, picture_share=0.3)) == {"pictures_unread"}
    assert not not_checkable(check, with_page(built, picture_share=0.01))


def test_a_console_s_corner_is_an_overlay_where_words_were_recognised(check, material):
    built = material({"1": "THORNQUILL^ADA\nID H123456\nTR 400"})
    assert ("overlay", "likely") in found(check, with_page(built, text_source=TextSource.RECOGNISED))
    assert not any(kind == "overlay" for kind, _ in found(check, built))


@pytest.mark.parametrize("text", ["TEST^PHANTOM\nID QA", "ANONYMOUS\nPHANTOM\nTR 400", "VOLUNTEER\nVOL"])
def test_an_anonymous_picture_is_no_overlay(check, material, text):
    assert not found(check, with_page(material({"1": text}), text_source=TextSource.RECOGNISED))


CARRIED = {
    "exif_gps": {"photos": (Photo(1, True, "", False),)},
    "hidden_text": {"hidden": (Hidden(1, "paper_coloured", 7),)},
    "revision": {"revisions": 1},
    "metadata": {"properties": {"title": "Scan of Mr I Penstemon, 26 November 1957"}},
}
HARMLESS = (
    {"photos": (Photo(1, False, "2023-05-02", True),)},
    {"hidden": (Hidden(1, "invisible", 1),)},
    {"properties": {"title": "Minutes of the MR safety group 12/03/2024", "author": "Rowan Quennell"}},
)


@pytest.mark.parametrize(("kind", "carried"), CARRIED.items())
def test_what_the_file_carries_is_found(check, material, kind, carried):
    facts = {"1.pdf": FileFacts(file="1.pdf", **carried)}
    assert kind in {each for each, _ in found(check, material({"1": "The door closes."}, facts=facts))}


@pytest.mark.parametrize("carried", HARMLESS)
def test_what_a_file_may_carry_is_no_finding(check, material, carried):
    facts = {"1.pdf": FileFacts(file="1.pdf", **carried)}
    assert not found(check, material({"1": "The door closes."}, facts=facts))


def test_a_file_s_name_may_name_a_patient(check, material):
    assert ("file_name", "possible") in found(check, material({"9991234578": "The door closes."}))


def test_a_page_of_no_item_is_told_of_without_one(check, material):
    built = material({"1": "The door closes.", "2": f"NHS number: {NUMBER}"})
    built = replace(built, portfolio=replace(built.portfolio, evidence=built.portfolio.evidence[:1]))
    seen = next(each for each in check("personal_data", built).observations if each.kind == "nhs_number")
    assert seen.evidence_id is None


@given(st.integers(0, 10**9 - 1))
@settings(max_examples=60, deadline=None)
def test_at_most_one_last_digit_passes(nine):
    assert sum(passes(f"{nine:09d}{last}") for last in range(10)) <= 1


def test_digits_that_only_fill_a_place_are_told():
    assert is_made_up("0000000000")
    assert is_made_up("1234567890")
    assert not is_made_up("9991234578")


def test_a_page_of_nothing_but_labels_takes_no_longer_than_it_may(check, material):
    text = "\n".join(["Patient Name DOB NHS number Re: Mr A"] * 700)
    assert check("personal_data", material({"1": text})).observations
