"""The ways in which a day is written."""

from datetime import date
from typing import Final

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th."""
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def written(day: date, form: str) -> str:
    """A day in one of the ways people write it; in figures the day stands before the month."""
    month, two = MONTHS[day.month - 1], f"{day.year % 100:02d}"
    return {
        "long": f"{day.day} {month} {day.year}",
        "slash": f"{day.day:02d}/{day.month:02d}/{day.year}",
        "slash1": f"{day.day}/{day.month}/{day.year}",
        "dots": f"{day.day:02d}.{day.month:02d}.{day.year}",
        "dots2": f"{day.day}.{day.month}.{two}",
        "ordinal": f"{ordinal(day.day)} {month} {day.year}",
        "dash": f"{day.day:02d}-{day.month:02d}-{day.year}",
        "comma": f"{DAYS[day.weekday()]}, {day.day} {month} {day.year}",
        "iso": day.isoformat(),
        "short": f"{day.day} {month[:3]} {day.year}",
        "hyphen": f"{day.day:02d}-{month[:3]}-{day.year}",
        "hyphen2": f"{day.day:02d}-{month[:3]}-{two}",
        "weekday": f"{DAYS[day.weekday()]} {ordinal(day.day)} {month} {day.year}",
        "two": f"{day.day:02d}/{day.month:02d}/{two}",
        "spelt": f"{ordinal(day.day)} of {month} {day.year}",
        "us": f"{month} {day.day}, {day.year}",
        "caps": f"{day.day:02d} {month[:3].upper()} {day.year}",
        "dicom": f"{day.year}{day.month:02d}{day.day:02d}",
        "month": f"{month} {day.year}",
        "month3": f"{month[:3]} {day.year}",
        "month figures": f"{day.month:02d}/{day.year}",
        "year": f"{day.year}",
    }[form]


def told(day: date, form: str) -> str:
    """What the truth says of a day written so."""
    return day.isoformat()[: {"month": 7, "month3": 7, "month figures": 7, "year": 4}.get(form, 10)]
