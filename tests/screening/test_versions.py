"""Tables of versions: the date of the latest, the author of the first, and what the applicant changed."""

from collections.abc import Callable

import pytest

from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material

BODY = "\n".join(["The door is kept shut while the field is on and nobody is in the room."] * 30)
WRAPPED = """|Version|Date|By|Change
|1.0|14/03/2017|Bo|First issue
|||Other-Name|
|2.0|Friday 11 May|Ada|Revised: limits
||2018|Example|and signs"""

Build = Callable[..., Material]
Check = Callable[[str, Material], Looked]


def dated(looked: Looked) -> str | None:
    known = looked.items["1"].get("dated")
    return known.date if known else None


def facts_of(looked: Looked) -> tuple[str, list[str]]:
    return looked.items["1"]["author"], sorted(looked.items["1"]["roles"])


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("|Version|Date|By|Change\n|1.0|12/03/2016|Bo Other|First issue\n|2.0|2024|Ada Example|Revised", "2024"),
        ("|Issue|Issued on|Author|Comments\n|2|May 2021|Bo Other|Signs\n|1|May 2018|Bo Other|New", "2021-05"),
        (WRAPPED, "2018-05-11"),
    ],
)
def test_the_latest_version_dates_the_item(material: Build, check: Check, table: str, expected: str) -> None:
    assert dated(check("dates", material({"1": f"Local rules\n{table}\n{BODY}"}))) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("|1.0|May 2018|Bo Other|New\n|2.0|May 2021|Ada Example|New limits", ("other", ["revise"])),
        ("|1.0|May 2018|Bo Other|New\n|1.1|May 2021|Ada Example|Reviewed, no change", ("other", ["review"])),
        ("|1.0|May 2018|Ada Example|New\n|2.0|May 2021|Bo Other|New limits", ("applicant", ["produce"])),
        ("|2.0|May 2021|Bo Other|New limits\n|1.0|May 2018|Ada Example|New", ("applicant", ["produce"])),
        ("|1.0|May 2018|BO|New\n|2.0|May 2021|AE|Signs", ("other", ["revise"])),
    ],
)
def test_who_made_the_first_version_is_the_author_and_who_changed_it_revised(
    material: Build, check: Check, rows: str, expected: tuple[str, list[str]]
) -> None:
    table = f"Local rules\n|Version|Date|Author|Change\n{rows}\n{BODY}"
    assert facts_of(check("authorship", material({"1": table}))) == expected


def test_names_and_changes_may_go_on_in_the_lines_below(material: Build, check: Check) -> None:
    looked = check("authorship", material({"1": f"Local rules\n{WRAPPED}\n{BODY}"}))
    assert facts_of(looked) == ("other", ["revise"])


def test_a_table_with_other_heads_is_none_of_versions(material: Build, check: Check) -> None:
    table = "Local rules\n|Room|Date|By|Change\n|1.0|May 2018|Bo Other|Lamp"
    assert facts_of(check("authorship", material({"1": f"{table}\n{BODY}"}))) == ("unclear", [])


def test_a_table_of_versions_ends_where_the_text_goes_on(material: Build, check: Check) -> None:
    rows = "|Version|Date|By|Change\n|1.0|May 2018|Bo Other|New"
    text = f"Local rules\n{rows}\nOn 3 June 2024 the door was tried by Ada Example and others in the room.\n{BODY}"
    assert dated(check("dates", material({"1": text}))) == "2018-05"
