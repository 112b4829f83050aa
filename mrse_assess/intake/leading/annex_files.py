"""Parts of an item that are files of their own: "Evidence 3, Annex B" where a file beside the item is called so."""

import re
from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.text.labels import plain, stem
from mrse_assess.intake.text.page_numbers import Place

_FAMILIES: Final = (
    r"annexe?s?|appendix|appendices|appx?",
    r"attachments?|att|enclosures?|encl?",
    r"parts?|pt",
    r"schedules?",
    r"tabs?",
)
"""Words for one kind of part: a file's name may have another of them than the reference."""


def named_file(part: str, said: str, pages: Sequence[Place]) -> tuple[Place, ...]:
    """The pages of the one file of an item whose name says that it is this part; () where none does, or several.

    ``said`` are the words of the reference, which call the part an annex's, an attachment's or the like.
    """
    files = dict.fromkeys(file for file, _ in pages)
    if len(files) < 2 or not re.fullmatch(r"[A-Za-z]|\d{1,2}|[IVXivx]{1,4}", part):  # noqa: PLR2004 - one has no others beside it
        return ()
    number = rf"(?<![A-Za-z\d])(?:{{}})[\s._-]*(?:nos?\.?\s*)?0*{re.escape(part)}(?![^\W_])"
    for words in _FAMILIES:
        wanted = re.compile(number.format(words), re.IGNORECASE)
        if wanted.search(plain(said)):
            named = [file for file in files if wanted.search(plain(stem(file)).replace("_", " "))]
            return tuple(place for place in pages if place[0] == named[0]) if len(named) == 1 else ()
    return ()
