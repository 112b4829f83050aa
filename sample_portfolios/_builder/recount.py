"""Counts a frame's rows against the scheme's rules, by itself: the project's own rules are judged by it."""

from collections.abc import Iterable
from typing import Any

CODES = ("1.1", "1.2", "2.1", "2.2", "3", "4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7.1", "7.2", "8.1", "8.2")
LEAST, CATEGORIES, INDEPENDENT, MOST_SIMULATED, LEAST_MHRA = 14, 8, 2, 2, 2
Frame = list[dict[str, str]]


def states(frame: Frame) -> dict[str, dict[str, Any]]:
    """State, counted items and flags of every sub-category."""
    return {code: _state(code, [row for row in frame if row["sub_category"] == code]) for code in CODES}


def decision(frame: Frame, parts: dict[str, bool], application: str) -> dict[str, Any]:
    """The answer of the rules for one application, in the shape of ``decide --json``; only keys known for certain."""
    subs = states(frame)
    good = [code for code in CODES if subs[code]["state"] == "satisfactory"]
    groups = {
        row["independent_group"]
        for row in frame
        if row["sub_category"] == "3" and row["evidence_id"] and row["verdict"] == "satisfactory"
    }
    rules = [
        _rule("sub_categories", len(good), LEAST, [code for code in CODES if code not in good]),
        _rule(
            "major_categories",
            len({code[0] for code in good}),
            CATEGORIES,
            sorted(set("12345678") - {code[0] for code in good}),
        ),
        _rule("independent_items", len(groups), INDEPENDENT, ["3"]),
        _rule("simulated_limit", *_ceiling(subs), direction="at_most"),
        _rule("mhra_references", sum(subs[code]["mhra"] == "yes" for code in good), LEAST_MHRA, []),
        _rule("parts", sum(parts.values()), len(parts), [part for part, there in parts.items() if not there]),
    ]
    outcome = "met" if all(rule["status"] == "met" for rule in rules) else "not_met"
    return {
        "applications": [
            {"application": application, "attempt": 1, "outcome": outcome, "rules": rules, "sub_categories": subs}
        ]
    }


def _ceiling(subs: dict[str, dict[str, Any]]) -> tuple[int, int, list[str]]:
    resting = [code for code in CODES if subs[code]["rests_on_simulated"] == "yes"]
    return len(resting), MOST_SIMULATED, resting


def _rule(
    name: str, observed: int, threshold: int, because: Iterable[str], direction: str = "at_least"
) -> dict[str, Any]:
    met = observed >= threshold if direction == "at_least" else observed <= threshold
    return {
        "rule": name,
        "status": "met" if met else "not_met",
        "direction": direction,
        "observed": observed,
        "threshold": threshold,
        "lowest": observed,
        "highest": observed,
        "pending": 0,
        "because": [] if met else list(because),
    }


def _state(code: str, rows: Frame) -> dict[str, Any]:
    conclusion = next(row["verdict"] for row in rows if not row["evidence_id"])
    sound = [row for row in rows if row["evidence_id"] and row["verdict"] == "satisfactory"]
    counted = sound if conclusion == "satisfactory" else []
    real = [row for row in counted if row["simulated"] != "true"]
    needed = INDEPENDENT if code == "3" else 1
    return {
        "state": conclusion,
        "counted": [row["evidence_id"] for row in counted],
        "rests_on_simulated": "yes" if counted and len(real) < needed else "no",
        "mhra": "yes" if any(row["mhra_reference"] == "true" for row in counted) else "no",
    }
