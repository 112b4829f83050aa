"""Sealing: what stands in its way, what is only said, the seal itself, and reopening with a reason."""

from collections.abc import Iterator, Sequence

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Seal
from mrse_assess.model.dates import day_in_words
from mrse_assess.model.listing import in_sentence, listed
from mrse_assess.terms import Verdict
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.course_views import Jump, JumpKind, Point, PointKind, SealView
from mrse_assess.workbench.coverage import coverage
from mrse_assess.workbench.half_typed import half_typed_units
from mrse_assess.workbench.history import VERDICT_WORDS
from mrse_assess.workbench.judging import conclusion_view
from mrse_assess.workbench.parts import part_views
from mrse_assess.workbench.quotes import quote_views
from mrse_assess.workbench.recording import case_of, record
from mrse_assess.workbench.resubmission.points import look_again_points
from mrse_assess.workbench.views import ClaimRow, Receipt, Unit, WorklistRow
from mrse_assess.workbench.worklist import is_asked_for, worklist
from mrse_assess.workspace.people import People

MOST_NAMED = 8
"""So many places are named by the sentence that refuses; the check list has them all."""

_SAID_BY_COVERAGE = frozenset({"unresolved", "uncited", "wordless"})
"""What the list before starting says that still matters at the end."""

Claims = list[tuple[str, ClaimRow]]


def seal_view(assessment: Assessment) -> SealView:
    """The check list, and whether the assessment is sealed and may be reopened."""
    seal = assessment.seal
    points = tuple(_points(assessment))
    why_not = _why_not_reopened(assessment)
    return SealView(
        sealed=seal is not None,
        since=sealed_since(assessment),
        points=points,
        can_seal=seal is None and not any(point.kind is PointKind.OPEN for point in points),
        can_reopen=seal is not None and not why_not,
        why_not=why_not if seal else "",
    )


def sealed_since(assessment: Assessment) -> str:
    """The day and time of the seal in words, "" while the assessment is open."""
    seal = assessment.seal
    since = seal.recorded_at.astimezone() if seal and seal.recorded_at else None
    return f"{day_in_words(since)}, {since:%H:%M:%S}" if since else ""


def seal(assessment: Assessment) -> Receipt:
    """Seal the assessment.

    Raises:
        BadRequestError: it is sealed already, or something stands in the way: the first point is named.
    """
    if assessment.seal:
        raise BadRequestError("This assessment is sealed already.")
    standing = next((point for point in _points(assessment) if point.kind is PointKind.OPEN), None)
    if standing:
        places = [jump.words for jump in standing.jumps]
        more = ", ..." if len(places) > MOST_NAMED else ""
        named = f": {', '.join(places[:MOST_NAMED])}{more}" if places else ""
        raise BadRequestError(f"It cannot be sealed yet. {standing.words}{named}.")
    return record(assessment, Seal(**case_of(assessment), sealed=True))


def reopen(assessment: Assessment, why: str) -> Receipt:
    """Reopen a sealed assessment.

    Raises:
        BadRequestError: it is open, no reason is given, or another's assessment has been revealed.
    """
    if assessment.seal is None:
        raise BadRequestError("This assessment is open: there is nothing to reopen.")
    if why_not := _why_not_reopened(assessment):
        raise BadRequestError(why_not)
    if not why.strip():
        raise BadRequestError("Write why it is reopened; the reason is kept with the records.")
    return record(assessment, Seal(**case_of(assessment), sealed=False, why=why.strip()))


def _why_not_reopened(assessment: Assessment) -> str:
    if any(reveal.by == assessment.assessor for reveal in assessment.in_force.reveals):
        return "Another's assessment has been shown to you, so this one stays sealed. Changes are made by the panel."
    if People(assessment.workspace).in_force(assessment.application).meetings:  # a sealed assessor sees no meeting
        return "The panel has sat on this application, so assessments stay sealed. Changes are made by the panel."
    return ""


# ---------------------------------------------------------------- the check list


def _points(assessment: Assessment) -> Iterator[Point]:
    rows = worklist(assessment).rows
    claims = [(row.code, claim) for row in rows for claim in row.claims if is_asked_for(claim)]
    yield _concluded(assessment, rows)
    yield _judged(claims)
    yield from look_again_points(assessment)
    yield from _parked(assessment)
    yield _reasons(claims)
    yield from _drafts(assessment)
    yield from _contradictions(assessment, rows)
    yield _parts(assessment)
    yield from _quotes(assessment)
    for point in coverage(assessment).points:
        if point.id in _SAID_BY_COVERAGE:
            yield point


def _concluded(assessment: Assessment, rows: tuple[WorklistRow, ...]) -> Point:
    missing = [row for row in rows if assessment.conclusion(row.code) is None]
    words = f"{len(rows) - len(missing)} of {len(rows)} sub-categories concluded"
    if not missing:
        return _point("concluded", PointKind.DONE, words)
    jumps = tuple(map(_to_conclusion, missing))
    return Point(id="concluded", kind=PointKind.OPEN, words=_to_do(words, len(missing)), jumps=jumps)


def _judged(claims: Claims) -> Point:
    missing = [Unit(code, claim.evidence_id) for code, claim in claims if claim.verdict is None]
    words = f"{len(claims) - len(missing)} of {len(claims)} claims judged"
    return _point("judged", PointKind.OPEN if missing else PointKind.DONE, _to_do(words, len(missing)), missing)


def _to_do(words: str, missing: int) -> str:
    return f"{words}, {missing} to do" if missing else words


def _parked(assessment: Assessment) -> Iterator[Point]:
    units = [Unit(parked.sub_category, parked.evidence_id) for parked in assessment.own_parked]
    if units:
        words = "1 item parked" if len(units) == 1 else f"{len(units)} items parked"
        yield _point("parked", PointKind.OPEN, words, units)


def _reasons(claims: Claims) -> Point:
    missing = [Unit(code, claim.evidence_id) for code, claim in claims if claim.reason_missing]
    if not missing:
        return _point("reasons", PointKind.DONE, "Every “not satisfactory” has a primary reason")
    return _point("reasons", PointKind.REMARK, f"{len(missing)} “not satisfactory” without a reason", missing)


def _drafts(assessment: Assessment) -> Iterator[Point]:
    """Half-typed words are no record: sealed, they would stay unsaid."""
    units = half_typed_units(assessment)
    if units:
        subject = "1 item" if len(units) == 1 else f"{len(units)} items"
        yield _point("drafts", PointKind.REMARK, f"Half-typed words on {subject} are not recorded", units)


def _contradictions(assessment: Assessment, rows: tuple[WorklistRow, ...]) -> Iterator[Point]:
    for row in rows:
        view = conclusion_view(assessment, row.code)
        if view.verdict is None or view.verdict not in view.needs_sentence:
            continue
        verdict = VERDICT_WORDS[view.verdict]
        hesitation = f" with {view.hesitate}" if view.hesitate else ""
        how = hesitation if view.verdict is Verdict.SATISFACTORY else ", and items are claimed"
        words = f"{row.code} concluded {verdict[0].lower()}{verdict[1:]}{how}"
        kept = bool(view.to_panel.strip())
        more = ": kept with a sentence to the panel" if kept else ": needs a sentence to the panel"
        kind = PointKind.SENTENCE if kept else PointKind.OPEN
        jumps = (_to_conclusion(row),)
        yield Point(id=f"contradiction:{row.code}", kind=kind, words=f"{words}{more}", jumps=jumps)


def _parts(assessment: Assessment) -> Point:
    parts = part_views(assessment)
    unsaid = [part.name for part in parts if part.confirmed is None]
    absent = [part.name for part in parts if part.confirmed is False]
    if not unsaid:
        words = f"Said to be absent: {_in_line(absent)}" if absent else f"All {len(parts)} required parts confirmed"
        return _point("parts", PointKind.REMARK if absent else PointKind.DONE, words)
    jump = Jump(kind=JumpKind.LETTER, words="Parts", label="Say which required parts are there")
    words = f"Not confirmed: {_in_line(unsaid)}"
    return Point(id="parts", kind=PointKind.REMARK, words=words, jumps=(jump,))


def _quotes(assessment: Assessment) -> Iterator[Point]:
    """Quotes whose words do not stand where they were pinned, as the portfolio is read now."""
    own = (quote for quote in assessment.in_force.quotes if quote.by == assessment.assessor)
    units = dict.fromkeys(Unit(quote.sub_category, quote.evidence_id) for quote in own)
    lost = [unit for unit in units for quote in quote_views(assessment, unit) if not quote.found]
    if lost:
        subject = "1 quote was" if len(lost) == 1 else f"{len(lost)} quotes were"
        yield _point("quotes", PointKind.REMARK, f"{subject} not found in the portfolio", list(dict.fromkeys(lost)))


# ---------------------------------------------------------------- words and jumps


def _point(point_id: str, kind: PointKind, words: str, units: Sequence[Unit] = ()) -> Point:
    return Point(id=point_id, kind=kind, words=words, jumps=tuple(map(_to_unit, units)))


def _to_conclusion(row: WorklistRow) -> Jump:
    """To the sub-category's conclusion, with the first of its claims before the eyes where it has any."""
    unit = Unit(row.code, row.claims[0].evidence_id if row.claims else "")
    return Jump(kind=JumpKind.UNIT, words=row.code, label=f"Open {row.code} to conclude it", unit=unit)


def _to_unit(unit: Unit) -> Jump:
    words = f"{unit.evidence_id} for {unit.sub_category}" if unit.evidence_id else unit.sub_category
    return Jump(kind=JumpKind.UNIT, words=words, label=f"Open {'item ' * bool(unit.evidence_id)}{words}", unit=unit)


def _in_line(names: list[str]) -> str:
    """Names of parts inside a sentence; one that begins with initials keeps them."""
    return listed([in_sentence(name) for name in names])
