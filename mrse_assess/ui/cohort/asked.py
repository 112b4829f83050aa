"""What the page asks for: filters as it sends them, and the question under periods of another length."""

from collections.abc import Sequence
from datetime import date

from mrse_assess.cohort.measures import Attempts, Period
from mrse_assess.errors import BadRequestError
from mrse_assess.ui.fields import Fields
from mrse_assess.workbench.cohort.looking import Filters, Question


def same_question(asked: str, before: Sequence[Question], now: Sequence[Question]) -> str:
    """What was asked, by the name that it has under periods of another length: it stands at the same place."""
    ids = [one.id for one in now]
    place = next((at for at, one in enumerate(before) if one.id == asked), 0)
    return asked if asked in ids else ids[place if len(before) == len(now) else 0]


def filters_of(fields: Fields) -> Filters:
    """The filters that an act names.

    Raises:
        BadRequestError: one is not of its kind.
    """
    return Filters(
        guidance=fields.identifier("guidance"),
        attempts=fields.one_of("attempts", Attempts),
        decided_from=_day(fields, "from"),
        decided_to=_day(fields, "to"),
        role=fields.maybe_identifier("role"),
        route=fields.maybe_identifier("route"),
        period=fields.one_of("period", Period),
    )


def _day(fields: Fields, name: str) -> date | None:
    text = fields.identifier(name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadRequestError(f"{text!r} is not a day.") from None
