"""Reading what the page sent. Anyone who holds the page can send anything, so every field is checked here."""

from collections.abc import Mapping
from enum import StrEnum
from math import isfinite
from typing import Any, TypeVar

from mrse_assess.errors import BadRequestError

LONGEST_TEXT = 20_000
LONGEST_ID = 400
MOST_IDS = 100
HIGHEST_ACT = 2**53  # the largest whole number that the page can count to

E = TypeVar("E", bound=StrEnum)


class Fields:
    """One message of the page. Every reader raises BadRequestError naming the field when it is not as it must be."""

    def __init__(self, content: Any) -> None:
        if not isinstance(content, Mapping):
            raise BadRequestError("The page sent a message that is not understood. Reload the page.")
        self._content: Mapping[str, Any] = content

    def text(self, name: str, *, longest: int = LONGEST_TEXT) -> str:
        """A text; a missing field is empty."""
        value = self._content.get(name, "")
        if not isinstance(value, str):
            raise _refused(name)
        if len(value) > longest:
            raise BadRequestError(f"This text has {len(value)} characters; at most {longest} are kept. Shorten it.")
        return value.replace("\x00", "")

    def identifier(self, name: str) -> str:
        """A short text, which must still be checked against what is known."""
        return self.text(name, longest=LONGEST_ID)

    def maybe_identifier(self, name: str) -> str | None:
        """A short text, or None for a missing field or null."""
        return None if self._content.get(name) is None else self.identifier(name)

    def number(self, name: str, low: int, high: int) -> int:
        """A whole number between the bounds, both included."""
        value = self._content.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise _refused(name)
        return value

    def number_or(self, name: str, missing: int, low: int, high: int) -> int:
        """A whole number between the bounds; ``missing`` where the message has none."""
        return self.number(name, low, high) if name in self._content else missing

    def numbers(self, name: str, count: int) -> tuple[float, ...]:
        """Exactly so many finite numbers."""
        value = self._content.get(name)
        if not isinstance(value, list) or len(value) != count or not all(_is_finite(one) for one in value):
            raise _refused(name)
        return tuple(float(one) for one in value)

    def rows(self, name: str, count: int, most: int) -> tuple[tuple[float, ...], ...]:
        """A list of lists of exactly so many finite numbers each; a missing field is empty."""
        value = self._content.get(name, [])
        if not isinstance(value, list) or len(value) > most:
            raise _refused(name)
        return tuple(Fields({name: row}).numbers(name, count) for row in value)

    def inners(self, name: str, most: int = MOST_IDS) -> tuple["Fields", ...]:
        """A list of messages inside the message; a missing field is empty."""
        value = self._content.get(name, [])
        if not isinstance(value, list) or len(value) > most:
            raise _refused(name)
        return tuple(Fields(one) for one in value)

    def flag(self, name: str) -> bool:
        """True or false; a missing field is false."""
        value = self._content.get(name, False)
        if not isinstance(value, bool):
            raise _refused(name)
        return value

    def maybe_flag(self, name: str) -> bool | None:
        """True, false, or None for a missing field or null."""
        return None if self._content.get(name) is None else self.flag(name)

    def one_of(self, name: str, kind: type[E]) -> E:
        """A member of an enumeration."""
        value = self.identifier(name)
        if value not in {member.value for member in kind}:
            raise _refused(name)
        return kind(value)

    def maybe_one_of(self, name: str, kind: type[E]) -> E | None:
        """A member of an enumeration, or None for an empty or missing field."""
        return self.one_of(name, kind) if self._content.get(name) else None

    def names(self, name: str, *, longest: int) -> tuple[tuple[str, str], ...]:
        """A list of acts and keys, ``[{"act": ..., "key": ...}]``, no act twice; a missing field is empty."""
        pairs = [(one.text("act", longest=LONGEST_ID), one.text("key", longest=longest)) for one in self.inners(name)]
        if len(dict(pairs)) != len(pairs):
            raise _refused(name)
        return tuple(sorted(pairs))

    def identifiers(self, name: str) -> tuple[str, ...]:
        """A list of short texts, at most 100, no two alike."""
        value = self._content.get(name, [])
        if not isinstance(value, list) or len(value) > MOST_IDS or not all(isinstance(part, str) for part in value):
            raise _refused(name)
        if any(len(part) > LONGEST_ID for part in value) or len(set(value)) != len(value):
            raise _refused(name)
        return tuple(value)

    def inner(self, name: str) -> "Fields":
        """A message inside the message."""
        return Fields(self._content.get(name))


def act_number(content: Any) -> int | None:
    """The number of the act that a message carries, None when it has none that makes sense."""
    number = content.get("id") if isinstance(content, Mapping) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def _is_finite(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _refused(name: str) -> BadRequestError:
    return BadRequestError(f"The page sent a value for {name!r} that is not understood. Reload the page.")
