"""A scheme that has the right shape, before it is known whether its parts agree with each other."""

from dataclasses import dataclass
from typing import Any

from mrse_assess.model.scheme import Scheme
from mrse_assess.scheme.fields import REQUIRED, Records
from mrse_assess.scheme.places import Place, listed, quoted
from mrse_assess.scheme.read import Source
from mrse_assess.scheme.tables import TOP


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The scheme as its files say, with the totals that they state and the places to name in a message."""

    scheme: Scheme
    category_count: int
    sub_category_count: int
    source: Source

    def place(self, key: str, *path: str) -> Place:
        """Where an entry stands: the top-level key it belongs to, and the way from there."""
        return self.source.place(key).at(*path)


def draft_of(source: Source) -> Draft:
    """The scheme that the files hold, every default filled in.

    Raises:
        SchemeError: an unknown or missing key, or a value of the wrong kind.
    """
    for key in source.tables:
        if key not in TOP:
            raise source.place(key).fault(f"found the unknown key {quoted(key)}", f"allowed: {listed(TOP)}")
    values = {field.into or key: _value(source, key) for key, field in TOP.items()}
    totals = {name: values.pop(name) for name in ("category_count", "sub_category_count")}
    return Draft(scheme=Scheme(digest=source.digest, **values), source=source, **totals)


def _value(source: Source, key: str) -> Any:
    field, place = TOP[key], source.place(key)
    if key in source.tables:
        return field.kind.read(source.tables[key], place if isinstance(field.kind, Records) else place.at(key))
    if field.default is REQUIRED:
        raise place.fault(f"the key {quoted(key)} is missing", "add it to one of the scheme's files")
    return field.default
