"""How references stand in a cell: the applicant's manner, kept through the whole table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from benchmarks.reading_set.set_aside.claims import Claims, Ref
from benchmarks.reading_set.set_aside.labels import ranged

PageOf = Callable[[str, int], int]
"""From an item's id and a page in the item to the number that this applicant counts it as."""


@dataclass(frozen=True, kw_only=True)
class Manner:
    """One applicant's way: ``form`` of a reference, words for pages, what joins references, how simulation is said."""

    form: str  # "paren", "comma", "see", "bare", "titled", "file"
    one: str  # "p. "
    many: str  # "pp. "
    dash: str
    joint: str
    simulated: str  # " (simulated)"
    long: bool
    page_column: bool


def draw_manner(rng: Random, shape: dict[str, str]) -> Manner:
    """A manner that can say what this portfolio has to say."""
    forms = ["paren", "paren", "comma", "see", "titled"]
    if shape["system"] in {"number", "padded", "letter"}:
        forms += ["bare", "bare"]
    if shape["files"] == "each":
        forms += ["file", "file"]
    page_column = shape["hints"] == "yes" and rng.random() < 0.3
    words = (("p. ", "pp. "), ("p", "pp"), ("page ", "pages "), ("p.", "pp."), ("pg ", "pgs "))
    one, many = ("", "") if page_column and rng.random() < 0.5 else rng.choice(words)
    return Manner(
        form=rng.choice(forms),
        one=one,
        many=many,
        dash=rng.choice(("-", "-", "\u2013")),
        joint=rng.choice(("; ", "\n", "\n")),
        simulated=rng.choice(
            (" (simulated)", " [simulated evidence]", " (hypothetical scenario)", " - simulated", " (simulation)", " *")
        ),
        long=rng.random() < 0.5,
        page_column=page_column,
    )


def page_words(manner: Manner, numbers: Sequence[int]) -> str:
    """Pages with the word before them, as in "pp. 3-5"."""
    return (manner.one if len(numbers) == 1 else manner.many) + ranged(numbers, manner.dash)


def hint_words(manner: Manner, ref: Ref, page_of: PageOf) -> str:
    """What the reference says of pages and parts, or nothing."""
    said = [] if ref.pages is None else [page_words(manner, [page_of(ref.item, page) for page in ref.pages])]
    return ", ".join(said + ([ref.part.written] if ref.part else []))


def name_words(manner: Manner, ref: Ref, claims: Claims, file_of: Callable[[str], str]) -> str:
    """What the item is called in the cell."""
    item = claims.item(ref.item)
    label = claims.labels.long(ref.item) if manner.long else claims.labels.brief(ref.item)
    if manner.form == "file" and item is not None:
        return file_of(ref.item)
    if manner.form == "bare":
        return claims.labels.written(ref.item)
    return f"{label} {item.title}" if manner.form == "titled" and item is not None else label


def reference(manner: Manner, ref: Ref, claims: Claims, page_of: PageOf, file_of: Callable[[str], str]) -> str:
    """One reference in full."""
    name, hint = name_words(manner, ref, claims, file_of), hint_words(manner, ref, page_of)
    note = manner.simulated if ref.simulated else ""
    if not hint:
        return ("see " if manner.form == "see" else "") + name + note
    if manner.form == "see":
        return f"see {name}, {hint}{note}"
    return (f"{name}, {hint}" if manner.form in {"comma", "titled"} else f"{name} ({hint})") + note


def cell(manner: Manner, refs: Sequence[Ref], claims: Claims, page_of: PageOf, file_of: Callable[[str], str]) -> str:
    """All references of a row, shortened to lists and ranges where nothing but ids is said."""
    plain = all(ref.pages is None and ref.part is None and not ref.simulated for ref in refs)
    if plain and len(refs) > 1 and manner.form in {"bare", "paren", "comma"}:
        return _list(manner, refs, claims)
    return manner.joint.join(reference(manner, ref, claims, page_of, file_of) for ref in refs)


def _list(manner: Manner, refs: Sequence[Ref], claims: Claims) -> str:
    if manner.form == "bare" and claims.labels.system == "number":
        return ranged([int(ref.item) for ref in refs], manner.dash)
    if manner.form == "paren" and manner.long:
        ids = [claims.labels.written(ref.item) for ref in refs]
        return f"{claims.labels.plural} {', '.join(ids[:-1])} and {ids[-1]}"
    if manner.form == "bare":
        return ", ".join(claims.labels.written(ref.item) for ref in refs)
    numbers = [int(ref.item) for ref in refs if ref.item.isdigit()]
    run = len(numbers) == len(refs) > 2 and all(b == a + 1 for a, b in pairwise(sorted(numbers)))
    names = [claims.labels.brief(ref.item) for ref in refs]
    return f"{names[0]}{manner.dash}{names[-1]}" if run else ", ".join(names)
