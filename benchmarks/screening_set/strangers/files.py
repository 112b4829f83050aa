"""Items that are files of another kind than pages."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from .markup import LIGATURES, html_of
from .model import Block, Work
from .people import address


def write_mail(work: Work, path: Path, domain: str) -> None:
    """A mail as the program saves it; from some programs also as a page for the web."""
    made = EmailMessage()
    hour, minute = (int(part) for part in work.mail["clock"].split(":"))
    day = datetime.fromisoformat(work.mail["date"]).replace(hour=hour, minute=minute, tzinfo=UTC)
    for key in ("from", "to"):
        made[key.title()] = f"{work.mail[key]} <{address(work.mail[key], domain)}>"
    made["Date"] = format_datetime(day)
    made["Subject"] = work.mail["subject"]
    made["Message-ID"] = f"<{day:%Y%m%d}.{hour}{minute}@{domain}>"
    made.set_content(text_of(work), cte="8bit")
    if work.dress % 2:
        made.add_alternative(f"<html>{html_of(_below(work), LIGATURES)}</html>", subtype="html", cte="8bit")
        made.set_boundary(f"=={day:%Y%m%d}{hour}{minute}==")
    path.write_bytes(made.as_bytes())


def text_of(work: Work) -> str:
    """The words of a mail below its header."""
    lines: list[str] = []
    for block in _below(work):
        if block.kind == "table":
            lines += ["    ".join(row) for row in block.rows] + [""]
        elif block.kind == "quote":
            lines += [f"> {block.text}"]
        elif block.kind == "rule":
            lines += ["", "________________________________"]
        elif block.kind == "item":
            lines += [f"* {block.text}"]
        else:
            lines += [block.text] + ([""] if block.kind == "para" else [])
    return "\n".join(lines) + "\n"


def _below(work: Work) -> list[Block]:
    """From the greeting on: what stands above is in the header."""
    return work.blocks[work.body_from - 1 :]
