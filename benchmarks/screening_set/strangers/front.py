"""What stands before the evidence: cover, contents, Experience Cross Reference Table, referee, certificate."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from ..apart import pictures  # noqa: TID252 - the set is imported by two names
from .chance import chance
from .days import written
from .model import Block, Drawn, line, para, table
from .paper import set_pages
from .people import People
from .plan import Plan

CODES: Final = {
    "1.1": "Specifying a local MR safety governance mechanism",
    "1.2": "Defining requirements of the MR safety framework",
    "2.1": "Local rules and procedures",
    "2.2": "Audit of local rules and SOPs",
    "3": "Advice on sequence changes for safety",
    "4.1": "Adhering to MR conditions",
    "4.2": "MR Unlabelled devices, or conditions not met",
    "4.3": "Non-medical implants and body adornments",
    "5.1": "Training needs and material",
    "5.2": "Adverse incident investigations",
    "6.1": "Specification or selection of MR systems",
    "6.2": "Design, siting and installation",
    "7.1": "Safety related acceptance tests",
    "7.2": "Regular post-installation safety checks",
    "8.1": "MR safety update and training events",
    "8.2": "Engagement with specialist groups",
}
EXAMS: Final = {
    "abmrs_mrse": ("American Board of Magnetic Resonance Safety", "Magnetic Resonance Safety Expert (MRSE)", "MRSEU-"),
    "abmrs_mrso": ("American Board of Magnetic Resonance Safety", "Magnetic Resonance Safety Officer (MRSO)", "MRSOU-"),
    "abmrs_mrmd": (
        "American Board of Magnetic Resonance Safety",
        "Magnetic Resonance Medical Director (MRMD)",
        "MRMDU-",
    ),
    "course": ("Harrowgate Learning", "MRSE exam preparation: online course passed with 82%", "HL"),
}
Front = Sequence[Block]


def front(plan: Plan, people: People, drawn: Sequence[Drawn], starts: Sequence[int], *, exam: bool) -> Any:
    """The pages before the evidence; ``starts`` are the pages on which items begin, or nothing."""
    rng = chance("front", plan.seed)
    blocks = [
        *_cover(people),
        Block(kind="break"),
        *_contents(plan, drawn, starts, rng.choice(["Contents", "List of evidence", "Index of evidence"])),
    ]
    blocks += [Block(kind="break"), *_claims(plan, drawn), *_referee(plan, people)]
    if exam and plan.exam != "none":
        blocks += [Block(kind="break"), *certificate(plan, people)]
    return set_pages(blocks, plan.seed % 9)


def lone_certificate(plan: Plan, people: People) -> Any:
    """The certificate as a file of its own."""
    return set_pages(certificate(plan, people), plan.seed % 9)


def _cover(p: People) -> list[Block]:
    rows = [["Applicant", f"{p.title} {p.name}".strip()], ["Post", p.post], ["Employer", p.trust]]
    rows.append(["Submitted", written(p.submitted, "long")])
    words = [Block(kind="centre", text="Portfolio of Evidence", how="big")]
    words.append(Block(kind="centre", text="IPEM MR Safety Expert Certificate of Competence"))
    return [*words, table(rows, how="pairs")]


def _contents(plan: Plan, drawn: Sequence[Drawn], starts: Sequence[int], title: str) -> list[Block]:
    rows = [["No.", "Title", "Sub-category", *(["Page"] if starts else [])]]
    for at, one in enumerate(drawn):
        page = [str(starts[at])] if starts else []
        rows.append([f"{plan.label} {one.number}", one.work.title, ", ".join(one.work.codes), *page])
    return [Block(kind="head", text=title), table(rows)]


def _claims(plan: Plan, drawn: Sequence[Drawn]) -> list[Block]:
    rows = [["Sub-category", "Evidence", "Notes"]]
    for code, title in CODES.items():
        cited = [one for one in drawn if code in one.work.codes]
        notes = "; ".join(f"{plan.label} {one.number}: {one.work.note}" for one in cited if one.work.note)
        rows.append([f"{code} {title}", ", ".join(_cited(plan, one, code) for one in cited) or "-", notes])
    return [Block(kind="head", text="Experience Cross Reference Table"), table(rows)]


def _cited(plan: Plan, one: Drawn, code: str) -> str:
    if not one.work.hint:
        return f"{plan.label} {one.number}"
    pages = sorted({page for page, mark in one.marks if mark.key == "passage" and mark.data["code"] == code})
    return f"{plan.label} {one.number} page {pages[0]}" if pages else f"{plan.label} {one.number}"


def _referee(plan: Plan, p: People) -> list[Block]:
    name = p.name if plan.own_referee else p.staff[9]
    day = p.submitted - timedelta(days=2 + plan.seed % 11)
    rows = [
        ["Referee", name],
        ["Position", p.post if plan.own_referee else "Head of Medical Physics"],
        ["Relationship to the applicant", "applicant" if plan.own_referee else "line manager"],
        ["Date", written(day, "long")],
    ]
    said = f"I confirm that this portfolio is a true account of the extent and nature of the work of {p.name}."
    blocks = [Block(kind="head", text="Authentication by referee"), para(said), table(rows, how="pairs")]
    return [*blocks, *_signature(plan, name, written(day, "iso").replace("-", "."))]


def _signature(plan: Plan, name: str, day: str) -> list[Block]:
    match plan.signature:
        case "picture":
            scrawl = pictures.scrawl(chance("scrawl", plan.seed))
            return [line("Signature:"), Block(kind="picture", text="", how="150", stream=scrawl)]
        case "digital":
            return [line("Signature:"), line(f"Digitally signed by {name}"), line(f"Date: {day} 09:40:18 +00'00'")]
        case "typed":
            return [line(f"Signature: {name}")]
    return [line("Signature: ..............................")]


def certificate(plan: Plan, p: People) -> list[Block]:
    """The certificate of the examination, or what was sent for it."""
    body, what, number = EXAMS[plan.exam]
    rng = chance("exam", plan.seed)
    day = p.submitted - timedelta(days=rng.randint(150, 1100))
    verb = "completed" if plan.exam == "course" else "having met all requirements, is hereby certified as"
    said = ("This certifies that", f"{p.title} {p.name}".strip(), verb)
    return [
        Block(kind="centre", text=body, how="big"),
        *(Block(kind="centre", text=one) for one in said),
        Block(kind="centre", text=what, how="big"),
        Block(kind="centre", text=f"{written(day, 'us')}     No. {number}{rng.randint(1000, 9999)}"),
    ]
