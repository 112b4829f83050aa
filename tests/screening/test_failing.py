"""A fault of one check, or of its data, costs that check alone; the data that come with the program have none."""

import logging
import shutil
from types import MappingProxyType

import pytest

from mrse_assess.errors import SchemeError
from mrse_assess.screening import inspection, look_over
from mrse_assess.screening.look_over import screen
from mrse_assess.screening.registry import CHECKS
from mrse_assess.screening.vocabulary import SHIPPED, check_data, load_vocabulary
from mrse_assess.terms import Look

SAYS_SO = "This is a simulated case, written for this portfolio."
SPOILED = [
    "[lists",
    "observation = 5",
    "lists = 5",
    '[lists]\nauthor = "one"',
    "[lists]\nauthor = [5]",
    "limits = 5",
    '[[observation]]\nkind = "x"',
    '[[observation]]\nkind = "x"\ntitle = 5\ndetail = ""\nclause = "G7"',
    f'[[observation]]\nkind = "x"\ntitle = "{"long " * 9}"\ndetail = ""\nclause = "G7"',
    '[[observation]]\nkind = "x"\ntitle = ""\ndetail = ""\nclause = "G99"',
    '[[observation]]\nkind = "x"\ntitle = ""\ndetail = ""\nclause = "G7"\nnote = "none-such"',
]


@pytest.fixture
def folder(tmp_path):
    """A copy of the data that come with the program."""
    return shutil.copytree(SHIPPED, tmp_path / "screening")


@pytest.fixture
def breaking(monkeypatch):
    """Makes one check raise."""

    def broken(check, error):
        def look(_material, _data):
            raise error

        monkeypatch.setattr(look_over, "CHECKS", MappingProxyType({**CHECKS, check: look}))

    return broken


def of(screening, check):
    return [(each.kind, each.outcome) for each in screening.observations if each.check == check]


@pytest.mark.parametrize("check", CHECKS)
def test_the_data_that_come_with_the_program_are_valid(scheme, check):
    assert check_data(check, scheme).wordings or check == "passages"


def test_every_data_file_belongs_to_a_check():
    assert {path.stem for path in SHIPPED.glob("*.toml")} == set(CHECKS)


@pytest.mark.parametrize("spoiled", SPOILED)
def test_data_that_are_not_valid_are_said_to_be_and_stop_no_other_check(scheme, material, folder, spoiled):
    (folder / "dates.toml").write_text(spoiled, encoding="utf-8")
    with pytest.raises(SchemeError, match="dates"):
        check_data("dates", scheme, folder)
    found = screen(material({"1": SAYS_SO}), load_vocabulary(scheme, folder))
    assert of(found, "dates") == [("data_not_valid", Look.NOT_CHECKABLE)]
    assert of(found, "simulated") == [("said", Look.CONCERN)]
    assert set(found.looked) == set(CHECKS) - {"dates"}


def test_bytes_that_are_no_text_and_a_file_that_is_not_there_stop_no_other_check(scheme, material, folder):
    (folder / "dates.toml").write_bytes(b"\xff\xfe")
    (folder / "mhra.toml").unlink()
    found = screen(material({"1": SAYS_SO}), load_vocabulary(scheme, folder))
    assert of(found, "dates") == of(found, "mhra") == [("data_not_valid", Look.NOT_CHECKABLE)]
    assert found.items["1"].simulated is True


@pytest.mark.parametrize("error", [ValueError, MemoryError, RecursionError, KeyError])
def test_a_check_that_breaks_off_says_so_and_stops_no_other(material, breaking, error):
    breaking("mhra", error(SAYS_SO))
    found = screen(material({"1": SAYS_SO}))
    assert of(found, "mhra") == [("broken_off", Look.NOT_CHECKABLE)]
    assert set(found.looked) == set(CHECKS) - {"mhra"}
    assert found.items["1"].simulated is True


def test_a_check_that_needs_the_data_of_another_says_that_they_are_not_valid(material, breaking):
    breaking("mhra", SchemeError("dates.toml cannot be read"))
    assert of(screen(material({"1": SAYS_SO})), "mhra") == [("data_not_valid", Look.NOT_CHECKABLE)]


def test_every_check_that_could_not_look_is_told_apart_and_names_a_clause_of_the_scheme(scheme, material):
    found = screen(material({"1": SAYS_SO}), {}).observations
    assert [each.check for each in found] == list(CHECKS)
    assert len({each.id for each in found}) == len(CHECKS)
    assert {each.clause for each in found} <= {clause.label for clause in scheme.clauses}
    assert all(len(each.title) <= 40 and each.check.replace("_", " ") in each.detail for each in found)


def test_the_log_names_the_check_and_the_kind_of_fault_and_no_words(scheme, material, folder, breaking, caplog):
    breaking("mhra", ValueError(SAYS_SO))
    (folder / "dates.toml").write_text('lists = "words of a file"', encoding="utf-8")
    with caplog.at_level(logging.DEBUG):
        screen(material({"1": SAYS_SO}), load_vocabulary(scheme, folder))
    told = caplog.text
    assert "mhra" in told
    assert "ValueError" in told
    assert "dates" in told
    assert not any(words in told for words in ("simulated case", "words of a file", "Traceback"))


def test_what_a_check_that_broke_off_would_know_is_not_known(material, breaking):
    made = material({"1": SAYS_SO})
    assert inspection.item_keys(screen(made), made.portfolio)["1"]["mhra_sections"] == []
    breaking("mhra", ValueError())
    assert inspection.item_keys(screen(made), made.portfolio)["1"]["mhra_sections"] is None
