"""Labels, wristbands and cards in pictures of few words: a patient's are found, equipment's, doors' and badges' not."""

from dataclasses import replace

import pytest

from mrse_assess.intake.text.lines import file_lines
from mrse_assess.terms import Look, TextSource

LABELS = [
    "PADBURY, Elowen\n12 Mar 1956\nRXK4829055",
    "Mrs Elowen PADBURY\n12/03/1956 F\n4829055",
    "PADBURY ELOWEN\n4829055\n12.03.56",
    "PADBURY, ELOWEN (MRS)\nH123456\n12-Mar-1956",
    "Padbury, Elowen 19560312 F\nRXK4829055",
    "E PADBURY  12/03/56\nK482957",
    "PADBURY, ELOWEN\n067Y F\n482957",
    "Wristband\nPADBURY Elowen 12-03-1956 482957",
    "ADDRESSOGRAPH\nPADBURY\nElowen\n12/03/1956\nK482957",
    "PADBURY, Elowen\nNHS: 999 123 4578",
]
PERHAPS = [
    "Baby PADBURY\n482957\nBorn 02/05/2023",
    "Padbury Elowen 067Y\nT2 TSE",
    "Elowen Padbury 12.03.1956\nScan: MR Head",
    "Inbox\nMRI slot for Mrs Padbury (482957)\nThanks, Jo",
    "Implant card\nElowen Padbury\nNevro Senza SN 482905\nImplanted 12/03/2019",
    "Patient Identification Card\nName Elowen Padbury\nDevice: Azure XT",
    "ID: 4829055\nName: PADBURY ELOWEN\nSex: F",
]
SILENT = [
    "MR CONDITIONAL\nSafe to 1.5 T and 3 T\nSAR 2 W/kg",
    "KEEP OUT\nStrong Magnetic Field\nNo Pacemakers\nTel 01632 960123",
    "Norvane Prime\nREF 1234567\nSN 4829055\n2023-05-01",
    "Rowan Quennell\nMR Physicist\nStaff 482957",
    "DANGER Magnet Always On\nContact Dr Rowan Quennell bleep 4829",
    "Test Phantom\nRowan Quennell\n12/03/1998",
    "Model Ostara 7100\nLot 482957\nUse by 12/03/2029",
    "Calibration certificate\nNo 482957\nDate 12/03/2009\nSigned R Quennell",
    "Service\nEngineer: Tom Quennell\nJob 4829055\n12/03/2024",
    "Reported by Rowan Quennell\nIncident W482957\n12/03/2024",
    "Master of Science\nRowan QUENNELL\nwas awarded the degree on 4 July 2009",
    "From: Rowan Quennell\nSent: 12 March 2024 10:30\nTo: Ada Wynstay\nSubject: Quench pipe",
    "Hirst Magnetic\nGauss Meter GM08\nProbe 482957\n12/03/1998",
    "Asset 0048295\nNext test 12/03/2025\nRowan Quennell",
    "Rowan Quennell, Ada Wynstay\nMR Safety Week 2024",
    "PADBURY\nAnon Case\n12/03/1956",
    "Shared register\nTamsin Wynstay showed a film\nNext meeting for all who can come on 30-10-2023\nat noon",
]


def overlays(check, built) -> set[str]:
    """How likely what was found in pictures is."""
    seen = check("personal_data", built).observations
    return {str(each.likelihood) for each in seen if each.outcome is Look.CONCERN and each.kind == "overlay"}


def seen_in_picture(built, *, written: int = 0):
    """The material with its first page's words recognised, but for the first so many, which the file itself holds."""
    reading = built.files[0].reading
    page = reading.pages[0]
    sure = tuple(1.0 if at < written else 0.97 for at in range(len(page.words)))
    page = replace(page, text_source=TextSource.RECOGNISED, certainty=sure)
    return replace(built, files=(file_lines(replace(reading, pages=(page,))), *built.files[1:]))


@pytest.mark.parametrize("text", LABELS)
def test_a_name_as_labels_print_it_with_a_birth_date_or_an_age_is_likely(check, material, text):
    assert "likely" in overlays(check, seen_in_picture(material({"1": text})))


@pytest.mark.parametrize("text", PERHAPS)
def test_a_name_with_a_number_or_on_a_card_is_possible(check, material, text):
    assert overlays(check, seen_in_picture(material({"1": text}))) == {"possible"}


@pytest.mark.parametrize("text", SILENT)
def test_labels_of_equipment_doors_and_badges_are_none(check, material, text):
    assert not overlays(check, seen_in_picture(material({"1": text})))


@pytest.mark.parametrize("text", LABELS[:4])
def test_the_same_words_of_the_file_itself_are_no_picture(check, material, text):
    assert not overlays(check, material({"1": text}))
    assert not overlays(check, seen_in_picture(material({"1": text}), written=len(text.split())))


def test_beside_many_words_of_the_file_a_label_is_seen_and_what_they_say_is_not_said_of_it(check, material):
    running = "\n".join(["The pump was looked up by Rowan Quennell on 12/03/1998 under 482957 again"] * 14)
    built = material({"1": f"{running}\n{LABELS[0]}"})
    assert overlays(check, seen_in_picture(built, written=len(running.split()))) == {"likely"}
    assert not overlays(check, seen_in_picture(built, written=len(running.split()) + len(LABELS[0].split())))


def test_a_scan_of_many_words_is_told_by_what_stands_about_a_name(check, material):
    running = "\n".join(["The door of the room was looked at and found to be closed again"] * 14)
    assert not overlays(check, seen_in_picture(material({"1": f"{running}\nElowen Padbury 482957"})))


def test_the_applicant_is_on_no_label(check, material):
    text = "WYNSTAY, Ada\n12/03/1956"
    assert overlays(check, seen_in_picture(material({"1": text}, applicant="Rowan Quennell")))
    assert not overlays(check, seen_in_picture(material({"1": text}, applicant="Dr Ada Wynstay")))


def test_who_is_named_in_a_picture_has_not_written_the_page(check, material):
    text = "Assessment of risk\nAssessment by Ada Wynstay, physicist\nPADBURY, Elowen\nDOB 12/03/1956"
    built = material({"1": text}, applicant="Dr Ada Wynstay")
    page = seen_in_picture(built, written=8).pages[("1.pdf", 1)]
    assert page.written().text == "Assessment of risk\nAssessment by Ada Wynstay, physicist"
    assert "PADBURY" in page.text
    scan = seen_in_picture(built).pages[("1.pdf", 1)]
    assert scan.written() is scan
