"""Which screening this is, apart from the checks, so that asking for it loads none of them."""

import functools
import hashlib
from typing import Final

from mrse_assess.screening.vocabulary import SHIPPED

SCREENING_VERSION: Final = 11
"""Goes up when the same portfolio would be answered otherwise."""


@functools.cache
def screening_name() -> str:
    """The version with a digest of the checks' data: another name whenever a portfolio may be answered otherwise."""
    hashed = hashlib.sha256()
    for path in sorted(SHIPPED.glob("*.toml")):
        hashed.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"screening {SCREENING_VERSION}, data {hashed.hexdigest()[:16]}"
