"""Dates by what stands beside and around them: events, labels cut by the end of a line, marks of changes, consoles."""

from collections.abc import Callable

import pytest

from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material

BODY = "\n".join(["The door is kept shut while the field is on and nobody is in the room."] * 30)

Build = Callable[..., Material]
Check = Callable[[str, Material], Looked]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Certificate\nAda Example was there.\nDate of the event: 5 May 2023", ("2023-05-05", "held")),
        ("Near miss report\nDate of the event: 5 May 2023", None),
        ("Site audit\nTests done on\t5 May 2023", ("2023-05-05", "measured")),
        (
            "Signs\nAuthor: Bo Other, Manager. Reviewed by Ada Example of the MR group. Date of\nreview: 09/2022.",
            ("2022-09", "reviewed"),
        ),
        (
            "Rules\nPrepared by Ada Example, Clinical Scientist, MR group\nDate: 5/5/23",
            ("2023-05-05", "written"),
        ),
        ("Rules\nThe door is shut. [inserted by Ada Example, 20 July 2021]", None),
        ("Poster\nF 081Y\t06/06/1995", None),
    ],
)
def test_what_stands_around_a_date_says_what_it_dates(
    material: Build, check: Check, head: str, expected: tuple[str, str] | None
) -> None:
    known = check("dates", material({"1": f"{head}\n{BODY}"})).items.get("1", {}).get("dated")
    assert ((known.date, known.kind) if known else None) == expected
