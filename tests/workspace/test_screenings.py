"""What screening said is kept and found again, made anew when need be; items are compared between applications."""

from dataclasses import replace
from datetime import date

import pytest

from mrse_assess.errors import WorkerTimeoutError
from mrse_assess.workspace import Workspace, screenings
from mrse_assess.workspace.layout import fingerprint_key
from mrse_assess.workspace.likeness import alike_elsewhere

from ..workbench.conftest import ITEMS, write_portfolio
from .conftest import RECEIVED, quiet, take_in


@pytest.fixture
def application(workspace, tmp_path):
    return take_in(workspace, write_portfolio(tmp_path / "Portfolio.pdf"))


@pytest.fixture
def looks(monkeypatch):
    """How often the worker looked."""
    counted = []
    real = screenings.screen_with_fingerprint

    def counting(*arguments, **named):
        counted.append(1)
        return real(*arguments, **named)

    monkeypatch.setattr(screenings, "screen_with_fingerprint", counting)
    return counted


def test_a_portfolio_is_looked_over_when_it_is_taken_in_and_then_known(workspace, application, looks):
    portfolio = workspace.portfolio(application)
    kept = workspace.kept_screening(application, portfolio)
    assert kept is not None
    assert workspace.screening(application) == kept
    assert looks == []


def test_another_portfolio_day_or_data_are_looked_over_anew(workspace, application, looks, monkeypatch):
    portfolio = workspace.portfolio(application)
    assert workspace.kept_screening(application, replace(portfolio, orphans=())) is None
    assert workspace.kept_screening(replace(application, received_on=date(2020, 1, 1)), portfolio) is None
    monkeypatch.setattr(screenings, "screening_name", lambda: "other data")
    assert workspace.kept_screening(application, portfolio) is None
    workspace.screening(application)
    workspace.screening(application)
    assert looks == [1]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"version": "x"}'])
def test_what_is_damaged_in_the_cache_is_made_anew(workspace, application, looks, damage):
    (kept,) = workspace.layout.cache.glob("*.screening.json")
    before = workspace.screening(application)
    kept.write_bytes(damage)
    assert workspace.kept_screening(application, workspace.portfolio(application)) is None
    assert workspace.screening(application) == before
    assert looks == [1]


def test_a_portfolio_is_taken_in_although_it_could_not_be_looked_over(workspace, tmp_path, monkeypatch):
    def fails(*_, **__):
        raise WorkerTimeoutError("Looking took longer than 300 seconds.")

    with monkeypatch.context() as patch:
        patch.setattr(screenings, "screen_with_fingerprint", fails)
        application = take_in(workspace, write_portfolio(tmp_path / "Portfolio.pdf"))
        with pytest.raises(WorkerTimeoutError):
            workspace.screening(application)
    assert workspace.screening(application).looked


# ---------------------------------------------------------------- between applications


LONG = {
    "1": ["Reporting lines of the MR safety group"],
    "2": [" ".join(f"step {number} of the quench procedure at the {number * 7}th door" for number in range(40))],
}


def test_the_same_evidence_in_two_applications_is_told_to_the_office_alone(workspace, application, tmp_path):
    mine = workspace.add(
        write_portfolio(tmp_path / "A.pdf", items=LONG), received_on=RECEIVED, reference="A", tell=quiet
    )
    workspace.add(write_portfolio(tmp_path / "B.pdf", items=LONG), received_on=RECEIVED, reference="B", tell=quiet)
    pairs, compared = workspace.alike_elsewhere(mine)
    assert compared == 2
    assert {(one.application, one.evidence_id, one.other_application, one.other_evidence_id) for one in pairs} == {
        ("A", "2", "B", "2")
    }
    assert "across" not in [one.kind for one in workspace.screening(mine).observations]
    assert workspace.alike_elsewhere(application)[0] == ()


def test_an_application_alone_is_compared_with_none(workspace, application):
    assert workspace.alike_elsewhere(application) == ((), 0)


def test_what_has_no_fingerprint_is_not_counted_as_compared(workspace, application):
    own = workspace._looking().fingerprint(workspace.portfolio(application), application.received_on)
    reference = application.reference
    assert alike_elsewhere(reference, {reference: own, "B": None}, workspace.scheme) == ((), 0)
    assert alike_elsewhere(reference, {reference: None, "B": own}, workspace.scheme) == ((), 0)


def test_a_fingerprint_holds_no_word_and_another_secret_gives_another_one(workspace, application):
    portfolio = workspace.portfolio(application)
    own = workspace._looking().fingerprint(portfolio, application.received_on)
    workspace.layout.fingerprint_key.write_bytes(b"other" * 4)
    other = workspace._looking().fingerprint(portfolio, application.received_on)
    assert [one.evidence_id for one in own.items] == [one.evidence_id for one in other.items] == list(ITEMS)
    mine, theirs = ({each for item in made.items for each in item.sample} for made in (own, other))
    assert all(isinstance(each, int) for each in mine | theirs)
    assert mine
    assert not mine & theirs


def test_the_secret_is_made_once_and_read_by_its_owner_alone(workspace):
    key = fingerprint_key(workspace.layout)
    assert len(key) == 32
    assert fingerprint_key(workspace.layout) == key
    assert workspace.layout.fingerprint_key.stat().st_mode & 0o077 == 0
    assert not list(workspace.layout.folder.glob(".fingerprint*"))


def test_without_links_the_secret_is_made_all_the_same(workspace, monkeypatch):
    workspace.layout.fingerprint_key.unlink(missing_ok=True)

    def refuses(*_):
        raise PermissionError("no links here")

    monkeypatch.setattr("mrse_assess.workspace.layout.os.link", refuses)
    assert len(fingerprint_key(workspace.layout)) == 32


def test_whoever_comes_second_takes_the_first_secret(workspace, monkeypatch):
    workspace.layout.fingerprint_key.unlink(missing_ok=True)
    monkeypatch.setattr(type(workspace.layout.fingerprint_key), "exists", lambda _: False)
    first = fingerprint_key(workspace.layout)
    assert fingerprint_key(workspace.layout) == first


def test_a_workspace_opened_again_has_the_same_secret(workspace):
    key = fingerprint_key(workspace.layout)
    with Workspace.open(workspace.layout.folder, clock=workspace.clock, new_id=workspace.new_id) as again:
        assert fingerprint_key(again.layout) == key


def test_on_a_full_disk_it_is_said_all_the_same_and_made_again_another_time(workspace, application, looks, monkeypatch):
    for kept in workspace.layout.cache.glob("*.screening.json"):
        kept.unlink()

    def full(*_):
        raise OSError("no space left")

    with monkeypatch.context() as patch:
        patch.setattr(screenings, "write_durably", full)
        assert workspace.screening(application).looked
    assert workspace.kept_screening(application, workspace.portfolio(application)) is None
    assert workspace.screening(application).looked
    assert looks == [1, 1]
