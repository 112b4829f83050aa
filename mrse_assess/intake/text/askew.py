"""Pages that lie askew or on their side are read level; what is found has its place on the pages as shown."""

from collections.abc import Sequence
from dataclasses import replace

from mrse_assess.intake.text.lying import stood_up
from mrse_assess.model.pages import DocumentReading, PageReading
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.straight import Straight, straightened

_Askew = dict[tuple[str, int], Straight]


def level(reading: DocumentReading) -> DocumentReading:
    """The reading with every page put straight; itself where none lies askew."""
    pages = tuple(map(stood_up, reading.pages))
    if not any(page.skew for page in pages):
        return reading
    return replace(reading, pages=tuple(map(straightened, pages)))


def as_shown(portfolio: Portfolio, readings: Sequence[DocumentReading]) -> Portfolio:
    """The portfolio with the boxes that were found on level pages given on the pages as shown."""
    pages = ((reading.file, stood_up(page)) for reading in readings for page in reading.pages)
    askew = {(file, page.number): _turn(page) for file, page in pages if page.skew}
    if not askew:
        return portfolio
    said = {id(problem) for reading in readings for problem in reading.problems}
    return replace(
        portfolio,
        cross_references=tuple(replace(entry, cell=_shown(entry.cell, askew)) for entry in portfolio.cross_references),
        authentication=replace(portfolio.authentication, locator=_shown(portfolio.authentication.locator, askew)),
        problems=tuple(
            problem if id(problem) in said else replace(problem, locator=_shown(problem.locator, askew))
            for problem in portfolio.problems
        ),
    )


def _turn(page: PageReading) -> Straight:
    return Straight(page.width, page.height, page.skew)


def _shown(place: Locator | None, askew: _Askew) -> Locator | None:
    if place is None or place.box is None or place.file is None:
        return place
    turn = askew.get((place.file, place.page))
    return place if turn is None else replace(place, box=turn.shown_box(place.box))
