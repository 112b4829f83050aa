"""What is put into works: references, passages out of scope, simulation, links, days; and what only sounds so."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from .chance import words
from .days import written
from .desk import Desk
from .model import Block, Mark, Work, line, para, table
from .shots import icon


def place(desk: Desk, work: Work, blocks: Sequence[Block]) -> None:
    """Put blocks between two of the body, never between a heading or points and their text."""
    least = min(work.body_from + 1, work.body_to)
    spots = [
        at
        for at in range(least, work.body_to + 1)
        if work.blocks[at - 1].kind not in {"head", "break"}
        and (at == work.body_to or work.blocks[at].kind not in {"item", "line", "small"})
    ]
    at = desk.rng.choice(spots or [work.body_to])
    work.blocks[at:at] = blocks
    work.body_to += len(blocks)


def say(desk: Desk, work: Work, text: str, *marks: Mark) -> None:
    """One more sentence: a paragraph, or at the end of one that is there."""
    texts = [
        block for block in work.blocks[work.body_from : work.body_to] if block.kind == "para" and len(block.text) > 80
    ]
    if texts and work.genre != "slides" and desk.rng.random() < 0.5:
        block = desk.rng.choice(texts)
        block.text = f"{block.text} {text}"
        block.marks += marks
        return
    place(desk, work, [para(text, *marks)])


def mark(key: str, needle: str, **data: Any) -> Mark:
    """A mark with its data."""
    return Mark(key=key, data=data, needle=needle)


# References to the MHRA guidelines


def reference(desk: Desk, work: Work, told: set[str]) -> None:
    """One reference, a note with its text below, or a table of clauses; none twice in a portfolio."""
    book, rng = words("mhra"), desk.rng
    recent = (work.date or "2025") > "2021-04"
    if (
        work.codes[0] in {"2.2", "7.1", "7.2"}
        and recent
        and not work.traps
        and "table" not in told
        and rng.random() < 0.4
    ):
        told.add("table")
        _clauses(desk, work)
        return
    kind = "noted" if rng.random() < 0.12 else "ref"
    fitting = [one for one in book[kind] if one["text"] not in told and _fits(one, work, recent=recent)]
    home = [one for one in fitting if one["home"]]
    if not fitting:
        return
    chosen = rng.choice(home if home and rng.random() < 0.75 else fitting)
    told.add(chosen["text"])
    text = desk.say(chosen["text"])
    note = desk.say(chosen.get("note", ""))
    marks = [mark("mhra", note or text, **_entry(one)) for one in chosen["refs"]]
    if note:
        place(desk, work, [para(text), Block(kind="small", text=note, marks=marks)])
    else:
        say(desk, work, text, *marks)


def _fits(one: Mapping[str, Any], work: Work, *, recent: bool) -> bool:
    """Whether it is at home in this category and its edition was out by then."""
    at_home = not one["home"] or work.codes[0][0] in one["home"]
    return at_home and (recent or all(edition != "2021" for edition, _, _ in one["refs"]))


def _entry(one: Sequence[str]) -> dict[str, Any]:
    edition, section, grade = one
    return {"edition": edition or None, "section": section or None, "grade": grade}


def _clauses(desk: Desk, work: Work) -> None:
    chosen = sorted(desk.rng.sample(words("mhra")["rows"], desk.rng.randint(2, 4)))
    way = desk.rng.choice(["MHRA (2021) {}", "MHRA v4.3, section {}", "MHRA 2021 s{}"])
    rows = [["Guideline", "Requirement", "Finding"], *([way.format(s), what, found] for s, what, found in chosen)]
    marks = [
        mark("mhra", f"{way.format(s)}{what}", edition="2021", section=s, grade="applied") for s, what, _ in chosen
    ]
    place(desk, work, [table(rows, *marks)])


def literature(desk: Desk, work: Work) -> None:
    """A list of what was read, in which the guidelines are one of several."""
    book, recent = words("people"), (work.date or "2025") > "2021-04"
    text, edition = desk.rng.choice([one for one in book["mhra_entries"] if recent or one[1] != "2021"])
    entries = desk.rng.sample([*desk.rng.sample(book["references"], 2), text], 3)
    work.blocks.append(Block(kind="head", text=desk.rng.choice(["References", "Sources", "Reading"])))
    for at, entry in enumerate(entries, start=1):
        data = {"edition": edition, "section": None, "grade": "mention"}
        said = f"{at}. {entry}"
        work.blocks.append(line(said))
        work.blocks[-1].marks += [mark("mhra", said, **data)] if entry == text else []


# Scope, simulation, look-alikes


def scope(desk: Desk, work: Work, kind: str) -> None:
    """A passage out of the scheme's scope."""
    pool = [text for text in words("signals")[kind] if work.doc.get("patient") or not text.startswith("The splinter")]
    text = desk.rng.choice(pool)
    place(desk, work, [para(text, mark("scope", text[:60], kind=kind))])


def away(desk: Desk, work: Work, book: str, key: str) -> None:
    """A sentence that only sounds like something; of personal data where it is printed is noted."""
    text = desk.figures(desk.rng.choice(words(book)[key]))
    marks = [mark("not_phi", text[:40], kind="look-alike")] if book == "personal" else []
    if key in {"blank", "redacted"}:
        place(desk, work, [para(text, *marks)])
    else:
        say(desk, work, text, *marks)


def dated(desk: Desk, work: Work) -> None:
    """A day in the text that is not the work's own: long before it, or still to come."""
    own = date.fromisoformat((work.date + "-01-01")[:10]) if work.date else desk.people.submitted - timedelta(days=90)
    earlier, later = desk.before(own, 60, 2500), own + timedelta(days=desk.rng.randint(400, 700))
    kind = "dated_paper" if work.genre in {"paper", "form", "report"} else "dated"
    kind = "dated_patient" if work.doc.get("patient") else kind
    text = desk.rng.choice(words("people")[kind])
    form = "long" if desk.form in {"iso", "caps"} else desk.form
    say(
        desk,
        work,
        desk.say(text, d1=desk.shown(earlier, form), m1=written(earlier, "month"), f1=desk.shown(later, form)),
    )


def simulated(desk: Desk, work: Work, *, noted: bool) -> None:
    """Say that the work is made up: in it, or in the table alone."""
    work.simulated = True
    if noted:
        work.note = desk.rng.choice(words("signals")["simulated_note"])
        return
    text = desk.rng.choice(words("signals")["simulated"])
    at = work.body_from if desk.rng.random() < 0.7 else work.body_to
    work.blocks.insert(at, para(text, mark("simulated", text)))
    work.body_to += 1
    if work.author != "applicant":
        work.author = work.roles = None


# Links


def link(desk: Desk, work: Work, kind: str) -> None:
    """A link to a drive, a file to be run, or the picture of a file that isn't there."""
    if kind == "dead_icon":
        name = desk.rng.choice(words("signals")["icons"])
        place(
            desk,
            work,
            [Block(kind="picture", text=name, how="150", stream=icon(name), marks=[mark("active", name, kind=kind)])],
        )
        return
    text, to = (
        ("Run the gradient calculator", "sfg_calculator.exe")
        if kind == "launch"
        else desk.rng.choice(words("signals")["drive"])
    )
    how = "launch" if kind == "launch" else "uri"
    place(desk, work, [Block(kind="link", text=text, hidden=to, how=how, marks=[mark("active", text, kind=kind)])])


def public(desk: Desk, work: Work) -> None:
    """A link to a page that anybody can open, which is nothing to be noticed."""
    text, to = desk.rng.choice(words("signals")["public"])
    place(desk, work, [Block(kind="link", text=text, hidden=to, how="uri")])
