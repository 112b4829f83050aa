"""The shipped scheme, and ways to spoil a copy of it."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from mrse_assess.model.scheme import Scheme
from mrse_assess.scheme import SHIPPED, load_scheme
from mrse_assess.scheme.load import scheme_of
from mrse_assess.scheme.read import Source, read_source

Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="session")
def shipped() -> Scheme:
    return load_scheme()


@pytest.fixture(scope="session")
def source() -> Source:
    return read_source(SHIPPED)


@pytest.fixture(scope="session")
def altered(source: Source) -> Callable[[Change], Scheme]:
    """The scheme of the shipped files after a change to what they hold; the shipped data stay as they are."""

    def load(change: Change) -> Scheme:
        tables = deepcopy(dict(source.tables))
        change(tables)
        return scheme_of(replace(source, tables=tables))

    return load
