"""Lines that say whose work an item is: by whom, minutes taken by, certificates, and what follows about others."""

from collections.abc import Callable

import pytest

from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material

BODY = "\n".join(["The door is kept shut while the field is on and nobody is in the room."] * 12)

Build = Callable[..., Material]
Check = Callable[[str, Material], Looked]


def facts_of(looked: Looked) -> tuple[str, list[str]]:
    return looked.items["1"]["author"], sorted(looked.items["1"]["roles"])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ada Example, MR physics. Effective from: 14.09.2024. Review by: 26-Dec-2026.", "applicant"),
        ("By AE, Principal Physicist. Written: 2024.", "applicant"),
        ("By Bo Other, Imaging Manager. Written: 2024.", "other"),
        ("By Monday the door was shut again and nobody could say who had opened it.", "unclear"),
        ("By the door stands a lamp.", "unclear"),
    ],
)
def test_a_name_after_by_near_the_title_is_the_authors(material: Build, check: Check, line: str, expected: str) -> None:
    assert facts_of(check("authorship", material({"1": f"Door rules\n{line}\n{BODY}"})))[0] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Author: Bo Other, Lead Radiographer. Reviewed by Ada Example, physicist.", ("other", ["review"])),
        ("Author: Bo Other; revised by: Ada Example", ("other", ["revise"])),
        ("Author: Ada Example. Approved by Bo Other.", ("applicant", ["produce"])),
    ],
)
def test_who_is_named_after_the_author_for_something_else_is_not_the_author(
    material: Build, check: Check, line: str, expected: tuple[str, list[str]]
) -> None:
    assert facts_of(check("authorship", material({"1": f"Door rules\n{line}\n{BODY}"}))) == expected


@pytest.mark.parametrize(
    ("taker", "expected"),
    [
        ("Minutes taken by\tBo Other", ("other", ["propose"])),
        ("Secretary: Bo Other", ("other", ["propose"])),
        ("Minutes taken by Ada Example", ("applicant", ["produce", "propose"])),
        ("Chair: Bo Other", ("unclear", ["propose"])),
    ],
)
def test_whoever_took_the_minutes_is_their_author(
    material: Build, check: Check, taker: str, expected: tuple[str, list[str]]
) -> None:
    text = f"MR Safety Group: minutes\nPresent: Ada Example (AE), Cy Third\n{taker}\n1. Door\nAE proposed a lock."
    assert facts_of(check("authorship", material({"1": text}))) == expected


def test_a_certificate_is_by_whoever_awards_it(material: Build, check: Check) -> None:
    text = "Certificate\nThis is to certify that Ada Example attended the safety day.\nHeld on 8 January 2023"
    assert facts_of(check("authorship", material({"1": text}))) == ("other", [])


def test_words_of_a_certificate_in_other_work_make_no_author(material: Build, check: Check) -> None:
    text = f"Door rules\nThe installer will certify that the lock holds.\n{BODY}"
    assert facts_of(check("authorship", material({"1": text}))) == ("unclear", [])


def test_who_advises_in_a_message_of_their_own_proposes(material: Build, check: Check) -> None:
    head = "From: {}\nTo: Cy Third\nSubject: Door\nDear Cy,\nI suggest a second lock."
    own, other = (check("authorship", material({"1": head.format(name)})) for name in ("Ada Example", "Bo Other"))
    assert (facts_of(own), facts_of(other)) == (("applicant", ["propose"]), ("other", []))


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("AE explained the reasons and proposed that the unit adopt it. Agreed.", ["propose"]),
        ("AE raised the matter, which had not been on any agenda.", ["initiate"]),
        ("AE was thanked. BO proposed a lock.", []),
    ],
)
def test_what_was_done_may_stand_behind_what_was_said(
    material: Build, check: Check, line: str, role: list[str]
) -> None:
    text = f"Minutes\nPresent: Ada Example (AE), Bo Other (BO)\n1. Door\n{line}"
    assert facts_of(check("authorship", material({"1": text})))[1] == role
