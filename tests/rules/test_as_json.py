"""The decision as the command line prints it."""

import json

from mrse_assess.rules import decide, decision_as_json


def printed(*arguments):
    return json.loads(json.dumps(decision_as_json(decide(*arguments))))


def test_the_keys_of_the_contract_are_there(mrse, assess):
    found = printed(assess(mrse, not_satisfactory=("4.3",), mhra=("2.2", "7.2")), mrse)
    assert (found["application"], found["attempt"], found["outcome"]) == ("EX-0001", 1, "met")
    assert list(found["sub_categories"]) == list(mrse.codes)
    assert {"state", "counted", "rests_on_simulated", "mhra"} <= set(found["sub_categories"]["3"])
    assert {"setting", "value", "outcome"} <= set(found["readings"][0])
    assert found["pivotal"][0] == ["2.2"]


def test_a_rule_is_printed_with_its_numbers_and_clause(mrse, assess):
    rule = printed(assess(mrse, not_satisfactory=("4.3",)), mrse)["rules"][0]
    assert rule == {
        "rule": "sub_categories", "status": "met", "direction": "at_least", "observed": 15, "threshold": 14,
        "lowest": 15, "highest": 15, "pending": 0, "clause": "G2", "because": ["4.3"], "advisory": False,
    }  # fmt: skip


def test_a_sub_category_is_printed_with_what_counts(mrse, assess):
    found = printed(assess(mrse, simulated=("4.3",), mhra=("4.3",)), mrse)["sub_categories"]["4.3"]
    assert found["state"] == "satisfactory"
    assert found["counted"] == ["4.3-1"]
    assert (found["rests_on_simulated"], found["mhra"]) == ("yes", "yes")


def test_what_was_not_assessed_has_no_numbers(mrse, assess):
    rule = printed(assess(mrse), mrse)["rules"][-1]
    assert (rule["rule"], rule["status"], rule["observed"]) == ("recent_work", "not_assessed", None)


def test_a_contradiction_is_printed_as_a_problem(mrse, assess, rows):
    found = printed(assess(mrse, unjudged=("8.1",), rows=(rows.conclusion("8.1"),)), mrse)
    assert found["problems"] == [found["sub_categories"]["8.1"]["contradiction"]]
    assert {"code", "severity", "message", "hint"} <= set(found["problems"][0])
