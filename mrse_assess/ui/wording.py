"""How the page prints times, dates, verdicts and foreign text."""

from datetime import date, datetime
from html import escape

from mrse_assess.terms import Verdict

VERDICT_WORDS = {
    Verdict.SATISFACTORY: "satisfactory",
    Verdict.NOT_SATISFACTORY: "not satisfactory",
    Verdict.REFERRED_TO_PANEL: "referred to panel",
    Verdict.NOTHING_OFFERED: "nothing offered",
}


def clock(moment: datetime | None) -> str:
    """The time as the page prints it (14:02:07), in the zone that the moment carries; empty for None."""
    return "" if moment is None else f"{moment:%H:%M:%S}"


def day(moment: date | None) -> str:
    """The date as the page prints it (21 November 2026); empty for None."""
    return "" if moment is None else f"{moment.day} {moment:%B %Y}"


def day_and_clock(moment: datetime | None) -> str:
    """Date and time of something that may be days ago (19 November 2026, 21:14)."""
    return "" if moment is None else f"{day(moment)}, {moment:%H:%M}"


def html(text: str) -> str:
    """Foreign text made safe for an HTML widget, quotes included. The only way text gets into markup."""
    return escape(text, quote=True)
