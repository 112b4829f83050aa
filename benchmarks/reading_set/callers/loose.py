"""Items as files of their own: names, folders, e-mails, pictures."""

import re
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from .bind import Evidence, opened, saved, sheets_of
from .chance import chance, words
from .evidence import Paper
from .office import word_file
from .plan import Item, Plan
from .scanner import picture_of

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def apart(plan: Plan, evidence: Evidence) -> tuple[dict[str, str], dict[str, str], dict[str, bytes]]:
    """The file of each item, the e-mail that came with it, and the bytes of all files."""
    files, beside, written = {}, {}, {}
    for item in plan.sent:
        files[item.id] = _path(plan, item)
        written[files[item.id]] = _bytes(plan, item, evidence)
        own_folder = plan.habits.marked == "folders" and plan.habits.seed % 2 and item.carrier != "eml"
        if own_folder and chance("beside", plan.habits.seed, item.id).random() < 0.3:
            beside[item.id] = f"{files[item.id].rsplit('/', 1)[0]}/covering e-mail.eml"
            written[beside[item.id]] = _covering(plan, item)
    return files, beside, written


def _path(plan: Plan, item: Item) -> str:
    seed = plan.habits.seed
    title = _safe(item.title)
    if plan.habits.marked == "folders" and seed % 2:  # a folder for each item
        return f"{item.label}/{_safe(item.heading)}.{item.carrier}"
    names = (
        f"{item.label} {title}",
        f"{_padded(item.id)}_{title.lower().replace(' ', '_')}",
        f"{item.short} - {title}",
        item.label,
    )
    how = seed % 4 if plan.habits.family != "by_code" else seed % 3
    listed = plan.habits.contents != "absent"
    name = names[how] if how != 3 or listed else names[0]
    if plan.habits.marked == "folders":
        return f"Category {item.code[0]} {words('people')['categories'][item.code[0]]}/{name}.{item.carrier}"
    return f"{name}.{item.carrier}"


def _padded(number: str) -> str:
    return f"{number:0>2}" if number.isdigit() else number


def _safe(text: str) -> str:
    return " ".join(re.sub(r"[^\w .,()-]", " ", text).split())


def _bytes(plan: Plan, item: Item, evidence: Evidence) -> bytes:
    if item.carrier == "docx":
        return word_file(sheets_of(plan, item)[0], plan.habits.face, plan.habits.seed)
    if item.carrier == "eml":
        return _mail(plan, item)
    first, last = evidence.spans[item.id]
    document = opened(evidence.made.pdf)
    document.select(list(range(first - 1, last)))
    if item.carrier == "pdf":
        return saved(document)
    rng = chance("photo", plan.habits.seed, item.id)
    return picture_of(document[0], rng, dpi=150, skew=1.2, grain=3.0, phone=True)


def _mail(plan: Plan, item: Item) -> bytes:
    head, body = Paper(plan, item).mail_lines()
    return _message(item, head["From"], head["To"], item.heading, "\n\n".join(body))


def _covering(plan: Plan, item: Item) -> bytes:
    colleague = words("people")["colleagues"][plan.habits.seed % 8]
    asked = "Please find the document attached; comments by Friday if you can."
    body = f"Dear {colleague.split()[0]},\n\n{asked}\n\n{plan.people.applicant}"
    return _message(item, plan.people.applicant, colleague, f"For comment: {item.heading}", body)


def _message(item: Item, sender: str, to: str, subject: str, body: str) -> bytes:
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"] = (f"{name} <{_address(name)}>" for name in (sender, to))
    months = [month[:3] for month in words("people")["months"]]
    made["Date"] = (
        f"{_DAYS[item.when.weekday()]}, {item.when.day:02} {months[item.when.month - 1]} {item.when.year}"
        " 10:24:00 +0000"
    )
    made["Subject"] = subject
    made.set_content(body, cte="quoted-printable")
    return made.as_bytes()


def _address(name: str) -> str:
    plain = name.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z]+", ".", plain).strip(".") + "@nhs.example"
