"""Days as files write them, in ISO form; "" for what is no day. Pure."""

import email.utils
import re
from datetime import date

_PDF = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_EXIF = re.compile(r"(\d{4})[:\-/](\d\d)[:\-/](\d\d)")


def pdf_day(written: str | None) -> str:
    """The day of "D:20240305101500Z"; some programs write it as ISO 8601."""
    return _day(_PDF, written) or iso_day(written)


def iso_day(written: str | None) -> str:
    """The day of "2024-03-05T10:15:00Z"."""
    return _day(_ISO, written)


def exif_day(written: object) -> str:
    """The day of "2024:03:05 10:15:00"."""
    return _day(_EXIF, written if isinstance(written, str) else "")


def mail_day(written: str | None) -> str:
    """The day of "Tue, 5 Mar 2024 10:15:00 +0000", as the sender's clock had it."""
    try:
        return email.utils.parsedate_to_datetime(written or "").date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _day(pattern: re.Pattern[str], written: str | None) -> str:
    found = pattern.match((written or "").strip())
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""
