"""Which outcomes a person may choose now, and what stands in the way of the others. The program chooses none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mrse_assess.errors import BadRequestError
from mrse_assess.model.decision import Decision
from mrse_assess.model.judgement import SettingValue
from mrse_assess.model.problem import Problem
from mrse_assess.model.scheme import Outcome, Scheme
from mrse_assess.rules import obstacles
from mrse_assess.rules.rulebook import Counts
from mrse_assess.terms import OutcomeKind, RuleStatus, SubCategoryState

ATTEMPTS_ALLOWED = "attempts_allowed"
"""The setting that says how many attempts there are; the first submission is one."""

NEEDED_AT = "_needed_at"
AT_SUBMISSION = "submission"
"""A part with a setting ``<part>_needed_at`` makes a portfolio incomplete only if that is ``submission``."""


@dataclass(frozen=True, kw_only=True)
class OutcomeOption:
    """One outcome of the scheme: whether a person may choose it now, and if not, everything that stands in the way.

    ``needs_ground``: whoever chooses it has to give a reason in words.
    """

    kind: OutcomeKind
    name: str
    obstacles: tuple[Problem, ...]
    needs_ground: bool

    @property
    def allowed(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.obstacles


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """What an outcome depends on beside the decision.

    ``settings`` by key. ``chosen_readings``: readings that the panel has recorded, by id. ``unopened``: evidence could
    not be opened.
    """

    settings: Mapping[str, SettingValue]
    chosen_readings: Mapping[str, str]
    unopened: bool = False


def allowed_outcomes(
    decision: Decision,
    scheme: Scheme,
    settings: Mapping[str, SettingValue] | None = None,
    *,
    chosen_readings: Mapping[str, str] | None = None,
    unopened: bool = False,
) -> tuple[OutcomeOption, ...]:
    """Every outcome of the scheme, in its order, each with what stands in its way.

    A finding on competence (all but ``incomplete``) needs a settled decision: nothing pending, even where it cannot
    change the outcome, since a letter speaks of every sub-category; no contradiction; no reading left open on which the
    outcome hangs. ``settings`` by key; ``chosen_readings`` those that the panel has recorded; ``unopened``: evidence
    could not be opened, which also makes a portfolio incomplete.

    Raises:
        BadRequestError: the decision was computed under another reading than the one recorded.
    """
    around = Circumstances(settings=settings or {}, chosen_readings=chosen_readings or {}, unopened=unopened)
    _check_readings(decision, around)
    return tuple(
        OutcomeOption(
            kind=outcome.kind,
            name=outcome.name,
            obstacles=tuple(_in_the_way(outcome, decision, scheme, around)),
            needs_ground=outcome.needs_ground,
        )
        for outcome in scheme.outcomes
    )


def unsettled_readings(decision: Decision, recorded: Mapping[str, str]) -> tuple[str, ...]:
    """The readings on which the outcome hangs and which nobody has recorded, in the scheme's order.

    Readings are tried together: two may change the outcome where neither does alone.
    """
    open_ones = {
        one.values: one.outcome
        for one in decision.combinations
        if all(recorded.get(setting, value) == value for setting, value in one.values)
    }
    hanging = {
        setting
        for values, outcome in open_ones.items()
        for others, other_outcome in open_ones.items()
        for setting, _ in set(values) ^ set(others)
        if outcome != other_outcome and len(set(values) - set(others)) == 1
    }
    return tuple(setting for setting, _ in decision.readings_used if setting in hanging)


def _in_the_way(outcome: Outcome, decision: Decision, scheme: Scheme, around: Circumstances) -> Iterator[Problem]:
    if outcome.kind == OutcomeKind.INCOMPLETE:
        yield from _against_incomplete(decision, scheme, around)
    else:
        yield from _against_any_finding(decision, scheme, around)
    yield from _against_the_rules(outcome, decision)
    for setting in outcome.needs_settings:
        yield from _against_setting(setting, decision, scheme, around)


def _against_any_finding(decision: Decision, scheme: Scheme, around: Circumstances) -> Iterator[Problem]:
    """What has to be settled before anything can be said about competence."""
    yield from (result.contradiction for result in decision.sub_categories if result.contradiction)
    contradicted = {one.code for one in decision.sub_categories if one.contradiction}
    pending = [one.code for one in decision.sub_categories if one.state == SubCategoryState.NOT_YET_JUDGED]
    if set(pending) - contradicted:
        yield obstacles.not_yet_judged([code for code in pending if code not in contradicted])
    if any(one.status == RuleStatus.UNDETERMINED and not one.advisory for one in decision.rules):
        yield obstacles.undetermined(decision)
    names = {reading.id: reading for reading in scheme.readings}
    for setting in unsettled_readings(decision, around.chosen_readings):
        yield obstacles.reading_open(names[setting])


def _against_the_rules(outcome: Outcome, decision: Decision) -> Iterator[Problem]:
    """The rules have to say what the scheme asks for: ``met``, ``not_met``, or ``any``."""
    settled = decision.outcome in {RuleStatus.MET, RuleStatus.NOT_MET}
    if settled and outcome.rules in {RuleStatus.MET, RuleStatus.NOT_MET} and outcome.rules != decision.outcome:
        yield obstacles.rules_say_otherwise(decision)


def _against_setting(setting: str, decision: Decision, scheme: Scheme, around: Circumstances) -> Iterator[Problem]:
    """A setting that the outcome needs has no value, or says that there are no attempts left."""
    value = around.settings.get(setting)
    if value is None or not (value.value.strip() or value.not_applicable):
        yield obstacles.setting_unset(scheme, setting)
    elif setting == ATTEMPTS_ALLOWED and not value.not_applicable:
        allowed = value.value.strip()
        if not allowed.isdecimal():
            yield obstacles.setting_no_number(scheme, setting)
        elif decision.attempt >= int(allowed):
            yield obstacles.no_attempt_left(decision.attempt, int(allowed))


def _against_incomplete(decision: Decision, scheme: Scheme, around: Circumstances) -> Iterator[Problem]:
    """A part has to be confirmed absent that was due with the portfolio, or evidence could not be opened."""
    if around.unopened:
        return
    absent = _absent_parts(decision, scheme)
    known = {spec.id for spec in scheme.settings}
    dated = [part for part in absent if part + NEEDED_AT in known]
    if len(dated) < len(absent):
        return
    values = {part: around.settings.get(part + NEEDED_AT) for part in dated}
    if any(value and value.value.strip() == AT_SUBMISSION for value in values.values()):
        return
    unset = [part for part, value in values.items() if value is None or not value.value.strip()]
    yield from (obstacles.setting_unset(scheme, part + NEEDED_AT) for part in unset)
    if not unset:
        yield obstacles.nothing_missing(bool(absent))


def _absent_parts(decision: Decision, scheme: Scheme) -> tuple[str, ...]:
    rules = {rule.id for rule in scheme.rules if rule.counts == Counts.PARTS and not rule.advisory}
    findings = [finding for finding in decision.rules if finding.rule in rules]
    return tuple(part for finding in findings if finding.status == RuleStatus.NOT_MET for part in finding.because)


def _check_readings(decision: Decision, around: Circumstances) -> None:
    used = dict(decision.readings_used)
    for setting, value in around.chosen_readings.items():
        if used.get(setting) != value:
            raise BadRequestError(
                f"the decision reads {setting} as {used.get(setting)}, but {value} is recorded; "
                f"decide again under {value}"
            )
