"""The register by command: persons, applications, who is given what, and what they declare."""

import pytest

from mrse_assess.cli.opening import new_id, now
from mrse_assess.workspace import Workspace

from ..workbench.panel.conftest import Judged
from .conftest import run


@pytest.fixture
def office(taken):
    """A workspace with an office, a chair and two assessors; a command in it says who does it."""

    def act(*arguments):
        return run(*arguments, "--workspace", taken)

    for person, role in (("O", "office"), ("C", "chair"), ("A1", "assessor"), ("A2", "assessor")):
        ran = act("person", person, "--role", role, "--by", "O")
        assert ran.code == 0, ran.err
    return act


def listed(act, *arguments):
    ran = act("register", "--list", "--json", *arguments)
    assert ran.code == 0, ran.err
    return ran.json["applications"]


def test_a_person_is_entered_changed_and_listed(office):
    office("person", "A1", "--name", "Dr Ada Bell", "--employer", "Northmere Hospitals", "--by", "O")
    office("person", "A1", "--other-names", "Ada Carrow", "--other-names", "A. B. Carrow", "--left", "--by", "O")
    known = {one["person"]: one for one in office("person", "--json").json["persons"]}
    assert known["A1"] == {
        "person": "A1", "roles": ["assessor"], "name": "Dr Ada Bell", "employer": "Northmere Hospitals",
        "other_names": ["Ada Carrow", "A. B. Carrow"], "left": True,
    }  # fmt: skip
    assert sorted(known) == ["A1", "A2", "C", "O"]


def test_who_does_not_hold_the_office_enters_nobody_and_gives_nothing(office):
    for arguments in (("person", "A3", "--role", "assessor"), ("allocate", "EX-1", "--to", "A2")):
        refused = office(*arguments, "--by", "A1")
        assert (refused.code, "does not hold" in refused.err) == (1, True)
    assert "A3" not in office("person").out
    assert listed(office)[0]["assessors"] == []


def test_an_act_without_saying_who_does_it_is_refused(office):
    assert "--by" in office("allocate", "EX-1", "--to", "A1").err


def test_the_register_says_what_the_office_knows_and_how_far_it_is(office):
    said = ("--applicant-reference", "IP-77", "--guidance-version", "2025", "--employer", "Northmere Hospitals")
    more = ("--professional-role", "mr_engineer", "--route", "renewal", "--answers", "2027-03-31", "--by", "O")
    assert office("register", "EX-1", *said, *more).code == 0
    assert office("register", "EX-1", "--salutation", "Dear Dr Example", "--by", "O").code == 0
    (row,) = listed(office)
    assert row["received"] == "2026-09-14"
    assert (row["applicant_reference"], row["employer"], row["professional_role"]) == (
        "IP-77", "Northmere Hospitals", "mr_engineer",
    )  # fmt: skip
    assert (row["salutation"], row["answers"], row["state"]) == ("Dear Dr Example", "2027-03-31", "received")
    assert "Engineer" in office("register", "--list").out


@pytest.mark.parametrize(
    ("option", "value"), [("--professional-role", "plumber"), ("--route", "backdoor"), ("--answers", "in March")]
)
def test_what_the_scheme_does_not_list_is_refused(office, option, value):
    refused = office("register", "EX-1", option, value, "--by", "O")
    assert (refused.code, value in refused.err) == (1, True)


def test_an_application_goes_from_hand_to_hand_and_each_step_is_listed(office):
    office("allocate", "EX-1", "--to", "A1", "--by", "O")
    assert listed(office)[0]["state"] == "allocated"
    office("declare", "EX-1", "--conflict", "employer", "--why", "We share a scanner.", "--by", "A1")
    (row,) = listed(office)
    assert row["state"] == "handed_back"
    assert row["assessors"][0] == {
        "person": "A1", "task": "assess", "declared": "conflict", "interests": ["employer"], "sealed": False,
    }  # fmt: skip
    office("allocate", "EX-1", "--off", "A1", "--why", "Conflict.", "--by", "O")
    office("allocate", "EX-1", "--to", "A2", "--by", "C")
    office("declare", "EX-1", "--conflict", "none", "--by", "A2")
    (row,) = listed(office)
    assert ([one["person"] for one in row["assessors"]], row["state"]) == (["A2"], "declared")


def test_the_office_is_told_when_an_assessors_name_stands_in_the_portfolio(office):
    office("person", "A1", "--name", "Bea Referee", "--by", "O")
    given = office("allocate", "EX-1", "--to", "A1", "--by", "O")
    assert "possible conflict of interest: Dr Bea Referee (referee), your own name" in given.err
    assert "possible" not in office("allocate", "EX-1", "--to", "A2", "--by", "O").err


def recorded(office, tmp_path, assessor):
    head = "application,attempt,phase,assessor,sub_category,evidence_id,verdict\n"
    (tmp_path / "frame.csv").write_text(f"{head}EX-1,1,individual,{assessor},1.1,1,satisfactory\n")
    return office("record", "EX-1", "--frame", tmp_path / "frame.csv", "--assessor", assessor)


def test_who_was_not_given_it_or_has_an_interest_records_nothing_and_reads_nothing(office, tmp_path):
    for assessor in ("A1", "A2"):
        assert "not given" in recorded(office, tmp_path, assessor).err
        office("allocate", "EX-1", "--to", assessor, "--no-look", "--by", "O")
        assert "not declared" in recorded(office, tmp_path, assessor).err
        office("declare", "EX-1", "--conflict", "none", "--by", assessor)
        assert recorded(office, tmp_path, assessor).code == 0
    written = tmp_path / "seen.csv"
    assert office("frame", "EX-1", "--out", written, "--by", "A1").code == 0
    assert ("A1" in written.read_text(), "A2" in written.read_text()) == (True, False)
    office("declare", "EX-1", "--conflict", "employer", "--by", "A1")
    refused = office("frame", "EX-1", "--out", tmp_path / "none.csv", "--by", "A1")
    assert (refused.code, (tmp_path / "none.csv").exists()) == (1, False)


def test_where_persons_are_registered_a_setting_is_set_by_one_of_the_office(office):
    asked = ("settings", "--set", "attempts_allowed=2", "--source", "minute 4")
    assert "--by" in office(*asked).err
    assert office(*asked, "--by", "A1").code == 1
    assert office(*asked, "--by", "O").code == 0
    row = next(one for one in office("settings", "--json").json["settings"] if one["key"] == "attempts_allowed")
    assert (row["value"], row["source"], row["by"], row["is_set"]) == ("2", "minute 4", "O", True)
    assert "choosing “Further evidence”" in row["holds_up"]


def test_taking_off_needs_a_reason(office):
    office("allocate", "EX-1", "--to", "A1", "--by", "O")
    assert "why" in office("allocate", "EX-1", "--off", "A1", "--by", "O").err
    assert [one["person"] for one in listed(office)[0]["assessors"]] == ["A1"]


def test_the_register_for_a_person_holds_what_their_standing_sees(office):
    office("register", "EX-1", "--employer", "Northmere Hospitals", "--by", "O")
    assert listed(office, "--by", "A1") == []
    office("allocate", "EX-1", "--to", "A1", "--by", "O")
    office("allocate", "EX-1", "--to", "A2", "--by", "O")
    (row,) = listed(office, "--by", "A1")
    hidden = ("applicant", "employer", "state", "outcome")
    assert (row["application"], row["assessors"], [row[name] for name in hidden]) == ("EX-1", [], [None] * 4)
    office("declare", "EX-1", "--conflict", "personal", "--by", "A1")
    assert listed(office, "--by", "A1") == []
    assert "EX-1" not in office("register", "--list", "--by", "A1").out


def test_a_declaration_is_refused_in_the_same_words_whether_or_not_there_is_such_an_application(office):
    of_another = office("declare", "EX-1", "--conflict", "none", "--by", "A1").err
    of_none = office("declare", "EX-2", "--conflict", "none", "--by", "A1").err
    assert of_another.replace("EX-1", "EX-2") == of_none
    assert "EX-1" not in of_none


def test_no_interest_and_an_interest_are_not_declared_together(office):
    office("allocate", "EX-1", "--to", "A1", "--by", "O")
    assert office("declare", "EX-1", "--conflict", "none", "--conflict", "employer", "--by", "A1").code == 1
    assert listed(office)[0]["state"] == "allocated"


def test_it_is_given_to_another_in_one_step_or_not_taken_off(office):
    office("allocate", "EX-1", "--to", "A1", "--no-look", "--by", "O")
    refused = office("allocate", "EX-1", "--off", "A1", "--to", "C", "--why", "ill", "--by", "O")
    assert (refused.code, [one["person"] for one in listed(office)[0]["assessors"]]) == (1, ["A1"])
    given = office("allocate", "EX-1", "--off", "A1", "--to", "A2", "--why", "ill", "--no-look", "--by", "C")
    assert "EX-1 is taken off A1" in given.err
    assert "EX-1 is given to A2" in given.err
    assert [one["person"] for one in listed(office)[0]["assessors"]] == ["A2"]


def test_the_list_says_what_is_waited_for(office):
    office("settings", "--set", "assessors_needed=2", "--source", "minute 4", "--by", "O")
    office("allocate", "EX-1", "--to", "A1", "--no-look", "--by", "O")
    (row,) = listed(office)
    assert (row["waits"][0], row["third"]) == ({"of": "office", "words": "allocate 1 more (2 needed)"}, None)
    assert "assessors: A1 to declare interests" in office("register", "--list").out
    assert listed(office, "--by", "A1")[0]["waits"] == []


def test_by_command_too_the_one_asked_for_is_given_as_the_third(office, taken):
    office("settings", "--set", "third_assessor_when=outcome_differs", "--source", "minute 4", "--by", "O")
    for who in ("A1", "A2", "A3"):
        office("person", who, "--role", "assessor", "--by", "O")
    with Workspace.open(taken, clock=now, new_id=new_id) as workspace:
        differing = Judged(workspace, workspace.application("EX-1"))
        for who in ("A1", "A2"):
            differing.people.allocate(differing.application, who, "O")
            differing.people.declare(differing.application, who, conflicted=False)
        for code in ("1.1", "5.2", "8.2"):
            differing.written.fail(code, "A1")
        differing.sealed()
    (row,) = listed(office)
    assert row["third"].startswith("A third assessment is asked for")
    assert "office: allocate a third assessor" in office("register", "--list").out
    given = office("allocate", "EX-1", "--to", "A3", "--no-look", "--by", "O")
    assert "EX-1 is given to A3: Third assessment" in given.err
    (row,) = listed(office)
    assert (row["assessors"][-1]["task"], row["third"]) == ("third", None)
