"""What an e-mail says of itself in its headers (N: whose message, and when), what is attached, where it leads."""

import email.header
from pathlib import Path

from mrse_assess.documents.facts.days import mail_day
from mrse_assess.documents.facts.texts import html_links
from mrse_assess.documents.facts.values import KINDS, Found
from mrse_assess.documents.facts.wording import properties, short
from mrse_assess.documents.mail import attachments, read_message
from mrse_assess.documents.names import visible
from mrse_assess.documents.outlook import UnreadableMessageError, outlook_letter
from mrse_assess.model.facts import Carried

_MOST_ATTACHED = 200
_PROGRAMS = ("X-Mailer", "User-Agent")


def mail_facts(path: str, form: str) -> Found:
    """The facts of an e-mail; attachments are files of their own and are looked into by themselves."""
    links: list[Carried]
    try:
        if form == "msg":
            letter = outlook_letter(Path(path))
            headers, links = dict(letter.headers), []
        else:
            headers, links = _internet(Path(path))
        attached = [name for name, _ in attachments(Path(path), form)][:_MOST_ATTACHED]
    except UnreadableMessageError:
        return Found(unseen=KINDS)
    return Found(
        properties=properties(
            {
                "author": headers.get("From"),
                "title": headers.get("Subject"),
                "created": mail_day(headers.get("Date")),
                "creator": headers.get("Program"),
                "company": headers.get("Organization"),
            }
        ),
        carried=(*(Carried("attachment", 1, short(visible(name))) for name in attached), *links),
    )


def _internet(path: Path) -> tuple[dict[str, str], list[Carried]]:
    """The headers of an Internet message, and the links of its HTML."""
    message = read_message(path)
    raw = {name.lower(): str(text) for name, text in reversed(list(message.raw_items()))}
    headers = {name: _decoded(raw.get(name.lower(), "")) for name in ("From", "Subject", "Date", "Organization")}
    headers["Program"] = next((_decoded(raw[name.lower()]) for name in _PROGRAMS if name.lower() in raw), "")
    links: list[Carried] = []
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            links.extend(html_links(payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""))
    return headers, links


def _decoded(text: str) -> str:
    """A header with its encoded words read."""
    try:
        pairs = email.header.decode_header(text)
        return "".join(
            part.decode(charset or "ascii", "replace") if isinstance(part, bytes) else part for part, charset in pairs
        )
    except (ValueError, LookupError, UnicodeError):
        return text
