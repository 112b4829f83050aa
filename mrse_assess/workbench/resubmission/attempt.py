"""A further attempt as its assessor meets it: what was asked for, what stands, what the rules counted then and now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import ApplicationEntry, Issue
from mrse_assess.model.decision import Decision
from mrse_assess.model.judgement import Conclusion
from mrse_assess.model.scheme import Scheme
from mrse_assess.rules import decide
from mrse_assess.terms import OutcomeKind, Phase, RuleStatus, SubCategoryState, Verdict
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.outcome_views import RuleLine
from mrse_assess.workbench.resubmission.attempt_views import AskedUnit, AttemptView, FigureRow, StoodItem, StoodRow
from mrse_assess.workbench.resubmission.carrying import counted_judgements, entry_of
from mrse_assess.workbench.resubmission.changes import Change
from mrse_assess.workbench.resubmission.counting import counting_on, stood_rows
from mrse_assess.workbench.resubmission.opening import Asked, asked_of
from mrse_assess.workbench.standing import standing
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.attempts import attempt_of, found_of

MOST_SETS = 4
"""So many ways of having been enough are named; of more nobody reads the list."""


def attempt_view(assessment: Assessment) -> AttemptView | None:
    """The further attempt, None in a first one."""
    if assessment.application.attempt == 1 or not assessment.may_see("asked"):
        return None
    return assessment.once("attempt", lambda: _Attempt(assessment).view())


@dataclass(frozen=True)
class _Attempt:
    """A further attempt and the one before it."""

    assessment: Assessment

    @cached_property
    def before(self) -> Application:
        now = self.assessment.application
        return attempt_of(self.workspace, now.reference, now.attempt - 1)

    @cached_property
    def entry(self) -> ApplicationEntry | None:
        return entry_of(self.workspace, self.assessment.application)

    @cached_property
    def decision(self) -> Decision:
        """The rules as they stood for the letter: over every assessor of the attempt before, and what stood then."""
        readings = {one.setting: one.value for one in found_of(self.workspace, self.before).readings}
        return decide(counted_judgements(self.workspace, self.before), self.scheme, readings)

    @cached_property
    def asked(self) -> Asked | None:
        try:
            return asked_of(self.workspace, self.before)
        except BadRequestError:  # a setting was taken back since; the entry says what was opened
            return None

    @property
    def workspace(self) -> Workspace:
        return self.assessment.workspace

    @property
    def scheme(self) -> Scheme:
        return self.assessment.scheme

    def view(self) -> AttemptView:
        issue, since = self._issue(), self.assessment.compared.at_hand
        then, now = (standing(one, self.scheme).rules for one in (self.decision, self.assessment.decision))
        rules = tuple(line for line in then if line.status is RuleStatus.NOT_MET)
        outcomes = {one.kind: one.name for one in self.scheme.outcomes}
        return AttemptView(
            attempt=self.assessment.application.attempt,
            before=self.before.attempt,
            letter=self.entry.asked_by if self.entry else "",
            outcome=outcomes.get(issue.outcome, "") if issue else "",
            issued_at=issue.recorded_at.astimezone() if issue and issue.recorded_at else None,
            stands=self.asked is not None,
            asked=tuple(self._asked_units()),
            rules=rules if issue is None or issue.outcome is not OutcomeKind.INCOMPLETE else (),
            missing_parts=tuple(self._missing_parts()),
            enough=self._enough(),
            carried=self._carried(),
            settings=tuple(self._settings()),
            open_count=len(self.assessment.scope),
            total=len(self.scheme.codes),
            stood=tuple(self._stood()),
            figures=tuple(_figures(then, now)),
            blind=not self.assessment.may_see("decision"),
            came=since.came if since else None,
            fault=self.assessment.compared.fault,
        )

    def _issue(self) -> Issue | None:
        letter = self.entry.asked_by if self.entry else ""
        return next((one for one in found_of(self.workspace, self.before).issues if one.letter == letter), None)

    # ------------------------------------------------------------ what was asked for

    def _unmet(self) -> tuple[str, ...]:
        if self.asked:
            return self.asked.unmet
        states = {one.code: one.state for one in self.decision.sub_categories}
        return tuple(
            code
            for code in self.scheme.codes
            if code in self.assessment.scope and states[code] is not SubCategoryState.SATISFACTORY
        )

    def _asked_units(self) -> Iterator[AskedUnit]:
        for code in self._unmet():
            yield AskedUnit(
                code=code,
                short_name=self.scheme.sub_category(code).short_name,
                was=self.decision.result(code).state,
                reasons=tuple(self._reasons(code)) if self.assessment.may_see("decision") else (),
                counts_on=tuple(dict.fromkeys(row.evidence_id for row in counting_on(self.assessment, code))),
            )

    def _reasons(self, code: str) -> tuple[str, ...]:
        rows = counted_judgements(self.workspace, self.before).judgements
        settled = [row for row in rows if row.sub_category == code and row.phase is Phase.MODERATION]
        weighed = settled or [row for row in rows if row.sub_category == code]
        given = dict.fromkeys(
            reason for row in weighed if row.verdict is Verdict.NOT_SATISFACTORY for reason in row.reasons
        )
        known = {reason.id: reason.name for reason in self.scheme.reasons}
        return tuple(known.get(reason, reason) for reason in given)

    def _missing_parts(self) -> Iterator[str]:
        names = {part.id: part.name for part in self.scheme.parts}
        yield from (names.get(part, part) for part in (self.asked.missing_parts if self.asked else ()))

    def _enough(self) -> tuple[tuple[str, ...], ...]:
        sets = self.asked.sets if self.asked else ()
        named = tuple(tuple(member.partition(":")[2] or member for member in one) for one in sets)
        return named if len(named) <= MOST_SETS and self.decision.pivotal_complete else ()

    def _carried(self) -> str:
        """What becomes of the other findings, in the words of the letter; "" where it did not say."""
        value = self.entry.carry_over if self.entry else ""
        words = self.scheme.passages.get(f"setting.carry_over.{value}", "") if value else ""
        said = words.format(n=len(self.scheme.codes) - len(self._unmet()))
        return f"{said[:1].upper()}{said[1:]}." if said else ""

    def _settings(self) -> Iterator[str]:
        """How the settings read that say what is open, with the source of each."""
        labels = {one.id: one.label for one in self.scheme.settings}
        for one in self.asked.settings if self.asked else ():
            if one.value:
                yield f"{labels.get(one.key, one.key)}: {one.value.replace('_', ' ')} ({one.source})"

    # ------------------------------------------------------------ what stands

    def _stood(self) -> Iterator[StoodRow]:
        scope = self.assessment.scope
        rows: Mapping[str, Conclusion] = {one.sub_category: one for one in self.assessment.counted.conclusions}
        for code in self.scheme.codes:
            if code not in scope and code in rows:
                yield StoodRow(
                    code=code,
                    short_name=self.scheme.sub_category(code).short_name,
                    state=self.assessment.decision.result(code).state,
                    attempt=self._settled_in(code),
                    items=tuple(self._stood_items(code)),
                )

    def _settled_in(self, code: str) -> int:
        """The attempt that judged the sub-category last: it was open in it, or the panel settled it anew."""
        one = self.before
        while one.attempt > 1:
            entry = entry_of(self.workspace, one)
            own = found_of(self.workspace, one).judgements.conclusions
            anew = any(row.sub_category == code and row.phase is Phase.MODERATION for row in own)
            if anew or entry is None or not entry.open_codes or code in entry.open_codes:
                return one.attempt
            one = attempt_of(self.workspace, one.reference, one.attempt - 1)
        return one.attempt

    def _stood_items(self, code: str) -> Iterator[StoodItem]:
        since, portfolio = self.assessment.compared.at_hand, self.assessment.portfolio
        titles = {item.id: item.title for item in self.workspace.portfolio(self.before).evidence}
        named = dict.fromkeys(row.evidence_id for row in stood_rows(self.assessment) if row.sub_category == code)
        for evidence_id in named:
            came, item = since.of_item(evidence_id) if since else None, portfolio.item(evidence_id)
            if came and came.change is Change.NEW:  # another item under the same label
                came = item = None
            yield StoodItem(
                evidence_id=evidence_id,
                title=titles.get(evidence_id) or (item.title if item else ""),
                came=came.words if came else "",
                is_there=item is not None,
            )


def _figures(then: tuple[RuleLine, ...], now: tuple[RuleLine, ...]) -> Iterator[FigureRow]:
    later = {line.rule: line for line in now}
    yield from (FigureRow(label=one.label, then=one, now=later[one.rule]) for one in then if one.rule in later)
