"""Colours as shares of red, green and blue, and what the pixels of a place say about them."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL import Image

Colour = tuple[float, ...]

_LEVELS = 255
_ALIKE = 0.2  # share by which every part of two colours may differ for letters to be hard to see
_SAME = 0.19  # share by which a fill may be drawn off its own colour
_PAPER = 0.92  # share of each part from which a colour is that of paper
_DARK = 0.85  # lightness below which a fill stands out from paper
_INK, _GREY = 4, 1


def rgb(colour: Colour) -> tuple[float, float, float]:
    """The colour in light, whatever it was given in."""
    if len(colour) == _INK:
        cyan, magenta, yellow, black = colour
        return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
    if len(colour) == _GREY:
        return colour[0], colour[0], colour[0]
    return (colour[0], colour[1], colour[2]) if colour else (0.0, 0.0, 0.0)


def alike(one: Colour, other: Colour) -> bool:
    """Whether letters of one colour are hard to see on the other."""
    return max(abs(a - b) for a, b in zip(rgb(one), rgb(other), strict=True)) <= _ALIKE


def is_paper(colour: Colour) -> bool:
    """Whether the colour is that of paper."""
    return min(rgb(colour)) >= _PAPER


def is_dark(colour: Colour) -> bool:
    """Whether an area of the colour stands out from paper."""
    red, green, blue = rgb(colour)
    return 0.3 * red + 0.59 * green + 0.11 * blue < _DARK


class Look(NamedTuple):
    """What a place looks like: its colour in the middle, and how much (levels of 255) its pixels differ."""

    colour: tuple[float, ...]
    differ: int

    def is_of(self, colour: Colour) -> bool:
        """Whether the place has this colour."""
        return max(abs(a - b) for a, b in zip(self.colour, rgb(colour), strict=True)) <= _SAME


def looked(image: "Image.Image") -> Look:
    """The look of the pixels of a place."""
    extremes = [(int(low), int(high)) for low, high in image.getextrema()]  # type: ignore[misc]
    middle = tuple((low + high) / 2 / _LEVELS for low, high in extremes)
    return Look(middle, max(high - low for low, high in extremes))


def dark_share(image: "Image.Image") -> float:
    """The share of pixels that are darker than half."""
    levels = image.convert("L").histogram()
    return sum(levels[: _LEVELS // 2]) / max(sum(levels), 1)
