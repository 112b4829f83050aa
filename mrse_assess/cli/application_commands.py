"""What is done to one application, and the rules applied to a frame."""

from pathlib import Path

from mrse_assess.cli.output import printable, say, say_json, table, tell
from mrse_assess.cli.portfolio_commands import problem_line
from mrse_assess.errors import BadRequestError, UndeterminedError
from mrse_assess.model.decision import Decision
from mrse_assess.records.frame import frame as frame_of
from mrse_assess.records.frame import from_frame, gathered, read_frame, write_frame
from mrse_assess.records.parts import read_parts
from mrse_assess.rendering import kind_of, render
from mrse_assess.rules import decide, decision_as_json
from mrse_assess.scheme import load_scheme
from mrse_assess.terms import OutcomeKind, RuleStatus
from mrse_assess.workbench import letters
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.letter_life import draft_of
from mrse_assess.workbench.whole import WholeCase
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.people import People


def frame(workspace: Workspace, reference: str, out: Path, by: str = "") -> None:
    """Write the judgements in force of one application; with ``by`` those that this person may see."""
    if by:
        seen = Assessment(workspace, People(workspace).application(reference, by), by).own
    else:
        seen = WholeCase(workspace, workspace.application(reference)).in_force.judgements
    written = frame_of([seen], workspace.scheme.codes)
    write_frame(written, out)
    tell(f"{len(written)} rows written to {out}")


def record(workspace: Workspace, reference: str, path: Path, assessor: str, *, ack: bool) -> None:
    """Append the rows of a frame: all of them in one transaction, or with ``ack`` one after another."""
    whole = WholeCase(workspace, workspace.application(reference))
    events = whole.events_of_rows(from_frame(read_frame(path, workspace.scheme.codes)), assessor)
    if ack:
        for event in events:
            say(workspace.store.append(event).event)
    elif events:
        workspace.store.append_many(events)
    tell(f"{len(events)} judgements recorded")
    after = WholeCase(workspace, whole.application)
    for problem in after.decision.problems:
        tell(printable(problem_line(problem)))


def confirm(workspace: Workspace, reference: str, part: str, confirmed: bool, by: str) -> None:
    """Record a part as present or absent."""
    WholeCase(workspace, workspace.application(reference)).confirm(part, confirmed=confirmed, by=by)
    tell(f"{part}: {'present' if confirmed else 'absent'}")


def outcome(workspace: Workspace, reference: str, kind: OutcomeKind, by: str, ground: str) -> None:
    """Record the outcome a person chose."""
    WholeCase(workspace, workspace.application(reference)).choose_outcome(kind, ground, by)
    tell(f"Outcome of {reference}: {kind}")


def reading(workspace: Workspace, reference: str, clause: str, value: str, by: str, ground: str) -> None:
    """Record the reading of an ambiguous clause."""
    WholeCase(workspace, workspace.application(reference)).choose_reading(clause, value, ground, by)
    tell(f"{clause} is read as {value}")


def letter(workspace: Workspace, reference: str, out: Path, *, trace: bool) -> None:
    """Write the letter, or print what its sentences rest on; say what stands in the way of issuing it."""
    kind = kind_of(out.name)
    draft = draft_of(workspace, workspace.application(reference))
    try:
        write_durably(out, render(draft.letter, kind, workspace.pool))
    except OSError as error:
        raise BadRequestError(f"{out} cannot be written: {error.strerror}.") from error
    if trace:
        say_json(letters.trace_of(draft.letter))
    for refusal in dict.fromkeys(f"{refusal.found} {refusal.advice}" for refusal in draft.refusals):
        tell(printable(f"cannot be issued: {refusal}"))


def decide_frame(path: Path, parts: Path | None, *, as_json: bool) -> None:
    """Apply the rules to every application of the frame.

    Raises:
        UndeterminedError: one of them is undetermined; all are printed first.
    """
    scheme = load_scheme()
    confirmed = read_parts(parts) if parts else ()
    cases = gathered(read_frame(path, scheme.codes), confirmed)
    decisions = [decide(case, scheme) for case in cases]
    if as_json:
        say_json({"applications": [decision_as_json(decision) for decision in decisions]})
    else:
        say("\n\n".join(map(_in_words, decisions)))
    open_ones = [one.application for one in decisions if one.outcome is RuleStatus.UNDETERMINED]
    if open_ones:
        raise UndeterminedError(f"Undetermined: {', '.join(map(printable, open_ones))}.")


def _in_words(decision: Decision) -> str:
    rows = [
        (one.rule, one.status.value, f"{one.observed}", f"{one.direction.value} {one.threshold}", " ".join(one.because))
        for one in decision.rules
        if not one.advisory
    ]
    head = f"{printable(decision.application)}, attempt {decision.attempt}: {decision.outcome.value}"
    flips = ["; ".join(" and ".join(members) for members in decision.pivotal)] if decision.pivotal else []
    return "\n".join([head, table([("Rule", "Status", "Found", "Needed", "Because"), *rows]), *flips])
