"""All designs of table, which one a seed has, and whether it is scanned."""

from typing import Final

from . import inverted, matrices, odd, sheets, typed, word
from .desk import DESIGNS, Design

_ENTERED: Final = (inverted, matrices, odd, sheets, typed, word)
_ORDER: Final = tuple(sorted(DESIGNS))


def of_seed(seed: int) -> Design:
    """The design of a seed: each in turn."""
    return DESIGNS[_ORDER[seed * 7 % len(_ORDER)] if len(_ORDER) % 7 else _ORDER[seed * 5 % len(_ORDER)]]


def source_of(seed: int, design: Design) -> str:
    """Every sixth is a scan, now and then with a layer of words; Word files are never one."""
    if seed % 6 != 3 or design.carrier == "docx" or design.turned:
        return "digital"
    return "ocr_layer" if seed % 18 == 9 else "scan"
