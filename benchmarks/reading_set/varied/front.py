"""The front matter beside table and authentication: cover, statement, contents list, a copy of the scheme's table."""

import random
from collections.abc import Mapping
from typing import Any

from .people import in_words
from .plan import CODES, Plan, scheme

Block = dict[str, Any]


def label_word(plan: Plan) -> str:
    """The word on dividers, stamps and headings."""
    return {
        "E": "Evidence",
        "Ev.": "Evidence",
        "#": "Evidence",
        "": "Evidence",
        "No. ": "Evidence",
        "Item ": "Item",
    }.get(plan.word, plan.word)


def label(plan: Plan, each: str) -> str:
    """The label of an item where it stands: "Evidence 7"."""
    return f"{label_word(plan)} {plan.written[each]}"


def cover(plan: Plan) -> tuple[list[Block], dict[str, Any]]:  # noqa: PLR0911 a return for each form
    """The cover and what it says of the applicant."""
    cast, form = plan.cast, plan.choice.cover
    dice = random.Random(f"cover {plan.choice.seed}")  # noqa: S311
    day = in_words(cast.submitted)
    title = dice.choice(
        (
            "MR Safety Expert portfolio",
            "IPEM MRSE Certificate of Competence\nPortfolio of evidence",
            "Portfolio of evidence for the MRSE certificate",
            "MRSE PORTFOLIO",
        )
    )
    head = [
        {"t": "v", "cm": dice.choice((1, 4))},
        {"t": "centre", "x": title, "size": dice.choice((20, 24, 28))},
        {"t": "v", "cm": 1.5},
    ]
    known = {"name": cast.name, "date": cast.submitted.isoformat()}
    if form == "none":
        return [], {"name": None, "date": None}
    if form == "header_only":
        return [{"t": "p", "x": f"Applicant: {cast.name}"}, {"t": "line"}], known | {"date": None}
    if form == "name_only":
        return [
            *head,
            {"t": "centre", "x": cast.name, "size": 16},
            {"t": "centre", "x": f"{cast.post}\n{cast.hospital}", "size": 11, "light": True},
        ], known | {"date": None}
    if form == "sentence":
        return [*head, {"t": "centre", "x": f"submitted by {cast.name}\non {day}", "size": 14, "light": True}], known
    keys = dice.choice(
        (
            ("Applicant", "Date of submission"),
            ("Name", "Submitted"),
            ("Name of applicant", "Submission date"),
            ("Candidate", "Date submitted"),
        )
    )
    shown = cast.submitted.strftime("%d/%m/%Y") if form == "slashes" else day
    pairs = [[keys[0], cast.name], ["Post", cast.post], ["Employer", cast.hospital], [keys[1], shown]]
    if form == "table":
        rows = [[{"x": key, "b": True}, {"x": value}] for key, value in pairs]
        return [
            *head,
            {"t": "grid", "style": "ruled", "widths": [5, "1"], "heads": [], "rows": rows, "size": 11},
        ], known
    if form == "slashes":
        return [*head, *({"t": "p", "x": f"{key}: {value}"} for key, value in pairs)], known
    return [*head, {"t": "kv", "xs": pairs, "w": 5}], known


def statement(plan: Plan) -> list[Block]:
    """Some words about the portfolio."""
    count = len(plan.items)
    return [
        {"t": "h", "x": "About this portfolio", "size": 13},
        {
            "t": "p",
            "x": f"The portfolio holds {count} items of evidence from the last 5 years. Each is an extract; the whole "
            "documents can be had from me. Category 3 has 2 independent pieces.",
        },
        {
            "t": "p",
            "x": "Names of patients were taken out. Versions and clause numbers (1.1, 4.2 and so on) inside the "
            "evidence are those of the documents.",
        },
    ]


def contents(plan: Plan, numbers: Mapping[str, int] | None) -> list[Block]:
    """The contents list; ``numbers`` are the page numbers it gives for items, None where it gives none."""
    form = plan.choice.contents
    dice = random.Random(f"contents {plan.choice.seed}")  # noqa: S311
    if form == "absent":
        return []
    head = {
        "t": "h",
        "x": dice.choice(("Contents", "Contents list", "List of evidence", "Table of contents", "Index of evidence")),
        "size": 14,
    }
    if form == "plain":
        body: list[Block] = [
            {
                "t": "p",
                "x": "\n".join(f"{label(plan, item.id)}{dice.choice((':',))} {item.title}" for item in plan.items),
            }
        ]
    elif form == "bullets":
        body = [{"t": "ul", "xs": [f"{label(plan, item.id)} - {item.title}" for item in plan.items]}]
    elif form == "dots" and numbers:
        body = [
            {
                "t": "dots",
                "xs": [[f"{label(plan, item.id)}  {item.title}", str(numbers[item.id])] for item in plan.items],
            }
        ]
    else:
        body = [
            _contents_grid(
                plan, numbers if form in {"dots", "claims_pages"} else None, claims=form.startswith("claims")
            )
        ]
    return [{"t": "mark", "name": "contents-first"}, head, *body, {"t": "mark", "name": "contents-last"}]


def claimed_in_contents(plan: Plan, each: tuple[str, ...]) -> list[str] | None:
    """The sub-categories that the contents list names for an item."""
    return list(each) if plan.choice.contents.startswith("claims") else None


def _contents_grid(plan: Plan, numbers: Mapping[str, int] | None, *, claims: bool) -> Block:
    heads = [label_word(plan), "Title", *(["Page"] if numbers else []), *(["Sub-categories"] if claims else ["Date"])]
    rows = [
        [
            plan.written[item.id],
            item.title,
            *([str(numbers[item.id])] if numbers else []),
            ", ".join(item.codes) if claims else in_words(item.paper.written),
        ]
        for item in plan.items
    ]
    return {
        "t": "grid", "style": ("ruled", "rules", "bare", "zebra")[plan.choice.seed % 4], "size": 9.5,
        "widths": [2.2, "1", *([1.4] if numbers else []), 3.4], "heads": [[{"x": head, "b": True} for head in heads]],
        "rows": [[{"x": cell} for cell in row] for row in rows],
    }  # fmt: skip


def second_copy(plan: Plan) -> list[Block]:
    """The scheme's own table in this set's words: codes, titles and examples, and no references."""
    rows = []
    for code in CODES:
        number = code.partition(".")[0]
        first = number not in {row[0]["x"].partition(".")[0] for row in rows if row[0]["x"]}
        area = scheme()["categories"][number][1]
        rows.append(
            [
                {"x": f"{number}. {area}" if first else ""},
                {"x": f"{code} {scheme()['titles'][code][1]}" if "." in code else "There are no sub-categories"},
                {"x": scheme()["examples"][number]},
            ]
        )
    heads = [[{"x": text, "b": True} for text in ("Category", "Sub-category", "Examples of evidence")]]
    title = (
        "Experience categories (from the scheme)",
        "What the scheme asks for",
        "Experience categories and sub-categories",
    )[plan.choice.seed % 3]
    return [
        {"t": "h", "x": title, "size": 13},
        {"t": "grid", "style": "ruled", "widths": [4, "1", "1"], "heads": heads, "rows": rows, "size": 9},
    ]
