"""What stands before the evidence: cover, list of evidence, table, authentication, and what else people put there."""

from collections.abc import Sequence

from .blocks import Block, Cell, Gap, Grid, Head, Para, Points, Sheets
from .chance import chance
from .claims import of_item
from .data import category_title, code_title, codes, data, kind_word
from .dates import day
from .model import Item, Plan
from .numbers import Numbers, numbering_of
from .phrases import Phrases
from .tables import table_of
from .vouching import authentication_of

LIST = "contents"


def front_of(phrases: Phrases) -> list[Sheets]:
    """The front, sheet by sheet."""
    habits, foot = phrases.habits, front_foot(phrases.plan)
    wide = habits.table in {"landscape", "transposed", "ticks"}
    before = [blocks for blocks in (_side(phrases), list_of(phrases)) if blocks]
    table = [*_commentary(phrases)] if habits.table == "none" else table_of(phrases)
    closing = authentication_of(phrases)
    after = []
    if habits.vouching == "letter" or wide:
        after = [closing] if closing else []
    else:
        table = [*table, *closing]
    if before and habits.seed % 4 == 1 and not wide and habits.table != "two_column":
        table = [*before.pop(), Gap(height=20), *table]
    if habits.side == "commentary" and habits.table != "none":
        after.append(_commentary(phrases))
    if habits.side == "old_version" and habits.table != "none":
        after.append(older_version(phrases))
    parts = _covered(phrases, [*before, table])
    turned = len(parts) - 1
    return [
        Sheets(
            blocks=blocks,
            wide=wide and at == turned,
            foot=foot,
            roman=_roman(phrases.plan),
            columns=_columns(phrases, blocks),
        )
        for at, blocks in enumerate([*parts, *after])
    ]


def _covered(phrases: Phrases, parts: list[list[Block]]) -> list[list[Block]]:
    """With the cover as a sheet of its own, or above whatever comes first."""
    cover = cover_of(phrases)
    if phrases.habits.cover != "top_of_table":
        return [cover, *parts]
    return [[*cover, *parts[0]], *parts[1:]]


def _columns(phrases: Phrases, blocks: Sequence[Block]) -> int:
    table = any(isinstance(block, Head) and block.mark == "table" for block in blocks)
    return 2 if table and phrases.habits.table == "two_column" else 1


def _roman(plan: Plan) -> bool:
    return plan.habits.counting == "printed" and numbering_of(plan.habits) == "running" and plan.habits.bound


def front_foot(plan: Plan) -> str:
    """What is printed below the pages of the front."""
    habits = plan.habits
    if numbering_of(habits) == "running" and habits.bound:
        form = chance("feet", habits.seed).choice(("{p}", "Page {p}", "Page {p} of {n}", "Portfolio page {p}"))
        return "{p}" if _roman(plan) else form
    return "" if habits.bound or habits.seed % 2 else "{p}"


# The cover


def cover_of(phrases: Phrases) -> list[Block]:
    """Who applies, and when."""
    plan, how = phrases.plan, phrases.habits.cover
    people = plan.people
    title = Head(text=phrases.title("cover"), level=1)
    name = f"{people.applicant}{' ' + people.letters if people.letters else ''}"
    rng = chance("cover", phrases.habits.seed)
    dated = day(people.submitted, rng.choice(("long", "slashes", "ordinal", "short"))) if people.submitted else ""
    label = rng.choice(("Name", "Applicant", "Name of applicant", "Candidate"))
    when = rng.choice(("Date of submission", "Submitted", "Date submitted", "Submission date"))
    pairs = [(label, name), ("Post", people.post), ("Employer", people.site), *([(when, dated)] if dated else [])]
    if how == "grid":
        rows = [[Cell(text=left, bold=True, shade=True), Cell(text=right)] for left, right in pairs]
        return [title, Gap(), Grid(rows=rows, widths=[2.0, 5.0], heads=0)]
    if how == "plain":
        submitted = [Para(text=f"Submitted {dated}")] if dated else []
        return [
            title,
            Gap(height=60),
            Para(text=name, size=3, bold=True),
            Para(text=f"{people.post}\n{people.site}"),
            *submitted,
        ]
    if how == "sentence":
        on = f" on {dated}" if dated else ""
        said = f"This portfolio is submitted{on} by {name}, {people.post} at {people.site}, for the MRSE certificate."
        return [title, Para(text=said), Para(text="All of the evidence is my own work unless it says otherwise.")]
    return [title, *(Para(text=f"{left}: {right}") for left, right in pairs)]


# The list of evidence


def listed(plan: Plan) -> list[Item]:
    """The items of the list: those that were sent, and often those that were meant to be."""
    with_missing = chance("list", plan.habits.seed).random() < 0.5
    return [item for item in plan.items if item.sent or with_missing]


def claims_in_list(phrases: Phrases, item: Item) -> list[str]:
    """The sub-categories that the list names for an item; also of one that the table then forgot."""
    if phrases.habits.contents != "table_claims":
        return []
    return [ref.code for ref in of_item(phrases.refs, item)] or list(item.codes[:1])


def _list_title(phrases: Phrases, item: Item) -> str:
    simulated = item.simulated and phrases.habits.simulated == "contents"
    return item.title + (" (simulated)" if simulated else "") + ("" if item.sent else _to_follow(phrases.plan))


def _to_follow(plan: Plan) -> str:
    return " (to follow)" if plan.habits.seed % 3 == 0 else ""


def list_of(phrases: Phrases) -> list[Block]:
    """The list of evidence in this applicant's form; nothing where there is none."""
    habits, numbers = phrases.habits, phrases.numbers
    if habits.contents == "absent":
        return []
    made: list[Block] = [Head(text=phrases.title("list"), mark=LIST)]
    items = listed(phrases.plan)
    if habits.contents in {"table", "table_claims"}:
        return [*made, _list_grid(phrases, items)]
    if habits.contents == "dots":
        for item in items:
            page = _begin(numbers, item)
            made.append(
                Para(
                    text=f"{item.label}  {_list_title(phrases, item)}{' ' + '.' * 12 + ' ' + page if page else ''}",
                    mark=LIST,
                )
            )
        return made
    lines = [f"{item.label}: {_list_title(phrases, item)}" for item in items]
    if habits.contents == "bullets":
        return [*made, Points(lines=lines, mark=LIST)]
    return [*made, *(Para(text=line, mark=LIST) for line in lines)]


def _list_grid(phrases: Phrases, items: list[Item]) -> Grid:
    habits = phrases.habits
    rng = chance("list grid", habits.seed)
    paged = habits.bound and rng.random() < 0.5
    dated = rng.random() < 0.3
    claims = habits.contents == "table_claims"
    heads = [rng.choice(("No.", "Evidence", "Item", "Ref")), phrases.head("item_title")]
    heads += (["Date"] if dated else []) + ([phrases.head("claims")] if claims else []) + (["Page"] if paged else [])
    rows = [[Cell(text=head, bold=True, shade=True) for head in heads]]
    for item in items:
        cells = [item.label, _list_title(phrases, item), *([day(item.dated, "slashes")] if dated else [])]
        cells += [", ".join(claims_in_list(phrases, item))] if claims else []
        cells += [_begin(phrases.numbers, item)] if paged else []
        rows.append([Cell(text=text) for text in cells])
    widths = [1.8, 5.0, *([1.7] if dated else []), *([2.0] if claims else []), *([0.9] if paged else [])]
    return Grid(rows=rows, widths=widths, lines=rng.choice(("ruled", "ruled", "rules")), mark=LIST, size=-0.5)


def _begin(numbers: Numbers, item: Item) -> str:
    """The page on which an item begins, as a reader of the portfolio finds it; nothing where it has none."""
    if not item.sent or not numbers.plan.habits.bound:
        return ""
    way = "printed" if numbering_of(numbers.plan.habits) == "running" else "portfolio"
    return str(numbers.number(way, item, 1 - item.divider) or "")


# What else stands there


def _side(phrases: Phrases) -> list[Block]:
    """What is not the table, however much it looks like one."""
    side = phrases.habits.side
    makers = {"scheme_in_brief": _scheme, "self_assessment": _self_assessment, "training_log": _log}
    if side in makers and phrases.habits.table != "none":
        return makers[side](phrases)
    return _curriculum(phrases.plan) if side == "cv" and phrases.habits.bound else []


def _scheme(_: Phrases) -> list[Block]:
    topics = data("topics")["topic"]
    rows = [[Cell(text=text, bold=True, shade=True) for text in ("Category and sub-category", "Examples of evidence")]]
    for code in codes():
        example = next(topic for topic in topics if topic["codes"][0] == code)
        rows.append(
            [
                Cell(text=f"{code} {code_title(code)}"),
                Cell(text=f"{kind_word(example['kind']).capitalize()}, for example on {example['things'][0]}"),
            ]
        )
    return [Head(text="The sub-categories in brief"), Grid(rows=rows, widths=[3.0, 4.0], size=-1)]


def _self_assessment(phrases: Phrases) -> list[Block]:
    rng = chance("self", phrases.habits.seed)
    rows = [
        [
            Cell(text=text, bold=True, shade=True)
            for text in ("Sub-category", "Experience (years)", "Confidence (1 to 5)")
        ]
    ]
    rows += [
        [Cell(text=f"{code} {code_title(code)}"), Cell(text=str(rng.randint(1, 9))), Cell(text=str(rng.randint(2, 5)))]
        for code in codes()
    ]
    return [Head(text="Self-assessment before I began"), Grid(rows=rows, widths=[4.0, 1.6, 1.6], size=-1)]


def _log(phrases: Phrases) -> list[Block]:
    rng = chance("log", phrases.habits.seed)
    courses = ("MR safety for physicists", "Implants at 3 T", "ABMRS preparation", "Update day", "Cryogen safety")
    rows = [[Cell(text=text, bold=True, shade=True) for text in ("Date", "Course", "Hours")]]
    rows += [
        [
            Cell(text=f"{rng.randint(1, 12):02}/20{rng.randint(20, 24)}"),
            Cell(text=name),
            Cell(text=f"{rng.choice((2.5, 4.1, 5.2, 6.0, 7.1))}"),
        ]
        for name in courses
    ]
    return [Head(text="Training that I attended"), Grid(rows=rows, widths=[1.4, 4.0, 1.0])]


def _curriculum(plan: Plan) -> list[Block]:
    rows = [[Cell(text=text, bold=True) for text in ("From", "To", "Post")]]
    rows += [
        [Cell(text=str(year)), Cell(text=str(year + 3)), Cell(text=post)]
        for year, post in ((2014, "Trainee"), (2017, "Scientist"), (2020, plan.people.post))
    ]
    return [
        Head(text="Curriculum vitae"),
        Para(text=plan.people.applicant),
        Grid(rows=rows, widths=[1.0, 1.0, 4.0], lines="bare"),
    ]


def _commentary(phrases: Phrases) -> list[Block]:
    """A few words on each category, which name items here and there."""
    rng = chance("commentary", phrases.habits.seed)
    made: list[Block] = [Head(text="Commentary")]
    for category, title in data("people")["categories"].items():
        items = [item for item in phrases.plan.sent if item.codes[0][0] == category]
        said = f"My work on this began in {rng.randint(2018, 2022)} and takes about {rng.randint(1, 6)} hours a week."
        if items and phrases.habits.table != "none":
            said += f" I should draw attention to {items[0].label}, on {items[0].things[0]}."
        elif items:
            said += f" It is shown by what I wrote on {items[0].things[0]}."
        made += [Para(text=f"{category}. {title}", bold=True), Para(text=said)]
    return made


def older_version(phrases: Phrases) -> list[Block]:
    """An older version of the table, with other claims."""
    kept = [ref for at, ref in enumerate(phrases.refs) if at % 3]
    rows = [[Cell(text="Sub-category", bold=True, shade=True), Cell(text="Evidence", bold=True, shade=True)]]
    for code in codes():
        names = ", ".join(ref.item.name for ref in kept if ref.code == code)
        rows.append([Cell(text=f"{code} {category_title(code)}"), Cell(text=names)])
    head = Head(text="Superseded: first draft of the cross reference table, not to be used")
    return [head, Grid(rows=rows, widths=[3.0, 3.0], size=-1)]
