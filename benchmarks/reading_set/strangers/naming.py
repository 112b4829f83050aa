"""How an applicant names items, and the files that hold them."""

import re
from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Final

from .data import words
from .model import Habit

ROMAN: Final = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"),
    *("XVIII", "XIX", "XX", "XXI", "XXII", "XXIII", "XXIV", "XXV", "XXVI", "XXVII", "XXVIII", "XXIX", "XXX"),
)
_SMALL: Final = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "for",
        "to",
        "and",
        "after",
        "with",
        "my",
        "that",
        "be",
        "who",
        "are",
        "is",
        "at",
        "by",
    }
)


def numbers(habit: Habit, topics: Sequence[Sequence[str]], codes: Sequence[str], rng: Random) -> list[str]:
    """The numbers, letters or names of items as written, by their topics and first sub-categories."""
    count, family = len(topics), habit.family
    if habit.segments == "sub_items":
        return _in_parts(count, rng)
    if family == "app":
        return [chr(65 + at) for at in range(count)]
    if family == "roman":
        return list(ROMAN[:count])
    if family in {"cat", "sub", "dash", "theme"}:
        return _kept_apart(family, topics, codes)
    if family == "named":
        return [topic[0] for topic in topics]
    padded = family in {"ev", "file"} or (family == "e" and rng.random() < 0.3)
    return [f"{at:02}" if padded else str(at) for at in range(1, count + 1)]


def _kept_apart(family: str, topics: Sequence[Sequence[str]], codes: Sequence[str]) -> list[str]:
    """Numbers that begin anew for each sub-category, category or kind."""
    seen: Counter[str] = Counter()
    made = []
    for topic, code in zip(topics, codes, strict=True):
        key = {"cat": code[0], "theme": words("wordings")["theme"][topic[2]]}.get(family, code)
        seen[key] += 1
        end = {"cat": f".{seen[key]}", "sub": chr(96 + seen[key]), "dash": f"-{seen[key]}"}.get(family, str(seen[key]))
        made.append(key + end)
    return made


def _in_parts(count: int, rng: Random) -> list[str]:
    """Some numbers in parts: 1, 2a, 2b, 3."""
    made: list[str] = []
    at = 0
    while len(made) < count:
        at += 1
        parts = min(rng.choice((1, 1, 2, 2, 3)), count - len(made))
        made += [f"{at}{letter}" for letter in "abc"[:parts]] if parts > 1 else [str(at)]
    return made


def normal(number: str) -> str:
    """The id: without leading zeros."""
    return number.lstrip("0")


def short(title: str, many: int = 4) -> str:
    """A few words of a title, for a file name."""
    found = re.sub(r"[^A-Za-z0-9. ]", " ", title).split()[:many]
    while len(found) > 1 and found[-1].lower() in _SMALL:
        found.pop()
    return " ".join(found).rstrip(".")


def file_name(style: str, *, label: str, number: str, title: str, initials: str) -> str:
    """A file's name without its ending."""
    brief = short(title)
    plain = label.replace("#", "").replace("/", "-")
    return {
        "dashed": f"{plain} - {brief}",
        "scored": f"{plain.replace(' ', '_')}_{brief.replace(' ', '_')}",
        "number": f"{number.zfill(2)} {brief}",
        "behind": f"{brief} ({plain})",
        "bare": plain,
        "initials": f"{initials}_{plain.replace(' ', '')}_{brief.replace(' ', '')}_v2",
        "named": title,
    }[style]
