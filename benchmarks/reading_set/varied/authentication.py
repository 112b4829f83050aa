"""The referee's authentication in the forms that portfolios have, with what it truly says."""

import random
from typing import Any, NamedTuple

from .people import in_words
from .plan import Plan

Block = dict[str, Any]


class Authenticated(NamedTuple):
    """The blocks and the truth: whether present, who, which role, when, whether signed."""

    blocks: list[Block]
    truth: dict[str, Any]


def authentication(plan: Plan) -> Authenticated:
    """The authentication of a plan; no blocks where there is none."""
    form, cast = plan.choice.auth, plan.cast
    if form == "absent":
        return Authenticated([], {"present": False})
    dice = random.Random(f"auth {plan.choice.seed}")  # noqa: S311
    day = dice.choice((in_words(cast.signed), cast.signed.strftime("%d/%m/%Y"), in_words(cast.signed)))
    named = plan.choice.cover != "none"
    about = f"the portfolio of {cast.name}" if named and dice.random() < 0.5 else "this portfolio"
    statement = dice.choice(
        (
            f"I confirm that the contents of {about} truly reflect the extent and nature of the applicant's own work.",
            f"As referee I authenticate {about}: what it contains is the applicant's own work, in kind and in extent.",
            "I have looked through the evidence listed above and confirm that it is the applicant's own work.",
        )
    )
    head = {
        "t": "h",
        "x": dice.choice(
            ("Authentication", "Authentication by referee", "Referee's authentication", "Statement of authentication")
        ),
        "size": 12,
    }
    truth = {
        "present": True,
        "referee_name": cast.referee,
        "role": cast.referee_role,
        "date": cast.signed.isoformat(),
        "signed": form != "unsigned",
    }
    body = _FORMS[form](plan, statement, day, dice)
    if form == "unsigned":
        truth["date"] = None
    return Authenticated([{"t": "mark", "name": "auth"}, head, *body], truth)


def _ink(plan: Plan, label: str = "Signature") -> Block:
    return {"t": "ink", "label": label, "seed": plan.choice.seed}


def _pairs(plan: Plan, statement: str, day: str, dice: random.Random) -> list[Block]:
    cast = plan.cast
    names = dice.choice((("Name of referee", "Position"), ("Name", "Job title"), ("Referee", "Role")))
    top = {
        "t": "kv",
        "xs": [[names[0], cast.referee], [names[1], cast.referee_role], ["Relationship to applicant", "Line manager"]],
    }
    return [
        {"t": "p", "x": statement},
        top,
        _ink(plan, dice.choice(("Signature", "Signed"))),
        {"t": "kv", "xs": [["Date", day]]},
    ]


def _grid(plan: Plan, statement: str, day: str, dice: random.Random) -> list[Block]:
    cast = plan.cast
    rows = [
        [{"x": key, "b": True}, {"x": value}]
        for key, value in (
            ("Name", cast.referee),
            ("Position", cast.referee_role),
            ("Date", day),
            ("Signature", dice.choice((f"signed electronically by {cast.referee}", f"/s/ {cast.referee}"))),
        )
    ]
    return [
        {"t": "p", "x": statement},
        {"t": "grid", "style": "ruled", "widths": [4.2, "1"], "heads": [], "rows": rows, "size": 10},
    ]


def _lines(plan: Plan, statement: str, day: str, _: random.Random) -> list[Block]:
    cast = plan.cast
    return [
        {"t": "p", "x": statement},
        _ink(plan, "Signed:"),
        {"t": "p", "x": f"Name: {cast.referee}        Position: {cast.referee_role}"},
        {"t": "p", "x": f"Date: {day}"},
    ]


def _letter(plan: Plan, statement: str, day: str, _: random.Random) -> list[Block]:
    cast = plan.cast
    return [
        {"t": "p", "x": day},
        {"t": "p", "x": "To the assessors"},
        {
            "t": "p",
            "x": f"{statement} I have worked with the applicant for six years and meet the applicant every week.",
        },
        {"t": "p", "x": "Yours faithfully,"},
        _ink(plan, ""),
        {"t": "p", "x": f"{cast.referee}\n{cast.referee_role}\n{cast.hospital}"},
    ]


def _unsigned(plan: Plan, statement: str, _day: str, dice: random.Random) -> list[Block]:
    cast = plan.cast
    gap = dice.choice(("", "______________________", "......................"))
    xs = [["Name", cast.referee], ["Position", cast.referee_role], ["Signature", gap], ["Date", gap]]
    return [{"t": "p", "x": statement}, {"t": "kv", "xs": xs}]


def _typed(plan: Plan, statement: str, day: str, dice: random.Random) -> list[Block]:
    cast = plan.cast
    signed = dice.choice((f"Signed electronically: {cast.referee}", f"Electronically signed by {cast.referee}"))
    return [{"t": "p", "x": statement}, {"t": "p", "x": f"{signed}\n{cast.referee_role}\nDate: {day}"}]


def _prose(plan: Plan, statement: str, day: str, _: random.Random) -> list[Block]:
    cast = plan.cast
    text = statement.removeprefix("I confirm").removeprefix("As referee I authenticate").removeprefix("I have looked")
    verb = (
        statement[: len(statement) - len(text)]
        .replace("As referee I authenticate", "authenticate")
        .replace("I ", "", 1)
    )
    return [
        {"t": "p", "x": f"I, {cast.referee}, {cast.referee_role}, {verb}{text}"},
        _ink(plan, "Signed"),
        {"t": "p", "x": f"Dated {day}"},
    ]


_FORMS = {
    "pairs": _pairs, "grid": _grid, "lines": _lines, "ink": _lines,
    "letter": _letter, "unsigned": _unsigned, "typed": _typed, "prose": _prose,
}  # fmt: skip
