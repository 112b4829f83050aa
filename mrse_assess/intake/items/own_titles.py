"""Titles as items write them themselves: what a file's name shortens stands whole on its first page or in the list."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.cells.phrases import says_simulated
from mrse_assess.intake.front.person_names import as_name
from mrse_assess.intake.items.page_heads import heading_texts
from mrse_assess.intake.text.labels import plain, read_label, squeezed
from mrse_assess.intake.text.lines import PageLines

_TOP_LINES: Final = 12
_FIRST_LINES: Final = 6
_SHORTEST: Final = 8  # letters of a beginning that tells which title is meant
_HEADINGS: Final = 3  # at the top of a page of which one may be the title
_LONGEST: Final = 30  # words
_LONGEST_LINE: Final = 14  # words of a title in the type of the text
_FEW_WORDS: Final = 45  # of a divider
_NOT_TITLE: Final = re.compile(
    r"\b(?:v(?:ersion)?\s?\d[\d.]*|final|draft|copy|signed|scan(?:ned)?|redacted)\b|-?\s?\b20\d\d\b", re.IGNORECASE
)
_TAIL: Final = re.compile(rf"(?:[\s_-]*(?:{_NOT_TITLE.pattern}))+\s*$", re.IGNORECASE)
_SUBJECT: Final = re.compile(r"\s*subject(\s*:\s*|\s+)(?:(?:re|fwd?|fw)\s*:\s*)*(\S.*)", re.IGNORECASE)
_MAILS: Final = (".eml", ".msg")  # whose headers are shown without colons
_WORD: Final = re.compile(r"[a-z]{3,}")
_STEM: Final = 4  # letters
_NOTE: Final = re.compile(r"\s*[(\[]([^()\[\]]{1,40})[)\]]\s*$")
_TO_COME: Final = re.compile(
    r"to (?:follow|come|be (?:sent|added|supplied))(?: \w+){0,3}|not (?:yet )?sent", re.IGNORECASE
)
_INITIALS: Final = re.compile(r"^[A-Z]{2,4}\s+(?=\S)")


def core(title: str) -> str:
    """The title as letters alone, without versions and the like."""
    return squeezed(_NOT_TITLE.sub(" ", title))


def as_written(title: str, page: PageLines | None, listed: Sequence[str] = ()) -> str:
    """The title as the first page, else the contents list, has it: files' names lack signs and are cut short.

    Without a title: the first heading of the page.
    """
    keys = {squeezed(title), squeezed(_TAIL.sub("", title)), core(title), core(_INITIALS.sub("", title))} - {""}
    if not keys:
        return heading_of(page) if page is not None else ""
    texts = (*_texts(page), *_subjects(page)) if page is not None else ()
    whole = next((text for text in (*texts, *listed) if squeezed(text) in keys), None)
    if whole is not None:
        return " ".join(whole.split())
    longest = max(keys, key=len)
    beginnings = {key for key in keys if len(key) >= min(_SHORTEST, len(longest))}
    heads = (*heading_texts(page)[:_HEADINGS], *_subjects(page)) if page is not None else ()
    begun = _begun((*(text for head in heads for text in (head, _unlabelled(head))), *listed), beginnings)
    return begun or title


def spelt_out(name: str, page: PageLines | None) -> str | None:
    """The heading at the top of the page that a file's name in small letters shortens: they share a word; or None."""
    if page is None or any(map(str.isupper, name)):
        return None
    top = squeezed(" ".join(line.text for line in page.lines[:_FIRST_LINES]))
    heads = [text for text in heading_texts(page)[:_HEADINGS] if squeezed(text) in top and _is_title(text)]
    titles = [" ".join(_unlabelled(text).split()) for text in heads]
    shared = [len(_stems(name) & _stems(title)) for title in titles]
    return titles[shared.index(max(shared))] if any(shared) else None


def _stems(text: str) -> set[str]:
    """The beginnings of a text's longer words, by which "yearly" and "year" are one."""
    return {word[:_STEM] for word in _WORD.findall(plain(text).lower().replace("_", " "))}


def _subjects(page: PageLines) -> Iterator[str]:
    """What an e-mail at the top of the page says that it is about."""
    for line in page.lines[:_TOP_LINES]:
        match = _SUBJECT.match(plain(line.text))
        if match and (match.group(1).strip() or page.file.lower().endswith(_MAILS)):
            yield match.group(2)


def without_notes(title: str) -> str:
    """The title without what is said of the item in brackets behind it: that it is simulated, or yet to come."""
    note = _NOTE.search(title)
    said = note is not None and (says_simulated(note.group(1)) or _TO_COME.fullmatch(note.group(1).strip()) is not None)
    rest = title[: note.start()].rstrip(" -\u2013\u2014,;:") if note is not None else ""
    return rest if said and rest else title


def heading_of(page: PageLines) -> str:
    """The first heading of a page where it stands at its top and is no chapter's, else ""."""
    top = squeezed(" ".join(line.text for line in page.lines[:_FIRST_LINES]))
    texts = (text for text in heading_texts(page)[:_HEADINGS] if squeezed(text) in top)
    return next((" ".join(_unlabelled(text).split()) for text in texts if _is_title(text)), "")


def title_on(pages: Sequence[PageLines]) -> str:
    """The title of an item whose label has none behind it: a heading of its first page, or the line below the label.

    Where a label stands alone on a divider, the next page has the title. "" where nothing says so.
    """
    for page in pages[:2]:
        found = heading_of(page) or _below_label(page)
        if found or page.word_count > _FEW_WORDS:
            return found
    return ""


def _below_label(page: PageLines) -> str:
    """The line below a label alone in its line, where it may be a title: a few words that are no sentence."""
    lines = [" ".join(plain(line.text).split()) for line in page.lines[:_TOP_LINES]]
    bare = page.word_count <= _FEW_WORDS  # a divider, on which a number alone is a label too
    labels = [label is not None and not label.rest for label in (read_label(line, bare=bare) for line in lines)]
    for place, text in enumerate(lines[1:], start=1):
        if labels[place - 1] and _is_title(text) and len(text.split()) <= _LONGEST_LINE and text[-1:] not in ".:,;":
            following = lines[place + 1] if place + 1 < len(lines) else ""
            return text if not following[:1].islower() else ""
    return ""


def _is_title(text: str) -> bool:
    """Whether a heading may be a title: words, and no chapter's, person's or page's."""
    label = read_label(text, bare=True)
    if label is not None and label.word and not label.rest:
        return False
    words = [word for word in text.split() if sum(map(str.isalpha, word)) > 1]
    return (label is None or bool(label.word)) and 1 < len(words) <= _LONGEST and as_name(text) is None


def _texts(page: PageLines) -> Iterator[str]:
    lines = [line.text for line in page.lines[:_TOP_LINES]]
    for text in (*heading_texts(page), *lines, *(f"{one} {two}" for one, two in pairwise(lines))):
        yield text
        yield _unlabelled(text)


def _unlabelled(text: str) -> str:
    label = read_label(text, bare=True)
    return label.rest if label is not None and label.rest else plain(text)


def _begun(texts: Iterable[str], beginnings: Iterable[str]) -> str | None:
    """The one text that begins in one of these ways, or None."""
    starts = tuple(beginnings)
    found = {squeezed(text): text for text in texts if starts and squeezed(text).startswith(starts)}
    return " ".join(next(iter(found.values())).split()) if len(found) == 1 else None
