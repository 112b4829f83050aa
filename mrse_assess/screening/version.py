"""Which screening this is, apart from the checks, so that asking for it loads none of them."""

import functools
import hashlib
from pathlib import Path
from typing import Final

SCREENING_VERSION: Final = 2
"""Goes up when the same portfolio would be answered otherwise."""

_DATA: Final = Path(__file__).parents[1] / "scheme" / "data" / "ipem_mrse_2025" / "screening"


@functools.cache
def screening_name() -> str:
    """The version with a digest of the checks' data: another name whenever a portfolio may be answered otherwise."""
    hashed = hashlib.sha256()
    for path in sorted(_DATA.glob("*.toml")):
        hashed.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"screening {SCREENING_VERSION}, data {hashed.hexdigest()[:16]}"
