"""The words in which the panel page says where assessors differ, and what hangs on it."""

from collections.abc import Sequence

from mrse_assess.model.decision import RuleFinding
from mrse_assess.model.judgement import Judgement
from mrse_assess.model.listing import in_sentence, listed
from mrse_assess.model.scheme import Scheme
from mrse_assess.panel.comparing import Row, Topic
from mrse_assess.terms import Consequence, Difference, Direction

GROUPS = {
    Consequence.OUTCOME: "Could change the outcome",
    Consequence.RULE: "Changes a rule, not the outcome",
    Consequence.VERDICT: "Changes no rule",
    Consequence.REASONS: "Same verdict, other reason",
}
PACK_LEAD = "Taken along in case the page cannot be opened"
PACK_NOTES = (
    "What is written here has to be recorded afterwards; until then nothing of it counts.",
    "It holds words and pages of a portfolio. Destroy it after the meeting.",
)
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth")
_ASKED = {
    Difference.VERDICT: "verdicts differ",
    Difference.SIMULATED: "simulated?",
    Difference.MHRA_REFERENCE: "MHRA reference?",
    Difference.INDEPENDENCE: "independent?",
    Difference.PRIMARY_REASON: "primary reason",
    Difference.REASONS: "further reasons",
}


def heading_of(topic: Topic) -> str:
    """The unit with what is to be settled: "3, item 7: verdicts differ"."""
    unit = (
        f"{topic.sub_category}, item {topic.evidence_id}" if topic.evidence_id else f"{topic.sub_category} as a whole"
    )
    return f"{unit}: {asked(topic)}" if topic.differences else unit


def row_words(topic: Topic) -> str:
    """The same for a row of the agenda, which bears the sub-category in a column of its own."""
    return f"{f'Item {topic.evidence_id}' if topic.evidence_id else 'The whole'}: {asked(topic)}"


def asked(topic: Topic) -> str:
    """In what the assessors differ, the gravest first."""
    said = []
    if Difference.VERDICT not in topic.differences and Difference.REFERRED in topic.differences:
        said.append("referred to the panel")
    elif Difference.REFERRED in topic.differences:
        said.append("one refers")
    for difference in Difference:
        if difference is Difference.VERDICT and "one refers" in said:
            continue
        if difference is Difference.REASONS and Difference.PRIMARY_REASON in topic.differences:
            continue
        if difference in topic.differences and difference in _ASKED:
            said.append(_ASKED[difference])
    if Difference.MISSING in topic.differences:
        said.append(f"judged by {len(topic.sides)} of {len(topic.sides) + len(topic.without)}")
    return ", ".join(said)


def side_label(number: int, assessor: str, *, hidden: bool) -> str:
    """How a side is called: by its place in an order drawn by lot, or by name."""
    return f"{_ORDINALS[number - 1] if number <= len(_ORDINALS) else f'{number}th'} judgement" if hidden else assessor


def side_lines(row: Row, scheme: Scheme) -> tuple[str, ...]:
    """Reasons and flags of a judgement, a line each."""
    names = {reason.id: reason.name for reason in scheme.reasons}
    lines = []
    if row.primary_reason:
        lines.append(f"Primary: {in_sentence(names[row.primary_reason])}")
    further = [in_sentence(names[reason]) for reason in row.reasons if reason != row.primary_reason]
    if further:
        lines.append(f"Also: {listed(further)}")
    if isinstance(row, Judgement):
        lines.extend(_flag_lines(row))
    return tuple(lines)


def _flag_lines(row: Judgement) -> Sequence[str]:
    lines = []
    if row.contribution:
        lines.append(f"Contribution: {', '.join(row.contribution)}")
    if row.mhra_reference:
        lines.append(f"MHRA {row.mhra_section}" if row.mhra_section else "MHRA reference")
    if row.simulated:
        lines.append("Simulated")
    if row.independent_group:
        lines.append(f"Independent piece {row.independent_group}")
    return lines


def rule_words(scheme: Scheme, finding: RuleFinding) -> str:
    """A rule with its bound: "Sub-categories with satisfactory evidence, min 14"."""
    label = next(rule.label for rule in scheme.rules if rule.id == finding.rule).removesuffix(" (max)")
    return f"{label}, {'min' if finding.direction is Direction.AT_LEAST else 'max'} {finding.threshold}"


def range_words(finding: RuleFinding) -> str:
    """How far a count can go: "13 to 14", or "13"."""
    low, high = finding.lowest, finding.highest
    return str(low) if low == high else f"{low} to {high}"
