"""Items that are files of another kind, and the words in them for checking."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from ..apart import pictures  # noqa: TID252 - the set is imported by two names
from .chance import chance
from .desk import Desk
from .extras import figures
from .model import Block, Mark, Work
from .people import address


def write_mail(work: Work, path: Path, domain: str) -> None:
    """A mail as the program saves it."""
    made = EmailMessage()
    hour, minute = (int(part) for part in work.mail["clock"].split(":"))
    day = datetime.fromisoformat(work.mail["date"]).replace(hour=hour, minute=minute, tzinfo=UTC)
    for key in ("from", "to"):
        made[key.title()] = f"{work.mail[key]} <{address(work.mail[key], domain)}>"
    made["Date"] = format_datetime(day)
    made["Subject"] = work.mail["subject"]
    made["Message-ID"] = f"<{work.mail['date']}.{hour}{minute}@{domain}>"
    made.set_content(text_of(work), cte="8bit")
    path.write_bytes(made.as_bytes())


def text_of(work: Work) -> str:
    """The words of a mail below its header."""
    lines: list[str] = []
    for block in work.blocks[work.body_from - 1 :]:
        if block.kind == "table":
            lines += [" | ".join(row) for row in block.rows] + [""]
        elif block.kind == "quote":
            lines += [f"> {block.text}"]
        elif block.kind == "rule":
            lines += ["", "-----Original Message-----"]
        else:
            lines += [block.text] + ([""] if block.kind == "para" else [])
    return "\n".join(lines) + "\n"


def picture_item(seed: int, number: int, kind: str, corner: tuple[str, str, str]) -> tuple[bytes, str]:
    """A photograph that knows its place, or a screen's picture with a patient's data at its corners."""
    rng = chance("picture", seed, number)
    if kind == "exif_gps":
        return pictures.photo(rng, place=True), ".jpg"
    return pictures.head(rng, corner), ".png"


def overlay(desk: Desk) -> tuple[str, str, str]:
    """What a scanner writes at the corners."""
    _, first, last = figures(desk, "{pat}").upper().split(" ")
    return (
        f"{last}^{first}\n{figures(desk, '{nhs_run}')}\n{figures(desk, '{dob}')}",
        "Se: 4  Im: 11\nT2 TSE\nSAR 0.9",
        "TR 5200\nFA 105",
    )


def overlay_block(corner: tuple[str, str, str]) -> Block:
    """The same within a page."""
    return Block(kind="picture", rows=[list(corner)], marks=[Mark(key="phi", data={"kind": "overlay"})])
