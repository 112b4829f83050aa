"""A small cohort written down by hand. All applications, people and items are invented.

Everybody finds every item satisfactory until a test says otherwise: one item to a sub-category, E1.1 to 1.1 and so on,
in category 3 two that are independent of each other. That makes 17 items, each real, those of 1.1 and 1.2 with a
traceable reference to the MHRA guidelines; all five parts are there. So by hand: 16 of 16, 8 of 8, 2 pieces, 0
simulated, 2 references, 5 parts, and every rule is met.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

import pytest

from mrse_assess.cohort.frames import CohortCase, frames, rows_of, vocabulary
from mrse_assess.model.judgement import Conclusion, Judgement, Judgements, OutcomeChoice, PartConfirmation
from mrse_assess.scheme import load_scheme
from mrse_assess.terms import OutcomeKind, Phase, Verdict
from mrse_assess.workspace.states import State

GOOD, BAD = Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY
SCHEME = load_scheme()
WORDS = vocabulary([SCHEME], map(str, State))
ITEMS = {"3": ("E3a", "E3b")}
REFERENCES = {"1.1", "1.2"}


def items_of(code):
    return ITEMS.get(code, (f"E{code}",))


@dataclass
class Written:
    """One application being judged; ``people`` are its assessors in the order in which their rows come."""

    application: str
    people: tuple[str, ...] = ("jo", "kim")
    items: dict = field(default_factory=dict)
    wholes: dict = field(default_factory=dict)
    parts: dict = field(default_factory=lambda: {part.id: True for part in SCHEME.parts})

    def __post_init__(self):
        for who in self.people:
            for code in SCHEME.codes:
                self.wholes[Phase.INDIVIDUAL, who, code] = {"verdict": GOOD}
                for item in items_of(code):
                    self.items[Phase.INDIVIDUAL, who, code, item] = {
                        "verdict": GOOD,
                        "independent_group": item,
                        "mhra_reference": code in REFERENCES,
                    }

    def item(self, who, code, item, *, phase=Phase.INDIVIDUAL, **said):
        row = self.items.setdefault((phase, who, code, item), {})
        row |= said
        return self

    def whole(self, who, code, *, phase=Phase.INDIVIDUAL, **said):
        row = self.wholes.setdefault((phase, who, code), {})
        row |= said
        return self

    def fail(self, code, *reasons, who=None, target=""):
        """Not satisfactory by these assessors, all of them by default; the first reason is the primary one."""
        for one in who or self.people:
            self.item(
                one, code, items_of(code)[0], verdict=BAD, reasons=reasons, primary_reason=reasons[0], target=target
            )
            self.whole(one, code, verdict=BAD)
        return self

    def judgements(self):
        own = {"application": self.application, "attempt": 1}
        return Judgements(
            **own,
            judgements=tuple(
                Judgement(**own, phase=phase, assessor=who, sub_category=code, evidence_id=item, **said)
                for (phase, who, code, item), said in self.items.items()
            ),
            conclusions=tuple(
                Conclusion(**own, phase=phase, assessor=who, sub_category=code, **said)
                for (phase, who, code), said in self.wholes.items()
            ),
            parts=tuple(PartConfirmation(**own, part=part, confirmed=there) for part, there in self.parts.items()),
        )

    def case(self, **said):
        judged = self.judgements()
        known = {"application": self.application, "attempt": 1, "is_final": True, "scheme": SCHEME, "state": "panel"}
        return CohortCase(**known | {"own": judged, "counted": judged} | said)


def chosen(application, kind):
    return OutcomeChoice(
        application=application, attempt=1, outcome=kind, ground="", by="chair",
        recorded_at=datetime(2026, 3, 4, 23, 30, tzinfo=UTC), event="o",
    )  # fmt: skip


def one_item_more(written, code, item, **said):
    for who in written.people:
        written.item(who, code, item, **{"verdict": GOOD, **said})
    return written


def awarded():
    """A: as written above, with a second item for 2.1."""
    written = one_item_more(Written("A"), "2.1", "E9")
    return written.case(
        outcome=chosen("A", OutcomeKind.AWARD), state="decided", role="radiographer", received=date(2026, 1, 2)
    )


def short():
    """B: 2.1, 2.2 and 4.1 fail. Jo and Kim agree on the primary reason for 4.1 and not for 2.1; 2.2 belongs in 7.2."""
    written = Written("B").fail("4.1", "relay_only", "undated")
    written.fail("2.1", "undated", "too_basic_or_minimal", who=("jo",))
    written.fail("2.1", "too_basic_or_minimal", "undated", "outdated", who=("kim",))
    written.fail("2.2", "wrong_sub_category", target="7.2")
    return written.case(outcome=chosen("B", OutcomeKind.FURTHER_EVIDENCE), state="decided")


def open_one():
    """C: Jo finds both of category 1 satisfactory and Kim neither, and the panel has not met."""
    return Written("C").fail("1.1", "undated", who=("kim",)).fail("1.2", "undated", who=("kim",)).case(state="sealed")


def settled():
    """D: as C, and the panel found 1.1 satisfactory and 1.2 not, for a reason of its own."""
    written = Written("D").fail("1.1", "undated", who=("kim",)).fail("1.2", "undated", who=("kim",))
    panel = {"phase": Phase.MODERATION}
    written.item("cho", "1.1", "E1.1", verdict=GOOD, mhra_reference=True, **panel).whole(
        "cho", "1.1", verdict=GOOD, **panel
    )
    written.item("cho", "1.2", "E1.2", verdict=BAD, reasons=("outdated",), primary_reason="outdated", **panel)
    written.whole("cho", "1.2", verdict=BAD, **panel)
    return written.case(outcome=chosen("D", OutcomeKind.NOT_AWARDED), state="issued")


@pytest.fixture(scope="session")
def cases():
    return (awarded(), short(), open_one(), settled())


@pytest.fixture(scope="session")
def cohort(cases):
    return frames([rows_of(case) for case in cases], WORDS)


def with_people(case, order):
    """The case with its assessors' rows in another order."""

    def ordered(rows):
        return tuple(sorted(rows, key=lambda row: order.index(row.assessor)))

    def judged(given):
        return replace(given, judgements=ordered(given.judgements), conclusions=ordered(given.conclusions))

    return replace(case, own=judged(case.own), counted=judged(case.counted))
