"""Papers that are not prose: slides, audits, drawings, photographs; and the tables and figures inside others."""

from random import Random
from typing import Any

from .data import words
from .days import day
from .desk import Asked, grid, opened, part, prose, section
from .model import Part, Work
from .typeset import Node


def slides(rng: Random, asked: Asked) -> Work:
    """A talk, a slide to each page."""
    bank = words("prose")
    many = {1: 4, 2: 7, 3: 11}[asked.length]
    names = [asked.heading, *rng.sample(bank["headings"]["slides"], min(many, 11))]
    wide, high, bar = rng.choice(((960, 540, "#123a5c"), (720, 540, "#005eb8"), (960, 540, "#2b2b2b")))
    face = rng.choice(("Office Sans", "DejaVu Sans"))
    made, parts = [], []
    for at, name in enumerate(names, 1):
        place = part(asked, "slide", str(at))
        parts.append(place)
        if at == 1:
            nodes: list[Node] = [
                {"k": "space", "h": 120},
                {"k": "h", "t": name, "size": 34, "fill": bar, "mk": place.mark},
                {"k": "p", "t": f"{asked.author}\n{day(asked.dated, 'long')}", "size": 18},
            ]
        else:
            points = rng.sample(bank["bullets"]["slides"], rng.randint(3, 5))
            nodes = [
                {"k": "h", "t": name, "size": 28, "fill": bar, "mk": place.mark},
                {"k": "rule"},
                {"k": "list", "items": [["\u2022", one] for one in points], "size": 20, "gap": 16, "wide": 26},
            ]
        sheet = section(rng, asked, nodes, font=face, size=18, margin=48, width=wide, height=high)
        made.append({**sheet, "name": f"{asked.key}:slide{at}", "foot": {"r": str(at)}, "corner": 12, "justify": False})
    return Work(sections=tuple(made), parts=tuple(parts))


def audit(rng: Random, asked: Asked) -> Work:
    """A list of findings, each with its number and the clause that asks for it."""
    bank = words("prose")["rows"]
    many = {1: 8, 2: 14, 3: 20}[asked.length]
    rows: list[list[Any]] = [["No.", "Requirement", rng.choice(("Clause", "MHRA ref.", "Section")), "Result", "Remark"]]
    parts = []
    for at, name in enumerate(rng.sample(bank["audit"], many), 1):
        place = part(asked, "row", str(at))
        parts.append(place)
        clause = f"{rng.randint(1, 6)}.{rng.randint(1, 9)}" + (f".{rng.randint(1, 4)}" if rng.random() < 0.4 else "")
        remark = prose(rng, "report", 1, 1) if rng.random() < 0.4 else ""
        rows.append([{"t": str(at), "mark": place.mark}, name, clause, rng.choice(bank["finding"]), remark])
    nodes = [*opened(rng, asked), {"k": "p", "t": prose(rng, "report", 2, 3)}]
    nodes += [grid(rows, widths=(0.5, 2.6, 0.9, 1.8, 3), breaks=False), {"k": "p", "t": prose(rng, "report", 2, 4)}]
    return Work(sections=(section(rng, asked, nodes),), parts=tuple(parts))


def drawing(rng: Random, asked: Asked) -> Work:
    """A plan on a wide page with comments, and a page of text."""
    place = part(asked, "figure", "1")
    walls = [
        [[0, 10], [560, 10], [560, 300], [0, 300], [0, 10]],
        [[210, 10], [210, 170]],
        [[210, 210], [210, 300]],
        [[380, 10], [380, 300]],
    ]
    labels = [[40, 60, "Control room"], [260, 60, "Magnet room"], [420, 60, "Plant room"], [60, 240, "Preparation"]]
    notes = rng.sample(
        (
            "quench pipe leaves here",
            "move door to face the desk",
            "0.5 mT leaves the room by 0.3 m",
            "lift shaft within 6 m",
            "sign needed",
        ),
        4,
    )
    labels += [[rng.randint(230, 300), 100 + 34 * at, f"({at}) {note}"] for at, note in enumerate(notes, 1)]
    picture = {
        "k": "plot",
        "h": 330,
        "series": walls,
        "colour": "#333333",
        "labels": labels,
        "cap": f"Figure 1. {asked.heading}",
        "mk": place.mark,
    }
    first = section(rng, asked, [*opened(rng, asked), *({"k": "p", "t": prose(rng, "mail")} for _ in range(3))])
    more = section(rng, asked, [picture], flip=True)
    last = section(
        rng,
        asked,
        [
            {"k": "h", "t": "Comments by number", "size": 12},
            {"k": "list", "items": [[f"({at})", prose(rng, "report", 1, 2)] for at in range(1, 5)]},
        ],
    )
    made = [first, {**more, "name": f"{asked.key}:plan"}, {**last, "name": f"{asked.key}:text"}]
    return Work(sections=tuple(made[: 2 if asked.length == 1 else 3]), parts=(place,))


def photos(rng: Random, asked: Asked) -> Work:
    """Photographs (drawn) with their captions."""
    nodes, parts = opened(rng, asked), []
    for at in range(1, {1: 2, 2: 4, 3: 6}[asked.length] + 1):
        place = part(asked, "figure", str(at))
        parts.append(place)
        said = rng.choice(
            (
                "Door to the magnet room",
                "Label on the trolley",
                "Floor marking",
                "Emergency stop",
                "Oxygen monitor display",
                "Warning sign, entrance B",
            )
        )
        frame = [
            [10.0 + x, 10.0 + y]
            for x, y in ((0, 0), (rng.randint(220, 320), 0), (rng.randint(220, 320), 130), (0, 130), (0, 0))
        ]
        sign = [[120.0, 110.0], [160.0, 40.0], [200.0, 110.0], [120.0, 110.0]]
        nodes.append(
            {
                "k": "plot",
                "h": 160,
                "series": [frame, sign],
                "colour": "#aa6600",
                "cap": f"Figure {at}. {said}",
                "mk": place.mark,
            }
        )
        nodes.append({"k": "p", "t": prose(rng, "survey", 1, 2)})
    return Work(sections=(section(rng, asked, nodes),), parts=tuple(parts))


def beside_prose(rng: Random, asked: Asked, kind: str, number: int) -> tuple[Part, Node]:
    """A table or a figure inside a paper, kept on one page."""
    place = part(asked, kind, str(number))
    if kind == "figure":
        curve = [[16.0 * at, 110 - 4.5 * at + rng.uniform(-6, 6)] for at in range(20)]
        said = rng.choice(
            ("Field against distance", "Noise level by sequence", "Temperature at the lead tip", "Attendance by month")
        )
        return place, {
            "k": "plot",
            "h": 140,
            "series": [curve],
            "colour": "#3050a0",
            "cap": f"Figure {number}. {said}",
            "mk": place.mark,
        }
    caption: Node = {"k": "p", "t": f"Table {number}. {_CAPTIONS.get(asked.kind, 'Readings')}", "b": True}
    rows = _ROWS.get(asked.kind, _readings)(rng)
    widths = (3, 1.2, 1.2, 1.2) if len(rows[0]) == 4 else (3, 1.5, 1.5)
    return place, {"k": "keep", "nodes": [caption, grid(rows, widths=widths)], "mk": place.mark}


_CAPTIONS = {"protocol": "Parameters before and after", "risk": "Hazards and scores", "incident": "Times"}


def _parameters(rng: Random) -> list[list[str]]:
    time = rng.choice((520, 2400, 3800))
    return [
        ["Parameter", "Before", "After"],
        ["TR (ms)", str(time), str(time + rng.choice((180, 400)))],
        ["TE (ms)", "12", "14"],
        ["Refocusing angle", "160", rng.choice(("110", "120"))],
        ["B1+rms (\u00b5T)", "2.9", "1.7"],
        ["SAR whole body (W/kg)", "1.8", "0.6"],
        ["Acquisition time (min:s)", "3:10", "4:25"],
    ]


def _scores(rng: Random) -> list[list[str]]:
    names = rng.sample(words("prose")["rows"]["hazard"], 5)
    return [
        ["Hazard", "Severity", "Likelihood", "Score"],
        *([name, "4", str(rng.randint(1, 3)), str(4 * rng.randint(1, 3))] for name in names),
    ]


def _times(rng: Random) -> list[list[str]]:
    return [
        ["Event", "Time", "By"],
        *(
            [name, f"1{at}:{rng.randint(10, 59)}", "operator"]
            for at, name in enumerate(("Arrival", "Event", "Call made"))
        ),
    ]


def _readings(rng: Random) -> list[list[str]]:
    return [
        ["Point", "Distance (m)", "Field (mT)"],
        *([f"P{at}", f"{at * 0.5:.1f}", f"{rng.uniform(0.1, 3):.2f}"] for at in range(1, 8)),
    ]


_ROWS = {"protocol": _parameters, "risk": _scores, "incident": _times}
