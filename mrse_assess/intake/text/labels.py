"""Labels of evidence items: "Evidence 07", "E7", "Appendix B", "07_quench_email.pdf", read and put in one form.

The form is the applicant's own label without the word before it and without leading zeros: "7", "4a", "B".
"""

import re
import unicodedata
from typing import Final, NamedTuple

from mrse_assess.intake.text.words import (
    FILE_ENDINGS,
    GLUED_ITEM_WORDS,
    ITEM_WORDS,
    LETTERED_WORDS,
    NUMBER_WORDS,
)

_NUMBERED: Final = re.compile(r"0*(\d{1,4}(?:\.\d{1,3}){0,3})(?:\s?\(([a-h])\)|([a-zA-Z]?))(?![^\W_]|\.\d)")
_SIGN: Final = re.compile(r"(?:#|[Nn][Oo][.\s]|\u2116)\s*(?=\d)")
_NO_SUFFIX: Final = frozenset("tTvVxXmM")  # after a bare number these are units or versions: "3T magnet", "2x"
_LETTERED: Final = re.compile(r"([A-Z])[-.]?0*(\d{0,3})(?![^\W_]|[-'][^\W_]|\.[^\W\d_])")
_ROMAN: Final = re.compile(r"(?=[IVX])(X{0,2}(?:IX|IV|V?I{0,3}))(?![^\W_])")
_FILE_DATE: Final = re.compile(r"(?:\d{4}[-. ]?\d{2}[-. ]?\d{2}|\d{1,2}[-.]\d{1,2}[-.]\d{2,4})(?!\d)[\s._-]*")
_IN_NAME: Final = re.compile(
    r"(?<![A-Za-z])(?:"
    + "|".join(sorted(ITEM_WORDS | GLUED_ITEM_WORDS, key=len, reverse=True))
    + r")\.?[\s#:.-]{0,3}(?:no\.?\s*)?\d{1,3}(?:\.\d{1,3})*[a-h]?(?![^\W_])",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[A-Za-z]{1,12}")
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
    if sign := _SIGN.match(text):
        return _numbered(text, "no", sign.end())
    word_match = _WORD.match(text)
    if word_match is None:
        return _bare_label(text) if bare else None
    word = word_match.group().lower()
    after = text[word_match.end() :]
    glued = bool(after) and after[0].isdecimal()
    if word not in ITEM_WORDS and not (word in GLUED_ITEM_WORDS and (glued or after.startswith(("-", ".", " ", "_")))):
        return _lettered(text, "", 0) if bare and len(word) == 1 else None
    start = word_match.end() + _width(after)
    second = _WORD.match(text, start)
    if second and (second.group().lower() in NUMBER_WORDS or second.group().lower() in ITEM_WORDS):
        start = second.end() + _width(text[second.end() :])
        word = second.group().lower() if second.group().lower() in ITEM_WORDS else word
    found = _after_word(text, word, start)
    return _lettered(text, "", 0) if found is None and bare and word_match.end() == 1 else found


def singular(word: str) -> str:
    """One form for the words before a label, so that "Ev." and "Evidence" count as the same."""
    if word in {"e", "ev", "evid", "evidences"}:
        return "evidence"
    if word in {"app", "appendices"}:
        return "appendix"
    if word in {"annexe", "annexes"}:
        return "annex"
    if word in {"doc", "docs", "documents"}:
        return "document"
    return {"att": "attachment", "ref": "reference", "entries": "entry"}.get(word, word.removesuffix("s"))


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
    name = plain(stem(file)).replace("_", " ").strip()
    name = name[dated.end() :] if (dated := _FILE_DATE.match(name)) else name
    found = read_label(name, bare=True)
    if found is not None and found.word:
        return found
    if inner := _IN_NAME.search(name):
        label = read_label(inner.group())
        if label is not None:
            return label._replace(
                rest=" ".join((name[: inner.start()] + name[inner.end() :]).split()).strip(" -()[],.")
            )
    if found is None or not _bare_in_name(name, found):
        return None
    return found


def _bare_in_name(name: str, found: Label) -> bool:
    """Whether a name begins with a bare label: not with a date, a year or a letter that is a word."""
    following = name[len(found.written) : len(found.written) + 2].strip()
    if not found.id[0].isdecimal():
        return not following[:1].isalnum()
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
    """A key that sorts ids as a person would: 2 before 10, 4a before 4b, numbers before letters."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.findall(r"\d+|[^\d.]+", evidence_id)
    )


def _width(text: str) -> int:
    found = _BETWEEN.match(text)
    return found.end() if found else 0


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
    if word in LETTERED_WORDS:
        roman = _ROMAN.match(text, start)
        if roman and len(roman.group()) > 1:
            return Label(word, roman.group(), text[: roman.end()].strip(), _rest(text, roman.end()))
    match = _LETTERED.match(text, start)
    if match is None:
        return None
    return Label(
        word, lettered_id(match.group(1), match.group(2)), text[: match.end()].strip(), _rest(text, match.end())
    )


def _rest(text: str, start: int) -> str:
    return text[start:].lstrip(" .:;,)-_|\t").strip()
