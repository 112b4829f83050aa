"""What a rule counted, as slots for its cells and sentences, and the records behind the count."""

from mrse_assess.letter.materials import Materials
from mrse_assess.letter.wording import Slots
from mrse_assess.model.dates import day_in_words
from mrse_assess.model.decision import RuleFinding
from mrse_assess.model.letter import Slot
from mrse_assess.model.scheme import PassRule
from mrse_assess.terms import SubCategoryState, Tri, Verdict

_MAJOR = "major_categories"
_SIMULATED = "simulated"
_REFERENCES = "mhra_references"


def counted_slots(m: Materials, finding: RuleFinding) -> Slots:
    """Every number and list that a passage about this rule may name."""
    rule = m.scheme.rule(finding.rule)
    groups = len(m.scheme.categories)
    slots: dict[str, Slot | str] = {
        "n": str(finding.observed),
        "k": str(finding.threshold),
        "total": str(groups if rule.counts == _MAJOR else len(m.scheme.codes)),
        "groups": str(groups),
        "short": str(finding.threshold - finding.observed),
        "excess": str(finding.observed - finding.threshold),
        "lowest": str(finding.lowest),
        "highest": str(finding.highest),
        "years": m.phrases.number(rule.years),
        "list": _listed(m, rule, finding),
        "items": _items(m, rule),
    }
    counted_from = m.reference_date()
    if counted_from:
        slots["reference_date"] = day_in_words(counted_from)
    return slots


def codes_counted(m: Materials, finding: RuleFinding) -> tuple[str, ...]:
    """The sub-categories that a count of simulated evidence or of references consists of."""
    rule = m.scheme.rule(finding.rule)
    if rule.counts == _SIMULATED:
        return tuple(result.code for result in m.decision.sub_categories if result.rests_on_simulated == Tri.YES)
    if rule.counts == _REFERENCES:
        return tuple(result.code for result in m.decision.sub_categories if result.mhra == Tri.YES)
    return ()


def rows_behind(m: Materials, finding: RuleFinding) -> tuple[str, ...]:
    """The records that a rule counted: conclusions, the items of what it is about, or confirmations of parts."""
    parts = {part.id for part in m.scheme.parts if part.rule == finding.rule}
    if parts:
        return tuple(row.event for row in m.case.judgements.parts if row.part in parts)
    rule = m.scheme.rule(finding.rule)
    codes = rule.units or codes_counted(m, finding)
    if codes:
        return tuple(event for code in codes for event in m.voices[code].events)
    if rule.counts in (_SIMULATED, _REFERENCES):
        return ()
    return m.concluded(m.scheme.codes)


def _listed(m: Materials, rule: PassRule, finding: RuleFinding) -> str:
    if rule.counts == _MAJOR:
        short = [m.phrases.category(number) for number in finding.because]
        return m.phrases.listed(short) if short else m.wording.text("list.none")
    codes = codes_counted(m, finding)
    return m.phrases.comma(codes) if codes else m.wording.text("list.none")


def _items(m: Materials, rule: PassRule) -> Slot | str:
    """The satisfactory items of the sub-categories that a rule is about."""
    found = [item.evidence_id for code in rule.units for item in m.voices[code].with_verdict(Verdict.SATISFACTORY)]
    return m.phrases.items(found) if found else m.wording.text("list.none")


def satisfactory_categories(m: Materials) -> frozenset[int]:
    """The numbers of the major categories with a satisfactory sub-category."""
    satisfactory = m.results(SubCategoryState.SATISFACTORY)
    return frozenset(m.scheme.sub_category(result.code).category for result in satisfactory)
