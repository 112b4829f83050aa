"""Ranges: of item labels ("5-7", "4a-c") and of pages ("3-5, 8")."""

import re
from typing import Final

LONGEST_RANGE: Final = 60
"""More items or pages than this in one range is a number with a dash, not a range."""

_PARTS: Final = re.compile(r"(.*?)(\d+)?([a-z]?)$")


def expand(first: str, last: str) -> tuple[str, ...]:
    """Every label from ``first`` to ``last``, or () when the two are not the ends of a range."""
    head, digits, letter = _split(first)
    end_head, end_digits, end_letter = _split(last)
    if letter and end_letter and (not end_digits or (head, digits) == (end_head, end_digits)):
        return _letters(head + digits, letter, end_letter)
    if letter or end_letter or head != end_head or not digits or not end_digits:
        return ()
    low, high = int(digits), int(end_digits)
    if not low < high <= low + LONGEST_RANGE:
        return ()
    return tuple(f"{head}{number}" for number in range(low, high + 1))


def page_numbers(hint: str) -> tuple[int, ...]:
    """Every page that a hint such as "3-5, 8" names, in order; () when it names none."""
    found: list[int] = []
    for part in hint.split(","):
        first, _, last = part.strip().partition("-")
        if first.isdecimal():
            high = (
                int(last)
                if last.isdecimal() and int(first) <= int(last) <= int(first) + 10 * LONGEST_RANGE
                else int(first)
            )
            found.extend(range(int(first), high + 1))
    return tuple(dict.fromkeys(found))


def _split(label: str) -> tuple[str, str, str]:
    match = _PARTS.match(label)
    if match is None:
        return label, "", ""
    return match.group(1), match.group(2) or "", match.group(3)


def _letters(stem: str, first: str, last: str) -> tuple[str, ...]:
    return tuple(stem + chr(code) for code in range(ord(first), ord(last) + 1)) if first < last else ()
