"""Writes the evidence: what stands on the pages of a document, and which places in it can be pointed at."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Final

from . import papers_more
from .data import words
from .days import day
from .desk import Asked, opened, part, prose, section
from .model import Work
from .typeset import Node


def written(rng: Random, asked: Asked) -> Work:
    """A document of the kind asked for."""
    makers: dict[str, Callable[[Random, Asked], Work]] = {
        "mail": _mails,
        "slides": papers_more.slides,
        "audit": papers_more.audit,
        "drawing": papers_more.drawing,
        "photo": papers_more.photos,
    }
    return makers.get(asked.kind, _sections)(rng, asked)


_MANY: Final = {1: (1, 2), 2: (1, 3), 3: (2, 5)}


def _sections(rng: Random, asked: Asked) -> Work:
    """A paper with numbered headings, or with headings alone; some have numbered paragraphs, tables and figures."""
    names = list(words("prose")["headings"].get(asked.kind, words("prose")["headings"]["report"]))
    many = min(len(names), {1: 3, 2: 5, 3: 9}[asked.length] + rng.randint(0, 2))
    chosen = [names[at] for at in sorted(rng.sample(range(len(names)), many))]
    numbered = asked.kind in {"rules", "minutes", "risk"} or rng.random() < 0.6
    clauses = asked.kind == "rules" and rng.random() < 0.6
    dot = rng.choice((".", "", ".", ")")) if asked.kind == "minutes" else rng.choice((".", "", "", ".0"))
    nodes, parts = opened(rng, asked), []
    least, most = _MANY[asked.length]
    extras = _extras(rng, asked)
    for at, name in enumerate(chosen, 1):
        kind = "minute" if asked.kind == "minutes" else "section" if numbered else "heading"
        place = part(asked, kind, str(at) if numbered else name)
        said = f"{at}{dot} {name}" if numbered else name
        nodes += [{"k": "h", "t": said, "size": rng.choice((11, 11.5, 12)), "mk": place.mark}]
        parts.append(place)
        for line in range(1, rng.randint(least, most) + 1):
            text = prose(rng, asked.kind)
            if clauses:
                place = part(asked, "section", f"{at}.{line}")
                parts.append(place)
                nodes += [{"k": "p", "t": f"{at}.{line} {text}", "mk": place.mark}]
            else:
                nodes += [{"k": "p", "t": text}]
        if at in extras:
            place, made = papers_more.beside_prose(rng, asked, *extras[at])
            parts.append(place)
            nodes.append(made)
    sheet = section(rng, asked, nodes)
    return Work(sections=(sheet,), parts=tuple(parts))


def _extras(rng: Random, asked: Asked) -> dict[int, tuple[str, int]]:
    """Which sections hold a table or a figure, and its number."""
    if asked.kind == "minutes":
        return {}
    kind = {"protocol": "table", "risk": "table", "survey": "table", "drawing": "figure"}.get(asked.kind)
    if kind is None:
        if rng.random() < 0.5:
            return {}
        kind = rng.choice(("table", "figure")) if asked.kind == "report" else "table"
    return {
        at: (kind, number) for number, at in enumerate(sorted(rng.sample(range(1, 4), 2 if asked.length > 1 else 1)), 1)
    }


def _mails(rng: Random, asked: Asked) -> Work:
    """A chain of e-mails, the newest on top or one to a page."""
    many = {1: 1, 2: rng.randint(2, 4), 3: rng.randint(4, 6)}[asked.length]
    apart = rng.random() < 0.4
    days = [asked.dated - timedelta(days=3 * at + rng.randint(0, 2)) for at in range(many)]
    nodes: list[Node] = []
    parts = []
    for at, sent in enumerate(days):
        other = rng.choice(words("people")["colleague"])
        ends = (asked.author, other) if at % 2 == 0 else (other, asked.author)
        dated = day(sent, "long")
        place = part(asked, "mail", dated)
        parts.append(place)
        subject = asked.heading if at == many - 1 else f"RE: {asked.heading}"
        head = [
            ["From:", ends[0]],
            ["Sent:", f"{dated} {rng.randint(8, 17):02}:{rng.randint(10, 59)}"],
            ["To:", ends[1]],
            ["Subject:", subject],
        ]
        lead: list[Node] = [] if at == 0 else [{"k": "break"}] if apart else [{"k": "rule"}]
        nodes += [*lead, {"k": "kv", "items": head, "gap": 4, "mk": place.mark}]
        nodes += [{"k": "p", "t": rng.choice(("Hello,", "Dear all,", "Hi both,", f"Dear {other.split(' (')[0]},"))}]
        nodes += [{"k": "p", "t": prose(rng, "mail")} for _ in range(rng.randint(2, 4))]
        nodes += [{"k": "p", "t": rng.choice(("Best wishes,", "Kind regards,", "Thanks again,")) + f"\n{ends[0]}"}]
    return Work(sections=(section(rng, asked, nodes, size=10.5),), parts=tuple(parts) if many > 1 else ())
