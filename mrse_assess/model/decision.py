"""What the rules say of a set of judgements: results per sub-category, findings per rule, what would flip them."""

from dataclasses import dataclass

from mrse_assess.model.problem import Problem
from mrse_assess.terms import Direction, RuleStatus, SubCategoryState, Tri


@dataclass(frozen=True, kw_only=True)
class SubCategoryResult:
    """One sub-category under the rules. ``counted`` are the evidence ids behind a satisfactory conclusion.

    ``independent`` is the number of independent satisfactory items (of satisfactory items, where independence is not
    asked for). ``events`` are the records it rests on. ``disagreement``: individual assessors differ and the panel
    has not settled it.
    """

    code: str
    state: SubCategoryState
    counted: tuple[str, ...]
    independent: int
    rests_on_simulated: Tri
    mhra: Tri
    disagreement: bool
    contradiction: Problem | None
    events: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RuleFinding:
    """One rule's answer. ``lowest`` and ``highest`` bound ``observed`` over every completion of what is pending.

    ``because`` names what the answer rests on: codes that are short or in excess, or missing parts.
    """

    rule: str
    status: RuleStatus
    direction: Direction
    observed: int
    threshold: int
    lowest: int
    highest: int
    pending: int
    clause: str
    because: tuple[str, ...]
    advisory: bool = False


@dataclass(frozen=True, kw_only=True)
class ReadingResult:
    """The outcome, and each rule's count, had an ambiguous clause been read this way."""

    setting: str
    value: str
    outcome: RuleStatus
    observed: int | None = None  # of the rule that the reading bears on


@dataclass(frozen=True, kw_only=True)
class ReadingCombination:
    """The outcome under one way of reading every clause that the rules use: (setting, value) pairs, in order."""

    values: tuple[tuple[str, str], ...]
    outcome: RuleStatus


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The pass rules applied to one application. ``outcome`` is the rules' answer, never the letter's outcome.

    ``readings_used`` are the (setting, value) pairs it was computed under; ``combinations`` every other way of reading
    the clauses that the rules use, this one included. ``pivotal_complete`` is false when there are more sets of least
    size than are listed.
    """

    application: str
    attempt: int
    outcome: RuleStatus
    rules: tuple[RuleFinding, ...]
    sub_categories: tuple[SubCategoryResult, ...]
    readings: tuple[ReadingResult, ...]
    pivotal: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]
    scheme_version: str
    readings_used: tuple[tuple[str, str], ...] = ()
    combinations: tuple[ReadingCombination, ...] = ()
    pivotal_complete: bool = True

    def result(self, code: str) -> SubCategoryResult:
        """The result of one sub-category; KeyError when there is none."""
        for result in self.sub_categories:
            if result.code == code:
                return result
        raise KeyError(code)

    def finding(self, rule_id: str) -> RuleFinding:
        """The finding of one rule; KeyError when there is none."""
        for finding in self.rules:
            if finding.rule == rule_id:
                return finding
        raise KeyError(rule_id)
