"""Chance that is the same for the same key."""

import hashlib
from random import Random


def chance(*key: object) -> Random:
    """A source of chance for this key."""
    words = "\0".join(map(str, ("screening, ordinary", *key)))
    return Random(int.from_bytes(hashlib.sha256(words.encode()).digest()[:8], "big"))  # noqa: S311 - repeatable, not secret
