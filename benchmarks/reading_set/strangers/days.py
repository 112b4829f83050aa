"""How people write a day."""

from datetime import date
from typing import Final

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
STYLES: Final = ("long", "long", "slashes", "ordinal", "dots", "short", "iso", "weekday")


def day(when: date, style: str) -> str:
    """The day in this style, the day before the month."""
    month = _MONTHS[when.month - 1]
    if style == "ordinal":
        end = "th" if 10 < when.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(when.day % 10, "th")
        return f"{when.day}{end} {month} {when.year}"
    return {
        "slashes": f"{when.day:02}/{when.month:02}/{when.year}",
        "dots": f"{when.day:02}.{when.month:02}.{when.year % 100:02}",
        "short": f"{when.day} {month[:3]} {when.year}",
        "iso": when.isoformat(),
        "weekday": f"{when.strftime('%A')} {when.day} {month} {when.year}",
    }.get(style, f"{when.day} {month} {when.year}")
