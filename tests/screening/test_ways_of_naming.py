"""Ways in which hospitals name a patient in running words, lists, addresses and file names; and what only looks so."""

import pytest

from mrse_assess.terms import Look

NUMBER = "999 123 4578"


def found(check, built):
    """The kinds of concerns, each with its likelihood."""
    seen = check("personal_data", built).observations
    return {(each.kind, str(each.likelihood)) for each in seen if each.outcome is Look.CONCERN}


NAMES = [
    "Copy to Freda Padbury, Flat 2, 9 Gull Street.",
    "cc: Mrs E Padbury\n14 Harbour Road\nCarrick AB12 3CD",
    "The card gives Elowen Padbury, 12 Gull Street, as holder",
    "the spinal team moves Mrs\nPadbury",
    "Two people slid Mrs Padbury onto the couch",
    "Mrs Padbury (K482957) is for Monday",
    "Mr Padbury, 4829055, spine",
    "Patient: Padbury E",
    "Request for PADBURY, Elowen",
    "We scanned Elowen Padbury's knee at 1.5 T",
    "I reviewed Mr Padbury's x-ray and saw no lead",
    "the mother of baby Padbury stayed in the room",
    "Name of child: Elowen Padbury",
    "Mrs Padbury remembered that the clip was put in at West Tarn",
    "Mr Padbury gave consent for the extra sequence",
    "Padbury, Rowan | 12/03/56 | K482957 | knee",
    "I spoke to Mr Padbury about his metal fragment",
    "The GP of Mrs Padbury was rung",
    "The relatives of Mrs Padbury were told",
    "Mrs Padbury was anxious and came out after two sequences",
    "PADBURY,\nRowan RXK4829055",
    "PADBURY, Rowan\nRXK4829055",
    "Mr Padbury wrote to thank us, and his notes\nare filed as K482957.",
    "her record is under\nK482957 and Mrs Padbury asked twice",
]
NO_NAMES = [
    "Rowan Quennell, 9 Infirmary Road, West Tarn Hospital",
    "Order from Magtech Ltd, 12 Gull Street, Carrick",
    "Contact: Ada Wynstay, Medical Physics, 12 Hospital Road",
    "Rowan Quennell\n12 Coach Lane\nInstitute of Physics",
    "Ada Wynstay, 12 Tesla Magnet",
    "Rowan Quennell, 12 Safety Officers",
    "Mr Quennell (HCPC 482957) signed",
    "Mr Quennell (tel 01632 960175)",
    "Ms Wynstay, 20230412, minutes",
    "Mr Quennell (project 482957)",
    "Mrs Wynstay moved the agenda on",
    "We moved Mrs Wynstay to the safety team",
    "In the drill two porters lifted Mrs Wynstay",
    "Patient: Group A",
    "Patient: Type B",
    "Mr Quennell's slides were shown",
    "Mr Quennell's pacemaker clinic agreed",
    "Mr Quennell has a new coil on order",
    "Mrs Wynstay, MR lead, spoke of the shunt",
    "Mrs Wynstay's scan list is long",
    "SMITH, John\n2023041",
    "Wynstay, Ada | 12/03/2019 | K482957 | coil",
    "Mr Quennell gave consent for his photograph in the slides",
]
STAFF = "Mrs Wynstay asked for the old lead of the coil"


@pytest.mark.parametrize("text", NAMES)
def test_a_patient_is_named(check, material, text):
    assert {kind for kind, _ in found(check, material({"1": text}))} & {"patient_name", "hospital_number"}


@pytest.mark.parametrize("text", [*NO_NAMES, STAFF])
def test_staff_suppliers_and_drills_are_none(check, material, text):
    assert not found(check, material({"1": text}))


OTHERS = {"z": "The pacemaker patient was scanned; positioning, screening and warming are in the service report."}
FILES = [
    "Evidence 3 Garthwaite H6283258 Risk assessment",
    "H6283258 Garthwaite advice",
    "Garthwaite_H6283258",
    "Risk assessment (Garthwaite, RXK628325)",
    "Evidence 4 K482957 GARTHWAITE",
    "Mrs Garthwaite pacemaker advice",
    "Baby Garthwaite shunt",
    "Pt Garthwaite MRI",
]
OTHER_FILES = [
    "Evidence 3 Siemens SN123456 service",
    "Datix W1234567",
    "Order WX856169 coil",
    "Risk assessment RA123456",
    "Report R2023001",
    "Document Q123456",
    "Asset A482957 calibration",
    "Phantom Eurospin Q482957",
    "Patient Information leaflet",
    "Patient Warming audit",
    "Mr Quennell consultant opinion on implant",
    "Letter of thanks from Mrs Quennell",
    "Minutes of MR safety group 12-03-2024",
]


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_named_after_a_patient(check, material, name):
    assert ("file_name", "possible") in found(check, material({name: "The door closes."} | OTHERS))


@pytest.mark.parametrize("name", OTHER_FILES)
def test_a_file_named_after_a_thing_or_after_staff_is_none(check, material, name):
    assert not found(check, material({name: "The door closes."} | OTHERS))


@pytest.mark.parametrize(
    "text",
    [
        "Patient name: THORNQUILL, Ada",
        "The patient, Ada Thornquill, was asked about it",
        "We scanned Mrs E Padbury on the Tuesday list",
        "Mrs Padbury rang afterwards to say that it had gone; her record is under WX556325.",
        "The request reads: PADBURY-REEVE, Rowan, RXK7155570, MRI knee.",
        f"Please see the request for {NUMBER} (NHS) on the list",
    ],
)
def test_it_makes_no_difference_where_a_line_ends(check, material, text):
    words = text.split(" ")
    wanted = {kind for kind, _ in found(check, material({"1": text}))}
    assert wanted
    for at in range(1, len(words)):
        wrapped = f"{' '.join(words[:at])}\n{' '.join(words[at:])}"
        assert {kind for kind, _ in found(check, material({"1": wrapped}))} >= wanted, wrapped


@pytest.mark.parametrize(
    "lines",
    [
        "Patient Module\nAttribute Name\nTag\nPatient's Name\nReferring Physician's\nName",
        "Patient\nGeneral Equipment\nM\nSOP Common\nM",
        "Patient's Name: General Study",
        "Patient's Name (0010,0010) 2 PN 1 '^^^^'",
        "Ear symptoms (Child Symptom)\nThe patient has a fever.",
    ],
)
def test_what_a_conformance_statement_or_a_guideline_lists_is_nobody(check, material, lines):
    assert not found(check, material({"1": lines}))
