"""Hints said one after another, and which of them go with the last where that turns out to be the next item's.

In "E4, p 1; p 2, step 3 in E5" both hints after the semicolon are those of E5; in "E4, p 1, step 3 in E5" the last.
"""

from enum import StrEnum


class Start(StrEnum):
    """How the first hint of a chain stands to the item before it."""

    APART = "apart"  # after a semicolon or "and"
    BELOW = "below"  # on the line below it, or after a sign that joins as well as it separates
    WITH = "with"


class Link(StrEnum):
    """How a hint stands to the hint before it."""

    NONE = "none"
    CLOSE = "close"
    AND = "and"
    LINE = "line"


class HintChain:
    """The kinds of the hints ("page", "section", "table") since the item named last, or since they were set apart."""

    def __init__(self) -> None:
        self._kinds: list[str] = []
        self._links: list[Link] = []
        self._start = Start.WITH

    @property
    def last(self) -> str:
        """The kind of the last hint, "" for none."""
        return self._kinds[-1] if self._kinds else ""

    @property
    def apart(self) -> bool:
        """Whether the chain was set apart from the item before it."""
        return self._start is Start.APART

    def clear(self) -> None:
        """Begin anew, as after an item."""
        self._kinds, self._links = [], []

    def add(self, kind: str, link: Link, start: Start) -> None:
        """One more hint, which begins a chain where nothing links it to that before."""
        if link is Link.NONE or not self._kinds:
            self.clear()
            self._start = start
        self._kinds.append(kind)
        self._links.append(link)

    def along(self, *, whole: bool = False) -> list[str]:
        """The kinds of the hints before the last that go where the last one goes, in order.

        ``whole``: hints stand before their items in this cell, so that all of the chain go with the last.
        """
        if whole:
            return self._kinds[:-1]
        return self._kinds[self._first() : -1]

    def _first(self) -> int:
        if self._start is Start.APART:
            return 0
        lines = [place for place, link in enumerate(self._links) if place and link is Link.LINE]
        joints = [place for place, link in enumerate(self._links) if place and link is Link.AND]
        if lines or joints:
            return lines[-1] if lines else joints[0]
        return 0 if self._start is Start.BELOW else self._unlike()

    def _unlike(self) -> int:
        """Where the last hints begin of which no two are of one kind; the last one alone where all are such."""
        seen: set[str] = set()
        for place in range(len(self._kinds) - 1, -1, -1):
            if self._kinds[place] in seen:
                return place + 1
            seen.add(self._kinds[place])
        return len(self._kinds) - 1
