"""All designs of table, and which one a seed has."""

from . import bare, categories, columns, documents, headers, inverted, others, pictures, plainly, ticks
from .kit import DESIGNS, Design

__all__ = ["DESIGNS", "of_seed"]

_ENTERED = (bare, categories, columns, documents, headers, inverted, others, pictures, plainly, ticks)


def of_seed(seed: int) -> Design:
    """The design of a seed: each in turn, so that any two hundred seeds have all of them."""
    return list(DESIGNS.values())[seed % len(DESIGNS)]
