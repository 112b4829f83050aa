"""Everything before the evidence: cover, list, table, authentication."""

from dataclasses import dataclass
from typing import Any

from .blocks import Block, Cell
from .model import Plan, chance, words
from .phrases import SIMULATED, Places
from .tables import table_of

_FORM = "I confirm that this portfolio is a true account of what {} has done, in kind and in amount."


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of the front that begins on a page of its own."""

    name: str
    blocks: list[Block]


def para(text: str) -> Block:
    """A paragraph."""
    return Block(kind="para", text=text)


def parts_of(plan: Plan, places: Places) -> list[Part]:
    """The parts of the front in order."""
    made = [Part(name="cover", blocks=_cover(plan))]
    if plan.habits.contents != "absent":
        made.append(Part(name="contents", blocks=_contents(plan, places)))
    if plan.habits.decoy != "none":
        made.append(Part(name="decoy", blocks=_decoy(plan)))
    table = table_of(plan, places)
    if plan.habits.note == "legend" and table:
        table = [*table, para(f"* {chance('note', plan.seed).choice(SIMULATED)} evidence")]
    loose = plan.habits.vouched in {"letter", "email"}
    if table and not loose:
        made.append(Part(name="table", blocks=[*table, *_vouched(plan)]))
        return made
    if table:
        made.append(Part(name="table", blocks=table))
    if vouched := _vouched(plan):
        made.append(Part(name="vouched", blocks=vouched))
    return made


def _cover(plan: Plan) -> list[Block]:
    rng = chance("cover", plan.seed)
    title = rng.choice(("Portfolio for the MR Safety Expert certificate", "MRSE portfolio", "IPEM MRSE: my evidence"))
    told = [Block(kind="title", text=title), para(f"Name: {plan.applicant}")]
    told.append(para(f"{rng.choice(words()['jobs'])}, {plan.hospital}"))
    if plan.submitted:
        told.append(
            para(f"{rng.choice(('Submitted', 'Date of submission', 'Submission date'))}: {plan.shown(plan.submitted)}")
        )
    return [*told, Block(kind="fill")]


def _contents(plan: Plan, places: Places) -> list[Block]:
    linked = plan.habits.contents == "linked"
    heads = ["No.", "Title", "Date", *(["Sub-categories"] if linked else [])]
    paged = plan.habits.marks == "contents_pages"
    heads += ["Page"] if paged else []
    rows = [[Cell(text=text, bold=True) for text in heads]]
    for item in plan.sent:
        title = item.title + (" (simulated)" if item.simulated and plan.habits.note == "contents" else "")
        row = [item.label, title, plan.shown(item.day), *([", ".join(item.codes)] if linked else [])]
        row += [str(places.spans[item.id][0])] if paged else []
        rows.append([Cell(text=text) for text in row])
    head = chance("list", plan.seed).choice(("Contents", "List of evidence", "Contents list", "Index of evidence"))
    style = chance("liststyle", plan.seed).choice(("ruled", "rules", "bare"))
    table = Block(kind="table", rows=rows, widths=[1.3, 3, 1.5, *([1.2] * (len(heads) - 3))], style=style)
    return [Block(kind="head", text=head), table]


def _decoy(plan: Plan) -> list[Block]:
    told = words()["codes"]
    if plan.habits.decoy == "draft" and plan.habits.table not in {"none", "ticks"}:
        rows = [[Cell(text="Sub-category", bold=True), Cell(text="Confidence (1 to 5)", bold=True)]]
        rows += [[Cell(text=f"{code} {told[code]}"), Cell(text=str(2 + at % 4))] for at, code in enumerate(told)]
        return [
            Block(kind="head", text="Self-assessment before I began"),
            Block(kind="table", rows=rows, widths=[2, 1]),
        ]
    if plan.habits.decoy == "guide":
        rows = [[Cell(text="Sub-category", bold=True), Cell(text="What would count", bold=True)]]
        rows += [[Cell(text=f"{code} {told[code]}"), Cell(text="Reports, e-mails, minutes")] for code in told]
        return [Block(kind="head", text="The scheme in outline"), Block(kind="table", rows=rows, widths=[2, 1.5])]
    rows = [[Cell(text=text, bold=True) for text in ("Standard", "Met", "Source")]]
    rows += [
        [Cell(text=f"{number} Signs at door {number[0]}"), Cell(text=met), Cell(text=f"Audit sheet, p. {number[2]}")]
        for number, met in (("1.1", "Yes"), ("1.2", "Partly"), ("2.1", "Yes"), ("2.2", "No"), ("4.1", "Yes"))
    ]
    return [
        Block(kind="head", text="Audit of my department in brief"),
        Block(kind="table", rows=rows, widths=[2, 1, 1]),
    ]


def _vouched(plan: Plan) -> list[Block]:
    form, day = plan.habits.vouched, plan.shown(plan.vouched_on)
    told = _FORM.format(plan.applicant)
    match form:
        case "absent":
            return []
        case "form" | "blank":
            ink = [] if form == "blank" else [Block(kind="ink")]
            lines = ["Signature: ............................"] if form == "blank" else ["Signature:"]
            date = "Date:" if form == "blank" else f"Date: {day}"
            named = [para(f"Referee: {plan.referee}"), para(f"Position: {plan.post}")]
            return [Block(kind="head", text="Authentication"), para(told), *named, para(lines[0]), *ink, para(date)]
        case "table":
            pairs = [
                ("Name of referee", plan.referee),
                ("Role", plan.post),
                ("Date", day),
                ("Signature", f"Digitally signed by {plan.referee}"),
            ]
            rows = [[Cell(text=left, bold=True), Cell(text=right)] for left, right in pairs]
            return [
                Block(kind="head", text="Authentication by referee"),
                para(told),
                Block(kind="table", rows=rows, widths=[1, 2], heads=0),
            ]
        case "letter":
            return [
                para(plan.hospital),
                para(day),
                para("To the assessors"),
                para(f"Authentication of the portfolio of {plan.applicant}"),
                para(told),
                para("I have worked beside the applicant throughout."),
                para("Yours faithfully"),
                Block(kind="ink"),
                para(plan.referee),
                para(plan.post),
            ]
        case "email":
            return [
                para(f"From: {plan.referee}"),
                para(f"To: {plan.applicant}"),
                para(f"Date: {day}"),
                para("Subject: Authentication of your MRSE portfolio"),
                para(told),
                para(f"(signed) {plan.referee}"),
                para(plan.post),
            ]
    return [
        Block(kind="head", text="Authentication statement"),
        para(
            f"I, {plan.referee}, {plan.post} at {plan.hospital}, have read this portfolio. {told} "
            f"Signed by me electronically on {day}."
        ),
        Block(kind="ink"),
    ]


def vouched_truth(plan: Plan) -> dict[str, Any]:
    """What reading should find of the authentication."""
    if plan.habits.vouched == "absent":
        return {"present": False}
    signed = plan.habits.vouched != "blank"
    return {
        "present": True,
        "referee_name": plan.referee,
        "role": plan.post,
        "date": plan.vouched_on.isoformat() if signed else None,
        "signed": signed,
    }
