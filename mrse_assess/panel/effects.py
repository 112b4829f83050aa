"""What the pass rules would say if the panel settled a unit in a certain way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mrse_assess.model.decision import Decision, RuleFinding
from mrse_assess.model.judgement import Conclusion, Judgement, Judgements
from mrse_assess.model.scheme import Scheme
from mrse_assess.panel.comparing import Row, key_of
from mrse_assess.rules import decide
from mrse_assess.terms import Phase, RuleStatus

THE_PANEL = "panel"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One rule before and after: how far its count can still go, and whether it is met."""

    now: RuleFinding
    then: RuleFinding


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What settling a unit changes. ``changes`` are the rules that count or say something else then."""

    changes: tuple[Change, ...]
    now: RuleStatus
    then: RuleStatus


def settled_by(judgements: Judgements, rows: Iterable[Row]) -> Judgements:
    """The judgements with these as the panel's, in place of what the panel said of the same units before."""
    said = tuple(_of_the_panel(row) for row in rows)
    units = {key_of(row) for row in said}

    def kept(row: Row) -> bool:
        return row.phase is not Phase.MODERATION or key_of(row) not in units

    return replace(
        judgements,
        judgements=(
            *(row for row in judgements.judgements if kept(row)),
            *(row for row in said if isinstance(row, Judgement)),
        ),
        conclusions=(
            *(row for row in judgements.conclusions if kept(row)),
            *(row for row in said if isinstance(row, Conclusion)),
        ),
    )


def effect(
    judgements: Judgements, rows: Iterable[Row], scheme: Scheme, readings: Mapping[str, str], now: Decision
) -> Effect:
    """What changes if these rows are the panel's; ``now`` is the decision on ``judgements`` as they are."""
    then = decide(settled_by(judgements, rows), scheme, readings)
    pairs = zip(now.rules, then.rules, strict=True)
    changed = tuple(Change(now=before, then=after) for before, after in pairs if said(before) != said(after))
    return Effect(changes=changed, now=now.outcome, then=then.outcome)


def said(finding: RuleFinding) -> tuple[RuleStatus, int, int]:
    """What of a finding can change by settling something."""
    return finding.status, finding.lowest, finding.highest


def _of_the_panel(row: Row) -> Row:
    return replace(row, phase=Phase.MODERATION, assessor=THE_PANEL, event="")
