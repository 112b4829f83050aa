"""From which day years are counted back: what was signed off says the same on the day of issue."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from mrse_assess.letter.case import LetterCase, ReadingChoice
from mrse_assess.letter.materials import Materials
from mrse_assess.terms import Phase

FROM_ASSESSMENT = ReadingChoice(reading="five_years_from", value="assessment", authority="minute 4", event="reading")


@pytest.mark.parametrize("issued", [None, date(2026, 11, 21), date(2027, 2, 1)])
def test_without_a_panel_years_are_counted_from_the_choice_of_the_outcome(
    issued: date | None, make: Callable[..., LetterCase]
) -> None:
    case = make("award", phases=((Phase.INDIVIDUAL, "quillfeather"),), readings=(FROM_ASSESSMENT,))
    assert Materials(replace(case, issued=issued)).reference_date() == date(2026, 11, 19)
