"""Where faults of ours end: one sentence for the page, one line without the applicant's words for the log."""

import logging

OUR_FAULT = (
    "That did not work, through a fault of this program; nothing you typed is lost. Try again, or reload the page."
)


def log_fault(logger: logging.Logger, doing: str, error: Exception) -> None:
    """Log that something failed and the kind of error. No traceback and no message: they may quote the portfolio."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_name}, line {place.tb_lineno}" if place is not None else "unknown place"
    logger.error("%s failed: %s in %s", doing, type(error).__name__, where)
