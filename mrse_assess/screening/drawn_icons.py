"""Icons that a page draws with the name of a file under them and nothing behind (guidance, clause G9).

What Word embeds becomes in a PDF a picture, which is found where files are looked into, or a drawing, which is found
here among the shapes of the page.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from mrse_assess.documents.facts.captions import is_caption
from mrse_assess.intake.text.lines import FileLines, PageLines, box_of, segments
from mrse_assess.model.facts import Carried, FileFacts
from mrse_assess.model.pages import Word
from mrse_assess.model.places import Box, Locator

_SIDES: Final = (14.0, 130.0)  # points of either side of an icon
_SHAPE: Final = 2.6  # times that one side is longer at most
_BELOW: Final = (-4.0, 24.0)  # points from the icon's bottom to its caption's top
_ASIDE: Final = 14.0  # points by which the caption's middle or beginning may be off the icon's
_LETTERS: Final = 2  # of the sign that an icon may bear


def drawn_icons(file: FileLines, facts: FileFacts) -> Iterator[tuple[Locator, Carried]]:
    """Such icons with their places, but for those behind which something is carried."""
    named = {one.name.casefold() for one in facts.carried if one.kind in {"attachment", "embedded_object"}}
    for page in file.pages:
        boxes = [shape[:4] for shape in page.page.drawn if shape.filled and _is_icon(shape[:4])]
        for words in _captions(page) if boxes else ():
            text = " ".join(word.text for word in words)
            whole = next((both for box in boxes if (both := _together(page, box, words))), None)
            if whole and text.casefold() not in named and not _is_carried(facts, page.number, whole):
                yield (
                    Locator(file=file.file, page=page.number, box=whole),
                    Carried("dead_icon", page.number, text, whole),
                )


def _captions(page: PageLines) -> Iterator[Sequence[Word]]:
    for line in page.lines:
        for words in segments(line):
            if is_caption(" ".join(word.text for word in words)):
                yield words


def _is_icon(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    right_size = all(_SIDES[0] <= side <= _SIDES[1] for side in (width, height))
    return right_size and max(width, height) <= _SHAPE * min(width, height)


def _together(page: PageLines, icon: Box, caption: Sequence[Word]) -> Box | None:
    """The box around an icon and its caption where they belong together; an icon holds no words, but for a sign."""
    box = box_of(caption)
    if box is None or not _BELOW[0] <= box[1] - icon[3] <= _BELOW[1]:
        return None
    aside = min(abs((box[0] + box[2] - icon[0] - icon[2]) / 2), abs(box[0] - icon[0]))
    held = [word for word in page.page.words if _meet(icon, word[:4]) and word not in caption]
    if aside > _ASIDE or any(len(word.text) > _LETTERS for word in held):
        return None
    return min(icon[0], box[0]), min(icon[1], box[1]), max(icon[2], box[2]), max(icon[3], box[3])


def _is_carried(facts: FileFacts, page: int, whole: Box) -> bool:
    """Whether something linked, embedded or found already lies at the place."""
    return any(one.box is not None and one.page == page and _meet(whole, one.box) for one in facts.carried)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
