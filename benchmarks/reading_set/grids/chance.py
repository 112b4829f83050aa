"""Chance that is the same for the same words."""

from random import Random


def chance(*words: object) -> Random:
    """A source of chance of its own for these words."""
    return Random("grids " + " ".join(map(str, words)))  # noqa: S311 - invented portfolios are no secret
