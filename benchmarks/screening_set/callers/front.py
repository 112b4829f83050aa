"""What stands before the evidence: cover, contents, Experience Cross Reference Table, referee, certificate."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from ..apart import pictures  # noqa: TID252 - the set is imported by two names
from ..strangers.days import written  # noqa: TID252 - as above
from ..strangers.model import Block, Drawn, line, para, table  # noqa: TID252 - as above
from ..strangers.paper import set_pages  # noqa: TID252 - as above
from .chance import chance
from .desk import People
from .plan import Plan

CODES: Final = {
    "1.1": "Local MR safety governance mechanism",
    "1.2": "MR safety framework requirements",
    "2.1": "Local rules and procedures within the MR unit",
    "2.2": "Audit of local rules and SOPs",
    "3": "Modification of MR sequences for safety",
    "4.1": "Adhering to MR conditions of implanted devices",
    "4.2": "MR Unlabelled devices; conditions that cannot be met",
    "4.3": "Non-medical implants and body adornments",
    "5.1": "Training needs and training material",
    "5.2": "Adverse incident investigations",
    "6.1": "Specification or selection of MR systems",
    "6.2": "Design, siting, installation",
    "7.1": "Safety related acceptance tests",
    "7.2": "Regular post-installation safety checks",
    "8.1": "Update and training events, with reflection",
    "8.2": "Engagement with specialist groups",
}
BOARD: Final = "American Board of Magnetic Resonance Safety"
EXAMS: Final = {
    "abmrs_mrse": (BOARD, "Magnetic Resonance Safety Expert", "MRSE (MRSC)", "MRSEU"),
    "abmrs_mrso": (BOARD, "Magnetic Resonance Safety Officer", "MRSO (MRSC)", "MRSOU"),
    "abmrs_mrmd": (BOARD, "Magnetic Resonance Medical Director", "MRMD (MRSC)", "MRMDU"),
    "course": ("Lodestone Learning", "MRSE preparation course", "passed, 88 of 100", "LL"),
}


def front(plan: Plan, people: People, drawn: Sequence[Drawn], starts: Sequence[int], *, exam: bool) -> Any:
    """The pages before the evidence; ``starts`` are the pages on which items begin, or nothing."""
    title = chance("front", plan.seed).choice(["Contents", "Contents list", "Index of evidence"])
    blocks = [*_cover(people), Block(kind="break"), *_contents(plan, drawn, starts, title)]
    if exam and plan.exam != "none":
        blocks += [Block(kind="break"), *certificate(plan, people)]
    blocks += [Block(kind="break"), *_claims(plan, drawn), *_referee(plan, people)]
    return set_pages(blocks, (plan.seed + 4) % 9)


def lone_certificate(plan: Plan, people: People) -> Any:
    """The certificate as a file of its own."""
    return set_pages(certificate(plan, people), plan.seed % 9)


def _cover(p: People) -> list[Block]:
    rows = [["Name", f"{p.title} {p.name}".strip()], ["Job title", p.post], ["Employer", p.trust]]
    rows.append(["Date of submission", written(p.submitted, "padded")])
    return [
        Block(kind="centre", text="MR Safety Expert portfolio", how="big"),
        Block(kind="centre", text="for the IPEM MRSE Certificate of Competence"),
        table(rows, how="pairs"),
    ]


def _contents(plan: Plan, drawn: Sequence[Drawn], starts: Sequence[int], title: str) -> list[Block]:
    rows = [["Evidence" if plan.label != "Item" else "Item", "What it is", *(["Page"] if starts else []), "For"]]
    for at, one in enumerate(drawn):
        page = [str(starts[at])] if starts else []
        rows.append([f"{plan.label} {one.number}", one.work.title, *page, ", ".join(one.work.codes)])
    return [Block(kind="head", text=title), table(rows)]


def _claims(plan: Plan, drawn: Sequence[Drawn]) -> list[Block]:
    rows = [["Sub-category", "Evidence", "Comments"]]
    for code, title in CODES.items():
        cited = [one for one in drawn if code in one.work.codes]
        notes = "; ".join(f"{plan.label} {one.number}: {one.work.note}" for one in cited if one.work.note)
        rows.append([f"{code} {title}", "; ".join(_cited(plan, one, code) for one in cited) or "none", notes])
    return [Block(kind="head", text="Experience Cross Reference Table"), table(rows)]


def _cited(plan: Plan, one: Drawn, code: str) -> str:
    pages = sorted({page for page, mark in one.marks if mark.key == "passage" and mark.data["code"] == code})
    return f"{plan.label} {one.number}, p. {pages[0]}" if one.work.hint and pages else f"{plan.label} {one.number}"


def _referee(plan: Plan, p: People) -> list[Block]:
    own = plan.own_referee
    name = p.name if own else p.staff[8]
    day = p.submitted - timedelta(days=1 + plan.seed % 9)
    rows = [["Name of referee", name], ["Position", p.post if own else "Head of Imaging Physics"]]
    rows += [["Relationship", "self" if own else "line manager"], ["Date", written(day, "slash")]]
    said = f"I confirm that what is in this portfolio truly reflects the extent and nature of {p.name}'s own work."
    head = [Block(kind="head", text="Authentication"), para(said), table(rows, how="pairs")]
    return [*head, *_signature(plan, name, written(day, "iso"))]


def _signature(plan: Plan, name: str, day: str) -> list[Block]:
    match plan.signature:
        case "picture":
            scrawl = pictures.scrawl(chance("scrawl", plan.seed))
            return [line("Signed"), Block(kind="picture", text="", how="140", stream=scrawl)]
        case "digital":
            return [line(f"Digitally signed by {name}"), line(f"Date: {day.replace('-', '.')} 14:22:07 +00'00'")]
        case "typed":
            return [line(f"Signed: {name}")]
    return [line("Signed: ____________________")]


def certificate(plan: Plan, p: People) -> list[Block]:
    """The certificate of the examination, or what was sent for it."""
    body, what, letters, number = EXAMS[plan.exam]
    rng = chance("exam", plan.seed)
    day = p.submitted - timedelta(days=rng.randint(120, 1400))
    verb = "has completed the" if plan.exam == "course" else "has passed the examination and is certified as"
    said = [f"{p.title} {p.name}".strip(), verb]
    return [
        Block(kind="centre", text=body, how="big"),
        *(Block(kind="centre", text=one) for one in said),
        Block(kind="centre", text=what, how="big"),
        Block(kind="centre", text=letters),
        Block(kind="centre", text=f"Certificate {number}{rng.randint(10000, 99999)}, {written(day, 'us')}"),
    ]
