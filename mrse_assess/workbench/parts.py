"""The required parts: what a person is asked of each, what reading found of it, and what was said."""

from collections.abc import Callable, Mapping

from mrse_assess.model.dates import date_in_words
from mrse_assess.model.listing import pages_named
from mrse_assess.model.portfolio import Portfolio, TableLocation
from mrse_assess.model.scheme import Part
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.noticed import of_part
from mrse_assess.workbench.outcome_views import PartView

ANOTHER = "somebody else"
NOT_LOOKED_FOR = "Not looked for in the portfolio."


def part_views(assessment: Assessment) -> tuple[PartView, ...]:
    """Every part of the scheme, in its order."""
    return tuple(_view(assessment, part) for part in assessment.scheme.parts)


def _view(assessment: Assessment, part: Part) -> PartView:
    said = next((one for one in assessment.own.parts if one.part == part.id), None)
    noticed = tuple(one.detail for one in of_part(assessment, part.id))
    return PartView(
        part=part.id,
        name=part.name,
        ask=part.ask,
        clause=assessment.scheme.clause_words(part.clause),
        found=_FOUND.get(part.id, _nothing)(assessment.portfolio) or (NOT_LOOKED_FOR if not noticed else ""),
        noticed=noticed,
        confirmed=said.confirmed if said else None,
        by=_named(assessment, said.by) if said else "",
        at=said.recorded_at.astimezone() if said and said.recorded_at else None,
    )


def _named(assessment: Assessment, person: str) -> str:
    """Who said it, as far as this assessor may know who else has to do with the application."""
    return person if person == assessment.assessor or assessment.may_see("assessors") else ANOTHER


def _nothing(_: Portfolio) -> str:
    return ""


def _contents_list(portfolio: Portfolio) -> str:
    return _place(portfolio.contents_list) if portfolio.contents_list else "Reading found none; look for yourself."


def _table(portfolio: Portfolio) -> str:
    places = "; ".join(map(_place, portfolio.tables))
    return places or "Reading found none; look for yourself."


def _evidence(portfolio: Portfolio) -> str:
    files, items = len(portfolio.documents), len(portfolio.evidence)
    return f"{items} {'item' if items == 1 else 'items'} in {files} {'file' if files == 1 else 'files'}."


def _authentication(portfolio: Portfolio) -> str:
    found = portfolio.authentication
    if not found.present:
        return "Reading found none; look for yourself."
    said = (found.referee_name, found.role, date_in_words(found.dated_on or ""))
    named = ", ".join(part for part in said if part) or "no name could be read"
    place = f" On page {found.locator.page} of {found.locator.file}." if found.locator else ""
    return f"{named}.{place}"


def _place(location: TableLocation) -> str:
    return f"On {pages_named(location.pages)} of {location.file}."


_FOUND: Mapping[str, Callable[[Portfolio], str]] = {
    "contents_list": _contents_list,
    "cross_reference_table": _table,
    "evidence": _evidence,
    "authentication": _authentication,
}
