"""How works say who made them and when: each manner is one that a hospital's papers really have."""

from datetime import date
from typing import Final

from .desk import Byline, Desk
from .heads_kit import Manner
from .heads_more import (
    corner,
    form,
    late,
    letter,
    measured,
    memo,
    month,
    opening,
    printed,
    reviewed,
    revision,
    series,
    submitted,
    table_signed,
    undated,
    year,
)
from .heads_plain import across, foot, history, sheet, signed, under
from .model import Work

PAPERS: Final[tuple[Manner, ...]] = (
    *(sheet, sheet, sheet, across, across, under, under, under, foot, foot, history, history, signed, signed, signed),
    *(memo, memo, letter, letter, month, month, year, undated, undated, printed, printed, late, late, reviewed, corner),
    *(revision, revision, submitted, table_signed, table_signed),
)
FORMS: Final[tuple[Manner, ...]] = (
    form,
    form,
    form,
    form,
    sheet,
    signed,
    foot,
    history,
    undated,
    printed,
    late,
    month,
    table_signed,
)


def headed(desk: Desk, work: Work, who: Byline, day: date) -> None:
    """Give a work its head in one of the manners of its genre."""
    if work.date_kind in {"measured", "held"} and desk.rng.random() < 0.75:
        measured(desk, work, who, day)
    elif work.codes == ["3"] and work.genre == "form" and not work.traps and desk.rng.random() < 0.5:
        series(desk, work, who, day)
    elif work.genre == "slides":
        desk.rng.choice((opening, opening, opening, month, undated))(desk, work, who, day)
    else:
        work.date_kind = None
        desk.rng.choice(FORMS if work.genre == "form" else PAPERS)(desk, work, who, day)
