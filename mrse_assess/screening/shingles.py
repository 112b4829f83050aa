"""Sequences of three words, by which texts are compared whatever their lines and pages."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Any

Shingle = tuple[str, str, str]


def shingles(words: Iterable[str]) -> frozenset[Shingle]:
    """Every sequence of three words."""
    said = tuple(words)
    return frozenset(zip(said, said[1:], said[2:], strict=False))


def contained(some: AbstractSet[Any], other: AbstractSet[Any]) -> float:
    """The share of the smaller set that is in the other too, 0 where one is empty."""
    fewer = min(len(some), len(other))
    return len(some & other) / fewer if fewer else 0.0


def alike(some: AbstractSet[Any], other: AbstractSet[Any]) -> float:
    """The share of both together that is in both, 0 where both are empty."""
    every = len(some | other)
    return len(some & other) / every if every else 0.0
