"""The front of the portfolio: cover, list of evidence, table, authentication and what else is put in."""

from collections.abc import Mapping
from typing import Final

from .aside import aside
from .blocks import Block, Cell, Row, Sheets, Space, Table, Title, Words
from .chance import chance, day_in, words
from .plan import Item, Plan
from .tables import table_sheets
from .vouching import vouching
from .wording import Wording

CONTENTS: Final = "contents"
VOUCHING: Final = "vouching"


def front_of(wording: Wording, starts: Mapping[str, int]) -> list[Sheets]:
    """All sheets before the evidence; ``starts`` says on which page items begin, where the list says it."""
    plan = wording.plan
    before, after = aside(plan)
    made = (
        [Sheets(blocks=tuple(_cover(plan)), middle=plan.habits.cover == "plain")]
        if plan.habits.cover != "over_table"
        else []
    )
    contents = _contents(plan, starts)
    late = plan.habits.seed % 4 == 3  # the list after the table
    if contents and not late:
        made.append(Sheets(blocks=contents))
    made += before
    made += _table_and_vouching(wording)
    if contents and late:
        made.append(Sheets(blocks=contents))
    return [*made, *after]


def _table_and_vouching(wording: Wording) -> list[Sheets]:
    plan = wording.plan
    statement = vouching(plan)
    apart = plan.habits.vouching in {"letter", "email"} or plan.habits.table == "picture"
    top = tuple(_over_table(plan)) if plan.habits.cover == "over_table" else ()
    if plan.habits.table == "none":
        first = [Sheets(blocks=top)] if top else []
        return [*first, Sheets(blocks=tuple(statement))] if statement else first
    sheets, under = table_sheets(wording)
    last = sheets[-1]
    tail = () if apart else (Space(height=10), *statement)
    sheets[-1] = Sheets(blocks=(*top, *last.blocks, *under, *tail), wide=last.wide, columns=last.columns)
    return [*sheets, Sheets(blocks=tuple(statement))] if apart and statement else sheets


def _people(plan: Plan) -> list[tuple[str, str]]:
    pool, people = words("wording"), plan.people
    rng = chance("cover", plan.habits.seed)
    said = [(rng.choice(pool["name_words"]), people.applicant + (people.letters if rng.random() < 0.6 else ""))]
    said += [("Post", people.post), ("Employer", people.site)]
    if people.submitted:
        said.append((rng.choice(pool["submitted_words"]), day_in(people.submitted, people.day_form)))
    return said


def _cover(plan: Plan) -> list[Block]:
    rng = chance("title", plan.habits.seed)
    made: list[Block] = [Words(text=rng.choice(words("wording")["portfolio_names"]), bold=True, bigger=10)]
    said = _people(plan)
    match plan.habits.cover:
        case "labels":
            made += [Space(height=30), Words(text="\n".join(f"{name}: {value}" for name, value in said), bigger=1)]
        case "grid":
            rows: tuple[Row, ...] = tuple(
                (Cell(text=name, bold=True, shaded=True), Cell(text=value)) for name, value in said
            )
            made += [Space(height=20), Table(rows=rows, widths=(1.4, 3), heads=0)]
        case "plain":
            made += [Words(text=value, bigger=4 if at == 0 else 1) for at, (_, value) in enumerate(said[:3])]
            made += [Words(text=f"{name} {value}" if name != "Date" else value) for name, value in said[3:]]
        case _:
            people = plan.people
            when = f" It was submitted on {day_in(people.submitted, 'long')}." if people.submitted else ""
            made.append(
                Words(text=f"This is the portfolio of {people.applicant}, {people.post} at {people.site}.{when}")
            )
    return made


def _over_table(plan: Plan) -> list[Block]:
    said = _people(plan)
    if plan.habits.seed % 2:
        rows: tuple[Row, ...] = (tuple(Cell(text=f"{name}: {value}") for name, value in said[:2]),)
        return [Table(rows=rows, widths=(1, 1), heads=0)]
    return [Words(text="   ".join(f"{name}: {value}" for name, value in said[:2]))]


def title_in_list(plan: Plan, item: Item) -> str:
    """The title in the list, with the note where the list alone says what is simulated."""
    noted = item.simulated and plan.habits.simulated == "list"
    return f"{item.title} (simulated)" if noted else item.title


def _contents(plan: Plan, starts: Mapping[str, int]) -> tuple[Block, ...]:
    how = plan.habits.contents
    if how == "absent":
        return ()
    rng = chance("contents", plan.habits.seed)
    head = Title(text=rng.choice(words("wording")["contents_names"]), mark=CONTENTS)
    missing = rng.random() < 0.5
    items = [item for item in plan.items if item.sent or missing]
    tail = {item.id: "" if item.sent else " (to follow)" for item in items}
    names = {item.id: title_in_list(plan, item) + tail[item.id] for item in items}
    if how in {"grid", "grid_claims"}:
        return (head, _contents_table(plan, items, names, starts))
    if how == "dots":
        rows: tuple[Row, ...] = tuple(
            (Cell(text=item.label), Cell(text=f"{names[item.id]} {'.' * 12}"), Cell(text=str(starts.get(item.id, ""))))
            for item in items
        )
        if not starts:
            rows = tuple(
                each[:2] for each in ((one, Cell(text=two.text.rstrip(". ")), three) for one, two, three in rows)
            )
        return (
            head,
            Table(rows=rows, widths=(1.8, 5, 0.8) if starts else (1.8, 5), heads=0, look="bare", mark=CONTENTS),
        )
    between = " \u2013 " if how == "lines" else ": "
    return (
        head,
        *(
            Words(
                text=f"{'' if how == 'lines' else chr(0x2022) + ' '}{item.label}{between}{names[item.id]}",
                mark=CONTENTS,
            )
            for item in items
        ),
    )


def _contents_table(plan: Plan, items: list[Item], names: Mapping[str, str], starts: Mapping[str, int]) -> Table:
    claims = plan.habits.contents == "grid_claims"
    heads = [
        "Evidence" if plan.habits.seed % 2 else "No.",
        "Title",
        *(["Sub-categories"] if claims else []),
        *(["Page"] if starts else []),
    ]
    rows: list[Row] = [tuple(Cell(text=head, bold=True, shaded=True) for head in heads)]
    for item in items:
        label = item.label if plan.habits.seed % 2 else item.short
        said = [label, names[item.id], *([", ".join(item.claimed)] if claims else [])]
        rows.append(tuple(Cell(text=text) for text in [*said, *([str(starts.get(item.id, ""))] if starts else [])]))
    widths = (1.7, 5, *((1.8,) if claims else ()), *((0.8,) if starts else ()))
    return Table(
        rows=tuple(rows), widths=widths, look=plan.habits.lines if plan.habits.seed % 3 else "ruled", mark=CONTENTS
    )
