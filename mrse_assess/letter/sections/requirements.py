"""The requirements: one table with a row for each rule, and a sentence for what has to be explained."""

from dataclasses import dataclass
from typing import Final

from mrse_assess.letter.materials import Materials, paragraph, section
from mrse_assess.letter.outcomes import differing_readings
from mrse_assess.letter.sections.counted import counted_slots, rows_behind
from mrse_assess.letter.wording import Basis, Slots
from mrse_assess.model.decision import ReadingResult, RuleFinding
from mrse_assess.model.letter import Block, RuleTable, Sentence, Slot
from mrse_assess.model.scheme import Part, Reading
from mrse_assess.terms import OutcomeKind, RuleStatus

SECTION: Final = "requirements"
_COLUMNS: Final = ("requirement", "needed", "found", "result")


@dataclass(frozen=True, kw_only=True)
class _Line:
    """One row of the table: its id in passages, its own words, its answer and what stands in the slots."""

    id: str
    requirement: str
    needed: str
    status: RuleStatus
    slots: Slots
    basis: Basis


def requirements(m: Materials) -> tuple[Block, ...]:
    """The table, and below it a sentence for each rule not met, each remark, each second reading.

    A letter that says that the assessment could not be completed tells of the parts alone.
    """
    parts_only = m.kind == OutcomeKind.INCOMPLETE
    lines = [line for finding in m.decision.rules for line in _lines(m, finding, parts_only=parts_only)]
    table = RuleTable(
        header=tuple(
            sentence for name in _COLUMNS for sentence in m.wording.say(f"table.{name}", Basis(section=SECTION))
        ),
        rows=tuple(_cells(m, line) for line in lines),
    )
    sentences = [sentence for finding in m.decision.rules for sentence in _explained(m, finding, parts_only=parts_only)]
    if not parts_only:
        sentences += [sentence for reading in m.scheme.readings for sentence in _reading(m, reading)]
    return section(m.wording.say("heading.requirements", Basis(section=SECTION)), table, paragraph(sentences))


def _lines(m: Materials, finding: RuleFinding, *, parts_only: bool) -> tuple[_Line, ...]:
    rule = m.scheme.rule(finding.rule)
    parts = [part for part in m.scheme.parts if part.rule == rule.id]
    if finding.advisory or (parts_only and not parts):
        return ()
    own = [_part_line(m, part) for part in parts if part.own_row]
    together = [part for part in parts if not part.own_row]
    line = _Line(
        id=rule.id,
        requirement=rule.requirement,
        needed=rule.needed,
        status=_status(m, together) if together else finding.status,
        slots=_part_slots(m, together) if together else counted_slots(m, finding),
        basis=Basis(section=SECTION, rows=rows_behind(m, finding), clauses=(rule.clause,), rule=rule.id),
    )
    return (line, *own)


def _part_line(m: Materials, part: Part) -> _Line:
    return _Line(
        id=part.id,
        requirement=part.requirement,
        needed=part.needed,
        status=_status(m, [part]),
        slots=_part_slots(m, [part]),
        basis=_part_basis(m, part),
    )


def _part_basis(m: Materials, part: Part) -> Basis:
    rows = tuple(row.event for row in m.case.judgements.parts if row.part == part.id)
    return Basis(section=SECTION, rows=rows, clauses=(part.clause,), rule=part.rule)


def _status(m: Materials, parts: list[Part]) -> RuleStatus:
    said = [_confirmed(m, part) for part in parts]
    if False in said:
        return RuleStatus.NOT_MET
    return RuleStatus.UNDETERMINED if None in said else RuleStatus.MET


def _confirmed(m: Materials, part: Part) -> bool | None:
    return {row.part: row.confirmed for row in m.case.judgements.parts}.get(part.id)


def _part_slots(m: Materials, parts: list[Part]) -> Slots:
    """The parts that are absent; where none is, those that nobody has confirmed."""
    absent = [part for part in parts if _confirmed(m, part) is False]
    named = absent or [part for part in parts if _confirmed(m, part) is None]
    names = [part.name[:1].lower() + part.name[1:] if part.name[1:2].islower() else part.name for part in named]
    return {"list": m.phrases.listed(names) if names else m.wording.text("list.none")}


def _cells(m: Materials, line: _Line) -> tuple[Sentence, ...]:
    requirement = m.wording.quote(f"rule.{line.id}.requirement", line.requirement, line.basis, line.slots)
    needed = m.wording.quote(f"rule.{line.id}.needed", line.needed, line.basis, line.slots)
    found = m.wording.say(_found_passage(m, line), line.basis, line.slots)
    result = m.wording.say(f"status.{line.status}", line.basis)
    return (*requirement, *needed, *found, *result)


def _found_passage(m: Materials, line: _Line) -> str:
    base = f"found.{line.id}"
    if line.status == RuleStatus.UNDETERMINED:
        return _first_known(m, f"{base}.pending", "found.pending")
    if line.status == RuleStatus.NOT_MET and m.wording.has(f"{base}.not_met"):
        return f"{base}.not_met"
    return _counted(m, _first_known(m, base, "found.number"), line.slots)


def _explained(m: Materials, finding: RuleFinding, *, parts_only: bool) -> tuple[Sentence, ...]:
    """A sentence for a rule not met or a remark; for parts, one for each part that is absent."""
    parts = [part for part in m.scheme.parts if part.rule == finding.rule]
    if parts:
        return tuple(sentence for part in parts if _confirmed(m, part) is False for sentence in _absent(m, part))
    if finding.status != RuleStatus.NOT_MET or parts_only:
        return ()
    slots = counted_slots(m, finding)
    basis = Basis(section=SECTION, rows=rows_behind(m, finding), clauses=(finding.clause,), rule=finding.rule)
    return m.wording.say(_counted(m, f"rule.{finding.rule}.not_met", slots), basis, slots)


def _absent(m: Materials, part: Part) -> tuple[Sentence, ...]:
    passage = f"rule.{part.id if part.own_row else part.rule}.not_met"
    return m.wording.say(passage, _part_basis(m, part), {"part": part.letter_name})


def _counted(m: Materials, passage: str, slots: Slots) -> str:
    """The passage for the number found: ``.none`` and ``.one`` where the scheme has them."""
    number = slots.get("n")
    counted = {"0": f"{passage}.none", "1": f"{passage}.one"}.get(number if isinstance(number, str) else "", passage)
    return _first_known(m, counted, passage)


def _first_known(m: Materials, *passages: str) -> str:
    return next((passage for passage in passages if m.wording.has(passage)), passages[-1])


def _reading(m: Materials, reading: Reading) -> tuple[Sentence, ...]:
    """What is said of a clause that can be read in two ways, where that makes a difference."""
    others = [read for read in m.decision.readings if read.setting == reading.id and _differs(m, read, reading)]
    chosen = next((choice for choice in m.case.readings if choice.reading == reading.id), None)
    used = m.reading(reading.id)
    slots: dict[str, Slot | str] = {
        "subject": reading.subject,
        "reading_a": _name(reading, used),
        "reading_b": m.phrases.listed([_name(reading, other.value) for other in others]) if others else "",
    }
    if reading in differing_readings(m.case):
        if chosen is None:
            return ()  # the notice of the draft asks for it, and the letter cannot be issued
        slots["authority"] = Slot(name="authority", text=chosen.authority, value=chosen.authority, event=chosen.event)
        basis = Basis(section=SECTION, rows=(chosen.event,), clauses=(reading.clause,), rule=reading.rule or None)
        return m.wording.say("reading.chosen", basis, slots)
    if not others:
        return ()
    basis = Basis(section=SECTION, clauses=(reading.clause,), rule=reading.rule or None)
    return m.wording.say("reading.same", basis, slots)


def _differs(m: Materials, read: ReadingResult, reading: Reading) -> bool:
    """Whether this reading gives another number for the rule that it bears on."""
    if read.observed is None or not reading.rule:
        return False
    return read.observed != m.decision.finding(reading.rule).observed


def _name(reading: Reading, value: str) -> str:
    return reading.names[reading.values.index(value)]
