"""Phrases of the data as patterns, for what is parted otherwise than into words: dates, numbers, signs in between."""

import re
from collections.abc import Sequence
from functools import lru_cache


@lru_cache(maxsize=256)
def any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words, capitals or not, over the ends of lines.

    A phrase is words as they are printed. A word that ends in ``*`` is found with any ending; ``|`` between words
    without spaces means either of them; nothing else has a meaning of its own.
    """
    if not phrases:
        return re.compile(r"(?!)")
    longest_first = map(_pattern, sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w){_quick(phrases)}(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)


def _quick(phrases: Sequence[str]) -> str:
    """A look at the first sign alone, which spares most places of a text the long list."""
    firsts = {word[0] for phrase in phrases for word in phrase.replace("-", " ").split()[0].split("|") if word}
    return "" if "*" in firsts else f"(?=[{''.join(map(re.escape, sorted(firsts)))}])"


def _pattern(phrase: str) -> str:
    return r"[\s-]+".join(map(_word, phrase.replace("-", " ").split()))


def _word(word: str) -> str:
    either = (re.escape(each.removesuffix("*")) + (r"\w*" if each.endswith("*") else "") for each in word.split("|"))
    return f"(?:{'|'.join(either)})"
