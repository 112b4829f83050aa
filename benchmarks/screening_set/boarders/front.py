"""What stands before the evidence: cover, statement, contents, cross reference table, referee, proof of examination."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from ..apart import pictures  # noqa: TID252 - the set is imported by two names
from ..arrivals.days import written  # noqa: TID252 - as above
from ..callers.desk import People  # noqa: TID252 - as above
from ..strangers.model import Block, Drawn, line, para, table  # noqa: TID252 - as above
from ..strangers.paper import set_pages  # noqa: TID252 - as above
from .chance import chance, words
from .plan import Plan

BREAK: Final = Block(kind="break")


def front(plan: Plan, people: People, drawn: Sequence[Drawn], starts: Sequence[int], *, exam: bool) -> Any:
    """The pages before the evidence; ``starts`` are the pages on which items begin, or nothing."""
    proof = [BREAK, *proof_of_exam(plan, people)] if exam and plan.exam != "none" else []
    early, late = (proof, []) if plan.seed % 2 else ([], proof)
    blocks = [*_cover(plan, people), BREAK, *_statement(plan, people), *_contents(plan, drawn, starts), *early]
    blocks += [BREAK, *_claims(plan, drawn), *_referee(plan, people), *late]
    return set_pages(blocks, (plan.seed * 4 + 1) % 9)


def lone_proof(plan: Plan, people: People) -> Any:
    """The proof of the examination as a file of its own."""
    return set_pages(proof_of_exam(plan, people), plan.seed % 9)


def _cover(plan: Plan, p: People) -> list[Block]:
    book, rng = words("front"), chance("cover", plan.seed)
    handed = written(p.submitted, rng.choice(["long", "padded", "month", "ordinal of"]))
    named = f"{p.title} {p.name}".strip()
    return [
        Block(kind="centre", text=rng.choice(book["cover"]), how="big"),
        Block(kind="centre", text=rng.choice(book["scheme"])),
        Block(kind="centre", text=named),
        Block(kind="centre", text=f"{p.post}, {p.trust}"),
        Block(kind="centre", text=rng.choice(book["handed"]).format(day=handed)),
    ]


def _statement(plan: Plan, p: People) -> list[Block]:
    """A few words on the applicant; of one without a proof of the examination, on when it is to be sat."""
    book, rng = words("front"), chance("statement", plan.seed)
    said = [rng.choice(book["statement"]).format(post=p.post, trust=p.trust)]
    if plan.exam == "none" and rng.random() < book["planned_share"]:
        said.append(rng.choice(book["planned"]))
    return [Block(kind="head", text=rng.choice(book["about"])), *(para(one) for one in said)]


def _contents(plan: Plan, drawn: Sequence[Drawn], starts: Sequence[int]) -> list[Block]:
    book = words("front")
    title = Block(kind="head", text=chance("contents", plan.seed).choice(book["contents"]))
    rows = [[f"{plan.label} no.", "For", "Description", *(["Page"] if starts else [])]]
    for at, one in enumerate(drawn):
        page = [str(starts[at])] if starts else []
        rows.append([f"{plan.label} {one.number}", " and ".join(one.work.codes), one.work.title, *page])
    return [title, table(rows)]


def _claims(plan: Plan, drawn: Sequence[Drawn]) -> list[Block]:
    rows = [["Category", "Experience", "Items of evidence"]]
    for code, title in words("front")["codes"].items():
        cited = [f"{plan.label} {one.number}" for one in drawn if code in one.work.codes]
        rows.append([code, title, ", ".join(cited) or "none submitted"])
    return [Block(kind="head", text="Experience Cross Reference Table"), table(rows)]


def _referee(plan: Plan, p: People) -> list[Block]:
    book, own = words("front"), plan.own_referee
    name, post = (p.name, p.post) if own else (p.staff[8], chance("post", plan.seed).choice(book["referees"]))
    day = p.submitted - timedelta(days=2 + plan.seed % 9)
    shown = written(day, chance("referee", plan.seed).choice(["slash", "long", "short"]))
    said = para(book["authentic"][plan.seed % len(book["authentic"])].format(app=p.name))
    relation = "Self" if own else "Line manager"
    if plan.seed % 3:
        who = [table([["Name", name], ["Position", post], ["Relationship", relation], ["Dated", shown]], how="pairs")]
    else:
        who = [line(f"Name of referee: {name}"), line(f"{post} ({relation.lower()})"), line(f"Date: {shown}")]
    return [Block(kind="head", text="Authentication"), said, *who, *_signature(plan, name, written(day, "iso"))]


def _signature(plan: Plan, name: str, day: str) -> list[Block]:
    match plan.signature:
        case "picture":
            ink = pictures.scrawl(chance("scrawl", plan.seed))
            return [line("Signed:"), Block(kind="picture", text="", how="130", stream=ink)]
        case "digital":
            return [line(f"Digitally signed by {name}"), line(f"Date: {day.replace('-', '.')} 16:08:21 Z")]
        case "typed":
            return [line(f"Signed: {name}")]
    return [line("Signed: ______________________________")]


def proof_of_exam(plan: Plan, p: People) -> list[Block]:
    """A certificate or a letter with the result, of the examination or of what was sent in its place."""
    book, rng = words("front")["exam"][plan.exam], chance("exam", plan.seed)
    day = p.submitted - timedelta(days=rng.randint(100, 1500))
    named = f"{p.title} {p.name}".strip()
    slots = {"name": named, "day": written(day, rng.choice(["us", "long"])), "number": rng.randint(1000, 9999)}
    form = rng.choice(book["forms"])
    return [_proof_line(said.format(**slots)) for said in form.strip().split("\n")]


def _proof_line(said: str) -> Block:
    kinds = {"= ": ("centre", "big"), "^ ": ("centre", "")}
    if said[:2] in kinds:
        kind, how = kinds[said[:2]]
        return Block(kind=kind, text=said[2:], how=how)
    return para(said)
