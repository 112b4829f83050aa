"""Schemes and judgements for the rules' tests, built in memory. All applications are invented."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import pytest

from mrse_assess.model.judgement import Conclusion, Judgement, Judgements, PartConfirmation
from mrse_assess.model.scheme import (
    Clause,
    MajorCategory,
    Outcome,
    Part,
    PassRule,
    Reading,
    Scheme,
    SettingSpec,
    SubCategory,
)
from mrse_assess.scheme import load_scheme
from mrse_assess.terms import Direction, OutcomeKind, Phase, Verdict

READINGS = {
    "major_category_by": ("major_categories", ("sub_category", "piece")),
    "third_simulated": ("simulated_limit", ("breach", "not_counted")),
    "mhra_counts_in": ("mhra_references", ("satisfactory", "any")),
}
LIMITS = {
    "sub_categories": ("sub_categories", Direction.AT_LEAST),
    "major_categories": ("major_categories", Direction.AT_LEAST),
    "independent_items": ("independent_items", Direction.AT_LEAST),
    "simulated_limit": ("simulated", Direction.AT_MOST),
    "mhra_references": ("mhra_references", Direction.AT_LEAST),
}


def scheme_of(
    codes: Sequence[str],
    thresholds: Mapping[str, int],
    *,
    parts: Sequence[str] = (),
    independent: Mapping[str, int] | None = None,
    readings: Sequence[str] = (),
) -> Scheme:
    """A scheme with these sub-categories and deciding rules; a code's digits before the point are its category."""
    minimum = independent or {}
    units = [
        SubCategory(
            code=code, category=int(code.split(".")[0]), title=code, short_name=code, about=code, guidance="", notes=(),
            examples=(), clause=f"S{code}", minimum_items=minimum.get(code, 1), independent=code in minimum,
            contribution=False,
        )
        for code in codes
    ]  # fmt: skip
    categories = tuple(
        MajorCategory(
            number=number, title=str(number), short_name=str(number), guidance="", notes=(), clause=f"C{number}",
            sub_categories=tuple(unit for unit in units if unit.category == number),
        )
        for number in dict.fromkeys(unit.category for unit in units)
    )  # fmt: skip
    rules = [_rule(rule, LIMITS[rule][0], LIMITS[rule][1], number) for rule, number in thresholds.items()]
    if parts:
        rules.append(_rule("parts", "parts", Direction.AT_LEAST, None))
    rules.append(_rule("recent_work", "recent_work", Direction.AT_LEAST, None, advisory=True))
    return Scheme(
        id="test", version="1", digest="", title="Test", guidance_name="test guidance", categories=categories,
        rules=tuple(rules),
        parts=tuple(Part(id=part, name=part, rule="parts", ask="", clause="G8") for part in parts),
        reasons=(), elsewhere=(), readings=tuple(_reading(name) for name in readings), outcomes=OUTCOMES,
        settings=SETTINGS, contributions=(), reference_editions=(), clauses=(Clause(label="G2", words="paragraph 2"),),
        passages={},
    )  # fmt: skip


def _rule(rule: str, counts: str, direction: Direction, threshold: int | None, *, advisory: bool = False) -> PassRule:
    return PassRule(
        id=rule, counts=counts, label=rule, requirement=rule, needed="", direction=direction, threshold=threshold,
        advisory=advisory, clause="G2",
    )  # fmt: skip


def _reading(name: str) -> Reading:
    rule, values = READINGS[name]
    return Reading(
        id=name, question=f"How is {name} read?", values=values, names=values, default=values[0], clause="G2", rule=rule
    )


def _outcome(kind: OutcomeKind, rules: str, *needs: str, ground: bool = False) -> Outcome:
    return Outcome(kind=kind, name=kind.value, rules=rules, needs_settings=needs, needs_ground=ground)


OUTCOMES = (
    _outcome(OutcomeKind.AWARD, "met"),
    _outcome(OutcomeKind.FURTHER_EVIDENCE, "not_met", "attempts_allowed"),
    _outcome(OutcomeKind.NOT_AWARDED, "not_met", ground=True),
    _outcome(OutcomeKind.INCOMPLETE, "any"),
)
SETTINGS = tuple(
    SettingSpec(id=name, label=f"label of {name}", kind=kind, choices=(), needed_by=())
    for name, kind in (("attempts_allowed", "number"), ("exam_needed_at", "choice"))
)
SMALL = scheme_of(["1.1", "1.2", "2.1"], {"sub_categories": 2, "major_categories": 2})


@dataclass(frozen=True)
class Rows:
    """Makes rows of one application."""

    application: str = "EX-0001"
    attempt: int = 1

    def item(self, code: str, evidence_id: str, verdict: str = "satisfactory", **fields: object) -> Judgement:
        """One judgement of an item; ``assessor`` A and the individual phase unless said otherwise."""
        return Judgement(**self._common(code, verdict, fields), evidence_id=evidence_id, **fields)  # type: ignore[arg-type]

    def conclusion(self, code: str, verdict: str = "satisfactory", **fields: object) -> Conclusion:
        """One conclusion on a sub-category."""
        return Conclusion(**self._common(code, verdict, fields), **fields)  # type: ignore[arg-type]

    def parts(self, confirmed: Mapping[str, bool]) -> tuple[PartConfirmation, ...]:
        """Confirmations of parts."""
        return tuple(
            PartConfirmation(application=self.application, attempt=self.attempt, part=part, confirmed=said)
            for part, said in confirmed.items()
        )

    def together(self, rows: Iterable[Judgement | Conclusion], parts: Mapping[str, bool] | None = None) -> Judgements:
        """Everything in force for the application."""
        kept = tuple(rows)
        return Judgements(
            application=self.application,
            attempt=self.attempt,
            judgements=tuple(row for row in kept if isinstance(row, Judgement)),
            conclusions=tuple(row for row in kept if isinstance(row, Conclusion)),
            parts=self.parts(parts or {}),
        )

    def clear(self, scheme: Scheme, code: str, *, simulated: bool = False, mhra: bool = False) -> tuple[object, ...]:
        """A sub-category found satisfactory on as many independent items as it needs."""
        unit = scheme.sub_category(code)
        items = [
            self.item(
                code,
                f"{code}-{number}",
                simulated=simulated,
                mhra_reference=mhra,
                independent_group=f"g{number}" if unit.independent else "",
            )
            for number in range(1, unit.minimum_items + 1)
        ]
        return (*items, self.conclusion(code))

    def _common(self, code: str, verdict: str, fields: dict[str, object]) -> dict[str, object]:
        return {
            "application": self.application,
            "attempt": self.attempt,
            "phase": Phase(fields.pop("phase", "individual")),
            "assessor": fields.pop("assessor", "A"),
            "sub_category": code,
            "verdict": Verdict(verdict),
        }


ROWS = Rows()
Assess = Callable[..., Judgements]


def assessed(
    scheme: Scheme,
    *,
    not_satisfactory: Iterable[str] = (),
    nothing_offered: Iterable[str] = (),
    unjudged: Iterable[str] = (),
    simulated: Iterable[str] = (),
    mhra: Iterable[str] = (),
    absent: Iterable[str] = (),
    unconfirmed: Iterable[str] = (),
    rows: Iterable[Judgement | Conclusion] = (),
) -> Judgements:
    """An assessment in which everything is satisfactory and there, save what is named; ``rows`` come on top."""
    said: list[object] = list(rows)
    for code in scheme.codes:
        if code in not_satisfactory:
            said += [ROWS.item(code, f"{code}-1", "not_satisfactory"), ROWS.conclusion(code, "not_satisfactory")]
        elif code in nothing_offered:
            said.append(ROWS.conclusion(code, "nothing_offered"))
        elif code not in unjudged:
            said += ROWS.clear(scheme, code, simulated=code in simulated, mhra=code in mhra)
    parts = {part.id: part.id not in absent for part in scheme.parts if part.id not in unconfirmed}
    return ROWS.together(said, parts)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def mrse() -> Scheme:
    """The MRSE scheme as it is shipped."""
    return load_scheme()


@pytest.fixture(scope="session")
def small() -> Scheme:
    """Another scheme: two categories, two rules, no parts, nothing that asks for independence."""
    return SMALL


@pytest.fixture(scope="session")
def rows() -> Rows:
    """Makes single rows."""
    return ROWS


@pytest.fixture(scope="session")
def assess() -> Assess:
    """Makes a whole assessment from what is out of the ordinary in it."""
    return assessed


@pytest.fixture(scope="session")
def make_scheme() -> Callable[..., Scheme]:
    """Makes a scheme from codes and thresholds."""
    return scheme_of
