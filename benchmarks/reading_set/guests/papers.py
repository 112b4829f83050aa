"""The papers of an item, page by page."""

from email.message import EmailMessage

from .blocks import Block, Cell
from .model import Item, Plan, chance, words


def paper_of(plan: Plan, item: Item) -> list[Block]:
    """The paper without its divider."""
    rng = chance(f"paper {item.id}", plan.seed)
    lines = [str(line) for line in words()["prose"]["lines"]]
    head = item.title
    if plan.habits.marks in {"headings", "sub_items"}:
        head = f"{item.label}: {item.title}" if plan.seed % 2 else f"{item.label} {item.title}"
    made = [Block(kind="head", text=head)]
    made.append(Block(kind="para", text=f"{plan.applicant}, {plan.hospital}, {plan.shown(item.day)}"))
    at = 0
    for page, names in enumerate(item.parts, 1):
        if page > 1:
            made.append(Block(kind="break"))
        for name in names:
            at += 1
            made.append(Block(kind="sub", text=f"{at} {name}"))
            made.append(Block(kind="para", text=" ".join(rng.sample(lines, rng.choice((3, 4, 5))))))
        made.extend(_figures(plan, page))
    return made


def _figures(plan: Plan, page: int) -> list[Block]:
    rng = chance(f"figures {page}", plan.seed)
    rows = [[Cell(text="Position", bold=True), Cell(text="Field (mT)", bold=True)]]
    rows += [[Cell(text=place), Cell(text=f"{rng.uniform(0.1, 6):.1f}")] for place in ("Door", "Console", "Corridor")]
    return [
        Block(kind="para", text=f"Table {page}: values that were noted"),
        Block(kind="table", rows=rows, widths=[1, 1]),
    ]


def divider_of(item: Item) -> list[Block]:
    """A sheet before the paper."""
    return [Block(kind="title", text=item.label), Block(kind="title", text=item.title), Block(kind="fill")]


def mail_of(plan: Plan, item: Item) -> bytes:
    """The item as a saved e-mail."""
    mail = EmailMessage()
    mail["From"] = f"{plan.applicant} <applicant@example.org>"
    mail["To"] = "MR radiographers <mri@example.org>"
    mail["Date"] = item.day.strftime("%a, %d %b %Y 09:12:00 +0000")
    mail["Subject"] = item.title
    lines = chance(f"mail {item.id}", plan.seed).sample([str(line) for line in words()["prose"]["lines"]], 4)
    mail.set_content("\n\n".join([f"{item.label}: {item.title}", *lines, plan.applicant]))
    return mail.as_bytes()
