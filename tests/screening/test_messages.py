"""Messages as webmail and chats print them, names with the surname first, and labels that a sign or line ends."""

from collections.abc import Callable

import pytest

from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material
from mrse_assess.screening.messages import message_heads

BODY = "\n".join(["The door is kept shut while the field is on and nobody is in the room."] * 30)
WEBMAIL = """Lock on the store
Ada Example <a.example@tarnmoor.example> Tue, Mar 5, 2024 at 9:14 AM
To: Bo Other <b.other@tarnmoor.example>
Please order the lock."""
QUOTED = """
> On Mon, Mar 4, 2024 at 4:40 PM, Bo Other wrote:
> Which lock should it be?"""
CHAT = """Lock on the store
[04/03/2024 16:40] Other, Bo
Which lock should it be?
[05/03/2024 09:14] Example, Ada
The one that opens from inside."""
SHARED = """From: MR Physics <mr.physics@tarnmoor.example>
Sent: 5 March 2024 09:14
To: Cy Third
Subject: Lock on the store
The one that opens from inside.
--
Ada Example
MR physics
From: Cy Third <c.third@tarnmoor.example>
Sent: 4 March 2024 16:40
To: MR Physics
Subject: Lock on the store
> Which lock should it be?"""

Build = Callable[..., Material]
Check = Callable[[str, Material], Looked]


def dated(check: Check, made: Material) -> tuple[str, str] | None:
    known = check("dates", made).items.get("1", {}).get("dated")
    return (known.date, known.kind) if known else None


def author(check: Check, made: Material) -> str:
    return check("authorship", made).items["1"]["author"]


@pytest.mark.parametrize("text", [WEBMAIL, f"{WEBMAIL}{QUOTED}", CHAT])
def test_a_message_without_from_is_dated_and_is_its_senders(material: Build, check: Check, text: str) -> None:
    made = material({"1": f"{text}\n{BODY}"})
    assert (dated(check, made), author(check, made)) == (("2024-03-05", "sent"), "applicant")


def test_the_sender_of_a_chat_is_another_where_the_applicant_is_not_in_it(material: Build, check: Check) -> None:
    assert author(check, material({"1": f"{CHAT}\n{BODY}"}, applicant="Dee Fourth")) == "other"


@pytest.mark.parametrize(
    "line",
    [
        "Ada Example <a.example@tarnmoor.example> Tue, Mar 5, 2024 at 9:14 AM",  # nobody it is to
        "[see the note of 05/03/2024 09:14]",
        "Write to Ada Example <a.example@tarnmoor.example> by 5 March 2024",
    ],
)
def test_what_only_looks_like_the_head_of_a_message_is_none(line: str) -> None:
    assert not [*message_heads([line, "The door is shut."])]


def test_whoever_signs_what_a_department_sent_is_its_author(material: Build, check: Check) -> None:
    assert author(check, material({"1": SHARED})) == "applicant"
    assert author(check, material({"1": SHARED}, applicant="Dee Fourth")) == "other"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Author: Other, Bo", "other"),
        ("Author: Other-Moor, Bo, Lead Radiographer", "other"),
        ("Author(s):\tBo Other", "other"),
        ("Author: S. Other-Moor", "other"),
        ("Bo Other, 5 March 2024", "other"),
        ("Author: Physicist, Senior", "unclear"),
    ],
)
def test_names_are_read_whichever_part_stands_first(material: Build, check: Check, line: str, expected: str) -> None:
    assert author(check, material({"1": f"Door rules\n{line}\n{BODY}"})) == expected


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("Signed: Ada Example Date: Tuesday, 5 March 2024", "2024-03-05"),
        ("Copies are kept by the secretary of the department in the tower.\nThe lamp dates from 5 March 2024.", None),
    ],
)
def test_a_date_at_the_end_counts_after_its_label(
    material: Build, check: Check, tail: str, expected: str | None
) -> None:
    known = dated(check, material({"1": f"Door rules\n{BODY}\n{tail}"}))
    assert (known[0] if known else None) == expected


def test_two_american_days_in_a_row_of_a_table_are_read_apart(material: Build, check: Check) -> None:
    text = f"Door rules\n|Ref|Author|Issued|Review by\n|R-1|A Example|May 12, 2023|May 11, 2026\n{BODY}"
    assert dated(check, material({"1": text})) == ("2023-05-12", "written")


def test_of_a_table_of_versions_that_runs_past_the_head_the_latest_counts(material: Build, check: Check) -> None:
    head = "\n".join(["Door rules", *["The door is kept shut while the field is on."] * 22])
    table = "Document control\n|Version|Date|Change\n|1.0|10/09/2021|first issue\n|2.0|16/02/2024|all gone through"
    assert dated(check, material({"1": f"{head}\n{table}\n{BODY}"}))[0] == "2024-02-16"
