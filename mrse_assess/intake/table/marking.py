"""What counts as a mark in a table of ticks."""

from typing import Final

from mrse_assess.intake.text.labels import plain

_NO_MARK: Final = frozenset({"", "-", "--", "n", "no", "0", ".", "n/a", "na", "/"})
_WORDS: Final = frozenset({"yes", "sim", "tick", "(x)", "[x]", "xx", "x*"})


def is_mark(text: str) -> bool:
    """Whether a cell's text is a tick, a cross, "yes" or any other single character that does not deny."""
    low = plain(text).strip().lower()
    return low in _WORDS or (len(low) == 1 and low not in _NO_MARK)


def is_empty(text: str) -> bool:
    """Whether a cell's text says that there is no mark."""
    return plain(text).strip().lower() in _NO_MARK
