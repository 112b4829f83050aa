"""Documents as hospitals write them, each with its date and what it is the date of: a table to run and to add to."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material

CLINIC = Path(__file__).with_name("dates_clinic")
SENTENCE = "The door is kept shut while the field is on and nobody is in the room."
LINES = 54  # of a page

Build = Callable[..., Material]
Check = Callable[[str, Material], Looked]


def documents() -> Iterator[tuple[str, str]]:
    for path in sorted(CLINIC.glob("*.toml")):
        yield from tomllib.loads(path.read_text(encoding="utf-8"))["documents"]


def pages_of(text: str) -> list[str]:
    """The pages of a document of the table, their running text written out."""
    return [laid_out(page) for page in text.split("{page}")]


def laid_out(page: str) -> str:
    head, _, foot = page.partition("{foot}")
    head = head.replace("{body}", "\n" + "\n".join([SENTENCE] * 12))
    lines = head.splitlines()
    if not foot:
        return "\n".join(lines if "{body}" in page else [*lines, *[SENTENCE] * 20])
    below = foot.splitlines()
    return "\n".join([*lines, *[SENTENCE] * (LINES - len(lines) - len(below)), *below])


@pytest.mark.parametrize(("expected", "text"), [*documents()])
def test_a_document_of_the_clinic_has_the_date_that_a_careful_reader_gives_it(
    material: Build, check: Check, expected: str, text: str
) -> None:
    known = check("dates", material({"1": pages_of(text)})).items.get("1", {}).get("dated")
    assert (f"{known.date} {known.kind}" if known else "undated") == expected
