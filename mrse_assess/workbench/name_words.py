"""The applicant's name on a page: surname with given names, initials or a title about it, in either order."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mrse_assess.workbench.folding import folded
from mrse_assess.workbench.page_text import Run

_TITLES = frozenset({"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame"})
_QUOTES = "\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
_MARKS = f"()[]{{}}<>,;:!?\"'`*|/{_QUOTES}"
_MOST_INITIALS = 4


class Name(NamedTuple):
    """A person's name, folded: the surname, the names before it, and their first letters."""

    surname: str
    given: tuple[str, ...]

    @property
    def initials(self) -> str:
        """The first letters of the names before the surname."""
        return "".join(name[0] for name in self.given)


def name_of(text: str) -> Name | None:
    """The name without titles and letters after it; None where no surname is left.

    "Dr Ada B. Example, MIPEM" and "Example, Ada B." are read alike.
    """
    before, _, after = text.partition(",")
    turned = len(_parts(before)) == 1 and _parts(after)
    parts = [*_parts(after), *_parts(before)] if turned else _parts(before)
    if not parts or len(parts[-1]) < len("Ng"):
        return None
    return Name(surname=parts[-1], given=tuple(parts[:-1]))


def _parts(text: str) -> list[str]:
    plain = (folded(_bare(word)) for word in text.replace(".", ". ").split())
    return [part for part in plain if part and part not in _TITLES]


def _bare(word: str) -> str:
    return word.strip(_MARKS + ".").removesuffix("'s").removesuffix("\N{RIGHT SINGLE QUOTATION MARK}s")


def name_runs(name: Name, texts: Sequence[str]) -> Iterator[Run]:
    """The words of each place of the name; the surname has a capital, and no other person's initials before it."""
    for at, text in enumerate(texts):
        if _is_surname(name, text):
            first = at
            while first > 0 and _belongs(name, texts[first - 1]):
                first -= 1
            if first == at and at > 0 and _is_other_initial(texts[at - 1]):
                continue
            last = at + 1 if first == at and at + 1 < len(texts) and _follows(name, text, texts[at + 1]) else at
            yield Run(first, last)


def _is_surname(name: Name, text: str) -> bool:
    bare = _bare(text)
    return bare[:1].isupper() and folded(bare) == name.surname


def _belongs(name: Name, text: str) -> bool:
    """Whether a word before the surname is of the same name; a word that ends a sentence or a list's part is not."""
    if text[-1:] in {",", ";", ":", "!", "?", ")"}:
        return False
    plain = folded(_bare(text))
    return plain in _TITLES or plain in name.given or _are_initials(name, text)


def _follows(name: Name, surname: str, text: str) -> bool:
    """Whether the word after the surname is the given name or its initials: "Example, Ada", "Example A.B."."""
    if surname[-1:] in {".", ";", ":", "!", "?", ")"}:
        return False
    return _are_initials(name, text) or (surname.endswith(",") and folded(_bare(text)) in name.given)


def _are_initials(name: Name, text: str) -> bool:
    letters = _letters(text)
    return bool(letters) and all(letter in name.initials for letter in folded(letters))


def _is_other_initial(text: str) -> bool:
    return bool(_letters(text)) and text[-1:] not in {",", ";", ")"}


def _letters(text: str) -> str:
    """The letters of initials ("A", "A.B.", "AB"), "" for another word."""
    bare = _bare(text)
    letters = bare.replace(".", "").replace("-", "")
    short = 1 <= len(letters) <= _MOST_INITIALS and letters.isalpha() and letters.isupper()
    pointed = len(letters) == 1 or "." in bare or "-" in bare or len(letters) <= len("AB")
    return letters if short and pointed else ""
