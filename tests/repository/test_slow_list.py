"""What `make test` leaves to `make test-slow` is named by tests that there are."""

import re
import tomllib
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]


def test_every_name_in_the_list_is_that_of_a_test():
    listed = tomllib.loads((TESTS / "slow.toml").read_text(encoding="utf-8"))
    assert [name for name in (*listed["files"], *listed["first_variant"]) if not (TESTS / name).exists()] == []
    assert [name for name in listed["functions"] if not _is_there(*name.split("::"))] == []


def test_nothing_is_listed_twice():
    listed = tomllib.loads((TESTS / "slow.toml").read_text(encoding="utf-8"))
    functions = listed["functions"]
    assert len(set(functions)) == len(functions)
    assert [name for name in functions if name.split("::")[0] in listed["files"]] == []


def _is_there(file, function):
    path = TESTS / file
    return path.exists() and re.search(rf"^def {function}\(", path.read_text(encoding="utf-8"), re.MULTILINE)
