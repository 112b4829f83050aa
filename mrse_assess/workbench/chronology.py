"""The dates of all items as one picture, for the assessor: advisory, and said in words beside it (clause G7)."""

from dataclasses import dataclass

from mrse_assess.workbench.assessment import Assessment

FORM = ".svg"
MEDIA = "image/svg+xml"


@dataclass(frozen=True, kw_only=True)
class DatesPicture:
    """The picture, and the same in words for whom does not see it."""

    media: str
    data: bytes
    words: str


def dates_picture(assessment: Assessment) -> DatesPicture:
    """The picture of the portfolio as it is read now; waits for screening, so it is run on a thread of the workspace.

    Raises:
        WorkerError: looking or drawing failed.
    """
    from mrse_assess.screening.report.chronology import (  # noqa: PLC0415 - the page opens sooner without it
        timeline_in_words,
        timeline_of,
    )
    from mrse_assess.screening.timeline import draw_timeline  # noqa: PLC0415 - as above

    workspace, application, portfolio = assessment.workspace, assessment.application, assessment.portfolio
    screening = workspace.screening(application, portfolio)
    timeline = timeline_of(portfolio, screening, assessment.scheme, received_on=application.received_on)
    return DatesPicture(
        media=MEDIA, data=draw_timeline(timeline, FORM, workspace.pool), words=timeline_in_words(timeline)
    )
