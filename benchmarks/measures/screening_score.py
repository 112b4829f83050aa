"""How far screening agrees with the truth of a case: for each measure what was wanted and what was found.

Pure functions over plain values. A measure whose key the truth lacks is not taken. Both sides of a measure are sets of
the same kind of entry, so that right, missing and wrong ones can be counted and, of cases for development, named.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from measures.reading_score import Tally
from measures.screening_sides import Answer, Place, Sides

ALIKE: Final = frozenset({"duplicate", "near", "contained"})
COMMENTARY: Final = "commentary_only"
REUSED: Final = "reused_commentary"
MADE: Final[Mapping[str, str]] = {"propose": "produce"}
OVERLAY: Final = "overlay"
IN_WORDS: Final = frozenset({"nhs_number", "chi_number", "dob", "patient_name", "hospital_number"})
WANTED_EXAM: Final = "abmrs_mrse"
_WITHIN: Final = 3  # ranks

Entry = tuple[Any, ...]


class Compared(NamedTuple):
    """Entries wanted and entries found. Of an accuracy each side has one entry for each question."""

    wanted: frozenset[Entry]
    found: frozenset[Entry]

    @property
    def tally(self) -> Tally:
        """How many right, wanted and found."""
        return Tally(len(self.wanted & self.found), len(self.wanted), len(self.found))


def compare(truth: Answer, found: Answer) -> dict[str, Compared]:
    """Each measure of :data:`MEASURES` that the truth can answer."""
    sides = Sides(truth, found)
    return {name: taken for name, measure in MEASURES.items() if (taken := measure(sides)) is not None}


def _sets(wanted: Iterable[Entry], found: Iterable[Entry]) -> Compared:
    return Compared(frozenset(wanted), frozenset(found))


def _left_alone(sides: Sides, those: Iterable[Entry], reported: Iterable[Entry]) -> Compared:
    """What must not be reported: wanted are all of it, found what was not. A reading that failed said nothing."""
    wanted = frozenset(those)
    return _sets(wanted, wanted - frozenset(reported) if sides.found else ())


# Items


def _items_found(sides: Sides) -> Compared:
    return _sets(((each,) for each in sides.items), ((each,) for each in sides.matched))


def _answers(key: str) -> Callable[[Sides], Compared]:
    """One answer for each item of which the truth has one; an item that was not found has none."""

    def measure(sides: Sides) -> Compared:
        rows = list(sides.measured(key))
        wanted = ((each, item[key]) for each, item, _ in rows)
        return _sets(wanted, ((each, mine[key] if mine else None) for each, _, mine in rows))

    return measure


def _dates(sides: Sides) -> Compared:
    """Items with their dates; undated ones have none on either side."""
    rows = list(sides.measured("date"))
    wanted = ((each, item["date"]) for each, item, _ in rows if item["date"])
    found = [(each, mine["date"]) for each, _, mine in rows if mine and mine["date"]]
    return _sets(wanted, [*found, *((each, item["date"]) for each, item in sides.beside("date") if item["date"])])


def _date_kinds(sides: Sides) -> Compared:
    """Of items whose date is right what it is the date of."""
    rows = [
        (each, item["date_kind"], mine["date_kind"])
        for each, item, mine in sides.measured("date")
        if mine and item["date"] and item["date"] == mine["date"] and item.get("date_kind")
    ]
    return _sets(((each, kind) for each, kind, _ in rows), ((each, kind) for each, _, kind in rows))


def _simulated(sides: Sides) -> Compared:
    rows = list(sides.measured("simulated"))
    wanted = ((each,) for each, item, _ in rows if item["simulated"])
    found = [(each,) for each, _, mine in rows if mine and mine["simulated"]]
    return _sets(wanted, [*found, *((each,) for each, item in sides.beside("simulated") if item["simulated"])])


def _roles_as_one(sides: Sides) -> Compared:
    """Roles, of which proposing and producing are one: the sets differ on what a paper or advice shows."""
    exact = _of_items("roles")(sides)
    return _sets(*({(each, MADE.get(role, role)) for each, role in side} for side in exact))


def _of_items(key: str, name: str = "") -> Callable[[Sides], Compared]:
    """Items with each of the things that their key lists; ``name``: with what the listed entries call it."""

    def measure(sides: Sides) -> Compared:
        rows = list(sides.measured(key))
        wanted = ((each, one) for each, item, _ in rows for one in _listed(sides, item, key, name))
        read = [*((each, mine) for each, _, mine in rows if mine), *sides.beside(key)]
        return _sets(wanted, ((each, one) for each, mine in read for one in _listed(sides, mine, key, name)))

    return measure


def _listed(sides: Sides, item: Answer, key: str, name: str) -> Iterator[Any]:
    """What an item lists, but for entries on pages where nothing can be told."""
    if not name:
        return iter(item[key])
    places = ((one[name], sides.place(sides.file_of(item, one))) for one in item[key])
    return (value for value, place in places if value and place not in sides.blind)


def _scope_on_pages(sides: Sides) -> Compared:
    def placed(those: Iterable[tuple[Place, Answer]]) -> Iterable[Entry]:
        return ((*place, one["kind"]) for place, one in those)

    return _sets(placed(_true_entries(sides, "scope")), placed(_found_entries(sides, "scope")))


def _true_entries(sides: Sides, key: str) -> list[tuple[Place, Answer]]:
    """What measured items of the truth list under a key, with its place."""
    listed = ((sides.place(sides.file_of(item, one)), one) for _, item, _ in sides.measured(key) for one in item[key])
    return [(place, one) for place, one in listed if place not in sides.blind]


def _found_entries(sides: Sides, key: str) -> list[tuple[Place, Answer]]:
    """What the items found list under a key, with its place, but for places that are not measured."""
    left_out = sides.unmeasured_places(key)
    listed = ((sides.place(one), one) for item in sides.found.get("items") or () for one in item[key])
    return [(place, one) for place, one in listed if place not in left_out]


# References to the MHRA guidelines


def _references(*, sections: bool) -> Callable[[Sides], Compared]:
    """Pages with the sections named there, and with "" for references without one unless only sections are asked."""

    def measure(sides: Sides) -> Compared:
        def named(those: Iterable[tuple[Place, Answer]]) -> Iterable[Entry]:
            return ((*place, one["section"] or "") for place, one in those if one["section"] or not sections)

        return _sets(named(_true_entries(sides, "mhra")), named(_found_entries(sides, "mhra")))

    return measure


def _of_references(key: str) -> Callable[[Sides], Compared]:
    """Of references found on their page with their section what their grade or edition is."""

    def measure(sides: Sides) -> Compared:
        wanted, found = _by_reference(_true_entries(sides, "mhra")), _by_reference(_found_entries(sides, "mhra"))
        rows = [
            ((*reference, number), one, other)
            for reference in wanted.keys() & found.keys()
            for number, (one, other) in enumerate(_paired(wanted[reference], found[reference]))
        ]
        return _sets(
            ((*reference, one[key]) for reference, one, _ in rows),
            ((*reference, other[key]) for reference, _, other in rows),
        )

    return measure


def _by_reference(those: Iterable[tuple[Place, Answer]]) -> Mapping[Entry, list[Answer]]:
    found: dict[Entry, list[Answer]] = defaultdict(list)
    for place, one in those:
        found[(*place, one["section"] or "")].append(one)
    return found


def _paired(wanted: list[Answer], found: list[Answer]) -> list[tuple[Answer, Answer]]:
    """References of one section on one page in pairs, those first that agree; as many pairs as the shorter side has."""
    left = list(found)
    pairs: list[tuple[Answer, Answer]] = []
    for keys in (("edition", "grade"), ("edition",), ("grade",), ()):
        for one in [one for one in wanted if not any(one is each for each, _ in pairs)]:
            same = next((other for other in left if all(one[key] == other[key] for key in keys)), None)
            if same is not None:
                left = [other for other in left if other is not same]
                pairs.append((one, same))
    return pairs


# Personal data and redactions


def _personal(*, likely: bool) -> Callable[[Sides], Compared | None]:
    """Pages with personal data; ``likely``: found are only those that screening says are likely."""

    def measure(sides: Sides) -> Compared | None:
        if sides.truth.get("phi") is None:
            return None
        return _sets(sides.places(sides.truth["phi"]), sides.places(_hits(sides, likely=likely)))

    return measure


def _personal_kinds(sides: Sides) -> Compared | None:
    """Pages with the kinds of personal data on them. What kind the words in a picture are need not be said, but may."""
    if sides.truth.get("phi") is None:
        return None
    wanted, found = _kinds_on_pages(sides, sides.truth["phi"]), _kinds_on_pages(sides, sides.found.get("phi"))
    pictured = {(file, page) for file, page, kind in wanted if kind == OVERLAY}
    return _sets(
        wanted, {each for each in found if each in wanted or each[:2] not in pictured or each[2] not in IN_WORDS}
    )


def _kinds_on_pages(sides: Sides, those: Iterable[Answer] | None) -> set[tuple[str, int, str]]:
    placed = ((sides.place(each), each["kind"]) for each in those or ())
    return {(*place, kind) for place, kind in placed if place not in sides.blind}


def _look_alikes(*, likely: bool) -> Callable[[Sides], Compared | None]:
    """Pages with what only looks like personal data: wanted and found are those where nothing is found."""

    def measure(sides: Sides) -> Compared | None:
        if sides.truth.get("not_phi") is None:
            return None
        pages = sides.places(sides.truth["not_phi"]) - sides.places(sides.truth.get("phi"))
        return _left_alone(sides, pages, sides.places(_hits(sides, likely=likely)))

    return measure


def _hits(sides: Sides, *, likely: bool) -> list[Answer]:
    return [each for each in sides.found.get("phi") or () if each["likely"] or not likely]


def _unread(sides: Sides) -> Compared | None:
    """Pages without words: wanted and found are those that are said to be unread, or whose words were recognised."""
    if not sides.blind:
        return None
    said = (*(sides.found.get("unread") or ()), *(sides.found.get("recognised") or ()))
    return _sets(sides.blind, sides.blind & set(map(sides.place, said)))


def _bad_redactions(sides: Sides) -> Compared | None:
    if sides.truth.get("bad_redactions") is None:
        return None
    return _sets(sides.places(sides.truth["bad_redactions"]), sides.places(sides.found.get("bad_redactions")))


def _good_redactions(sides: Sides) -> Compared | None:
    """Pages whose redactions are good: wanted and found are those that are not reported."""
    if sides.truth.get("good_redactions") is None:
        return None
    pages = sides.places(sides.truth["good_redactions"]) - sides.places(sides.truth.get("bad_redactions"))
    return _left_alone(sides, pages, sides.places(sides.found.get("bad_redactions")))


def _unsure_redactions(sides: Sides) -> Compared | None:
    """Pages on which nobody can say: wanted and found are those that are said to be not checked."""
    if sides.truth.get("redactions_unsure") is None:
        return None
    pages = sides.places(sides.truth["redactions_unsure"]) - sides.places(sides.truth.get("bad_redactions"))
    said = sides.places(sides.found.get("redactions_unsure")) - sides.places(sides.found.get("bad_redactions"))
    return _sets(pages, pages & said)


# Items alike


def _near_copies(sides: Sides) -> Compared | None:
    """Pairs much alike. A pair that shares commentary may be called alike too: it is measured as such."""
    if sides.truth.get("similar") is None:
        return None
    wanted = _true_pairs(sides, {"duplicate", "near"})
    return _sets(wanted, _found_pairs(sides, ALIKE) - _true_pairs(sides, {COMMENTARY}))


def _shared_commentary(sides: Sides) -> Compared | None:
    """Pairs with one commentary, or of which the one is commentary that repeats the other."""
    if sides.truth.get("similar") is None:
        return None
    wanted = _true_pairs(sides, {COMMENTARY})
    return _sets(wanted, _found_pairs(sides, {REUSED}) | wanted & _found_pairs(sides, ALIKE))


def _templates(sides: Sides) -> Compared | None:
    """Pairs that share a template only: wanted and found are those that are not reported."""
    if sides.truth.get("similar") is None:
        return None
    return _left_alone(sides, _true_pairs(sides, {"none"}), _found_pairs(sides, ALIKE | {REUSED}))


def _true_pairs(sides: Sides, kinds: Iterable[str]) -> set[Entry]:
    return {tuple(sorted((each["a"], each["b"]))) for each in sides.truth["similar"] if each["kind"] in set(kinds)}


def _found_pairs(sides: Sides, kinds: Iterable[str]) -> set[Entry]:
    return {
        tuple(sorted((sides.true_ids[item["id"]], sides.true_ids.get(other["id"], f"+{other['id']}"))))
        for item in sides.found.get("items") or ()
        for other in item["alike"]
        if other["kind"] in set(kinds)
    }


# The rest


def _active(*, kinds: bool) -> Callable[[Sides], Compared | None]:
    """Pages on which something is linked, embedded or active, with what it is unless only pages are asked."""

    def measure(sides: Sides) -> Compared | None:
        if sides.truth.get("active") is None:
            return None

        def entries(those: Iterable[Answer]) -> Iterable[Entry]:
            return ((*sides.place(each), each["kind"] if kinds else "") for each in those)

        return _sets(entries(sides.truth["active"]), entries(sides.found.get("active") or ()))

    return measure


def _field(key: str, name: str) -> Callable[[Sides], Compared | None]:
    """One answer of the whole portfolio."""

    def measure(sides: Sides) -> Compared | None:
        wanted = (sides.truth.get(key) or {}).get(name)
        if wanted is None:
            return None
        return _sets([(name, wanted)], [(name, (sides.found.get(key) or {}).get(name))])

    return measure


def _exam_present(sides: Sides) -> Compared | None:
    """Whether the certificate that the guidance asks for is there, by the kind: the sets say "present" otherwise."""
    wanted = (sides.truth.get("exam") or {}).get("kind")
    if wanted is None:
        return None
    found = (sides.found.get("exam") or {}).get("kind")
    return _sets([(wanted == WANTED_EXAM,)], [(None if found is None else found == WANTED_EXAM,)])


def _passages(within: int, *, of_found: bool = False) -> Callable[[Sides], Compared | None]:
    """Claims whose right page is among the first so many: wanted are all, or those that were read; found those."""

    def measure(sides: Sides) -> Compared | None:
        if sides.truth.get("passages") is None:
            return None
        asked = (each for each in sides.truth["passages"] if not of_found or _is_read(sides, each))
        claims = {(each["item"], each["subcategory"]): each for each in asked}
        right = [claim for claim, each in claims.items() if _leads(sides, each) <= within]
        return _sets(claims, right)

    return measure


def _is_read(sides: Sides, passage: Answer) -> bool:
    """Whether reading found the item and that it is cited for the sub-category."""
    mine = sides.matched.get(passage["item"])
    read = sides.found.get("claims") or ()
    return mine is not None and {"item": mine["id"], "subcategory": passage["subcategory"]} in read


def _leads(sides: Sides, passage: Answer) -> float:
    """The rank of the first page that shows the claim; without end where none was offered."""
    item = sides.items[passage["item"]]
    right = {sides.place(sides.file_of(item, {**passage, "page": page})) for page in passage["pages"]}
    mine = sides.matched.get(passage["item"])
    offered = (
        each
        for each in sides.found.get("passages") or ()
        if mine and each["item"] == mine["id"] and each["subcategory"] == passage["subcategory"]
    )
    return min((each["rank"] for each in offered if sides.place(each) in right), default=float("inf"))


MEASURES: Final[Mapping[str, Callable[[Sides], Compared | None]]] = {
    "items_found": _items_found,
    "dates": _dates,
    "date_kinds": _date_kinds,
    "author": _answers("author"),
    "roles": _of_items("roles"),
    "roles_as_one": _roles_as_one,
    "simulated": _simulated,
    "mhra_sections": _of_items("mhra", "section"),
    "mhra_on_pages": _references(sections=True),
    "mhra_references": _references(sections=False),
    "mhra_grades": _of_references("grade"),
    "mhra_editions": _of_references("edition"),
    "scope": _of_items("scope", "kind"),
    "scope_on_pages": _scope_on_pages,
    "traps": _of_items("traps"),
    "personal": _personal(likely=False),
    "personal_likely": _personal(likely=True),
    "personal_kinds": _personal_kinds,
    "look_alikes": _look_alikes(likely=False),
    "look_alikes_likely": _look_alikes(likely=True),
    "unread": _unread,
    "bad_redactions": _bad_redactions,
    "good_redactions": _good_redactions,
    "unsure_redactions": _unsure_redactions,
    "near_copies": _near_copies,
    "shared_commentary": _shared_commentary,
    "templates": _templates,
    "active": _active(kinds=True),
    "active_places": _active(kinds=False),
    "exam_present": _exam_present,
    "exam_kind": _field("exam", "kind"),
    "referee_is_applicant": _field("referee", "is_applicant"),
    "signature": _field("referee", "signature"),
    "passage_first": _passages(1),
    "passage_within": _passages(_WITHIN),
    "passage_within_found": _passages(_WITHIN, of_found=True),
}
