"""Names for the conflict of interest: where they are found, and whose own they may be."""

import re
import shutil

import pytest

from mrse_assess.model.acts import Person, Registration
from mrse_assess.terms import Role
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.parties import parties_of
from mrse_assess.workspace.parties_in_text import is_organisation, same_organisation_in
from mrse_assess.workspace.party_names import names_person, wanted
from mrse_assess.workspace.party_words import party_words, same_organisation
from mrse_assess.workspace.people import People

from .conftest import counting_ids, take_in, ticking_clock, write_pdf

FRONT = """MRSE portfolio
Applicant: Dr Ada Example
Employer: Northmere and Vale Hospitals, Vale Road, Northmere
Submitted 1 September 2026"""
POLICY = """Evidence 1
MR safety policy
Authors: Dr Ada Example, Jane Carrow and M. Ostler
Prepared by: Ada Example With Jane Carrow
Written by: Dr Ada Example Jane Carrow
Approved by: Dr Simon Quillfeather
Words about the scanner of Ms Priya Stanhope."""
LETTER = """Evidence 2
Advice on an implant
From: J Carrow <j.carrow@example.org>
To: Ada Example
Dear Ada, I was asked by NORTHMERE & VALE HOSPITALS to write."""
MINUTES = """Evidence 3
Minutes of the MR safety group
Present: Ada Example, Jane Carrow, Tobias van der Meer
Apologies: none"""


@pytest.fixture(scope="module")
def looked_over(tmp_path_factory):
    """A workspace into which the portfolio was taken, its names found once."""
    folder = tmp_path_factory.mktemp("parties")
    ids = counting_ids()
    with Workspace.create(folder / "workspace", clock=ticking_clock(), new_id=ids) as opened:
        application = take_in(opened, write_pdf(folder / "Portfolio.pdf", FRONT, POLICY, LETTER, MINUTES))
        People(opened).register(Person(person="O", roles=(Role.OFFICE,)), "O")
        parties_of(opened, application, "O")
    return folder / "workspace", ids


@pytest.fixture
def workspace(looked_over, tmp_path):
    shutil.copytree(looked_over[0], tmp_path / "workspace")
    with Workspace.open(tmp_path / "workspace", clock=ticking_clock(), new_id=looked_over[1]) as opened:
        yield opened


@pytest.fixture
def portfolio(workspace):
    return workspace.applications()[0]


def found(workspace, application, **person):
    People(workspace).register(Person(person="A1", roles=(Role.ASSESSOR,), **person), "O")
    return {one.name: one for one in parties_of(workspace, application, "A1").named}


def test_employer_authors_senders_and_those_present_are_named_with_their_items(workspace, portfolio):
    named = found(workspace, portfolio)
    assert (named["Northmere and Vale Hospitals"].part, named["Jane Carrow"].part) == ("employer", "co-author")
    assert named["Jane Carrow"].items == 3
    assert {"M. Ostler", "Dr Simon Quillfeather", "Tobias van der Meer"} <= set(named)
    assert not any("Example" in name for name in named), "the applicant is nobody to declare on"


def test_nothing_but_names_and_numbers_is_told_or_kept(workspace, portfolio):
    named = found(workspace, portfolio)
    kept = [path.read_text() for path in workspace.layout.cache.glob("*.parties.json")]
    assert kept
    for text in (*kept, repr(named)):
        assert not re.search("implant|scanner|Stanhope|policy|example\\.org", text)


@pytest.mark.parametrize(
    ("person", "name", "possible"),
    [
        ({"name": "Dr S Quillfeather"}, "Dr Simon Quillfeather", "your own name"),
        ({"name": "Ms X Other", "other_names": "M Ostler\nSomebody Else"}, "M. Ostler", "in your list"),
        (
            {"employer": "Northmere & Vale Hospitals NHS Foundation Trust"},
            "Northmere and Vale Hospitals",
            "your employer",
        ),
        ({"name": "Dr T Quillfeather"}, "Dr Simon Quillfeather", ""),
    ],
)
def test_a_name_that_may_be_the_readers_own_is_marked(workspace, portfolio, person, name, possible):
    assert found(workspace, portfolio, **person)[name].possible == possible


@pytest.mark.parametrize("name", ["Priya Stanhope", "P. Stanhope", "Ms P Stanhope"])
def test_the_readers_own_name_in_the_text_alone_is_told_with_its_items(workspace, portfolio, name):
    own = found(workspace, portfolio, name=name)[name]
    assert (own.part, own.items, own.possible) == ("your own name", 1, "found in it")


def test_another_persons_name_is_not_taken_for_the_readers(workspace, portfolio):
    assert "Q. Stanhope" not in found(workspace, portfolio, name="Q. Stanhope")


@pytest.mark.parametrize(
    ("name", "text", "is_there"),
    [
        ("Priya Stanhope", "seen by P. Stanhope.", True),
        ("Priya Stanhope", "STANHOPE, P", True),
        ("Priya Stanhope", "PRIYA STANHOPE", True),
        ("Priya Stanhope", "priya stanhope", True),
        ("Priya Stanhope", "Priya K. Stanhope", True),
        ("Priya Stanhope", "P K Stanhope", True),
        ("Priya Stanhope", "K P Stanhope", False),
        ("Priya Stanhope", "Ms Stanhope", True),
        ("Priya Stanhope", "p.stanhope@example.org", True),
        ("Priya Stanhope", "Paul Stanhope", False),
        ("Priya Stanhope", "the Stanhope scanner", False),
        ("Priya Stanhope", "Stanhopes", False),
        ("P. Stanhope", "Priya Stanhope", True),
        ("B. Brown", "measured by Brown", False),
        ("A. Brown", "a brown coat", False),
        ("J. Muñoz-O'Hara", "Juan Munoz O'Hara", True),
        ("Stanhope", "Stanhope", False),
    ],
)
def test_a_name_is_found_whole_with_initials_and_in_any_capitals(name, text, is_there):
    assert names_person(wanted(name), f"Words before {text} and after") is is_there


def test_the_employer_of_the_register_comes_before_the_portfolios_and_once(workspace, portfolio):
    said = Registration(application="", attempt=0, employer="Northmere and Vale Hospitals NHS Trust")
    People(workspace).describe(portfolio, said, "O")
    employers = [name for name, one in found(workspace, portfolio).items() if one.part == "employer"]
    assert employers == ["Northmere and Vale Hospitals NHS Trust"]


def test_names_are_looked_for_once(workspace, portfolio, monkeypatch):
    before = found(workspace, portfolio, name="P Stanhope")
    monkeypatch.setattr(workspace, "pool", None)
    assert found(workspace, portfolio, name="P Stanhope") == before


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Northmere and Vale Hospitals", "NORTHMERE & VALE HOSPITALS NHS TRUST", True),
        ("The Royal Fenby Infirmary", "Royal Fenby Infirmary", True),
        ("University Hospitals Fenby", "University Hospitals Eastholm", False),
        ("Royal Infirmary", "Royal Fenby Infirmary", False),
        ("NHS Trust", "Northmere NHS Trust", False),
        ("Vale Hospital", "Valeford Hospital", False),
    ],
)
def test_organisations_are_told_apart_by_what_is_their_own(one, other, same):
    assert same_organisation(one, other) is same


def test_an_organisation_is_found_between_other_words_and_not_within_one():
    assert same_organisation_in("Vale Hospital", "at the Vale, by invitation")
    assert not same_organisation_in("Vale Hospital", "an equivalent dose")


def test_people_and_organisations_are_not_confused():
    listed = ("Northmere Imaging Ltd", "Magnetron", "Dr Ada Example", "Bea Referee")
    assert [is_organisation(name, "own_other") for name in listed] == [True, True, False, False]
    assert is_organisation("Magnetron and Sons", "own_employer")
    assert not is_organisation("Jane Health", "own_name")
    assert party_words().core("NHS Trust")
