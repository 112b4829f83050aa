"""What stands before the evidence: cover, contents, Experience Cross Reference Table, referee, certificate."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from ..apart import pictures  # noqa: TID252 - the set is imported by two names
from ..callers.desk import People  # noqa: TID252 - as above
from ..strangers.model import Block, Drawn, line, para, table  # noqa: TID252 - as above
from ..strangers.paper import set_pages  # noqa: TID252 - as above
from .chance import chance
from .days import written
from .plan import Plan

CODES: Final = {
    "1.1": "Specifying a local MR safety governance mechanism",
    "1.2": "Defining MR safety framework requirements",
    "2.1": "Local rules and procedures within the MR unit",
    "2.2": "Audit of local rules and SOPs for compliance",
    "3": "Safety advice on modification of MR sequences",
    "4.1": "Adhering to MR conditions of labelled devices",
    "4.2": "MR Unlabelled devices, or conditions not met",
    "4.3": "Non-medical implants and body adornments",
    "5.1": "Training needs and training material",
    "5.2": "Advice on adverse incident investigations",
    "6.1": "Specification or selection of MR systems",
    "6.2": "Design, siting and installation",
    "7.1": "Safety related acceptance tests",
    "7.2": "Regular post-installation safety checks",
    "8.1": "MR safety update and training events",
    "8.2": "Engagement with specialist groups and bodies",
}
BOARD: Final = "American Board of Magnetic Resonance Safety"
EXAMS: Final = {
    "abmrs_mrse": (BOARD, "Magnetic Resonance Safety Expert", "MRSE (MRSC)", "MRSEU-"),
    "abmrs_mrso": (BOARD, "Magnetic Resonance Safety Officer", "MRSO (MRSC)", "MRSO-"),
    "abmrs_mrmd": (BOARD, "Magnetic Resonance Medical Director", "MRMD (MRSC)", "MRMD-"),
    "course": ("Lodewell Scientific Training", "MR Safety Expert Preparation Course", "final test 83 %", "C"),
}


def front(plan: Plan, people: People, drawn: Sequence[Drawn], starts: Sequence[int], *, exam: bool) -> Any:
    """The pages before the evidence; ``starts`` are the pages on which items begin, or nothing."""
    blocks = [*_cover(plan, people), Block(kind="break"), *_contents(plan, drawn, starts)]
    if exam and plan.exam != "none" and plan.seed % 3:
        blocks += [Block(kind="break"), *_certificate(plan, people)]
    blocks += [Block(kind="break"), *_claims(plan, drawn), *_referee(plan, people)]
    if exam and plan.exam != "none" and not plan.seed % 3:
        blocks += [Block(kind="break"), *_certificate(plan, people)]
    return set_pages(blocks, (plan.seed + 2) % 9)


def lone_certificate(plan: Plan, people: People) -> Any:
    """The certificate as a file of its own."""
    return set_pages(_certificate(plan, people), plan.seed % 9)


def _cover(plan: Plan, p: People) -> list[Block]:
    rng = chance("cover", plan.seed)
    title = rng.choice(["Portfolio of evidence", "MRSE application portfolio", "Evidence for MR Safety Expert"])
    handed = written(p.submitted, rng.choice(["long", "month", "ordinal"]))
    return [
        Block(kind="centre", text=title, how="big"),
        Block(kind="centre", text="IPEM MRSE Certificate of Competence"),
        Block(kind="centre", text=f"{p.title} {p.name}".strip()),
        Block(kind="centre", text=p.post),
        Block(kind="centre", text=p.trust),
        Block(kind="centre", text=f"{rng.choice(['Submitted', 'Date of application:'])} {handed}"),
    ]


def _contents(plan: Plan, drawn: Sequence[Drawn], starts: Sequence[int]) -> list[Block]:
    title = chance("contents", plan.seed).choice(["Contents", "List of evidence", "Contents list"])
    rows = [[plan.label, "Title", *(["Page"] if starts else []), "Sub-category"]]
    for at, one in enumerate(drawn):
        page = [str(starts[at])] if starts else []
        rows.append([f"{plan.label} {one.number}", one.work.title, *page, ", ".join(one.work.codes)])
    return [Block(kind="head", text=title), table(rows)]


def _claims(plan: Plan, drawn: Sequence[Drawn]) -> list[Block]:
    rows = [["Sub-category", "Evidence", "Notes"]]
    for code, title in CODES.items():
        cited = [one for one in drawn if code in one.work.codes]
        notes = "; ".join(f"{plan.label} {one.number}: {one.work.note}" for one in cited if one.work.note)
        rows.append([f"{code} {title}", "; ".join(_cited(plan, one, code) for one in cited) or "-", notes])
    return [Block(kind="head", text="Experience Cross Reference Table"), table(rows)]


def _cited(plan: Plan, one: Drawn, code: str) -> str:
    pages = sorted({page for page, mark in one.marks if mark.key == "passage" and mark.data["code"] == code})
    return f"{plan.label} {one.number} (page {pages[0]})" if one.work.hint and pages else f"{plan.label} {one.number}"


def _referee(plan: Plan, p: People) -> list[Block]:
    own = plan.own_referee
    name = p.name if own else p.staff[8]
    day = p.submitted - timedelta(days=1 + plan.seed % 11)
    rows = [["Referee", name], ["Post", p.post if own else "Clinical Director of Imaging Physics"]]
    rows += [["Line manager of the applicant", "no" if own else "yes"], ["Date", written(day, "slash")]]
    said = f"I know the work of {p.name} well. What is shown here was done as it says, and by whom it says."
    head = [Block(kind="head", text="Authentication by the referee"), para(said), table(rows, how="pairs")]
    return [*head, *_signature(plan, name, written(day, "iso"))]


def _signature(plan: Plan, name: str, day: str) -> list[Block]:
    match plan.signature:
        case "picture":
            ink = pictures.scrawl(chance("scrawl", plan.seed))
            return [line("Signature"), Block(kind="picture", text="", how="140", stream=ink)]
        case "digital":
            return [line(f"Digitally signed by {name}"), line(f"Date: {day.replace('-', '.')} 09:41:55 +01'00'")]
        case "typed":
            return [line(f"Signature: {name}")]
    return [line("Signature: ........................................")]


def _certificate(plan: Plan, p: People) -> list[Block]:
    """The certificate of the examination, or what was sent for it."""
    body, what, letters, number = EXAMS[plan.exam]
    rng = chance("exam", plan.seed)
    day = p.submitted - timedelta(days=rng.randint(100, 1500))
    verb = "has successfully completed the" if plan.exam == "course" else "has passed the examination for"
    return [
        Block(kind="centre", text=body, how="big"),
        Block(kind="centre", text="This is to certify that"),
        Block(kind="centre", text=f"{p.title} {p.name}".strip()),
        Block(kind="centre", text=verb),
        Block(kind="centre", text=what, how="big"),
        Block(kind="centre", text=letters),
        Block(kind="centre", text=f"No. {number}{rng.randint(1000, 9999)}     {written(day, 'us')}"),
    ]
