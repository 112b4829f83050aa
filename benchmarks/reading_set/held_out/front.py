"""What comes before the evidence, or behind it: cover, statement, contents list, the table, the referee."""

from dataclasses import replace
from typing import Final

from .drawing import table
from .markup import bold, heading, mark, para, preamble, words
from .model import Item, Ref, Story
from .plan import Plan
from .setting import size_of
from .vocabulary import general, subs
from .vouching import letter, vouched
from .wording import Wording

LISTED: Final = "c"
TAIL: Final = "tail"
LETTER: Final = "letter"
NAMES: Final = (
    "Experience Cross Reference Table",
    "EXPERIENCE CROSS REFERENCE TABLE",
    "Experience cross-reference table",
    "Cross Reference Table (experience and evidence)",
)
_BREAK: Final = "#pagebreak(weak: true)\n"


def front(wording: Wording, pictures: dict[str, bytes]) -> str:
    """All of it, with a mark where the part with the table begins."""
    plan = wording.plan
    source = [preamble(plan["face"], size_of(plan)), _cover(wording)]
    if plan["beside"] == "statement":
        source.append(_statement(wording))
    source.append(_contents(wording))
    source.append(f"{'' if _shared(plan) else _BREAK}{mark(TAIL)}")
    if plan["table"] != "none":
        source.append(_tables(wording, pictures))
    source.append(vouched(plan, wording.numbers.story.person))
    if plan["vouched"] == "letter":
        source.append(f"{_BREAK}{mark(LETTER)}{letter(plan, wording.numbers.story.person)}")
    return "".join(source)


def parted(plan: Plan) -> bool:
    """Whether the part with the table is a file of its own."""
    return not plan.single and plan.seed % 3 == 0 and plan["table"] != "none"


def _shared(plan: Plan) -> bool:
    """Whether the table may begin on the page of the contents list."""
    plain = plan["table"] not in {"landscape", "two_column", "picture", "broken_rows"}
    return (
        plain and plan.seed % 4 == 0 and plan["place"] == "front" and plan["beside"] == "nothing" and not parted(plan)
    )


# Cover and statement


def _cover(wording: Wording) -> str:
    plan, person = wording.plan, wording.numbers.story.person
    name = ("MR Safety Expert Certificate of Competence", "Portfolio of MR safety experience", "MRSE Portfolio")[
        plan.seed % 3
    ]
    said = {"Applicant": person.name, "Post": person.job, "Employer": person.hospital}
    if person.submitted_said:
        said[("Date of submission", "Submitted", "Date submitted")[plan.seed % 3]] = person.submitted_said
    if plan.seed % 4 == 1:
        cells = ", ".join(f"[{bold(key)}], [{words(value)}]" for key, value in said.items())
        body = f"#table(columns: (5cm, 1fr), stroke: 0.5pt, inset: 7pt, {cells})\n"
        return heading(name, 1.8) + body + _BREAK
    if plan.seed % 4 == 2:
        told = "".join(para(f"{key}: {value}") for key, value in said.items())
        return heading(name, 1.6) + told + ("" if plan["beside"] == "nothing" else _BREAK)
    lines = [
        f"{key}: {value}" if key in {"Date of submission", "Submitted", "Date submitted"} else value
        for key, value in said.items()
    ]
    body = "\n\n".join(words(line) for line in lines)
    return f"#v(6cm)#align(center)[{bold(name, 2.2)}\n\n#v(1cm)#text(size: 1.3em)[{body}]]\n{_BREAK}"


def _statement(wording: Wording) -> str:
    """A page about the applicant, who names some evidence by the way."""
    person, story = wording.numbers.story.person, wording.numbers.story
    item = story.sent[wording.plan.seed % len(story.sent)]
    return (
        heading("About this portfolio", 1.4)
        + para(f"I have worked in magnetic resonance for nine years, the last five of them at {person.hospital}.")
        + para("The evidence was chosen to show work that I did myself. Names of patients were taken out.")
        + para(f"What I am proudest of is \u201c{item.title}\u201d, since it changed how three units work.")
        + _BREAK
    )


# Contents list


def claims_listed(wording: Wording, item: Item) -> tuple[str, ...]:
    """The sub-categories that the contents list names for an item; one is forgotten here and there."""
    named = wording.numbers.story.subs_of(item)
    if wording.plan["contents"] != "claims" or not item.sent:
        return ()
    forgetful = wording.plan.seed % 10 == 7 and len(named) > 1
    return named[:-1] if forgetful and wording.numbers.story.items.index(item) % 3 == 0 else named


def listed_items(wording: Wording) -> list[Item]:
    """Items of the contents list; those to follow among them."""
    late = wording.plan["missing"] == "to follow"
    return [item for item in wording.numbers.story.items if item.sent or late]


def listed_title(item: Item) -> str:
    """The title as the contents list has it."""
    return item.title if item.sent else f"{item.title} (to follow)"


def _contents(wording: Wording) -> str:
    plan, form = wording.plan, wording.plan["contents"]
    if form == "none":
        return ""
    name = ("Contents", "List of evidence", "Contents list", "Index of evidence")[plan.seed % 4]
    head = heading(name, 1.4, mark(LISTED))
    items = listed_items(wording)
    if form in {"lines", "leaders"}:
        return head + "".join(_line(wording, item) for item in items) + "\n"
    return head + _listed_table(wording, items)


def _line(wording: Wording, item: Item) -> str:
    plan = wording.plan
    joint = ("  ", ": ", " \u2013 ", ". ")[plan.seed % 4]
    said = words(f"{item.label}{joint}{listed_title(item)}")
    if plan["contents"] == "leaders" and plan.single and item.sent:
        filled = ("#box(width: 1fr, repeat[.])", "#h(1fr)")[plan.seed % 5 == 0]
        said += f" {filled} {listed_page(wording, item)}"
    return f"#block(spacing: 0.8em)[{mark(LISTED)}{said}]\n"


def listed_page(wording: Wording, item: Item) -> int:
    """The page on which the contents list says that an item begins: as printed where pages bear numbers."""
    numbers = wording.numbers
    if wording.plan.numbered:
        return numbers.printed(numbers.story.papers[item.id].first)
    return numbers.counted("portfolio", item, 1)


def _listed_table(wording: Wording, items: list[Item]) -> str:
    claims = wording.plan["contents"] == "claims"
    last = ("Sub-categories" if wording.plan.seed % 2 else "Relates to sub-category") if claims else "Date"
    cells = [f"[{bold(one)}]" for one in (("No.", "Item")[wording.plan.seed % 2], "Title", last)]
    for item in items:
        end = ", ".join(claims_listed(wording, item)) if claims else item.dated[:4]
        cells += [f"[{mark(LISTED)}{words(item.label)}]", f"[{words(listed_title(item))}]", f"[{words(end)}]"]
    stroke = "0.4pt" if wording.plan.seed % 3 else "none"
    return f"#table(columns: (auto, 1fr, 4.2cm), stroke: {stroke}, inset: 5pt, {', '.join(cells)})\n"


# The table and what stands beside it


def _tables(wording: Wording, pictures: dict[str, bytes]) -> str:
    plan = wording.plan
    two = plan["beside"] == "older"
    before = _blank() if plan["beside"] == "guidance" else ""
    name = NAMES[plan.seed % 4]
    final = _one(wording, pictures, f"{name} \u2013 final version" if two else name)
    if not two:
        return before + final
    older = _one(_older(wording), {}, f"{name} \u2013 draft, superseded", marked="old")
    return f"{older}{_BREAK}{final}" if plan.seed % 2 else f"{final}{_BREAK}{older}{_BREAK}"


def _one(wording: Wording, pictures: dict[str, bytes], name: str, marked: str = "t") -> str:
    """A version of the table with what is said above and below it."""
    told, legend = wording.counting(), wording.key()
    body = heading(name, 1.4)
    if told and wording.plan.seed % 2:
        body += f"#block(sticky: true)[{words(told)}]\n"
    if wording.plan["table"] == "broken_rows":
        body += _spaced(wording)
    body += table(wording, pictures, marked)
    below = [one for one in (*legend, told if not wording.plan.seed % 2 else "") if one]
    if below:
        body += _below(below)
    return f"#page(flipped: true)[{body}]\n" if wording.plan["table"] == "landscape" else body


def _below(lines: list[str]) -> str:
    said = " \\ ".join(words(one) for one in lines)
    return f"#block(breakable: false)[#text(size: 0.9em)[{said}]]\n"


def _spaced(wording: Wording) -> str:
    """Words above the table, so that it begins low on the page."""
    fillers = general()["fillers"]
    start = wording.plan.seed % len(fillers)
    return "".join(para(fillers[(start + at) % len(fillers)]) for at in range(6))


def _older(wording: Wording) -> Wording:
    """The same applicant some months before: fewer references, and some to other items."""
    story = wording.numbers.story
    refs = []
    for at, ref in enumerate(story.refs):
        if at % 3 == 0:
            continue
        other = story.sent[(at * 5) % len(story.sent)]
        refs.append(ref if at % 2 else Ref(sub=ref.sub, id=other.id, short=other.short, items=(other,)))
    old: Story = replace(story, refs=tuple(refs))
    return replace(wording, numbers=replace(wording.numbers, story=old))


def _blank() -> str:
    """The form as it was downloaded, with nothing in it."""
    rows = ", ".join(f"[{words(sub)}], [{words(general()['subs'][sub][0])}], []" for sub in subs())
    heads = ", ".join(f"[{bold(one)}]" for one in ("Sub-category", "Description", "Evidence"))
    return (
        heading("Experience Cross Reference Table: blank form", 1.4)
        + para("To be completed by the applicant. State which parts of the evidence belong to each sub-category.")
        + f"#table(columns: (2.4cm, 1fr, 4cm), stroke: 0.5pt, inset: 6pt, {heads}, {rows})\n{_BREAK}"
    )
