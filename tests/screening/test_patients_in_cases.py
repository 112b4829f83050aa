"""Patients in cases, subjects, narrow lists and letters home; and what stands in the same places and is no patient."""

import pytest

from mrse_assess.terms import Look

CASES = [
    "Hospital number of the case: WH492261",
    "Hospital number for this patient: 8762963",
    "The hospital number on the card (K974583) is the old one.",
    "MRN in the request: 48290553",
    "NHS number of the lady: 999 123 4578",
    "Date of birth on the form: 12/03/1956",
    "Hospital no. on his wristband is K482957",
    "Case discussed: Revd Tyrone Padbury, WH492261",
    "I rang Mr Padbury (born 08/04/1958) first.",
    "Ms Padbury, born 8 April 1958, asked for music.",
    "|Person|Mr Rowan Padbury, 15/11/1978",
    "can you advise on Mrs O'Dowda, 11 April 1985, booked for Thursday?",
    "Mrs Padbury (11.04.1985) asks for a second opinion.",
    "I have been through the implant record for Mei Padbury.",
    "We looked at the records for Mrs Padbury.",
    "Subject: External fixator: PADBURY, Rowan",
    "Subject: RE: DBS - Ms Padbury - lumbar spine K974583",
    "Subject: plate and coil, unknown steel - K8812818",
    "re K8812818 on tomorrow's list (forearm plate)",
    "K8812818 has a pump that nobody knows",
    "WH881281 is booked for Friday, please advise",
    "RXK8812818 for MRI: the stent is from 2019",
    "a message of the ward about Mr Rowan Padbury of bed 9",
    "Mrs Padbury in bay 3 has not been screened",
    "Miss Padbury is to hold the alarm and to be spoken to between sequences.",
    "Stop if Mr Padbury reports warmth.",
    "Mr Padbury felt burning at the hip.",
    "Physics, Wharfmoor NHS Trust\n28 Apr 2025\nMr Rowan Padbury\nFlat 2, 9 Gasworks Lane, Holmby\nDear Mr Padbury,",
    "Dear Mr Padbury,\nThank you for asking whether the coil in an artery of your kidney can go into a scanner.",
    "|Case|Device|Said\n|PADBURY,|Dual chamber,|advised\n|Rowan|one lead|that the mix\n|K7623928|from abroad|is not",
    "|Case|Device\n|DE SOUZA,|Dual chamber,\n|Rowan K2952973|one lead",
    "|Who|Number|Device\n|The first|999 123|stimulator\n|one|4578|and lead",
    "VAN DER PADBURY, Rowan RXK4829055",
]
NOT_CASES = [
    "Number of the case: 3",
    "Hospital number of beds: 482",
    "Hospital number on the form: blank",
    "Hospital number of the case: withheld",
    "Date of birth on the form: not asked",
    "Date of birth in the template: dd/mm/yyyy",
    "Dr Quennell (joined 08/04/2018) chaired.",
    "Mr Quennell, 15/11/2024, minutes",
    "Mr Quennell, 15/11/2024, agreed",
    "Subject: Purchase: SIEMENS, Skyra",
    "Subject: Coil repair - PO8812818",
    "Subject: RE: pump alarm INC0012345",
    "Subject: RE: Mr Quennell - minutes SN123456",
    "coil WO482957 on order",
    "magnet SN482957 is booked for service",
    "asset Q482957 on loan",
    "ticket K482957 on the list of repairs",
    "Order K4829573 for the coil",
    "Mr Quennell of building 9 sent the plan",
    "Mr Quennell in room 3 holds the keys",
    "Mr Quennell holds the licence",
    "Mr Quennell reports to the board",
    "Mr Quennell felt that the rule was clear",
    "Dear Mr Quennell,\nThank you for your letter about our coil.",
    "Dear Mr Quennell,\nYour clinic asked about a pump.",
    "Wharfmoor NHS Trust, Mr Quennell\n9 Gasworks Lane",
    "|Name|Post|Since\n|Quennell,|Radiographer|2019\n|Rowan|and trainer|June",
    "|Room|Phone\n|Scanner one|01632 960\n|and two|175",
    "|Part|Number\n|COIL, Head|part no\n|and neck|482957",
    "|Standard|Part\n|ISO,|Edition 3\n|EN|60601",
    "MR SAFETY, Committee\nminutes",
    "the record for Monday is kept",
    "the results for March were good",
]
KINDS = {"patient_name", "hospital_number", "nhs_number", "dob"}


def kinds(check, built):
    """The kinds of concerns about patients."""
    seen = check("personal_data", built).observations
    return {each.kind for each in seen if each.outcome is Look.CONCERN} & KINDS


@pytest.mark.parametrize("text", CASES)
def test_a_patient_is_told_in(check, material, text):
    assert kinds(check, material({"1": text}))


@pytest.mark.parametrize("text", NOT_CASES)
def test_nobody_is_a_patient_in(check, material, text):
    assert not kinds(check, material({"1": text}))


def test_every_name_of_a_narrow_list_is_marked(check, material):
    """One without a number is marked too, where its column has names with numbers."""
    rows = "|PADBURY,|Dual\n|Rowan|chamber\n|K7623928|from abroad\n|QUENNELL,|Leadless\n|Elowen|one"
    marked = [
        place
        for each in check("personal_data", material({"1": f"|Case|Device\n{rows}"})).observations
        if each.kind == "patient_name"
        for place in each.places
    ]
    assert len(marked) == 2
    alone = material({"1": "|Case|Device\n|QUENNELL,|Leadless\n|Elowen|one"})
    assert "patient_name" not in kinds(check, alone)
