"""Kinds of value that a scheme file may hold, and tables of named fields. Each refuses what it does not know."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mrse_assess.scheme.places import Place, listed, quoted

REQUIRED: Any = object()
"""Default of a field that has to be given."""


class Kind(Protocol):
    """What a value has to be."""

    def read(self, value: object, place: Place) -> Any:
        """The value as the scheme holds it; SchemeError when it is of another kind."""


@dataclass(frozen=True, kw_only=True)
class Text:
    """Words, not blank. ``longest`` counts characters."""

    longest: int | None = None

    def read(self, value: object, place: Place) -> str:
        """See :meth:`Kind.read`."""
        if not isinstance(value, str):
            raise place.fault(f"found {_described(value)}", "a text in quotes is allowed here")
        if not value.strip():
            raise place.fault("found an empty text", "write the words, or take the key out if it may be left out")
        if self.longest is not None and len(value) > self.longest:
            raise place.fault(
                f"found {quoted(value)} with {len(value)} characters", f"at most {self.longest} are allowed"
            )
        return value


@dataclass(frozen=True, kw_only=True)
class Code:
    """The code of a sub-category. A number is refused: as one, 4.10 and 4.1 would be the same."""

    def read(self, value: object, place: Place) -> str:
        """See :meth:`Kind.read`."""
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            raise place.fault(f"found the number {value}", f'write the code in quotes: "{value}"')
        text = Text().read(value, place)
        if not all(part.isalnum() for part in text.split(".")):
            raise place.fault(f"found {quoted(text)}", "a code is made of letters, digits and single full stops")
        return text


@dataclass(frozen=True, kw_only=True)
class Flag:
    """Yes or no."""

    def read(self, value: object, place: Place) -> bool:
        """See :meth:`Kind.read`."""
        if not isinstance(value, bool):
            raise place.fault(f"found {_described(value)}", "true or false is allowed here")
        return value


@dataclass(frozen=True, kw_only=True)
class Whole:
    """A whole number that is not negative."""

    least: int = 0

    def read(self, value: object, place: Place) -> int:
        """See :meth:`Kind.read`."""
        if not isinstance(value, int) or isinstance(value, bool) or value < self.least:
            raise place.fault(f"found {_described(value)}", f"a whole number from {self.least} is allowed here")
        return value


@dataclass(frozen=True, kw_only=True)
class OneOf:
    """One of a few words; ``make`` turns it into what the scheme holds."""

    words: tuple[str, ...]
    make: Callable[[str], Any] = str

    def read(self, value: object, place: Place) -> Any:
        """See :meth:`Kind.read`."""
        if not isinstance(value, str) or value not in self.words:
            raise place.fault(f"found {_described(value)}", f"allowed: {listed(self.words)}")
        return self.make(value)


@dataclass(frozen=True, kw_only=True)
class TimeZone:
    """The name of a time zone as the tz database has it."""

    def read(self, value: object, place: Place) -> str:
        """See :meth:`Kind.read`."""
        name = Text().read(value, place)
        try:
            ZoneInfo(name)
        except (ValueError, OSError, ZoneInfoNotFoundError) as error:  # no such key, or a name that is no key at all
            raise place.fault(f"found {quoted(name)}", 'name a time zone, such as "Europe/London"') from error
        return name


@dataclass(frozen=True, kw_only=True)
class Several:
    """A list of values of one kind, no two the same."""

    of: Kind

    def read(self, value: object, place: Place) -> tuple[Any, ...]:
        """See :meth:`Kind.read`."""
        if not isinstance(value, list):
            raise place.fault(f"found {_described(value)}", "a list in square brackets is allowed here")
        values = [self.of.read(entry, place.at(f"entry {number}")) for number, entry in enumerate(value, start=1)]
        for number, entry in enumerate(values):
            if entry in values[:number]:
                raise place.fault(f"found {quoted(entry)} twice", "write each entry once")
        return tuple(values)


@dataclass(frozen=True, kw_only=True)
class TextsByName:
    """A table of texts, each under a name."""

    def read(self, value: object, place: Place) -> dict[str, str]:
        """See :meth:`Kind.read`."""
        if not isinstance(value, dict):
            raise place.fault(f"found {_described(value)}", 'a table of lines like "name" = "text" is allowed here')
        return {name: Text().read(text, place.at(quoted(name))) for name, text in value.items()}


@dataclass(frozen=True, kw_only=True)
class Field:
    """One key of a table. ``into`` is what the scheme calls it, where that is another word."""

    kind: Kind
    default: Any = REQUIRED
    into: str = ""


@dataclass(frozen=True, kw_only=True)
class Records:
    """A list of tables with the same fields: ``make`` is called with them. ``key`` tells one from the others."""

    name: str
    fields: Mapping[str, Field]
    make: Callable[..., Any]
    key: str = "id"

    def read(self, value: object, place: Place) -> tuple[Any, ...]:
        """What ``make`` returns for each table, in order."""
        if not isinstance(value, list):
            raise place.fault(f"found {_described(value)}", f"write each as a table of its own under [[{self.name}]]")
        return tuple(self._one(entry, place, number) for number, entry in enumerate(value, start=1))

    def _one(self, entry: object, place: Place, number: int) -> Any:
        if not isinstance(entry, dict):
            raise place.fault(f"found {_described(entry)}", f"write each as a table of its own under [[{self.name}]]")
        own = entry.get(self.key)
        called = quoted(own) if isinstance(own, str) else own if isinstance(own, int) else f"number {number}"
        return self.make(**read_fields(entry, self.fields, place.at(f"{self.name} {called}")))


def read_fields(entry: Mapping[str, Any], fields: Mapping[str, Field], place: Place) -> dict[str, Any]:
    """The values of a table under the names the scheme uses, defaults filled in.

    Raises:
        SchemeError: a key that is not among the fields, one that is missing, a value of another kind.
    """
    for key in entry:
        if key not in fields:
            raise place.fault(f"found the unknown key {quoted(key)}", f"allowed: {listed(fields)}")
    return {field.into or key: _value(entry, key, field, place) for key, field in fields.items()}


def _value(entry: Mapping[str, Any], key: str, field: Field, place: Place) -> Any:
    if key in entry:
        return field.kind.read(entry[key], place if isinstance(field.kind, Records) else place.at(key))
    if field.default is REQUIRED:
        raise place.fault(f"the key {quoted(key)} is missing", "add it")
    return field.default


def _described(value: object) -> str:
    """A value of the wrong kind, in words: what it is, and what it says where that is short."""
    for kind, words in _KINDS:
        if isinstance(value, kind):
            return f"{words} {quoted(value)}" if kind in _SHOWN else words
    return f"the value {quoted(value)}"


_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "the yes-or-no value"),
    (str, "the text"),
    (int, "the number"),
    (float, "the number"),
    (list, "a list"),
    (dict, "a table"),
)
_SHOWN = (bool, str, int, float)
