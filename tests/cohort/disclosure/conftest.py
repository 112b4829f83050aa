"""A policy to vary."""

from dataclasses import replace

import pytest

from mrse_assess.cohort.disclosure import load_policy


@pytest.fixture(scope="session")
def policy():
    """The shipped policy with some of it changed: counts are exact unless said otherwise."""

    def make(**said):
        return replace(load_policy(), **{"round_to": 1, "zeros_published": True, **said})

    return make
