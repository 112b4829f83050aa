"""Days in the ways in which people write them, the day before the month."""

from datetime import date
from typing import Final

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def written(day: date, form: str) -> str:
    """A day in this form; forms that begin with "month" and "year" say no more than these."""
    month, two = MONTHS[day.month - 1], f"{day.year % 100:02d}"
    ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return {
        "long": f"{day.day} {month} {day.year}",
        "slash": f"{day.day:02d}/{day.month:02d}/{day.year}",
        "slash2": f"{day.day}/{day.month}/{two}",
        "dots": f"{day.day}.{day.month}.{day.year}",
        "iso": day.isoformat(),
        "dash": f"{day.day:02d}-{month[:3]}-{day.year}",
        "ordinal": f"{day.day}{ending} {month} {day.year}",
        "comma": f"{DAYS[day.weekday()]}, {day.day} {month} {day.year}",
        "caps": f"{day.day:02d} {month[:3].upper()} {day.year}",
        "of": f"{day.day}{ending} of {month} {day.year}",
        "month": f"{month} {day.year}",
        "month figures": f"{day.month:02d}/{day.year}",
        "month short": f"{month[:3]} {day.year}",
        "year": str(day.year),
    }[form]


def truth_of_day(day: date, form: str) -> str:
    """As much of the day as the form tells."""
    return day.isoformat()[: 7 if form.startswith("month") else 4 if form == "year" else 10]
