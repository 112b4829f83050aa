"""What stands before the evidence: cover, contents, Experience Cross Reference Table, referee, certificate."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any, Final

from ..apart import pictures  # noqa: TID252 - the set is imported by two names
from ..apart.sheet import LIBRARY, Sheet  # noqa: TID252 - as above
from .chance import chance
from .dates import written
from .desk import Desk
from .model import Drawn
from .plan import Plan

CODES: Final = {
    "1.1": "Contribute to specifying a local MR safety governance mechanism",
    "1.2": "Contribute to defining MR safety framework requirements",
    "2.1": "Contribute to local rules and procedures within the MR unit",
    "2.2": "Audit local rules and SOPs for compliance",
    "3": "Advice on MR sequence changes for safety",
    "4.1": "Advice for adhering to MR conditions",
    "4.2": "Advice for MR Unlabelled devices or conditions that cannot be met",
    "4.3": "Advice for non-medical implants and body adornments",
    "5.1": "Training needs and training material",
    "5.2": "Advice on adverse incident investigations",
    "6.1": "Specification or selection of MR systems",
    "6.2": "Design, siting and installation",
    "7.1": "Safety related acceptance tests",
    "7.2": "Regular post-installation safety checks",
    "8.1": "MR safety update and training events",
    "8.2": "Engagement with specialist groups",
}
EXAM_WORDS: Final = {
    "abmrs_mrse": (
        "American Board of Magnetic Resonance Safety",
        "Magnetic Resonance Safety Expert (MRSE)",
        "Certificate no. MRSEU-{}",
    ),
    "abmrs_mrso": (
        "American Board of Magnetic Resonance Safety",
        "Magnetic Resonance Safety Officer (MRSO)",
        "Certificate no. MRSOU-{}",
    ),
    "abmrs_mrmd": (
        "American Board of Magnetic Resonance Safety",
        "Magnetic Resonance Medical Director (MRMD)",
        "Certificate no. MRMDU-{}",
    ),
    "course": (
        "Polewood Academy",
        "MRSO and MRSE Exam Preparation Course, completed with 86%",
        "Course certificate {}",
    ),
}


def front(plan: Plan, desk: Desk, drawn: Sequence[Drawn], starts: Sequence[int], *, exam: bool) -> Any:
    """The pages before the evidence; ``starts`` are the pages on which items begin, or nothing."""
    rng = chance("front", plan.seed)
    sheet = Sheet(rng.choice(["sans", "serif", "sans"]), rng.choice([10, 10.5, 11]), left=rng.choice([56, 64]))
    _cover(sheet, desk)
    sheet.turn()
    _contents(sheet, drawn, starts, rng.choice(["Contents", "List of evidence", "Contents list"]))
    sheet.turn()
    _claims(sheet, drawn)
    sheet.turn()
    _referee(sheet, plan, desk)
    if exam and plan.exam != "none":
        sheet.turn()
        certificate(sheet, plan, desk)
    sheet.flush()
    return sheet.document


def _cover(sheet: Sheet, desk: Desk) -> None:
    p = desk.people
    sheet.y = 200
    sheet.para("Portfolio of evidence", weight=1, size=24, gap=8)
    sheet.para("IPEM MR Safety Expert Certificate of Competence", size=14, gap=30)
    for label, text in (
        ("Applicant", f"{p.title} {p.name}".strip()),
        ("Post", p.post),
        ("Employer", p.trust),
        ("Submitted", written(p.submitted, "long")),
    ):
        sheet.para(text, indent=100, lead=label, gap=6)


def _contents(sheet: Sheet, drawn: Sequence[Drawn], starts: Sequence[int], title: str) -> None:
    sheet.para(title, weight=1, size=15, gap=8)
    rows = [["Item", "Title", "Sub-category", *(["Page"] if starts else [])]]
    for at, one in enumerate(drawn):
        page = [str(starts[at])] if starts else []
        rows.append([f"Evidence {one.number}", one.work.title, ", ".join(one.work.codes), *page])
    sheet.table(rows, [2, 6, 2, 1.2][: len(rows[0])], shade=(0.9, 0.9, 0.9))


def _claims(sheet: Sheet, drawn: Sequence[Drawn]) -> None:
    sheet.para("Experience Cross Reference Table", weight=1, size=15, gap=8)
    rows = [["Sub-category", "Evidence", "Notes"]]
    for code, title in CODES.items():
        cited = [one for one in drawn if code in one.work.codes]
        notes = "; ".join(f"Evidence {one.number}: {one.work.note}" for one in cited if one.work.note)
        rows.append([f"{code} {title}", ", ".join(_cited(one, code) for one in cited) or "-", notes])
    sheet.table(rows, [5, 4, 3], shade=(0.85, 0.88, 0.93))


def _cited(one: Drawn, code: str) -> str:
    if not one.work.hint:
        return f"Evidence {one.number}"
    pages = sorted({page for page, mark in one.marks if mark.key == "passage" and mark.data["code"] == code})
    return f"Evidence {one.number} page {pages[0]}" if pages else f"Evidence {one.number}"


def _referee(sheet: Sheet, plan: Plan, desk: Desk) -> None:
    p = desk.people
    name = p.name if plan.own_referee else p.staff[9]
    sheet.para("Authentication by referee", weight=1, size=15, gap=8)
    sheet.para(
        f"I confirm that the contents of this portfolio truly reflect the extent and nature of the work of {p.name}.",
        gap=12,
    )
    post = p.post if plan.own_referee else "Head of Imaging Physics"
    relation = "applicant" if plan.own_referee else "line manager"
    day = p.submitted - timedelta(days=3 + plan.seed % 9)
    for label, text in (("Name", name), ("Position", post), ("Relationship to applicant", relation)):
        sheet.para(text, indent=150, lead=f"{label}:", gap=4)
    _signature(sheet, plan, name, written(day, "iso").replace("-", "."))
    sheet.para(written(day, "long"), indent=150, lead="Date:", gap=4)


def _signature(sheet: Sheet, plan: Plan, name: str, day: str) -> None:
    sheet.y += 10
    if plan.signature == "digital":
        words = f"Digitally signed by {name}\nDate: {day} 10:12:44 +00'00'"
    else:
        words = {"typed": name, "picture": " ", "none": "............................"}[plan.signature]
    sheet.para(words, indent=150, lead="Signature:", gap=6)
    if plan.signature == "picture":
        rect = LIBRARY.Rect(sheet.left + 150, sheet.y - 20, sheet.left + 290, sheet.y + 22)
        stream = pictures.scrawl(chance("scrawl", plan.seed))
        sheet.after.append(partial(_pasted, rect=rect, stream=stream))
        sheet.y += 30


def _pasted(page: Any, *, rect: Any, stream: bytes) -> None:
    page.insert_image(rect, stream=stream, keep_proportion=False)


def certificate(sheet: Sheet, plan: Plan, desk: Desk) -> None:
    """The certificate of the examination, or what was sent for it."""
    body, what, number = EXAM_WORDS[plan.exam]
    rng, p = chance("exam", plan.seed), desk.people
    sheet.y = 180
    day = p.submitted - timedelta(days=rng.randint(200, 1200))
    verb = "has completed the" if plan.exam == "course" else "has satisfied all requirements and is certified as"
    lines = (
        body,
        "This is to certify that",
        f"{p.title} {p.name}".strip(),
        verb,
        what,
        f"Date: {written(day, 'us')}",
        number.format(rng.randint(1000, 9999)),
    )
    for at, line in enumerate(lines):
        sheet.para(line, weight=int(at in {0, 2, 4}), size=17 if at in {0, 4} else 13, gap=14)
