"""What stands before the evidence: cover, contents list, the table, the referee's words."""

from typing import Final

from .chance import chance
from .counting import Numbers
from .grid import GREY, Cell, Grid, Look
from .model import Item, Plan, Shown
from .paper import Paper
from .prose import paragraph
from .rows import cells
from .said import day
from .tables import drawn, heading
from .vouching import vouched
from .wording import Wording
from .words import CATEGORIES, CODES, EXAMPLES, TITLES

_TITLES: Final = ("MR Safety Expert portfolio", "IPEM MRSE Certificate of Competence", "Portfolio of evidence: MRSE")
LIST_TITLES: Final = ("Contents", "Contents list", "List of evidence", "Index of evidence", "Table of contents")
COUNTED: Final = {
    "item": "Page numbers refer to the pages of each item, its first page being page 1.",
    "item_after_divider": "Page numbers refer to the pages of each item without its divider sheet.",
    "file": "Page numbers are the pages of the PDF file as counted by the viewer.",
    "portfolio": "Page numbers run through the whole portfolio, the cover being page 1.",
    "printed": "Page numbers are those printed at the foot of the pages.",
}
COUNTED_WITH_DIVIDER: Final = "Page numbers refer to the pages of each item, its divider sheet being page 1."


def counted_in_words(plan: Plan) -> str:
    """The sentence that says what page numbers count."""
    if plan.choice.counting == "item" and any(item.divider for item in plan.items):
        return COUNTED_WITH_DIVIDER
    return COUNTED[plan.choice.counting]


def stated(numbers: Numbers) -> bool:
    """Whether that sentence is there."""
    plan = numbers.plan
    if not any(ref.pages for ref in plan.refs):
        return False
    inside = plan.choice.counting.startswith("item") and any(item.divider for item in plan.items)
    unclear = inside or numbers.unclear() or plan.choice.side == "beyond"
    return unclear or chance("stated", plan.choice.seed).random() < 0.35


def drawn_front(paper: Paper, wording: Wording, listed: dict[str, int | None]) -> Shown:
    """Draw it; ``listed`` are the page numbers for the contents list."""
    plan, choice = wording.plan, wording.choice
    shown = Shown(stated=stated(wording.numbers))
    rng = chance("front", choice.seed)
    if choice.cover != "top_of_table":
        paper.page()
        _cover(paper, plan)
    first = choice.side != "beside" and (choice.cover == "top_of_table" or rng.random() < 0.2)
    if choice.side == "statement":
        paper.page()
        paper.words("Personal statement", bold=True, size=paper.size + 3)
        for _ in range(4):
            paper.words(paragraph(rng, 3, 5))
    if not first:
        _contents(paper, plan, shown, listed, new_page=choice.cover == "top_of_table" or rng.random() < 0.8)
    if choice.side == "second_copy":
        _copy(paper)
    if choice.table != "none":
        _mapping(paper, wording, shown)
    if first:
        _contents(paper, plan, shown, listed, new_page=True)
    if choice.table == "none":
        vouched(paper, plan)
    paper.finish()
    return shown


def _cover(paper: Paper, plan: Plan) -> None:
    """The cover, with the applicant's name and perhaps a date."""
    rng = chance("cover", plan.choice.seed)
    kind, how = plan.choice.cover, rng.choice(("long", "slashes", "ordinal", "short", "dots", "long"))
    submitted = day(plan.submitted, how) if plan.submitted else ""
    paper.y = rng.choice((66.0, 160.0, 230.0))
    align = rng.choice(("left", "center"))
    paper.words(rng.choice(_TITLES), bold=True, size=paper.size + 10, gap=14, align=align)
    name, sent = rng.choice(
        (("Name", "Date of submission"), ("Applicant", "Submitted"), ("Candidate", "Submission date"))
    )
    if kind == "grid":
        pairs = [(name, plan.applicant), ("Post", plan.post), ("Employer", plan.place)]
        pairs += [(sent, submitted)] if submitted else []
        Grid(paper, (2, 5), (), [cells(*pair) for pair in pairs], Look()).draw()
        return
    if kind == "sentence":
        paper.words(
            f"I, {plan.applicant}, {plan.post} at {plan.place}, apply for the MRSE certificate. "
            "The evidence in this portfolio is my own work." + (f" Submitted on {submitted}." if submitted else "")
        )
        return
    if kind == "by":
        paper.words(f"by {plan.applicant}", size=paper.size + 3, align=align)
        paper.words(f"{plan.post}, {plan.place}", align=align)
        return
    lines = [f"{name}: {plan.applicant}" if kind == "labels" else plan.applicant, plan.post, plan.place]
    for line in lines:
        paper.words(line, size=paper.size + 2, align=align)
    if submitted:
        paper.words(f"{sent}: {submitted}", align=align)


def _contents(paper: Paper, plan: Plan, shown: Shown, listed: dict[str, int | None], *, new_page: bool) -> None:
    choice = plan.choice
    if choice.contents == "absent":
        return
    if new_page:
        paper.page()
    paper.room(300)
    rng = chance("contents", choice.seed)
    paper.words(rng.choice(LIST_TITLES), bold=True, size=paper.size + 3)
    lead = rng.choice(("{} ", "{}: ", "{} - "))
    if choice.contents in {"table", "claims"}:
        shown.contents = _list_table(paper, plan, listed)
        return
    for item in plan.items:
        paper.room(paper.size * 1.5)
        if paper.number not in shown.contents:
            shown.contents.append(paper.number)
        _line(paper, choice.contents, lead.format(item.label) + item.title, listed.get(item.id))
    paper.y += 10


def _line(paper: Paper, kind: str, text: str, page: int | None) -> None:
    if kind == "bullets":
        paper.put(paper.left, paper.y, "\u2022")
        paper.put(paper.left + 14, paper.y, text)
    else:
        paper.put(paper.left, paper.y, text)
    if kind == "dots" and page is not None:
        dot = paper.measure(".")
        begin = paper.left + paper.measure(text) + 6
        count = int((paper.left + paper.width - 26 - begin) / dot)
        paper.put(begin, paper.y, "." * max(0, count))
        paper.put(paper.left, paper.y, str(page), align="right", width=paper.width)
    paper.y += paper.size * 1.55


def codes_in_list(plan: Plan, item: Item) -> list[str] | None:
    """The sub-categories that the contents list names for an item; None where it names none."""
    if plan.choice.contents != "claims":
        return None
    return [ref.code for ref in plan.of_item(item)] or None


def _list_table(paper: Paper, plan: Plan, listed: dict[str, int | None]) -> list[int]:
    claims = plan.choice.contents == "claims"
    paged = any(listed.get(item.id) for item in plan.items)
    heads = ["Evidence", "Title", *(["Sub-categories"] if claims else []), *(["Page"] if paged else [])]
    rows = []
    for item in plan.items:
        codes = ", ".join(codes_in_list(plan, item) or ["-"])
        page = listed.get(item.id)
        rows.append(cells(item.label, item.title, *([codes] if claims else []), *([str(page or "")] if paged else [])))
    look = Look(lines=chance("list", plan.choice.seed).choice(("all", "all", "rules", "none")), shade=GREY, split=False)
    widths = (2.2, 5, *([1.9] if claims else []), *([0.9] if paged else []))
    return Grid(paper, widths, (cells(*heads),), rows, look).draw()


def _copy(paper: Paper) -> None:
    """The scheme's own table, for the reader's convenience: it claims nothing."""
    paper.page()
    paper.words("Experience categories (for reference)", bold=True, size=paper.size + 3)
    rows = [cells(f"{code[0]}. {CATEGORIES[code[0]]}", f"{code} {TITLES[code]}", EXAMPLES[code]) for code in CODES]
    heads = (cells("Category", "Sub-category", "Examples of evidence"),)
    Grid(paper, (3, 4, 4), heads, rows, Look(shade=GREY)).draw()


def _mapping(paper: Paper, wording: Wording, shown: Shown) -> None:
    """The table with what stands above and below it."""
    plan, choice = wording.plan, wording.choice
    rng = chance("mapping", choice.seed)
    wide = choice.table == "landscape" or (choice.table == "ticks" and rng.random() < 0.6)
    if choice.side != "beside" or wide or not shown.contents:
        paper.page(wide=wide)
    columns = 2 if choice.table == "two_column" else 1
    if choice.side == "two_versions":
        _old(paper, wording, wide=wide)
    paper.room(330 if not wide else 250)
    current = " (version 2, current)" if choice.side == "two_versions" else ""
    paper.words(heading(wording) + current, bold=True, size=paper.size + 3)
    if choice.cover == "top_of_table":
        paper.words(f"{rng.choice(('Name of applicant', 'Applicant', 'Name'))}: {plan.applicant}")
    above = rng.random() < 0.5
    if shown.stated and above:
        paper.words(counted_in_words(plan))
    if columns == 2:
        _two_columns(paper, wording, shown)
    else:
        shown.table = drawn(paper, wording)
    below = [wording.legend, counted_in_words(plan) if shown.stated and not above else ""]
    if choice.side == "says_none" and not any(ref.item.simulated for ref in plan.refs):
        below.append("No simulated evidence is submitted.")
    for line in filter(None, below):
        paper.words(line, size=paper.size - 1)
    vouched(paper, plan)


def _two_columns(paper: Paper, wording: Wording, shown: Shown) -> None:
    """A page of a paper set in two columns: some words, then the table, which runs on at the top of the next column."""
    rng = chance("two columns", wording.choice.seed)
    paper.columns = 2
    if paper.bottom - paper.y < 400:
        paper.page()
    for _ in range(2):
        paper.words(paragraph(rng, 3, 5), size=paper.size - 1)
    shown.table = drawn(paper, wording)
    paper.columns, paper.column = 1, 0
    paper.page()


def _old(paper: Paper, wording: Wording, *, wide: bool) -> None:
    """An older version, said to be superseded."""
    rng = chance("old", wording.choice.seed)
    paper.words(f"{heading(wording)} (version 1, superseded)", bold=True, size=paper.size + 3)
    kept = rng.sample(wording.plan.items, max(3, len(wording.plan.items) // 2))
    rows = []
    for code in CODES:
        named = [wording.name(item) for item in kept if code in item.codes[:1]]
        rows.append((Cell(text=code), Cell(text="; ".join(named) or "to be added")))
    Grid(paper, (2, 5), (cells("Sub-category", "Evidence"),), rows, Look(size=9.0)).draw()
    paper.page(wide=wide)
