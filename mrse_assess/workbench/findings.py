"""What screening and reading noticed of one claim: folded to one line a kind, with the places on the item's pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from mrse_assess.model.acts import Dismissal
from mrse_assess.model.observation import ItemFacts, Observation, Screening
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import Look
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.evidence import item_places
from mrse_assess.workbench.finding_views import DismissedFinding, Finding, FindingKind, FindingMark, FindingsView
from mrse_assess.workbench.guidance import short_clause
from mrse_assess.workbench.items import item_on_screen
from mrse_assess.workbench.plain_finds import plain_message
from mrse_assess.workbench.views import Unit

LONGEST_MESSAGE = 40
MOST_DETAILS = 3
MOST_MARKS = 60  # places of one line that are drawn


def findings_view(assessment: Assessment, unit: Unit) -> FindingsView:
    """What was noticed of the unit's item, as far as it concerns the unit's sub-category."""
    return assessment.once(f"findings {unit!r}", lambda: _findings_view(assessment, unit))


def _findings_view(assessment: Assessment, unit: Unit) -> FindingsView:
    item = assessment.portfolio.item(unit.evidence_id)
    screening, looked = assessment.screening, assessment.looked_over
    if item is None:
        return FindingsView()
    of_reading = item_on_screen(assessment, item.id).findings
    found = FindingsView(findings=of_reading)
    if screening is not None:
        found = _of_screening(assessment, screening, item, unit.sub_category)
    return replace(found, looking=looked.making is not None, fault=looked.fault)


def _of_screening(assessment: Assessment, screening: Screening, item: EvidenceItem, code: str) -> FindingsView:
    scheme, put_aside = assessment.scheme, assessment.dismissals
    of_reading = item_on_screen(assessment, item.id).findings
    said = [one for one in observations_of(assessment, item.id) if not one.sub_category or one.sub_category == code]
    lines = _Lines(scheme, item, screening.items.get(item.id))
    concerns = [one for one in said if one.outcome is Look.CONCERN]
    still_open = [lines.prompt(group) for group in _alike(one for one in concerns if one.id not in put_aside)]
    prompts = [*(one for one in of_reading if one.kind is FindingKind.POSSIBLE), *still_open]
    plain = [lines.plain(one) for one in said if one.outcome is Look.CLEAR and _key(one) in scheme.plain_finds]
    unseen = [one for one in said if one.outcome is Look.NOT_CHECKABLE]
    wordless = [one for one in of_reading if one.kind is FindingKind.NOT_CHECKED]
    unchecked = {one.check for one in unseen}
    checked = {check for check in screening.looked if check not in unchecked}
    return FindingsView(
        findings=(
            *sorted(prompts, key=lambda one: one.page or 0),
            *plain,
            *(wordless or lines.not_checked(unseen)),
        ),
        dismissed=tuple(
            _dismissed(lines.prompt(group), put_aside)
            for group in _alike(one for one in concerns if one.id in put_aside)
        ),
        checked=tuple(name for check, name in scheme.check_names.items() if check in checked),
        unchecked=tuple(name for check, name in scheme.check_names.items() if check in unchecked),
        reasons=tuple(scheme.dismissal_reasons.values()),
    )


def observations_of(assessment: Assessment, evidence_id: str) -> tuple[Observation, ...]:
    """What screening said of the item; what only chair and office may know is left out."""
    return assessment.once("observations by item", lambda: _by_item(assessment.screening)).get(evidence_id, ())


def _by_item(screening: Screening | None) -> dict[str, tuple[Observation, ...]]:
    found: dict[str, list[Observation]] = {}
    for one in screening.observations if screening else ():
        if one.evidence_id is not None and not one.confidential:
            found.setdefault(one.evidence_id, []).append(one)
    return {evidence_id: tuple(said) for evidence_id, said in found.items()}


def _dismissed(finding: Finding, put_aside: dict[str, Dismissal]) -> DismissedFinding:
    act = put_aside[finding.observations[0]]
    return DismissedFinding(finding=finding, why=act.why, at=act.recorded_at.astimezone() if act.recorded_at else None)


def _key(one: Observation) -> str:
    return f"{one.check}.{one.kind}"


def _alike(said: Iterable[Observation]) -> list[list[Observation]]:
    """What one kind of prompt says of the item, together."""
    return [list(group) for _, group in groupby(sorted(said, key=_key), key=_key)]


class _Lines:
    """Makes the lines of one item."""

    def __init__(self, scheme: Scheme, item: EvidenceItem, facts: ItemFacts | None) -> None:
        self._scheme = scheme
        self._places = {place: number for number, place in enumerate(item_places(item), start=1)}
        self._facts = facts

    def prompt(self, said: Sequence[Observation]) -> Finding:
        """Several observations of one kind are one prompt, put aside together."""
        title = said[0].title if len(said) == 1 else f"{said[0].title} ({len(said)})"
        return self._finding(said, FindingKind.POSSIBLE, "possible", title)

    def plain(self, one: Observation) -> Finding:
        """A date, a name, a reference."""
        word = self._scheme.plain_finds[_key(one)]
        return self._finding([one], FindingKind.PLAIN, word, plain_message(one, self._facts))

    def not_checked(self, unseen: Sequence[Observation]) -> Iterator[Finding]:
        """One line for all that could not look."""
        if unseen:
            title = unseen[0].title if len(unseen) == 1 else f"{len(unseen)} checks could not see all of it"
            yield self._finding(unseen, FindingKind.NOT_CHECKED, "not checked", title)

    def _finding(self, said: Sequence[Observation], kind: FindingKind, word: str, title: str) -> Finding:
        first = said[0]
        marks = tuple(
            FindingMark(self._places[place.file, place.page], place.box)
            for one in said
            for place in one.places
            if (place.file, place.page) in self._places
        )
        return Finding(
            kind=kind,
            word=word,
            message=_short(title),
            page=min((mark.page for mark in marks), default=None),
            check=first.check,
            about=self._scheme.check_names.get(first.check, first.check),
            detail=_details(said),
            clause=short_clause(self._scheme, first.clause),
            note=first.note,
            note_text=_note_text(self._scheme, first),
            marks=marks[:MOST_MARKS],
            observations=tuple(one.id for one in said),
        )


def _short(title: str) -> str:
    return title if len(title) <= LONGEST_MESSAGE else f"{title[: LONGEST_MESSAGE - 1]}\N{HORIZONTAL ELLIPSIS}"


def _details(said: Sequence[Observation]) -> str:
    """What was seen, in full; of many alike the first few."""
    different = list(dict.fromkeys(one.detail for one in said))
    more = len(different) - MOST_DETAILS
    return " ".join([*different[:MOST_DETAILS], *([f"And {more} more like this."] if more > 0 else [])])


def _note_text(scheme: Scheme, one: Observation) -> str:
    """The words of the note that it belongs to, "" for none."""
    units = (scheme.notes, *(each.notes for each in scheme.categories), *(each.notes for each in scheme.sub_categories))
    return next((note.text for notes in units for note in notes if note.id == one.note), "")
