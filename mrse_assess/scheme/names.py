"""Ids are given once, and every id, code and clause that one entry names is there in another."""

from collections.abc import Iterator, Mapping

from mrse_assess.scheme.draft import Draft
from mrse_assess.scheme.entries import Entry, entries
from mrse_assess.scheme.places import listed, quoted
from mrse_assess.terms import OutcomeKind

EVERY_LETTER = "every"

NAMES: Mapping[str, Mapping[str, str]] = {
    "clause": {"covers": "sub_category"},
    "note": {"clause": "clause", "belongs_to": "sub_category", "rule": "rule"},
    "category": {"clause": "clause"},
    "sub_category": {"clause": "clause"},
    "rule": {"clause": "clause", "units": "sub_category"},
    "part": {"clause": "clause", "rule": "rule"},
    "reading": {"clause": "clause", "rule": "rule"},
    "outcome": {"needs_settings": "setting"},
    "reason": {
        "clause": "clause",
        "further_clauses": "clause",
        "applies_to": "sub_category",
        "remedy_passage": "passage",
        "needs": "person_slot",
    },
    "belongs_elsewhere": {"clause": "clause", "offered_for": "sub_category", "target": "sub_category"},
    "setting": {"needed_by": "use"},
    "flag": {"clause": "clause", "applies_to": "sub_category"},
    "highlight": {},
}
"""Which keys of an entry name an entry of another kind."""

NOT_NAMED_BY_ITS_KEY = frozenset({"belongs_elsewhere"})
"""Kinds of which several entries may bear the same name."""


def ids_are_given_once(draft: Draft) -> None:
    """No two entries of one kind share their name.

    Raises:
        SchemeError: two do.
    """
    seen: set[tuple[str, str]] = set()
    for entry in entries(draft):
        if (entry.kind, entry.name) in seen and entry.kind not in NOT_NAMED_BY_ITS_KEY:
            raise entry.place.fault(f"the name {quoted(entry.name)} is given twice", "give each entry its own")
        seen.add((entry.kind, entry.name))


def names_are_known(draft: Draft) -> None:
    """Whatever an entry names is there.

    Raises:
        SchemeError: a clause, code, rule, setting, passage or slot that the scheme does not have.
    """
    known = _known(draft)
    for entry in entries(draft):
        for key, kind in NAMES[entry.kind].items():
            for name in _named(entry, key):
                if name not in known[kind]:
                    raise entry.place.at(key).fault(
                        f"found {quoted(name)}, which is no {_CALLED[kind]} of the scheme",
                        f"allowed: {listed(known[kind])}",
                    )


def no_pair_is_given_twice(draft: Draft) -> None:
    """A pair of "belongs elsewhere" leads from one sub-category to another, and stands once.

    Raises:
        SchemeError: it leads to where it started, or stands twice.
    """
    seen: set[tuple[str, str]] = set()
    for entry in entries(draft):
        if entry.kind == "belongs_elsewhere":
            pair = (entry.value.offered_for, entry.value.target)
            if pair[0] == pair[1]:
                raise entry.place.at("target").fault(
                    f"found {quoted(pair[1])}, where it is offered", "name another one"
                )
            if pair in seen:
                raise entry.place.at("target").fault(f"found {quoted(pair[1])} a second time", "give each pair once")
            seen.add(pair)


def _named(entry: Entry, key: str) -> Iterator[str]:
    value = getattr(entry.value, key)
    return iter(value if isinstance(value, tuple) else (value,) if value else ())


def _known(draft: Draft) -> dict[str, tuple[str, ...]]:
    """The names of each kind in the order of the files."""
    known: dict[str, list[str]] = {kind: [] for kind in NAMES}
    for entry in entries(draft):
        known[entry.kind].append(entry.name)
    scheme = draft.scheme
    uses = [EVERY_LETTER, *OutcomeKind, *known["rule"], *known["part"], *known["reason"], *scheme.setting_uses]
    more = {"passage": list(scheme.passages), "person_slot": list(scheme.person_slots), "use": uses}
    return {kind: tuple(names) for kind, names in {**known, **more}.items()}


_CALLED = {
    "clause": "clause",
    "sub_category": "sub-category",
    "rule": "rule",
    "setting": "setting",
    "passage": "passage",
    "person_slot": "slot that a person fills",
    "use": "use of a setting",
}
