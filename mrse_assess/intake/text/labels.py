"""Labels of evidence items: "Evidence 07", "E7", "Appendix B", "07_quench_email.pdf", read and put in one form.

The form is the applicant's own label without the word before it and without leading zeros: "7", "4a", "B".
"""

import re
import unicodedata
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.text.words import (
    FILE_ENDINGS,
    GLUED_ITEM_WORDS,
    ITEM_WORDS,
    LETTERED_WORDS,
    NUMBER_WORDS,
)

_PART_ROMAN: Final = r"ix|iv|vi{1,3}|i{2,3}|xi{0,3}"
_NUMBERED: Final = re.compile(
    r"0*(\d{1,4}(?:\.\d{1,3}){0,3})"
    rf"(?:\s?\(((?i:[a-iv]|{_PART_ROMAN}))\)|((?i:{_PART_ROMAN})(?!\w)|[a-zA-Z]?))(?![^\W_]|\.\d)"
)
_SHORT_WORD: Final = 2  # letters of a word that may end another
_SIGN: Final = re.compile(r"(?:#|[Nn][Oo][.\s]|\u2116)\s*(?=\d)")
_NO_SUFFIX: Final = frozenset("tTvVxXmM")  # after a bare number these are units or versions: "3T magnet", "2x"
_LETTERED: Final = re.compile(r"([A-Z])[-.]?0*(\d{0,3})(?![^\W_]|[-'][^\W_]|\.[^\W\d_])")
_ROMAN: Final = re.compile(
    r"(?:(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3}))(?![^\W_])(?!-[^\W\d_]|'|\.[^\W\d_])"
)
_SMALL_ROMAN: Final = re.compile(r"[ivx](?=\s*(?:$|[:.)|\]_-]|\s[A-Z0-9]))(?!\.\w)")
"""One small letter that counts: "Appendix v: Siting study". In a sentence ("appendix i sent") it is a word."""

_BARE_ROMAN: Final = re.compile(r"((?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3}))\s*(?:[.:)\]|]|\s-\s|$)")
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10}
_PREFIX: Final = re.compile(
    r"(?:portfolio|supporting|supp|supplementary|additional|submitted|written|pieces?\sof)\.?\s+(?=[a-z])",
    re.IGNORECASE,
)
_PREFIXED: Final = re.compile(r"(?:sections?|sect?|parts?|information|materials?)\.?\s*(?=#?\d)", re.IGNORECASE)
_FILE_DATE: Final = re.compile(r"(?:\d{4}[-. ]?\d{2}[-. ]?\d{2}|\d{1,2}[-.]\d{1,2}[-.]\d{2,4})(?!\d)[\s._-]*")
_IN_NAME: Final = re.compile(
    r"(?<![A-Za-z])(?:"
    + "|".join(sorted(ITEM_WORDS | GLUED_ITEM_WORDS, key=len, reverse=True))
    + r")\.?[\s#:.-]{0,3}(?:no\.?\s*)?\d{1,3}(?:\.\d{1,3})*[a-h]?(?![^\W_])",
    re.IGNORECASE,
)
_LETTER_IN_NAME: Final = re.compile(
    r"(?<![A-Za-z])(?:"
    + "|".join(sorted((word for word in ITEM_WORDS if len(word) > _SHORT_WORD), key=len, reverse=True))
    + r")\.?\s(?-i:[A-Z]|[IVX]+)(?![^\W_])",
    re.IGNORECASE,
)
_GLUED_LETTERS: Final = re.compile(  # "EvidenceIV", "AppendixB" in names of files
    r"(?<![A-Za-z])("
    + "|".join(sorted((word.capitalize() for word in ITEM_WORDS if len(word) > _SHORT_WORD), key=len, reverse=True))
    + r")([IVX]{1,6}|[A-Z])(?![A-Za-z])"
)
_SEPARATED: Final = re.compile(r"[^\W_]?[^\w\s]|[^\w\s]")  # what must stand after a letter that is no word
_LETTER_CUT: Final = re.compile(r"(?<=^[A-Z])_+")
_FRAMED: Final = re.compile(r"[(\[{]\s*(\w{1,4}(?:\.\d{1,2})?)\s*[)\]}][\s.:-]*")
_PART_WORD: Final = re.compile(
    r"(?<![A-Za-z])(sections?|sect?|folder|number|nr|no)\.?\s?(?=\d{1,3}(?!\d))", re.IGNORECASE
)
_WORD: Final = re.compile(r"[A-Za-z]{1,12}")
_SINGULARS: Final = {
    **dict.fromkeys(("e", "ev", "evs", "evid", "evidences"), "evidence"),
    **dict.fromkeys(("app", "apps", "appx", "appxs", "appendices"), "appendix"),
    **dict.fromkeys(("annexe", "annexes"), "annex"),
    **dict.fromkeys(("doc", "docs", "documents"), "document"),
    **dict.fromkeys(("att", "attach"), "attachment"),
    **dict.fromkeys(("ex", "exh", "exhs"), "exhibit"),
    **dict.fromkeys(("enc", "encs", "encl"), "enclosure"),
    "ref": "reference",
    "entries": "entry",
}
_NOT_LETTERS: Final = re.compile(r"[\W_]+")
_BETWEEN: Final = re.compile(r"[\s.:#_\-\u2013]{0,4}")
_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\ufe58\uff0d\u2192"), "-")


class Label(NamedTuple):
    """A label at the start of a text. ``word`` is the word before it in lower case, "" when there is none.

    ``written`` is the label as it stands, ``rest`` what follows it without the separator.
    """

    word: str
    id: str
    written: str
    rest: str


def plain(text: str) -> str:
    """The text with compatibility forms, dashes, quotes and spaces made plain; the length may change."""
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKC", text).translate(_DASHES).replace("\u00ad", "").replace("\u200b", "")
    return folded.replace("\u2019", "'")


def squeezed(text: str) -> str:
    """A title as its letters and digits alone, in lower case."""
    return _NOT_LETTERS.sub("", plain(text).lower())


def numbered_id(digits: str, suffix: str = "") -> str:
    """The id of a numbered label: "07" is "7", "4" with "A" is "4a", "04.1" is "4.1"."""
    parts = [part.lstrip("0") or "0" for part in digits.split(".")]
    return ".".join(parts) + suffix.lower()


def lettered_id(letters: str, digits: str = "") -> str:
    """The id of a lettered label: "b" is "B", "b" with "02" is "B2"."""
    return letters.upper() + (digits.lstrip("0") if digits else "")


def read_label(text: str, *, bare: bool = False) -> Label | None:
    """The label that the text begins with, or None. ``bare`` also takes a number without a word before it."""
    text = plain(text).strip()
    if (prefix := _PREFIX.match(text)) and (found := _prefixed(text, prefix.end())):
        return found
    if sign := _SIGN.match(text):
        return _numbered(text, "no", sign.end())
    word_match = _WORD.match(text)
    if word_match is None:
        return _bare_label(text) if bare else None
    word = word_match.group().lower()
    after = text[word_match.end() :]
    glued = bool(after) and after[0].isdecimal()
    if word not in ITEM_WORDS and not (word in GLUED_ITEM_WORDS and (glued or after.startswith(("-", ".", " ", "_")))):
        return _bare_letters(text, word) if bare else None
    start = word_match.end() + _width(after)
    second = _WORD.match(text, start)
    if second and (second.group().lower() in NUMBER_WORDS or second.group().lower() in ITEM_WORDS):
        start = second.end() + _width(text[second.end() :])
        word = second.group().lower() if second.group().lower() in ITEM_WORDS else word
    found = _after_word(text, word, start)
    return _lettered(text, "", 0) if found is None and bare and word_match.end() == 1 else found


def _prefixed(text: str, start: int) -> Label | None:
    """The label after a word such as "supporting", with that word: "Supporting document 3", "Portfolio section 3"."""
    part = _PREFIXED.match(text, start)
    found = _numbered(text, "section", part.end()) if part else read_label(text[start:])
    if found is None or part:
        return found
    return found._replace(written=text[:start] + found.written) if found.word else None


def singular(word: str) -> str:
    """One form for the words before a label, so that "Ev." and "Evidence" count as the same."""
    return _SINGULARS.get(word, word.removesuffix("s"))


def stem(file: str) -> str:
    """The name of a file without folders and ending."""
    name = file.replace("\\", "/").rsplit("/", 1)[-1]
    head, dot, ending = name.rpartition(".")
    return head if dot and ending.lower() in FILE_ENDINGS else name


def file_label(file: str) -> Label | None:
    """The label in a file's name, or None: "07_quench_email.pdf" is "7", and so is "2024-05-06 audit (E7).pdf".

    A word with its number counts wherever it stands, a number alone only at the beginning and a letter only before a
    separator. Dates, versions and field strengths are no labels.
    """
    name = _LETTER_CUT.sub(" - ", plain(stem(file))).replace("_", " ").strip()
    name = _GLUED_LETTERS.sub(r"\1 \2", name)
    name = name[dated.end() :] if (dated := _FILE_DATE.match(name)) else name
    name = f"{framed.group(1)} - {name[framed.end() :]}" if (framed := _FRAMED.match(name)) else name
    found = read_label(name, bare=True)
    if found is not None and found.word:
        return found
    if inner := _IN_NAME.search(name) or _LETTER_IN_NAME.search(name):
        label = read_label(inner.group())
        if label is not None:
            return label._replace(
                rest=" ".join((name[: inner.start()] + name[inner.end() :]).split()).strip(" -()[],.")
            )
    if found is not None and _bare_in_name(name, found):
        return found
    part = _PART_WORD.search(name)
    return _numbered(name, "section", part.end()) if part else None


def _bare_in_name(name: str, found: Label) -> bool:
    """Whether a name begins with a bare label: not with a date, a year or a letter that is a word."""
    if not found.id[0].isdecimal():
        following = name[len(found.written) :].lstrip()
        return bool(_SEPARATED.match(found.written[-1:] + following[:1])) or not following
    return not re.match(r"\d{4}\b|\d{1,2}-\d{1,2}-\d", name)


def names_file(text: str) -> bool:
    """Whether the text is the name of a file, with its ending, which a narrow cell may have broken over lines."""
    squeezed = "".join(plain(text).split())
    head, dot, ending = squeezed.rpartition(".")
    return bool(head and dot) and ending.lower() in FILE_ENDINGS


def path_label(text: str) -> Label:
    """The label of the file that the text names: that in its name, else the name. Line breaks count for nothing."""
    path = " ".join("".join(plain(text).splitlines()).split())
    name = stem(path)
    label = file_label(path)
    return label._replace(rest="") if label is not None else Label("", name, name, "")


def file_id(file: str) -> str:
    """The id of an item that is a file: its label, else the name without the ending."""
    label = file_label(file)
    return label.id if label else stem(file)


def id_key(evidence_id: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts ids as a person would: 2 before 10, 4a before 4b, numbers before letters, IX before X."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, _in_order(part))
        for part in re.findall(r"\d+|[^\d.]+", evidence_id)
    )


def _in_order(letters: str) -> str:
    """Letters so that Roman numerals sort by value: I, II, IV, V, IX, X; single letters stay in their places."""
    if len(letters) == 1 or not _ROMAN.fullmatch(letters):
        return letters
    values = [_ROMAN_VALUES[each] for each in letters.upper()]
    value = sum(-one if one < other else one for one, other in pairwise([*values, 0]))
    base = max((each for each, worth in _ROMAN_VALUES.items() if worth <= value), key=_ROMAN_VALUES.__getitem__)
    return f"{base.lower() if letters.islower() else base}~{value:02}"


def _width(text: str) -> int:
    found = _BETWEEN.match(text)
    return found.end() if found else 0


def _bare_letters(text: str, word: str) -> Label | None:
    """A letter, or a Roman numeral that stands before a sign or alone: "B Title", "IV. Title", "(ii)"."""
    if len(word) == 1:
        return _lettered(text, "", 0)
    roman = _BARE_ROMAN.match(text)
    if roman is None:
        return None
    return Label("", roman.group(1).upper(), text[: roman.end(1)].strip(), _rest(text, roman.end(1)))


def _bare_label(text: str) -> Label | None:
    label = _numbered(text, "", 0)
    return None if label is not None and label.written[-1] in _NO_SUFFIX else label


def _after_word(text: str, word: str, start: int) -> Label | None:
    found = _numbered(text, word, start)
    if found is None and (word in LETTERED_WORDS or start < len(text)):
        found = _lettered(text, word, start)
    return found


def _numbered(text: str, word: str, start: int) -> Label | None:
    match = _NUMBERED.match(text, start)
    if match is None:
        return None
    suffix = match.group(2) or match.group(3) or ""
    return Label(word, numbered_id(match.group(1), suffix), text[: match.end()].strip(), _rest(text, match.end()))


def _lettered(text: str, word: str, start: int) -> Label | None:
    roman = _ROMAN.match(text, start) if word else None
    if roman and len(roman.group()) > 1:
        return Label(word, roman.group().upper(), text[: roman.end()].strip(), _rest(text, roman.end()))
    small = _SMALL_ROMAN.match(text, start) if word in LETTERED_WORDS and len(word) > _SHORT_WORD else None
    if small is not None:
        return Label(word, small.group().upper(), text[: small.end()].strip(), _rest(text, small.end()))
    match = _LETTERED.match(text, start)
    if match is None:
        return None
    return Label(
        word, lettered_id(match.group(1), match.group(2)), text[: match.end()].strip(), _rest(text, match.end())
    )


def _rest(text: str, start: int) -> str:
    return text[start:].lstrip(" .:;,)-_|\t").strip()
