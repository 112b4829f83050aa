"""What real portfolios carry of patients, from referrals to headers of pictures; and what only looks like it."""

from dataclasses import replace

import pytest

from mrse_assess.intake.text.lines import file_lines
from mrse_assess.model.facts import FileFacts
from mrse_assess.model.portfolio import Authentication
from mrse_assess.terms import Look, TextSource

NUMBER = "999 123 4578"
NORTHERN = "320 000 0007"


def found(check, built):
    """The kinds of concerns."""
    return {each.kind for each in check("personal_data", built).observations if each.outcome is Look.CONCERN}


def recognised(built):
    """The material with its words read off pictures."""
    reading = built.files[0].reading
    pages = tuple(replace(page, text_source=TextSource.RECOGNISED) for page in reading.pages)
    return replace(built, files=(file_lines(replace(reading, pages=pages)),))


REFERRALS = {
    "RE: Mrs Joan Padbury, 14 Acacia Road, Tarnmoor TM5 2TR\nDiagnosis: heart block": "patient_name",
    "Subject: FW: Joan Padbury K482957 MRI request": "patient_name",
    "Dear Mrs Padbury\nYour MRI appointment is on Tuesday 4 May 2023 at 10:15.": "patient_name",
    "a gentleman called Jasper Owlerton has been referred for MRI": "patient_name",
    "Patient's address: 14 Acacia Road, Tarnmoor TM5 2TR": "contact",
    "Home address: 14 Acacia Road, Tarnmoor\nDOB: 12/03/1956": "contact",
    "Next of kin: Joan Padbury (wife)": "patient_name",
}
SENTENCES = {
    "This is about Mrs Joan Padbury, who is on the list on Friday.": "patient_name",
    "Mrs Joan Padbury attended for the scan and said afterwards that one arm felt warm.": "patient_name",
    "Mr Owlerton squeezed the bulb twice and was brought out of the bore.": "patient_name",
    "Mr Owlerton (72 years old) has an ICD in situ.": "patient_name",
    "I rang Mrs Padbury at home to ask about her stent.": "patient_name",
    "Thank you for asking about Mrs Joan Padbury. She has a cochlear implant.": "patient_name",
    "Spoke to Mr Owlerton's GP about the date of the implant.": "patient_name",
    "Jasper Owlerton, a 72-year-old man with a loop recorder, is waiting for MRI.": "patient_name",
    "Jasper Owlerton's pacemaker was put in abroad in 2014.": "patient_name",
    "Pt Jasper Owlerton had a stent": "patient_name",
    "Case 4: JO, 72M, pacemaker, Tarnmoor Infirmary": "initials",
    "Initials: J.O.  Age: 72  Sex: M  Hospital: Tarnmoor Infirmary": "initials",
}
FORMS = {
    "|09:00|OWLERTON, Jasper|M|12/03/1946|MRI L spine": "patient_name",
    "Name of person affected: Jasper Owlerton\nLocation: MRI 2": "patient_name",
    "Patient signature: Jasper Owlerton": "patient_name",
    "Name of parent or guardian: Joan Padbury": "patient_name",
    "Name: Jasper Owlerton\nWeight: 81 kg\nDo you have a pacemaker? YES / NO": "patient_name",
    "(0010,0030) DA [19460312] # 8, 1 PatientBirthDate": "dob",
    "(0010,0020) LO [K482957] # 8, 1 PatientID": "hospital_number",
}
NUMBERED = {
    f"Hi Bo, Mrs Joan Padbury, NHS no. {NUMBER}, DOB 03/11/1954, has an implant": "patient_name",
    "Mrs Joan Padbury, DOB 03/11/1954: see the form.": "patient_name",
}
NUMBERS = {
    f"HSC number: {NORTHERN}": "nhs_number",
    f"The patient ({NORTHERN}) was told": "nhs_number",
    f"NHS/{NUMBER}": "nhs_number",
    "CHI: 2902461206": "chi_number",
    "The patient (K482957) had a lead.": "hospital_number",
    "pt 4829055 had an ICD": "hospital_number",
    "Hosp K482957": "hospital_number",
    "Hospital No. 48-29-055": "hospital_number",
    "Hospital no. 440491; see the form.": "hospital_number",
    "Patient Hospital Number: R1A482957": "hospital_number",
}
BIRTHS = (
    "DOB 12031946",
    "DOB 12 03 1946",
    "DOB | 1 2 | 0 3 | 1 9 4 6",
    "Age/DOB: 77 / 12.03.46",
    "Birth: 12/03/1946",
    "her date of birth, which is 12 March 1946, was wrong on the form",
    "The date of birth was given as 12/03/1946.",
    "Date of birth (as on the card) 12/03/1946",
    "Patient AT (12/03/1946) had a stent",
    "Patient (12/03/46, 77 yrs) has a stent",
)
SILENT = (
    "Mr Hurst attended for the audit and the fire drill.",
    "Mr Hurst is on the list for training.",
    "Mr Hurst felt a change was needed.",
    "Mr Hurst was brought in to advise.",
    "Mr Hurst is due for a badge.",
    "Mr Hurst swiped his card.",
    "Mr Quennell asked for an MRI of his patient with a stent.",
    "Mr Quennell's patient has a stent.",
    "Mr Hurst has a pacemaker programmer in his office.",
    "Mr Hurst squeezed the bulb of the phantom to test the alarm",
    "Mrs Wynstay booked the patient with a stent",
    "Bo Hurst's pacemaker clinic is on Mondays.",
    "Injured person: Bo Hurst (radiographer)",
    "Name: Bo Hurst\nPosition: Physicist\nDo you have a pacemaker? YES / NO\nHave you had an operation?",
    "Name: Bo Hurst\nVolunteer of the study\nDo you have a pacemaker? YES / NO\nHave you had an operation?",
    "Home address: 14 Acacia Road, Tarnmoor TM5 2TR",
    "Case 4: GE, 72M, patient coil",
    "PatientName (removed)\nHazard Chance Harm",
    "(0010,0010) PN [PHANTOM^QA] # 10, 1 PatientName",
    "(0018,1000) LO [4829055] # 8, 1 DeviceSerialNumber",
    "Subject: Risk assessment before a scan, Tremora DBS ward system",
    "Re: Boston Scientific stimulator, ward enquiry",
    "patient 20230312 dataset",
    "patient 1000000 images",
    "patient leaflet PL48290",
    "GTIN 999 123 4578 on the box",
    "HCPC registration RA12345, GMC 7153421",
    "The hospital was opened on 12 March 1966 and treats patients.",
    "Patient leaflet (12/03/1996)",
)
MISREAD = {
    "D0B: 12/03/1946": "dob",
    "DOB: 12/O3/1946": "dob",
    "DOB: l2/03/1946": "dob",
    "NHS No. 999 l23 4578": "nhs_number",
}


@pytest.mark.parametrize(("text", "kind"), (REFERRALS | SENTENCES | FORMS | NUMBERED | NUMBERS).items())
def test_what_names_a_patient_is_found(check, material, text, kind):
    assert kind in found(check, material({"1": text}))


@pytest.mark.parametrize("text", BIRTHS)
def test_a_birth_date_is_found_however_it_is_written(check, material, text):
    assert "dob" in found(check, material({"1": text}))


@pytest.mark.parametrize("text", SILENT)
def test_staff_devices_and_empty_forms_are_no_finding(check, material, text):
    assert not found(check, material({"1": text}))


@pytest.mark.parametrize(("text", "kind"), MISREAD.items())
def test_letters_that_recognition_read_for_digits_are_read_as_such(check, material, text, kind):
    built = material({"1": text})
    assert found(check, recognised(built))
    assert kind not in found(check, built)


def test_the_applicant_and_the_referee_are_no_patients(check, material):
    text = "Mrs Ada Example was scanned for the test.\nMr Jasper Owlerton was scanned too."
    built = material({"1": text}, applicant="Ada Example")
    referee = Authentication(present=True, referee_name="Jasper Owlerton")
    assert "patient_name" in found(check, built)
    built = replace(built, portfolio=replace(built.portfolio, authentication=referee))
    assert not found(check, built)


def test_whose_home_an_address_is_cannot_be_seen_without_a_patient_beside_it(check, material):
    text = "14 Acacia Road, Tarnmoor TM5 2TR, telephone 07700 900123"
    assert not found(check, material({"1": text}))


def test_initials_alone_cannot_be_told_from_staffs(check, material):
    assert not found(check, material({"1": "JO was scanned at 1.5 T, the patient felt nothing."}))


@pytest.mark.parametrize("name", ["MRN 4829055", "Owlerton J 12-03-1946"])
def test_a_file_name_with_a_number_or_a_birth_date_names_a_patient(check, material, name):
    assert "file_name" in found(check, material({name: "The door closes."}))


@pytest.mark.parametrize("name", ["Minutes 12-03-2024", "Order 4829055", "Item 7 v2 12-03-2024"])
def test_a_file_name_with_a_day_of_work_or_an_order_names_nobody(check, material, name):
    assert not found(check, material({name: "The door closes."}))


def test_the_subject_of_a_files_own_data_may_name_a_patient(check, material):
    carried = FileFacts(file="1.pdf", properties={"subject": f"Joan Padbury, NHS {NUMBER}"})
    assert "metadata" in found(check, material({"1": "The door closes."}, facts={"1.pdf": carried}))


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Reply about Rowan Padbury WX774004", True),
        ("Reply regarding Rowan Padbury (282774)", True),
        ("RE: Padbury, Rowan - M4412722", True),
        ("Letter about Rowan Padbury", True),
        ("Rowan Padbury RA012345", False),
        ("Portfolio Rowan Padbury MPE10234", False),
        ("Rowan Padbury Certificate 448812", False),
        ("About Rowan Padbury 12042023", False),
        ("Site Acceptance 104482", False),
        ("Email about Helium Levels", False),
        ("Reply regarding Site Acceptance", False),
        ("Talk by Rowan Padbury 2023", False),
        ("Rowan Padbury 20230412", False),
        ("Rowan Padbury 07700 900123", False),
        ("Audit about Metal Implants 2023", False),
        ("Risk Assessment RA100234", False),
        ("About Magnetic Resonance", False),
    ],
)
def test_a_title_with_somebodys_name_and_number_is_a_patients(check, material, title, told):
    carried = FileFacts(file="1.pdf", properties={"title": title})
    assert ("metadata" in found(check, material({"1": "The door closes."}, facts={"1.pdf": carried}))) == told
