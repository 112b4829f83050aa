"""Drawn choices: the same words give the same row of them."""

from random import Random


def chance(*words: object) -> Random:
    """A row of choices for these words."""
    return Random("strangers " + " ".join(map(str, words)))  # noqa: S311 - a choice, not a secret
