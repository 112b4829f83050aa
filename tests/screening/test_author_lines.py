"""Lines that hold nothing but names, and minutes that say who made what was brought to the meeting."""

from collections.abc import Callable

import pytest

from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material

BODY = "\n".join(["The door is kept shut while the field is on and nobody is in the room."] * 20)

Build = Callable[..., Material]
Check = Callable[[str, Material], Looked]


def facts_of(looked: Looked) -> tuple[str, list[str]]:
    return looked.items["1"]["author"], sorted(looked.items["1"]["roles"])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ada Example, MR Physicist. 3 May 2023", "applicant"),
        ("Bo Other and Ada Example. 27th of December 2024", "applicant"),
        ("A.E. 3 May 2023", "applicant"),
        ("AE, 14/5/24", "applicant"),
        ("Dr Ada Example MIPEM, Oxmere Medical Physics (18 March 2025)", "applicant"),
        ("Bo Other, Lead Radiographer. 8th of July 2022", "other"),
        ("Dr Bo Other | Consultant Radiologist | May 2023", "other"),
        ("Bo Other, Cy Third (authors)", "other"),
        ("Door Rules, 3 May 2023", "unclear"),
        ("Oxmere Hospital, Lead Site", "unclear"),
        ("Bo Other, Lead Radiographer, said that the door was shut.", "unclear"),
    ],
)
@pytest.mark.parametrize("at_end", [False, True])
def test_a_line_of_names_with_a_post_or_a_day_says_whose_work_it_is(
    material: Build, check: Check, line: str, expected: str, *, at_end: bool
) -> None:
    text = f"Door rules\n{BODY}\n{line}" if at_end else f"Door rules\n{line}\n{BODY}"
    assert facts_of(check("authorship", material({"1": text})))[0] == expected


def test_a_letter_is_not_by_whom_it_is_addressed_to(material: Build, check: Check) -> None:
    text = f"Oxmere\nDr Bo Other, Consultant Radiologist\n3 May 2023\nDear Bo\n{BODY}"
    assert facts_of(check("authorship", material({"1": text})))[0] == "unclear"


def test_who_approved_it_is_no_author(material: Build, check: Check) -> None:
    text = f"Door rules\nApproved by:\nBo Other, Lead Radiographer\n{BODY}"
    assert facts_of(check("authorship", material({"1": text})))[0] == "unclear"


def test_a_list_of_people_is_by_none_of_them(material: Build, check: Check) -> None:
    rows = "|Name|Appointment|\n|Bo Other|MR Responsible Person|\n|Cy Third|Deputy|"
    assert facts_of(check("authorship", material({"1": f"Who is who\n{BODY}\n{rows}"})))[0] == "unclear"


def test_a_memorandum_from_a_department_is_by_nobody_named(material: Build, check: Check) -> None:
    head = "Door rules\nTo: MR Safety Group\nFrom: MR Physics\nDate: May 2023\nSubject: Door rules"
    assert facts_of(check("authorship", material({"1": f"{head}\n{BODY}"})))[0] == "unclear"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("AE presented the paper that AE had drawn up.", "applicant"),
        ("Paper by Ada Example (AE): it was accepted.", "applicant"),
        ("Bo Other had written the text below and took the meeting through it.", "other"),
        ("Bo Other asked for dates. AE was thanked.", "unclear"),
    ],
)
def test_minutes_are_by_whoever_made_what_was_brought(material: Build, check: Check, said: str, expected: str) -> None:
    head = "Oxmere\nMinutes of the MR Safety Group, held in room 2 on 4 July 2025\nPresent: Ada Example (AE), Bo Other"
    assert facts_of(check("authorship", material({"1": f"{head}\n1. {said}\n{BODY}"})))[0] == expected


def test_a_line_that_certifies_needs_no_title(material: Build, check: Check) -> None:
    text = "This is to certify that\nAda Example\nattended the safety workshop\n18 February 2022"
    assert facts_of(check("authorship", material({"1": text})))[0] == "other"


def test_who_first_raised_an_idea_began_it(material: Build, check: Check) -> None:
    text = f"Door rules\nAuthor: Ada Example\n{BODY}\nThe idea came from Ada Example, who first raised it."
    assert facts_of(check("authorship", material({"1": text}))) == ("applicant", ["initiate", "produce"])


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("applicant", "Door rules\nPrepared by Ada Example (Clinical Scientist) for the MR Safety Group\n{body}"),
        ("applicant", "Door rules\nAuthor(s): Bo Other, Ada Example\n{body}"),
        ("applicant", "Door rules\n{body}\nKind regards\nAda\nAda Example | MR Safety Expert | Oxmere"),
        ("applicant", "Door rules\n{body}\nReport written by: A. Example\nChecked by: B. Other"),
        ("applicant", "From: Example, Ada (OXMERE)\nSent: 3 May 2023 10:00\nTo: Bo\nSubject: x\n{body}"),
        ("applicant", "Risk assessment\nAssessor: Ada Example\nDate: 3 May 2023\n{body}"),
        ("applicant", "Risk assessment\nAssessed by: B Other and A Example\n{body}"),
        ("applicant", "Incident report\nInvestigating officer: Ada Example\n{body}"),
        ("applicant", "Audit report\nAuditors: Ada Example & Bo Other\n{body}"),
        ("applicant", "Acceptance report\nTests performed by A Example, B Other\n{body}"),
        (
            "applicant",
            "MR Safety Group minutes\nPresent: Ada Example (AE)\n1. AE presented her draft policy.\n{body}",
        ),
        ("applicant", "Teaching slides\nAda Example\nMRI safety for nurses\n{body}"),
        (
            "applicant",
            "Training log\n|Date|Topic|Trainer|\n|3 May 2023|Level 1|Ada Example|\n{body}",
        ),
        (
            "applicant",
            "Local rules\n|Version|Date|Author|Changes|\n|1|3 May 2019|A Example|First|\n{body}",
        ),
        ("applicant", "Reflection\nAda Example\nI attended the safety day.\n{body}"),
        ("applicant", "Local rules\n{body}\nDocument lead: Ada Example, MRSE"),
        ("applicant", "Local rules\nPolicy lead: Ada Example\nApproved: Bo Other\n{body}"),
        ("applicant", "Advice on a stent\n{body}\nAE, MRSE"),
        ("applicant", "Protocol sheet\nSet up by: A. Example\n{body}"),
        ("applicant", "Letter\n{body}\nYours sincerely\n\nDr A Example\nConsultant Clinical Scientist"),
        ("other", "Door rules\nAuthor: Bo Other, Lead Radiographer\n{body}"),
        ("other", "From: Bo Other\nSent: 3 May 2023 10:00\nTo: Ada Example\nSubject: x\n{body}"),
        ("other", "Risk assessment\nAssessor: Bo Other\nReviewed by: Ada Example\n{body}"),
        ("other", "Local rules of Holm\nWritten by Bo Other\nComments by Ada Example\n{body}"),
        ("other", "Letter\nDear Ada Example\n{body}\nYours sincerely\nBo Other"),
        ("other", "Audit report\nLead auditor: Bo Other\n{body}"),
        ("other", "Local rules\nDocument owner: Bo Other\nPrepared by: Bo Other\n{body}"),
        ("other", "Incident investigation\nInvestigator: Bo Other, Risk Manager\nInterviewed: Ada Example\n{body}"),
        ("unclear", "Local rules\nVersion 3, May 2023\nApproved by the MR Safety Group\n{body}"),
        ("unclear", "Local rules\nMR Safety Expert: Ada Example, ext 4411\nMR Responsible Person: Bo Other\n{body}"),
        (
            "unclear",
            "MR Safety Group minutes\nPresent: Ada Example, Bo Other, Cy Third\n1. Apologies.\n{body}",
        ),
        ("unclear", "Door rules\nQuestions to Ada Example or to the superintendent.\n{body}"),
        ("unclear", "Who to call\nAda Example 4411\nBo Other 4412\n{body}"),
        ("unclear", "Attendance\n|Name|Ward|\n|Bo Other|9|\n|Ada Example|MR|\n{body}"),
        ("unclear", "Fringe field survey\nScanner 2\n{body}"),
    ],
)
def test_documents_as_people_write_them_name_their_author(
    material: Build, check: Check, expected: str, text: str
) -> None:
    made = material({"1": text.replace("{body}", BODY)})
    assert facts_of(check("authorship", made))[0] == expected
