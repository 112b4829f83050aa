"""The dates of all items as one picture, for the assessor: advisory, and said in words beside it (clause G7)."""

from concurrent.futures import Future
from dataclasses import dataclass

from mrse_assess.errors import BadRequestError
from mrse_assess.model.observation import Screening
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workspace import Application, Workspace

FORM = ".svg"
MEDIA = "image/svg+xml"


@dataclass(frozen=True, kw_only=True)
class DatesPicture:
    """The picture, and the same in words for whom does not see it."""

    media: str
    data: bytes
    words: str


def submit_dates(assessment: Assessment) -> "Future[DatesPicture]":
    """The picture of the portfolio as it is read now, drawn on a thread of the workspace.

    Raises:
        BadRequestError: screening is still at work, or could not look.
    """
    screening = assessment.screening
    if screening is None or assessment.looked_over.making is not None:
        raise BadRequestError(
            assessment.looked_over.fault or "The evidence is still being looked over; ask again soon."
        )
    draw, workspace = _draw, assessment.workspace
    return workspace.background.submit(draw, workspace, assessment.application, assessment.portfolio, screening)


def _draw(workspace: Workspace, application: Application, portfolio: Portfolio, screening: Screening) -> DatesPicture:
    from mrse_assess.screening.report.chronology import (  # noqa: PLC0415 - the page opens sooner without it
        timeline_in_words,
        timeline_of,
    )
    from mrse_assess.screening.timeline import draw_timeline  # noqa: PLC0415 - as above

    timeline = timeline_of(portfolio, screening, workspace.scheme, received_on=application.received_on)
    return DatesPicture(
        media=MEDIA, data=draw_timeline(timeline, FORM, workspace.pool), words=timeline_in_words(timeline)
    )
