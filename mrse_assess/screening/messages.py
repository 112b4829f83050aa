"""Heads of messages without "From": as a webmail page prints them, and as a chat does.

"A Example <a.example@trust.example> Fri, 20 Dec 2024 at 10:05" with "To:" under it; "[20/12/2024 10:05] Example, A".
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

_WEBMAIL: Final = re.compile(r"\s*([^<>@\n:]{2,60}\s<[^<>\s]+@[^<>\s]+>)\s+(?:[A-Z][a-z]{2,8},?\s)?(?=.{0,40}\d{4})")
_TO: Final = re.compile(r"\s*(?:To|to|Cc|cc|Reply-To)\b:?\s")
_TO_WITHIN: Final = 3  # lines below
_CHAT: Final = re.compile(r"\s*\[[^\[\]\n]{6,24}\d[:.]\d\d[^\[\]\n]{0,6}\]\s*([A-Z][^\d:\[\]\n]{2,60}?):?\s*$")


class Head(NamedTuple):
    """The head of a message: its line, and where in it the sender is named."""

    line: int
    start: int
    sender: str


def message_heads(lines: Sequence[str]) -> Iterator[Head]:
    """Every such head among the lines, in order."""
    for at in range(len(lines)):
        head = head_at(lines, at)
        if head is not None:
            yield head


def head_at(lines: Sequence[str], at: int) -> Head | None:
    """The head of a message on a line, None where it is none."""
    text = lines[at]
    match = _CHAT.match(text) if "[" in text else None
    if match is None and "@" in text:
        mailed = _WEBMAIL.match(text)
        below = lines[at + 1 : at + 1 + _TO_WITHIN]
        match = mailed if any(map(_TO.match, below)) else None
    return Head(at, match.start(1), match.group(1)) if match else None
