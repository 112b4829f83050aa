"""E-mails: a text file with a few headers becomes an .eml file that is the same bytes each time."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape
from pathlib import Path

from .plan import Item, Plan

FOLDER = Path(__file__).parent / "documents"
TITLES = ("Dr", "Mr", "Ms", "Prof")


def message(plan: Plan, item: Item, attachment: tuple[str, bytes] | None) -> bytes:
    """The e-mail of one item, plain and HTML, with ``attachment`` (name, PNG bytes) where the text asks for one."""
    headers, body = (FOLDER / f"{item.source}.txt").read_text(encoding="utf-8").split("\n\n", 1)
    said = dict(line.split(": ", 1) for line in headers.splitlines())
    words = names(plan)
    text = body.format(**words)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = _address(plan, said["From"])
    mail["To"] = _address(plan, said["To"])
    if "Cc" in said:
        mail["Cc"] = ", ".join(_address(plan, who) for who in said["Cc"].split(", "))
    mail["Subject"] = said["Subject"]
    hour, minute = map(int, said["Sent"].split(":"))
    sent = datetime.fromisoformat(item.date).replace(hour=hour, minute=minute, tzinfo=UTC)
    mail["Date"] = format_datetime(sent)
    mail["Message-ID"] = f"<{plan.name}.{item.id}@{plan.setting['hospital']['domain']}>"
    mail.set_content(text)
    mail.add_alternative(_html(text), subtype="html")
    if "Attach" in said and attachment:
        name, data = attachment
        mail.add_attachment(data, maintype="image", subtype="png", filename=name)
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"=_sample_{item.id}_{number}")
    return mail.as_bytes()


def names(plan: Plan) -> dict[str, str]:
    """The words that a text may name in braces: people, their first names, the trust, the rooms."""
    people = {**plan.setting["people"], "me": plan.setting["applicant"]["name"]}
    firsts = {f"{role}_first": _bare(name)[0] for role, name in people.items()}
    applicant, hospital, scanners = (plan.setting[key] for key in ("applicant", "hospital", "scanners"))
    signature = (
        f"{applicant['name']}\n{applicant['post']}, {hospital['dept']}\n{hospital['name']} | {applicant['email']}"
    )
    rooms = {"b_room": scanners["b"]["room"], "b_field": scanners["b"]["field"]}
    return {**people, **firsts, **rooms, "signature": signature, "trust": hospital["name"]}


def _bare(name: str) -> list[str]:
    return [word for word in name.split() if word not in TITLES]


def _address(plan: Plan, role: str) -> str:
    if role == "list":
        return "MR-PHYSICS list <mr-physics@lists.example>"
    if role == "me":
        return f"{plan.setting['applicant']['name']} <{plan.setting['applicant']['email']}>"
    name: str = plan.setting["people"][role]
    return f"{name} <{'.'.join(_bare(name)).lower()}@{plan.setting['hospital']['domain']}>"


def _html(text: str) -> str:
    """The text as a mail program writes it in HTML: paragraphs, with line breaks kept."""
    paragraphs = "".join(f"<p>{escape(part).replace(chr(10), '<br>')}</p>\n" for part in text.strip().split("\n\n"))
    return f'<html><body style="font-family: Calibri, sans-serif">\n{paragraphs}</body></html>\n'
