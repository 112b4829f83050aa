"""Numbers of patients that are never issued, and numbers of other things."""

from collections.abc import Callable
from random import Random
from typing import Final

NO_DAYS: Final = ("3002", "3104", "3106", "3109", "3111")
"""Days and months that no year has."""


def check_digit(nine: str) -> int:
    """The tenth digit by modulus 11; ten where there is none."""
    return (11 - sum(int(digit) * (10 - at) for at, digit in enumerate(nine)) % 11) % 11


def nhs_number(rng: Random) -> str:
    """A number with a good check digit of the range that is never issued."""
    return _checked(lambda: f"999{rng.randrange(10**6):06d}")


def chi_number(rng: Random) -> str:
    """A number with a good check digit for a birthday that no year has."""
    return _checked(lambda: f"{rng.choice(NO_DAYS)}{rng.randint(30, 95)}{rng.randrange(1000):03d}")


def _checked(nine_digits: Callable[[], str]) -> str:
    while True:
        nine = nine_digits()
        if (last := check_digit(nine)) < 10:
            return f"{nine}{last}"


def invalid(rng: Random, many: int) -> str:
    """Digits that are nobody's number."""
    while True:
        made = str(rng.randrange(10 ** (many - 1), 10**many))
        if many != 10 or check_digit(made[:9]) != int(made[9]):
            return made
