"""What the address of the page says: Voilà hands its query to the kernel."""

import os
from urllib.parse import parse_qs


def in_address(name: str) -> str | None:
    """The first value under this name, None where there is none."""
    return next(iter(parse_qs(os.environ.get("QUERY_STRING", "")).get(name, [])), None)
