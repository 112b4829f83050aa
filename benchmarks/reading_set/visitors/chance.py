"""Chance that is the same for the same words."""

from random import Random


def chance(*what: object) -> Random:
    """A generator of random numbers of its own for each purpose."""
    return Random("visitors/" + "/".join(map(str, what)))  # noqa: S311 - invented portfolios, not secrets
