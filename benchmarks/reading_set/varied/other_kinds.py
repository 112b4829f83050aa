"""Items that are not PDF: an e-mail, a picture."""

from datetime import UTC, datetime, time
from email.message import EmailMessage
from email.utils import format_datetime

import pymupdf

from .sheets import Leaf


def as_mail(leaf: Leaf) -> bytes:
    """The last message of a thread as an EML file, with the earlier ones below."""
    mails = [block for block in leaf.item.paper.blocks if block["t"] == "mail"]
    message = EmailMessage()
    message["From"], message["To"] = mails[-1]["from"], mails[-1]["to"]
    message["Subject"] = mails[-1]["subject"]
    message["Date"] = format_datetime(datetime.combine(leaf.item.paper.written, time(10, 12), tzinfo=UTC))
    parts = ["\n".join(mails[-1]["body"])]
    parts += [
        f"From: {mail['from']}\nSent: {mail['sent']}\nSubject: {mail['subject']}\n\n" + "\n".join(mail["body"])
        for mail in reversed(mails[:-1])
    ]
    message.set_content("\n\n-----\n\n".join(parts), cte="8bit")
    return message.as_bytes()


def as_picture(book: pymupdf.Document) -> bytes:
    """The first page as a PNG."""
    data = bytes(book[0].get_pixmap(dpi=110, colorspace=pymupdf.csGRAY).tobytes("png"))
    book.close()
    return data
