"""Two assessors' judgements of an invented application, as the panel gets them."""

from dataclasses import replace

import pytest

from mrse_assess.model.judgement import Conclusion, Judgement, Judgements, PartConfirmation
from mrse_assess.scheme import load_scheme
from mrse_assess.terms import Phase, Verdict

SAT, NOT, REFER, NOTHING = (
    Verdict.SATISFACTORY,
    Verdict.NOT_SATISFACTORY,
    Verdict.REFERRED_TO_PANEL,
    Verdict.NOTHING_OFFERED,
)
ITEMS = {"3": ("6", "7")}
"""The items of a sub-category; of every other one a single item that bears its code."""


@pytest.fixture(scope="session")
def scheme():
    return load_scheme()


class Written:
    """Judgements being written down: everybody finds everything satisfactory until told otherwise."""

    def __init__(self, scheme, assessors=("A1", "A2")):
        self.scheme = scheme
        self.assessors = assessors
        self.items = {
            (who, code, item): Judgement(
                application="X", attempt=1, phase=Phase.INDIVIDUAL, assessor=who, sub_category=code, evidence_id=item,
                verdict=SAT, independent_group=item if code == "3" else "",
                mhra_reference=code in {"2.1", "7.2"},
            )
            for who in assessors for code in scheme.codes for item in ITEMS.get(code, (f"E{code}",))
        }  # fmt: skip
        self.wholes = {
            (who, code): Conclusion(
                application="X", attempt=1, phase=Phase.INDIVIDUAL, assessor=who, sub_category=code, verdict=SAT
            )
            for who in assessors
            for code in scheme.codes
        }
        self.parts = {part.id: True for part in scheme.parts}

    def item(self, who, code, item, **said):
        self.items[who, code, item] = replace(self.items[who, code, item], **said)

    def whole(self, who, code, verdict, **said):
        self.wholes[who, code] = replace(self.wholes[who, code], verdict=verdict, **said)

    def fail(self, code, *assessors, reason="too_basic_or_minimal"):
        """The sub-category and its items are not satisfactory to these assessors, or to all."""
        for who in assessors or self.assessors:
            for item in ITEMS.get(code, (f"E{code}",)):
                self.item(who, code, item, verdict=NOT, reasons=(reason,), primary_reason=reason)
            self.whole(who, code, NOT)

    def judgements(self):
        return Judgements(
            application="X",
            attempt=1,
            judgements=tuple(self.items.values()),
            conclusions=tuple(self.wholes.values()),
            parts=tuple(
                PartConfirmation(application="X", attempt=1, part=part, confirmed=said)
                for part, said in self.parts.items()
            ),
        )


@pytest.fixture
def written(scheme):
    return Written(scheme)
