"""A scheme from its files: read, given its shape, checked."""

from pathlib import Path

from mrse_assess.model.scheme import Scheme
from mrse_assess.scheme.check import check
from mrse_assess.scheme.draft import draft_of
from mrse_assess.scheme.numbers import numbered
from mrse_assess.scheme.read import Source, read_source

SHIPPED = Path(__file__).parent / "data" / "ipem_mrse_2025"
"""The scheme that comes with the program."""


def load_scheme(path: Path | None = None) -> Scheme:
    """The checked scheme at ``path``: a TOML file, or a folder of them. None is the scheme that comes with the program.

    Raises:
        SchemeError: with the file, the key, what was found there and what is allowed.
    """
    return scheme_of(read_source(SHIPPED if path is None else path))


def scheme_of(source: Source) -> Scheme:
    """The checked scheme that files hold which have been read already.

    Raises:
        SchemeError: as :func:`load_scheme`.
    """
    draft = draft_of(source)
    check(draft)
    return numbered(draft)
