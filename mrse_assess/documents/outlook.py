"""Outlook messages: shown like any e-mail, their attachments as files. Runs in the worker; fetches nothing."""

import contextlib
import email.utils
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from mrse_assess.documents.plain import decoded, html_to_text
from mrse_assess.documents.rich_text import rich_text

_SHOWN_AS = "__substg1.0_"
_FIELDS = (("From", "sender", "0C1F"), ("To", "to", "0E04"), ("Cc", "cc", "0E03"), ("Bcc", "bcc", "0E02"))
"""Header, the library's name for it, and the property that Outlook shows for it."""

_NAME_CHARACTERS = 200


class UnreadableMessageError(Exception):
    """The file is no Outlook message that can be opened."""


class Letter(NamedTuple):
    """What is shown of a message: its headers by name, its words, and whether all of them could be read."""

    headers: tuple[tuple[str, str], ...]
    body: str
    whole: bool


def outlook_letter(path: Path) -> Letter:
    """The headers and words of the message.

    Raises:
        UnreadableMessageError: it is damaged.
    """
    with _opened(path) as message:
        headers = [(name, _person(message, attribute, tag)) for name, attribute, tag in _FIELDS]
        headers += [("Date", _sent(message)), ("Subject", _words(message, "subject"))]
        body, whole = _body(message)
        return Letter(tuple(headers), body, whole)


def outlook_attachments(path: Path) -> Iterator[tuple[str, bytes | None]]:
    """The name and bytes of everything attached; a message attached to it is a message file; None if it is damaged."""
    try:
        with _opened(path) as message:
            for number, attached in enumerate(_quietly(message, "attachments") or (), start=1):
                yield _name(attached, number), _content(attached)
    except UnreadableMessageError:
        return


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """The message; the library raises many kinds on a damaged one, all of which mean that it cannot be opened."""
    import extract_msg
    from extract_msg.enums import ErrorBehavior

    try:
        message = extract_msg.openMsg(
            str(path), strict=False, delayAttachments=True, errorBehavior=ErrorBehavior.SUPPRESS_ALL
        )
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        raise UnreadableMessageError from error
    try:
        yield message
    finally:
        with contextlib.suppress(Exception):
            message.close()


def _quietly(item: Any, attribute: str) -> Any:
    """A property of the library's, read from the file when it is asked for; None where that fails."""
    try:
        return getattr(item, attribute, None)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as above
        return None


def _words(message: Any, attribute: str) -> str:
    return " ".join(str(_quietly(message, attribute) or "").split())


def _person(message: Any, attribute: str, tag: str) -> str:
    """Whom a header names; what Outlook shows where the file holds no header, and the sender's address with it."""
    found = _words(message, attribute)
    told = _quietly(message, "getStringStream")
    with contextlib.suppress(Exception):
        beside = str((told(_SHOWN_AS + tag) if told is not None else "") or "").replace("\0", "").strip()
        if not found:
            return beside
        if attribute == "sender" and "@" in beside and "@" not in found:
            return f"{found} <{beside}>"
    return found


def _sent(message: Any) -> str:
    when = _quietly(message, "date") or _quietly(message, "receivedTime")
    if isinstance(when, datetime):
        with contextlib.suppress(ValueError, OverflowError):
            return email.utils.format_datetime(when)
    return str(when or "")


def _body(message: Any) -> tuple[str, bool]:
    """The words: the plain ones before those of HTML, and those before rich text."""
    plain = _quietly(message, "body")
    if isinstance(plain, str) and plain.strip():
        return plain.replace("\r\n", "\n").replace("\0", ""), True
    html = _quietly(message, "htmlBody")
    if html:
        return html_to_text(html if isinstance(html, str) else decoded(html)), True
    rich = _quietly(message, "rtfBody")
    if rich:
        return rich_text(rich if isinstance(rich, bytes) else str(rich).encode("latin-1", "replace")), True
    return "", not _quietly(message, "compressedRtf")


def _name(attached: Any, number: int) -> str:
    """The attachment's name; a message is named by its subject."""
    inner = _quietly(attached, "data")
    name = _quietly(attached, "longFilename") or _quietly(attached, "shortFilename") or _quietly(attached, "name")
    if not isinstance(inner, bytes | None):
        subject = _words(inner, "subject")[:_NAME_CHARACTERS].replace("/", "-").replace("\\", "-")
        return f"{subject or f'message {number}'}.msg"
    return str(name).replace("\0", "").strip() if name else f"part {number}"


def _content(attached: Any) -> bytes | None:
    inner = _quietly(attached, "data")
    if isinstance(inner, bytes | None):
        return inner
    try:
        content = inner.exportBytes(allowBadEmbed=True)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - as above
        return None
    return content if isinstance(content, bytes) else None
