"""Chance that is the same each time it is asked for by the same words."""

from random import Random


def chance(*words: object) -> Random:
    """A source of chance of its own for each name, so that one decision does not move another."""
    return Random("held out " + " ".join(map(str, words)))  # noqa: S311 - which portfolio to make, not a secret
