"""Words of the highlight sets on a page: plain finds, in the words and lines of the page, computed when it is shown."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mrse_assess.documents import PageWords
from mrse_assess.model.scheme import HighlightSet
from mrse_assess.workbench.date_words import date_runs
from mrse_assess.workbench.evidence_views import Mark
from mrse_assess.workbench.folding import folded
from mrse_assess.workbench.name_words import Name, name_of, name_runs
from mrse_assess.workbench.page_text import Run, is_broken

EDGES = "()[]{}<>.,;:!?\"'`*|"
_PLURAL, _ANY_ENDING = "(s)", "*"


class Piece(NamedTuple):
    """A word made alike, and the words of the page that it is printed as; "MHRA/IPEM" is two."""

    text: str
    run: Run


class Stem(NamedTuple):
    """One word of a phrase and what may follow in the same word: nothing, an s, anything."""

    text: str
    ending: str

    def is_in(self, word: str) -> bool:
        """Whether the word is this one."""
        if self.ending == _ANY_ENDING:
            return word.startswith(self.text)
        return word == self.text or (self.ending == _PLURAL and word == f"{self.text}s")


Phrase = tuple[Stem, ...]


class Finder:
    """What the sets mark, made once for a scheme and an applicant."""

    def __init__(self, sets: Sequence[HighlightSet], applicant_name: str | None) -> None:
        self._sets = sets
        self._name: Name | None = name_of(applicant_name or "")
        self._phrases = {one.id: by_first_sign(map(phrase_of, one.phrases)) for one in sets}

    def marks(self, words: PageWords) -> tuple[Mark, ...]:
        """The marks of every set, in the order of the sets and of the page."""
        found = pieces(words)
        return tuple(
            Mark(set=one.id, text=" ".join(words.texts[run.first : run.last + 1]), boxes=words.boxes_of(*run))
            for one in self._sets
            for run in self._runs(one, words, found)
        )

    def _runs(self, one: HighlightSet, words: PageWords, found: Sequence[Piece]) -> tuple[Run, ...]:
        runs = [*phrase_runs(self._phrases[one.id], found)]
        if one.finds == "dates":
            runs += date_runs(words.texts)
        if one.finds == "applicant" and self._name is not None:
            runs += name_runs(self._name, words.texts)
        return tuple(_apart(runs))


@lru_cache(maxsize=4)
def finder(sets: tuple[HighlightSet, ...], applicant_name: str | None) -> Finder:
    """The finder for a scheme's sets and an applicant."""
    return Finder(sets, applicant_name)


def pieces(words: PageWords) -> list[Piece]:
    """The page's words without marks around them, "'s" and slashes; one broken at a line's end is one."""
    found: list[Piece] = []
    said, begun = "", 0
    for at, text in enumerate(words.texts):
        begun = begun if said else at
        said += folded(text)
        if not is_broken(words, at):
            found += [Piece(bare, Run(begun, at)) for part in said.split("/") if (bare := _bare(part))]
            said = ""
    return found


def _bare(part: str) -> str:
    return part.strip(EDGES).removesuffix("'s")


def phrase_of(text: str) -> Phrase:
    """A phrase of the scheme, ready for looking for it."""
    return tuple(stem for word in text.split() if (stem := _stem(word)).text)


def _stem(word: str) -> Stem:
    for ending in (_PLURAL, _ANY_ENDING):
        if word.endswith(ending):
            return Stem(_bare(folded(word.removesuffix(ending))), ending)
    return Stem(_bare(folded(word)), "")


def by_first_sign(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    """The phrases by the first sign of their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        if phrase:
            found.setdefault(phrase[0].text[0], []).append(phrase)
    return found


def phrase_runs(phrases: dict[str, list[Phrase]], found: Sequence[Piece]) -> Iterator[Run]:
    """Every place of a phrase; where several begin, the longest."""
    for at, piece in enumerate(found):
        for phrase in phrases.get(piece.text[0], ()):
            there = found[at : at + len(phrase)]
            if len(there) == len(phrase) and all(stem.is_in(one.text) for stem, one in zip(phrase, there, strict=True)):
                yield Run(piece.run.first, there[-1].run.last)
                break


def _apart(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs in order; of two that share a word the one that begins first, of those the longer one."""
    last = -1
    for run in sorted(runs, key=lambda run: (run.first, -run.last)):
        if run.first > last:
            last = run.last
            yield run
