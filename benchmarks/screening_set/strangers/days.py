"""The ways in which a day is written."""

from datetime import date
from typing import Final

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FULL: Final = (
    *("long", "slash", "slash1", "two", "dots", "ordinal", "iso", "short", "weekday", "hyphen", "us", "padded"),
    *("dash", "ordinal of", "caps"),
)
COARSE: Final = ("month", "month3", "month figures", "year")


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def written(day: date, form: str) -> str:
    """A day in one of the ways people write it; in figures the day stands before the month."""
    month = MONTHS[day.month - 1]
    return {
        "long": f"{day.day} {month} {day.year}",
        "padded": f"{day.day:02d} {month} {day.year}",
        "slash": f"{day.day:02d}/{day.month:02d}/{day.year}",
        "slash1": f"{day.day}/{day.month}/{day.year}",
        "two": f"{day.day}/{day.month}/{day.year % 100:02d}",
        "dots": f"{day.day:02d}.{day.month:02d}.{day.year}",
        "dash": f"{day.day:02d}-{day.month:02d}-{day.year}",
        "ordinal": f"{ordinal(day.day)} {month} {day.year}",
        "ordinal of": f"{ordinal(day.day)} of {month}, {day.year}",
        "iso": day.isoformat(),
        "short": f"{day.day} {month[:3]} {day.year}",
        "caps": f"{day.day:02d}-{month[:3].upper()}-{day.year}",
        "weekday": f"{DAYS[day.weekday()]} {day.day} {month} {day.year}",
        "hyphen": f"{day.day:02d}-{month[:3]}-{day.year % 100:02d}",
        "us": f"{month} {day.day}, {day.year}",
        "month": f"{month} {day.year}",
        "month3": f"{month[:3]} {day.year}",
        "month figures": f"{day.month:02d}/{day.year}",
        "year": f"{day.year}",
    }[form]


def told(day: date, form: str) -> str:
    """What the truth says of a day that is written so."""
    return day.isoformat()[: {"year": 4}.get(form, 7 if form in COARSE else 10)]
