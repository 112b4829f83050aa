"""Chance that is the same each time it is asked for by the same name."""

from random import Random


def chance(name: str) -> Random:
    """A source of chance of its own for each name, so that one decision does not move another."""
    return Random(f"set aside {name}")  # noqa: S311 - which portfolio to make, not a secret
