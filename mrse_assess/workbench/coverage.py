"""What to know before starting: what the reading left open, each point with the places to look at."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from mrse_assess.model.portfolio import CrossReferenceEntry, Portfolio
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Severity
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.course_views import Coverage, Jump, JumpKind, Point, PointKind
from mrse_assess.workbench.noticed import of_portfolio
from mrse_assess.workbench.opening import open_place
from mrse_assess.workbench.parts import part_views
from mrse_assess.workbench.read_as import read_as
from mrse_assess.workbench.resubmission.points import look_again_points
from mrse_assess.workbench.views import ClaimRow, Unit, WorklistRow
from mrse_assess.workbench.where_to_look import LONG_ITEM
from mrse_assess.workbench.worklist import entries_of, worklist

LONGEST_CITATION = 24  # characters of the applicant's own words that a point quotes

_SAID_OTHERWISE = frozenset(
    {
        "reference-unresolved",
        "pages-without-text",
        "pages-recognised-poorly",
        "pages-layer-doubtful",
        "pages-not-read",
        "pages-not-recognised",
        "page-recognition-failed",
        "contents-list-not-found",
        "authentication-not-found",
        "authentication-empty",
        "authentication-by-applicant",
        "table-not-found",
        "evidence-not-found",
    }
)
"""Problems that a point of its own says, from what is in force rather than from what was read first."""

_OF_A_ROW = frozenset(
    {
        "cell-points-elsewhere",
        "cell-names-sub-category",
        "cell-not-understood",
        "cell-partly-read",
        "page-hint-out-of-range",
        "pages-without-item",
        "reference-by-part",
        "reference-uncertain",
    }
)
"""Problems of one row of the table. They name its sub-category, and a correction of the row settles them."""

_ABSENT: Mapping[str, Callable[[Portfolio], bool]] = {
    "contents_list": lambda portfolio: portfolio.contents_list is None,
    "cross_reference_table": lambda portfolio: not portfolio.tables,
    "evidence": lambda portfolio: not portfolio.evidence,
    "authentication": lambda portfolio: not portfolio.authentication.present,
}
"""The required parts that reading looks for, and when it found none."""

_FOUND_INSTEAD: Mapping[str, frozenset[str]] = {
    "cross_reference_table": frozenset({"table-not-found"}),
    "evidence": frozenset({"evidence-not-found"}),
    "authentication": frozenset({"authentication-empty", "authentication-by-applicant"}),
}
"""Problems that say of an absent part where it may be, or what stands in its place."""


def coverage(assessment: Assessment) -> Coverage:
    """Every point that is still open; what was judged, concluded, corrected or confirmed since is left out."""
    rows = worklist(assessment).rows
    unresolved, uncited = tuple(_unresolved(assessment, rows)), tuple(_uncited(assessment))
    others = (
        *look_again_points(assessment),
        *_absent_parts(assessment),
        *_problems(assessment, Severity.ERROR),
        *unresolved,
        *uncited,
        *_unclaimed(assessment, rows),
        *_unhinted(assessment),
        *_wordless(assessment),
        *_noticed(assessment),
        *_problems(assessment, Severity.WARNING),
    )
    return Coverage(
        points=others,
        nothing_judged=not any(claim.verdict for row in rows for claim in row.claims)
        and all(assessment.conclusion(row.code) is None for row in rows),
        summary=_summary(unresolved, uncited, others),
        read_as=read_as(assessment.portfolio),
    )


def _summary(unresolved: tuple[Point, ...], uncited: tuple[Point, ...], points: tuple[Point, ...]) -> str:
    counted = [
        f"{sum(jump.kind is JumpKind.UNIT for jump in point.jumps)} {word}"
        for word, found in (("unresolved", unresolved), ("uncited", uncited))
        for point in found
    ]
    more = len(points) - len(counted)
    if more:
        counted.append(f"{more} more" if counted else f"{more} {'point' if more == 1 else 'points'} to know")
    return ", ".join(counted)


def _point(point_id: str, words: str, jumps: Iterable[Jump], kind: PointKind = PointKind.REMARK) -> Point:
    return Point(id=point_id, kind=kind, words=words, jumps=tuple(jumps))


def _alone(jumps: list[Jump], words: str) -> list[Jump]:
    """A jump that stands alone beside its sentence says the act; several say where each leads."""
    return [replace(jumps[0], words=words)] if len(jumps) == 1 else jumps


# ---------------------------------------------------------------- the table and the items


def _unresolved(assessment: Assessment, rows: tuple[WorklistRow, ...]) -> Iterator[Point]:
    claims = ((row.code, claim) for row in rows for claim in row.claims if not (claim.uncited or claim.verdict))
    found = [(code, claim) for code, claim in claims if claim.leads_nowhere]
    if not found:
        return
    jumps = [
        Jump(
            kind=JumpKind.UNIT,
            words=f"{code}, item {claim.label}",
            label=f"Open the reference of {code} to item {claim.label}",
            unit=Unit(code, claim.evidence_id),
        )
        for code, claim in found
    ]
    if len(found) > 1:
        yield _point("unresolved", f"{len(found)} references lead nowhere", jumps)
        return
    code, claim = found[0]
    look = replace(jumps[0], words="Look")
    correct = Jump(
        kind=JumpKind.CORRECT, words="Correct", label=f"Correct the row of {code}", unit=Unit(code, claim.evidence_id)
    )
    yield _point("unresolved", _leads_nowhere(assessment, code, claim), (look, correct))


def _leads_nowhere(assessment: Assessment, code: str, claim: ClaimRow) -> str:
    entries = entries_of(assessment, code)
    own_words = entries[0].text if len(entries) == 1 else ""
    named = f"“{own_words}”" if 0 < len(own_words) <= LONGEST_CITATION else f"Item {claim.label}"
    return f"{named} for {code} leads nowhere"


def _uncited(assessment: Assessment) -> Iterator[Point]:
    items = worklist(assessment).uncited
    if not items or not assessment.portfolio.cross_references:  # without a table nothing can be said to be uncited
        return
    jumps = [
        Jump(
            kind=JumpKind.UNIT,
            words=f"{item.label} {item.title}".strip(),
            label=f"Open item {item.label} {item.title}".strip(),
            unit=Unit("", item.evidence_id),
        )
        for item in items
    ]
    one = f"Item {items[0].label} is cited nowhere"
    yield _point("uncited", one if len(items) == 1 else f"{len(items)} items are cited nowhere", _alone(jumps, "Open"))


def _unclaimed(assessment: Assessment, rows: tuple[WorklistRow, ...]) -> Iterator[Point]:
    codes = [row.code for row in rows if not row.claims and assessment.conclusion(row.code) is None]
    if codes:
        jumps = [
            Jump(kind=JumpKind.UNIT, words=code, label=f"See the row of {code}", unit=Unit(code, "")) for code in codes
        ]
        named = codes[0] if len(codes) == 1 else f"{len(codes)} sub-categories"
        yield _point("unclaimed", f"{named}: the table has no entry", _alone(jumps, "See row"))


def _unhinted(assessment: Assessment) -> Iterator[Point]:
    """References to a long item that name no page of it; those judged already are past it."""
    found = [entry for entry in _entries(assessment) if _leaves_searching(assessment, entry)]
    if not found:
        return
    jumps = [
        Jump(
            kind=JumpKind.UNIT,
            words=f"{entry.evidence_id} for {entry.sub_category}",
            label=f"Open item {entry.evidence_id} for {entry.sub_category}",
            unit=Unit(entry.sub_category, entry.evidence_id),
        )
        for entry in found
    ]
    first = found[0]
    words = (
        f"Item {first.evidence_id} for {first.sub_category} has {_length(first)} pages and none is cited"
        if len(found) == 1
        else f"{len(found)} references to long items cite no page"
    )
    yield _point("unhinted", words, _alone(jumps, "Open"))


def _leaves_searching(assessment: Assessment, entry: CrossReferenceEntry) -> bool:
    if entry.page_hint or entry.section_hint or _length(entry) < LONG_ITEM:
        return False
    return assessment.judgement(entry.sub_category, entry.evidence_id) is None


def _entries(assessment: Assessment) -> Iterator[CrossReferenceEntry]:
    for code in assessment.scheme.codes:
        if code in assessment.scope:
            yield from entries_of(assessment, code)


def _length(entry: CrossReferenceEntry) -> int:
    return sum(len(span.pages) for span in entry.spans)


# ---------------------------------------------------------------- pages, files, parts


def _wordless(assessment: Assessment) -> Iterator[Point]:
    files = [document for document in assessment.portfolio.documents if document.pages_without_text]
    if not files:
        return
    pages = sum(len(document.pages_without_text) for document in files)
    where = files[0].name.rpartition("/")[2] if len(files) == 1 else f"{len(files)} files"
    subject = f"1 page of {where} is a picture" if pages == 1 else f"{pages} pages of {where} are pictures"
    jumps = [
        _page_jump(assessment, document.name, document.pages_without_text[0], len(files) == 1) for document in files
    ]
    yield _point("wordless", f"{subject}: not searched, not checked", filter(None, jumps), PointKind.NOT_CHECKED)


def _page_jump(assessment: Assessment, file: str, page: int, alone: bool) -> Jump | None:
    place = open_place(assessment, file, page)
    if place is None:
        return None
    name = file.rpartition("/")[2]
    words = "Open" if alone else name
    return Jump(kind=JumpKind.UNIT, words=words, label=f"Open page {page} of {name}", unit=place.unit, page=place.page)


def _absent_parts(assessment: Assessment) -> Iterator[Point]:
    for part in part_views(assessment):
        absent = _ABSENT.get(part.part)
        if absent is None or part.confirmed is not None or not absent(assessment.portfolio):
            continue
        jumps = [Jump(kind=JumpKind.LETTER, words="Parts", label=f"{part.name}: say whether it is there")]
        if not assessment.portfolio.tables and part.part == "cross_reference_table":
            first = Unit(assessment.scheme.codes[0], "")
            enter = Jump(kind=JumpKind.CORRECT, words="Enter it", label="Enter the table by hand", unit=first)
            jumps.insert(0, enter)
        instead = _found_instead(assessment, part.part)
        place = _jump_of(assessment, instead, alone=True) if instead else None
        found = instead.found if instead and part.part == "authentication" else part.found
        words = f"{part.name}: {found[:1].lower()}{found[1:]}"
        yield _point(f"part:{part.part}", words, [place, *jumps] if place else jumps)


def _found_instead(assessment: Assessment, part: str) -> Problem | None:
    codes = _FOUND_INSTEAD.get(part, frozenset())
    return next((each for each in assessment.portfolio.problems if each.code in codes), None)


def _problems(assessment: Assessment, severity: Severity) -> Iterator[Point]:
    """What else stands in the way of judging, one point for each sort of fault."""
    waiting = [
        problem
        for problem in assessment.portfolio.problems
        if problem.severity is severity and problem.code not in _SAID_OTHERWISE and not _settled(assessment, problem)
    ]
    for code, same in groupby(sorted(waiting, key=lambda problem: problem.code), key=lambda problem: problem.code):
        problems = list(same)
        more = "" if len(problems) == 1 else f" {len(problems) - 1} more like it."
        words = f"{problems[0].found}{more or f' {problems[0].advice}'}"
        jumps = [_jump_of(assessment, problem, alone=len(problems) == 1) for problem in problems]
        yield _point(f"problem:{code}", words, filter(None, jumps))


def _noticed(assessment: Assessment) -> Iterator[Point]:
    """What screening says of the portfolio as a whole."""
    for one in of_portfolio(assessment):
        jumps = (_page_jump(assessment, place.file, place.page, True) for place in one.places[:1])
        yield _point(f"noticed:{one.check}.{one.kind}", one.detail, filter(None, jumps))


def _jump_of(assessment: Assessment, problem: Problem, *, alone: bool) -> Jump | None:
    code = _row_of(assessment, problem)
    if code:
        return Jump(
            kind=JumpKind.CORRECT,
            words="Correct" if alone else code,
            label=f"Correct the row of {code}",
            unit=Unit(code, ""),
        )
    if problem.locator is None:
        return None
    return _page_jump(assessment, problem.locator.file, problem.locator.page, alone)


def _settled(assessment: Assessment, problem: Problem) -> bool:
    code = _row_of(assessment, problem)
    corrected = {one.sub_category for one in assessment.own_corrections.corrections}
    return code in corrected or bool(code and code not in assessment.scope)


def _row_of(assessment: Assessment, problem: Problem) -> str:
    """The sub-category whose row the Problem is about, "" for any other Problem."""
    if problem.code not in _OF_A_ROW:
        return ""
    said = problem.found.replace(":", " ").split()
    return next((word for word in said if word in assessment.scheme.codes), "")
