"""Days in words and numbers as they are written in Britain."""

from datetime import date

from .data import data


def day(when: date, how: str) -> str:
    """A day: ``long``, ``short``, ``slashes``, ``dots`` or ``ordinal``."""
    month = data("people")["months"][when.month - 1]
    ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(when.day, "th")
    return {
        "long": f"{when.day} {month} {when.year}",
        "short": f"{when.day:02} {month[:3]} {when.year}",
        "slashes": f"{when.day:02}/{when.month:02}/{when.year}",
        "dots": f"{when.day:02}.{when.month:02}.{when.year}",
        "ordinal": f"{when.day}{ending} {month} {when.year}",
    }[how]
