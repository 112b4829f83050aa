"""Which design a seed has, and whether it is scanned: of twenty seeds three are Word files and four are scans."""

from typing import Final

from . import inverted, matrices, typed, word
from .desk import HABITS
from .plan import Habit

_ENTERED: Final = (inverted, matrices, typed, word)
_WORD: Final = tuple(name for name, habit in HABITS.items() if habit.design.carrier == "docx")
_DIGITAL: Final = tuple(
    name for name, habit in HABITS.items() if habit.design.carrier != "docx" and habit.scan != "always"
)
_SCANS: Final = tuple(
    sorted(
        (name for name, habit in HABITS.items() if habit.design.carrier != "docx" and habit.scan != "never"),
        key=lambda name: (HABITS[name].scan != "always", name[::-1]),
    )
)
_SCANNED: Final = (3, 8, 13, 18)
_IN_WORD: Final = (5, 11, 17)


def of_seed(seed: int) -> tuple[Habit, str]:
    """The habit of a seed and its source."""
    turn, place = divmod(seed, 20)
    if place in _SCANNED:
        return HABITS[_SCANS[(turn * 4 + _SCANNED.index(place)) % len(_SCANS)]], "scan"
    if place in _IN_WORD:
        return HABITS[_WORD[(turn * 3 + _IN_WORD.index(place)) % len(_WORD)]], "digital"
    digital = [at for at in range(20) if at not in {*_SCANNED, *_IN_WORD}]
    return HABITS[_DIGITAL[(turn * 13 + digital.index(place)) % len(_DIGITAL)]], "digital"
