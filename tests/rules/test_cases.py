"""The cases in ``cases/``, which an assessor can read and add to."""

import tomllib
from pathlib import Path

import pytest

from mrse_assess.model.judgement import SettingValue
from mrse_assess.rules import allowed_outcomes, decide

FOLDER = Path(__file__).parent / "cases"
CASES = [case for file in sorted(FOLDER.glob("*.toml")) for case in tomllib.loads(file.read_text("utf-8"))["case"]]
GIVEN = {"not_satisfactory", "nothing_offered", "unjudged", "simulated", "mhra", "absent", "unconfirmed", "rows"}
SETTINGS = {
    key: SettingValue(key=key, value=value, source="minute 4")
    for key, value in {"attempts_allowed": "2", "exam_needed_at": "award"}.items()
}


@pytest.fixture(scope="session")
def schemes(mrse, small):
    return {"mrse": mrse, "small": small}


@pytest.fixture(scope="session")
def told(rows, assess):
    """The judgements that a case tells of."""

    def row(fields):
        rest = {key: value for key, value in fields.items() if key not in {"by", "sub_category", "item", "verdict"}}
        phase = "moderation" if fields["by"] == "panel" else "individual"
        common = {"phase": phase, "assessor": fields["by"], **rest}
        if "item" in fields:
            return rows.item(fields["sub_category"], fields["item"], fields["verdict"], **common)
        return rows.conclusion(fields["sub_category"], fields["verdict"], **common)

    def of(case, scheme):
        said = {"mhra": ("2.2", "7.2"), **{key: value for key, value in case.items() if key in GIVEN}}
        made = [row(fields) for fields in case.get("rows", [])]
        named = {one.sub_category for one in made}
        return assess(scheme, **{**said, "rows": made, "unjudged": {*said.get("unjudged", ()), *named}})

    return of


def found(decision, scheme):
    """The decision in the words of a case."""
    options = allowed_outcomes(decision, scheme, SETTINGS)
    return {
        "outcome": decision.outcome,
        "rules": {one.rule: f"{one.status} {one.observed}" for one in decision.rules},
        "states": {one.code: one.state for one in decision.sub_categories},
        "simulated": {one.code: one.rests_on_simulated for one in decision.sub_categories},
        "mhra": {one.code: one.mhra for one in decision.sub_categories},
        "otherwise": {one.setting: one.outcome for one in decision.readings},
        "pivotal": [list(members) for members in decision.pivotal],
        "problems": [problem.code for problem in decision.problems],
        "allowed": [one.kind for one in options if one.allowed],
    }


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case, schemes, told):
    scheme = schemes[case.get("scheme", "mrse")]
    answer = found(decide(told(case, scheme), scheme, case.get("readings")), scheme)
    expected = case["expect"]
    looked_at = {
        key: {name: answer[key].get(name) for name in value} if isinstance(value, dict) else answer[key]
        for key, value in expected.items()
    }
    assert looked_at == expected


def test_every_case_says_only_what_is_understood():
    known = GIVEN | {"name", "scheme", "readings", "expect"}
    assert {key for case in CASES for key in case} <= known
    assert len({case["name"] for case in CASES}) == len(CASES) >= 25
