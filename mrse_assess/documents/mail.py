"""E-mails: their headers and words as a sheet, their attachments as files. Runs in the worker; fetches nothing."""

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, Message
from pathlib import Path

from mrse_assess.documents.names import visible
from mrse_assess.documents.outlook import Letter, outlook_attachments, outlook_letter
from mrse_assess.documents.plain import html_to_text
from mrse_assess.documents.sheets import Flow, Mark, Sheet, escape, lines

_SHOWN = ("From", "To", "Cc", "Bcc", "Date", "Subject")
_MOST_CHARACTERS = 2_000_000
_MOST_HEADER = 4000
_MOST_DEPTH = 30


def read_message(path: Path) -> EmailMessage:
    """The message; the library notes defects rather than failing on them."""
    with path.open("rb") as stream:
        start = stream.readline()
        if not start.startswith(b"From "):  # the line that a mailbox puts before each message
            stream.seek(0)
        return email.message_from_binary_file(stream, policy=email.policy.default)


def mail_sheet(path: Path, form: str = "eml") -> Sheet:
    """Headers as a table, the body as text, the attachments by name.

    Raises:
        UnreadableMessageError: an Outlook message that is damaged.
    """
    letter = outlook_letter(path) if form == "msg" else _letter(path)
    marks: list[Mark] = []
    attached = tuple(attachments(path, form))
    rows = (*letter.headers, ("Attachments", "; ".join(visible(name) for name, _ in attached)))
    table = "".join(
        f"<tr><td style='width:70pt'>{name}</td><td style='width:380pt'>{escape(text[:_MOST_HEADER])}</td></tr>"
        for name, text in rows
        if text
    )
    if not letter.whole or any(content is None for _, content in attached):
        marks.append(Mark(code="mail-part-unreadable"))
    if len(letter.body) > _MOST_CHARACTERS:
        marks.append(Mark(code="document-cut", slots={"limit": f"{_MOST_CHARACTERS:,} characters"}))
    return Sheet(
        segments=(Flow(html=f"<table>{table}</table><p>&#160;</p>"), Flow(html=lines(letter.body[:_MOST_CHARACTERS]))),
        marks=tuple(marks),
    )


def _letter(path: Path) -> Letter:
    message = read_message(path)
    body, whole = _body(message)
    return Letter(tuple((name, _header(message, name)) for name in _SHOWN), body, whole)


def _header(message: EmailMessage, name: str) -> str:
    """All headers of this name in one line; a malformed one is shown as it stands."""
    try:
        values = message.get_all(name) or []
        return "; ".join(" ".join(str(value).split()) for value in values)[:_MOST_HEADER]
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):
        raw = [value for key, value in message.raw_items() if key.lower() == name.lower()]
        return "; ".join(" ".join(str(value).split()) for value in raw)[:_MOST_HEADER]


def _body(message: EmailMessage) -> tuple[str, bool]:
    """The words of the message, and whether they could all be decoded. A message of HTML alone is turned to text."""
    part: Message | None
    try:
        part = message.get_body(preferencelist=("plain", "html"))
    except (ValueError, LookupError, AttributeError, KeyError, TypeError):
        part = next((found for found in _leaves(message) if found.get_content_maintype() == "text"), None)
    if part is None and message.is_multipart():
        return "", True
    part = part or message
    text, whole = _decoded(part)
    return (html_to_text(text) if part.get_content_subtype() == "html" else text), whole


def _decoded(part: Message) -> tuple[str, bool]:
    """The text of a part; an unknown or wrong character set is read as Western European, and said so."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else str(part.get_payload()).encode("utf-8", "replace")
    try:
        return content.decode(part.get_content_charset("utf-8")).replace("\r\n", "\n").replace("\0", ""), True
    except (LookupError, UnicodeDecodeError, ValueError):
        return content.decode("cp1252", "replace").replace("\r\n", "\n").replace("\0", ""), False


def _leaves(message: EmailMessage, depth: int = 0) -> Iterator[EmailMessage]:
    """The parts that hold content; a message attached to the message is one part."""
    if depth < _MOST_DEPTH and message.is_multipart() and message.get_content_type() != "message/rfc822":
        for part in message.get_payload():
            if isinstance(part, EmailMessage):
                yield from _leaves(part, depth + 1)
    else:
        yield message


def attachments(path: Path, form: str = "eml") -> Iterator[tuple[str, bytes | None]]:
    """The name and bytes of everything in the message that is not its words; None for what cannot be decoded."""
    if form == "msg":
        yield from outlook_attachments(path)
        return
    message = read_message(path)
    for number, part in enumerate(_leaves(message), start=1):
        name = _file_name(part)
        is_words = part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment" and not name
        if part is message or is_words:
            continue
        content = _content(part)
        if content:
            yield name or f"part {number}{_ending(part)}", content


def _file_name(part: EmailMessage) -> str | None:
    try:
        return part.get_filename()
    except (ValueError, LookupError, AttributeError, TypeError):
        return None


def _content(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        try:
            return inner[0].as_bytes() if isinstance(inner, list) and inner else b""  # type: ignore[union-attr]
        except (ValueError, LookupError, AttributeError, UnicodeError, TypeError, KeyError):
            return b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _ending(part: EmailMessage) -> str:
    return {"message/rfc822": ".eml", "image/png": ".png", "image/jpeg": ".jpg", "application/pdf": ".pdf"}.get(
        part.get_content_type(), ""
    )
