"""What an assessor says to the applicant in their own words, in place of a reason's sentence."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from mrse_assess.errors import BadRequestError

_LINE: Final = re.compile(r"(\w+): (\S.*)")


class Wording(NamedTuple):
    """A sentence in an assessor's own words, in place of the one that the reason has."""

    reason: str
    sentence: str


def wordings(text: str) -> tuple[Wording, ...]:
    """The wordings in a text of one line each, "reason: sentence". The inverse of :func:`joined_wordings`.

    Raises:
        BadRequestError: a line is not of this form, or a reason is there twice.
    """
    found = [_LINE.fullmatch(line) for line in text.split("\n")] if text else []
    made = tuple(Wording(one[1], one[2]) for one in found if one)
    if len({one.reason for one in made}) != len(found):
        raise BadRequestError("Own words are one line for each reason: the reason's id, a colon, and the sentence.")
    return made


def joined_wordings(given: Iterable[Wording]) -> str:
    """The wordings as a text of one line each.

    Raises:
        BadRequestError: a sentence has a line break, or what is given could not be read back.
    """
    values = tuple(given)
    text = "\n".join(f"{reason}: {sentence}" for reason, sentence in values)
    if wordings(text) != values:
        raise BadRequestError("Own words for a reason are one line of text, and each reason has them once.")
    return text


def on_one_line(text: str) -> str:
    """The text with each run of white space, line breaks included, as one space, and none around it."""
    return " ".join(text.split())
