"""Screenings that are kept come into the frames, none is made for them, and none of their words comes with them."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from mrse_assess.model import acts
from mrse_assess.model.observation import ItemFacts, Observation, Screening
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Authentication, Portfolio
from mrse_assess.terms import Look
from mrse_assess.workbench.cohort import keeping
from mrse_assess.workbench.cohort.reading import cohort
from mrse_assess.workspace import core, screenings
from mrse_assess.workspace.codec import portfolio_to_json

from .conftest import SCHEME

RAN = tuple(SCHEME.check_names)
NHS = "943 476 5919"
WORD = "Sekundenkleber"


def portfolio_of(name):
    return Portfolio(
        applicant_name=name, submitted_on=None, documents=(), tables=(), contents_list=None, cross_references=(),
        authentication=Authentication(present=False), evidence=(), unresolved=(), orphans=(), problems=(),
    )  # fmt: skip


def seen(check, item, look=Look.CONCERN, *, name="o1", **said):
    place = Locator(file=f"{WORD}.pdf", page=1, quote=f"{WORD} {NHS}")
    words = {"kind": "nhs_number", "title": WORD, "detail": f"{WORD} {NHS}", "clause": "c", "places": (place,)}
    return Observation(id=name, check=check, evidence_id=item, outcome=look, **words | said)


def screening(*observations, items=("E2.1", "E2.2")):
    facts = {item: ItemFacts(evidence_id=item, author_name=WORD) for item in items}
    return Screening(version=1, looked=RAN, observations=observations, items=facts)


@pytest.fixture
def stored(workspace):
    """Stores a portfolio as reading it does; gives its digest."""

    def store(name):
        data = portfolio_to_json(portfolio_of(name))
        digest = hashlib.sha256(data).hexdigest()
        (workspace.layout.readings / f"{digest}.json").write_bytes(data)
        return digest

    return store


@pytest.fixture
def keep(workspace, monkeypatch):
    """Keeps what screening said of an application where the workspace itself keeps it; gives the file."""

    def keeping_it(reference, said):
        monkeypatch.setattr(screenings, "screen_with_fingerprint", lambda *_, **__: (said, None))
        application = workspace.application(reference)
        there = set(workspace.layout.cache.glob("*.screening.json"))
        workspace._looking()._made(workspace.portfolio(application), application.received_on, workspace.pool)
        monkeypatch.setattr(screenings, "screen_with_fingerprint", refuse)
        (new,) = set(workspace.layout.cache.glob("*.screening.json")) - there
        assert workspace.kept_screening(application, workspace.portfolio(application)) == said
        return new

    def refuse(*_, **__):
        pytest.fail("something was looked over")

    return keeping_it


@pytest.fixture
def decided(office, stored, monkeypatch):
    """Two applications that were decided, each with a portfolio of its own; 2.1 of W-1 is not satisfactory."""
    plain = office.receive
    monkeypatch.setattr(
        office, "receive", lambda reference, *rest: plain(reference, *rest, portfolio_digest=stored(reference))
    )
    return [office.decided("W-1", fails=("2.1",)), office.decided("W-2")]


@pytest.fixture
def read(workspace, monkeypatch):
    """Reads the cohort; gives what was screened, and which applications were replayed for it."""
    replayed = []
    plain = keeping.replayed
    monkeypatch.setattr(keeping, "replayed", lambda log, *rest: replayed.append(log.application) or plain(log, *rest))

    def reading(reader=""):
        replayed.clear()
        return cohort(workspace, reader).frames.screened, list(replayed)

    return reading


def concerns(frame):
    own = frame[frame["said"] == "concern"]
    return own[["application", "evidence_id", "check", "verdict"]].astype(str).values.tolist()


def test_only_what_is_kept_is_read_and_nothing_is_looked_over(decided, keep, read, workspace, monkeypatch):
    keep("W-1", screening(seen("dates", "E2.1")))
    monkeypatch.setattr(core.Workspace, "screening", lambda *_: pytest.fail("something was looked over"))
    before = sorted(workspace.layout.cache.glob("*.json"))
    frame, _ = read()
    assert set(frame["application"]) == {"W-1"}
    assert len(frame) == 2 * len(RAN)
    assert concerns(frame) == [["W-1", "E2.1", "dates", "not_satisfactory"]]
    assert sorted(workspace.layout.cache.glob("*.json")) == before


def test_what_is_kept_later_comes_in_without_a_new_record(decided, keep, read):
    keep("W-1", screening())
    read()
    assert read()[1] == []
    keep("W-2", screening(seen("scope", "E2.2")))
    frame, replayed = read()
    assert replayed == ["W-2"]
    assert set(frame["application"]) == {"W-1", "W-2"}
    assert concerns(frame) == [["W-2", "E2.2", "scope", "satisfactory"]]
    assert read()[1] == []


def test_a_screening_that_goes_takes_its_rows_only_with_the_next_record(decided, office, keep, read):
    """A purge takes away every kept screening, whosever it is; of the one that was purged nothing is left."""
    for reference in ("W-1", "W-2"):
        read()
        keep(reference, screening())
    read()
    office.workspace.layout.readings.joinpath(f"{office.workspace.application('W-1').reading}.json").unlink()
    for path in office.workspace.layout.cache.glob("*.screening.json"):
        path.unlink()
    office.purge(decided[0])
    for _ in range(2):
        assert set(read()[0]["application"]) == {"W-2"}
    office.judge(decided[1], "A3", codes=("1.1",))
    assert read()[0].empty


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"looked": 1}', b'{"looked": [], "items": {}, "observations": [{}]}']
)
def test_a_damaged_screening_is_none_until_it_is_mended(decided, keep, read, damage):
    path = keep("W-1", screening())
    whole = path.read_bytes()
    path.write_bytes(damage)
    assert read()[0].empty
    path.write_bytes(whole)
    assert set(read()[0]["application"]) == {"W-1"}


def test_another_screening_program_or_day_of_receipt_finds_none(decided, office, keep, read, monkeypatch):
    keep("W-1", screening())
    assert not read()[0].empty
    with monkeypatch.context() as other:
        for module in ("workbench.cohort", "workspace"):  # what the rows rest on, and under which name it is kept
            other.setattr(f"mrse_assess.{module}.screenings.screening_name", lambda: "another")
        assert read()[0].empty
    entry = acts.ApplicationEntry(
        **decided[0], received_on=date(2026, 3, 2), portfolio_digest=office.workspace.application("W-1").reading
    )
    office.said(entry, by="O")
    assert read()[0].empty


def test_no_word_of_a_page_comes_with_it(decided, keep, read, workspace):
    path = keep("W-1", screening(seen("personal_data", "E2.1")))
    assert WORD.encode() in path.read_bytes()
    frame, _ = read()
    assert concerns(frame) == [["W-1", "E2.1", "personal_data", "not_satisfactory"]]
    kept = [one for one in (workspace.layout.cache / "cohort").rglob("*") if one.is_file()]
    data = b"".join(one.read_bytes() for one in kept) + frame.to_csv().encode()
    for word in (WORD, NHS, "nhs_number"):
        assert word.encode() not in data


def test_what_only_chair_and_office_may_know_is_no_part_of_it(decided, keep, read):
    keep("W-1", screening(seen("similar", "E2.1", confidential=True)))
    assert concerns(read()[0]) == []


def test_what_assessors_put_aside_is_told_to_no_other_person(decided, office, keep, read):
    keep("W-1", screening(seen("dates", "E2.1", name="o1"), seen("dates", "E2.2", name="o2")))
    aside = acts.Dismissal(
        **decided[0], observation="o1", check="dates", prompt="undated", sub_category="2.1", evidence_id="E2.1",
        dismissed=True, why="Words",
    )  # fmt: skip
    office.said(aside, by="A2")
    frame, _ = read()
    known = frame[frame["put_aside"].notna()]
    assert known[["evidence_id", "put_aside"]].values.tolist() == [["E2.1", True], ["E2.2", False]]
    for reader in ("O", "C"):
        told, _ = read(reader)
        assert concerns(told) == concerns(frame), reader
        assert told["put_aside"].isna().all(), reader
    office.said(replace(aside, dismissed=False), by="A2")
    assert not read()[0]["put_aside"].any()


def test_a_screening_is_for_whoever_may_see_what_came_of_it(office, stored, keep, read, monkeypatch):
    plain = office.receive
    monkeypatch.setattr(
        office, "receive", lambda reference, *rest: plain(reference, *rest, portfolio_digest=stored("x"))
    )
    own = office.judging("W-9")
    keep("W-9", screening(seen("dates", "E2.1")))
    assert own
    for reader, rows in (("C", 0), ("O", 0), ("A1", 0), ("A3", 0), ("", 2 * len(RAN))):
        assert len(read(reader)[0]) == rows, reader
