"""Labels of evidence items: "Evidence 07", "E7", "Appendix B", "07_quench_email.pdf", read and put in one form.

The form is the applicant's own label without the word before it and without leading zeros: "7", "4a", "B".
"""

import re
import unicodedata
from typing import Final, NamedTuple

from mrse_assess.intake.words import (
    FILE_ENDINGS,
    GLUED_ITEM_WORDS,
    ITEM_WORDS,
    LETTERED_WORDS,
    NUMBER_WORDS,
)

_NUMBERED: Final = re.compile(r"0*(\d{1,4}(?:\.\d{1,3}){0,3})([a-zA-Z]?)(?![^\W_])")
_LETTERED: Final = re.compile(r"([A-Z])[-.]?0*(\d{0,3})(?![^\W_])")
_ROMAN: Final = re.compile(r"(?=[IVX])(X{0,2}(?:IX|IV|V?I{0,3}))(?![^\W_])")
_WORD: Final = re.compile(r"[A-Za-z]{1,12}")
_BETWEEN: Final = re.compile(r"[\s.:#_\-\u2013]{0,4}")
_DASHES: Final = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\ufe58\uff0d"), "-")


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
    word_match = _WORD.match(text)
    if word_match is None:
        return _bare_label(text) if bare else None
    word = word_match.group().lower()
    after = text[word_match.end() :]
    glued = bool(after) and after[0].isdecimal()
    if word not in ITEM_WORDS and not (word in GLUED_ITEM_WORDS and (glued or after[:1] in "-. _")):
        return _lettered(text, "", 0) if bare and len(word) == 1 else None
    start = word_match.end() + _width(after)
    second = _WORD.match(text, start)
    if second and (second.group().lower() in NUMBER_WORDS or second.group().lower() in ITEM_WORDS):
        start = second.end() + _width(text[second.end() :])
        word = second.group().lower() if second.group().lower() in ITEM_WORDS else word
    return _after_word(text, word, start)


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
    """The label in a file's name ("07_quench_email.pdf" is "7"), or None."""
    name = stem(file).replace("_", " ")
    found = read_label(name, bare=True)
    if found is None or (not found.word and re.match(r"\d{4}\b|\d{1,2}-\d{1,2}-\d", plain(name))):
        return None
    return found


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
    return _numbered(text, "", 0)


def _after_word(text: str, word: str, start: int) -> Label | None:
    found = _numbered(text, word, start)
    if found is None and (word in LETTERED_WORDS or start < len(text)):
        found = _lettered(text, word, start)
    return found


def _numbered(text: str, word: str, start: int) -> Label | None:
    match = _NUMBERED.match(text, start)
    if match is None:
        return None
    return Label(
        word, numbered_id(match.group(1), match.group(2)), text[: match.end()].strip(), _rest(text, match.end())
    )


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
