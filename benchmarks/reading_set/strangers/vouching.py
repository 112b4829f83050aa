"""The referee's authentication, in the forms in which it is given."""

from random import Random

from .chance import chance
from .data import words
from .days import STYLES, day
from .grids import cell
from .model import Plan
from .typeset import Node


def vouched(plan: Plan) -> list[Node]:
    """What stands below the table, or on a sheet of its own for a letter."""
    kind = plan.habit.vouch
    if kind == "absent":
        return []
    rng = chance("vouching", plan.habit.seed)
    bank = words("wordings")["vouch"]
    said = str(rng.choice(bank["statements"])).format(a=plan.applicant, n=rng.randint(3, 12))
    dated = day(plan.vouched, rng.choice(STYLES))
    head: Node = {"k": "h", "t": rng.choice(bank["heads"]), "size": 12.5}
    makers = {"sentence": _sentence, "letter": _letter, "digital": _digital, "typed": _typed, "grid": _grid}
    maker = makers.get(kind, _lines)
    nodes = maker(plan, rng, said, dated)
    return [{"k": "keep", "nodes": [head, *nodes]}]


def _referee(plan: Plan) -> str:
    return f"{plan.referee}, {plan.letters}" if plan.letters else plan.referee


def ink(rng: Random) -> Node:
    """A signature with a pen."""
    points = [[6.0 * at + rng.uniform(-3, 3), 20 + rng.uniform(-13, 13)] for at in range(rng.randint(12, 20))]
    return {
        "k": "ink",
        "w": 140,
        "h": 40,
        "pts": points,
        "pen": rng.choice((0.9, 1.2)),
        "colour": rng.choice(("#102060", "#000000")),
    }


def _labels(rng: Random) -> tuple[str, str, str]:
    bank = words("wordings")["vouch"]
    return rng.choice(bank["name"]), rng.choice(bank["role"]), rng.choice(bank["sign"])


def _lines(plan: Plan, rng: Random, said: str, dated: str) -> list[Node]:
    name, role, sign = _labels(rng)
    if plan.habit.vouch == "unsigned":
        rows = [[f"{name}:", plan.referee], [f"{role}:", plan.role], [f"{sign}:", "_" * 28], ["Date:", "_" * 14]]
        return [{"k": "p", "t": said}, {"k": "kv", "items": rows, "gap": 10, "b": False}]
    inked = bool(plan.habit.scan) or (not plan.habit.written and rng.random() < 0.55)
    top: list[Node] = [{"k": "p", "t": said}]
    if inked:
        rows = [[f"{name}:", _referee(plan)], [f"{role}:", plan.role], ["Date:", dated]]
        return [
            *top,
            {"k": "p", "t": f"{sign}:", "below": 0},
            ink(rng),
            {"k": "kv", "items": rows, "gap": 7, "b": False},
        ]
    rows = [
        [f"{name}:", _referee(plan)],
        [f"{role}:", plan.role],
        [f"{sign}:", f"Signed electronically by {plan.referee}"],
        ["Date:", dated],
    ]
    return [*top, {"k": "kv", "items": rows, "gap": 7, "b": rng.random() < 0.5}]


def _grid(plan: Plan, rng: Random, said: str, dated: str) -> list[Node]:
    name, role, sign = _labels(rng)
    signed = rng.choice(
        (f"(signed) {plan.referee}", f"e-signed by {plan.referee}", f"Electronic signature: {plan.referee}")
    )
    rows = [[name, _referee(plan)], [role, plan.role], [sign, signed], ["Date", dated]]
    if rng.random() < 0.4:
        heads = [[cell(one[0], b=True) for one in rows]]
        return [
            {"k": "p", "t": said},
            {
                "k": "table",
                "widths": [2, 2.4, 2.4, 1.5],
                "heads": heads,
                "rows": [[cell(one[1]) for one in rows]],
                "size": 9.5,
            },
        ]
    return [
        {"k": "p", "t": said},
        {
            "k": "table",
            "widths": [1, 2.5],
            "heads": [],
            "rows": [[cell(one, b=True), cell(other)] for one, other in rows],
            "pad": 5,
            "w": 80,
        },
    ]


def _sentence(plan: Plan, rng: Random, _said: str, dated: str) -> list[Node]:
    ways = (
        f"I, {plan.referee}, {plan.role}, confirm that the evidence in this portfolio is the work of {plan.applicant}.",
        f"{plan.referee} ({plan.role}) has read this portfolio and confirms that it is the work of {plan.applicant}.",
    )
    return [{"k": "p", "t": rng.choice(ways)}, {"k": "p", "t": f"Signed electronically by {plan.referee}, {dated}."}]


def _letter(plan: Plan, rng: Random, said: str, dated: str) -> list[Node]:
    signed: list[Node] = [{"k": "p", "t": "(signed electronically)"}] if plan.habit.written else [ink(rng)]
    return [
        {"k": "p", "t": f"{plan.place}\n{dated}"},
        {"k": "p", "t": rng.choice(("To the MRSE assessors", "Dear assessors,", "To whom it may concern"))},
        {"k": "p", "t": said},
        {
            "k": "p",
            "t": "We have worked together throughout that time, and I have seen the originals of what is shown here.",
        },
        {"k": "p", "t": "Yours faithfully,"},
        *signed,
        {"k": "p", "t": f"{_referee(plan)}\n{plan.role}"},
    ]


def _digital(plan: Plan, _rng: Random, said: str, dated: str) -> list[Node]:
    stamp: Node = {
        "k": "box",
        "nodes": [{"k": "p", "t": f"Digitally signed by {plan.referee}", "b": True}, {"k": "p", "t": f"Date: {dated}"}],
        "fill": "#f3f7ff",
    }
    return [{"k": "p", "t": said}, stamp, {"k": "p", "t": f"{_referee(plan)}\n{plan.role}"}]


def _typed(plan: Plan, _rng: Random, said: str, dated: str) -> list[Node]:
    return [
        {"k": "p", "t": said},
        {"k": "p", "t": f"Signed: {plan.referee} (typed signature)   Position: {plan.role}   Date: {dated}"},
    ]
