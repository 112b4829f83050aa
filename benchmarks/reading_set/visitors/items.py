"""The items of a portfolio: what they are about and what they are called."""

import re
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from .chance import chance
from .data import category_title, codes, data
from .habits import Habits
from .model import Item, People
from .numbers import numbering_of

LABELS: Final = {
    "evidence": ("Evidence {}", ("Evidence {}", "Evidence {}", "Ev {}", "E{}", "Ev. {}")),
    "e": ("E{}", ("E{}",)),
    "item": ("Item {}", ("Item {}", "Item {}", "item {}")),
    "appendix": ("Appendix {}", ("Appendix {}", "App {}", "App. {}")),
    "document": ("Document {}", ("Document {}", "Doc {}", "Doc. {}")),
    "ev_padded": ("EV{}", ("EV{}", "Ev{}")),
    "bare": ("{}", ("{}",)),
    "by_code": ("Evidence {}", ("Evidence {}", "{}")),
    "annex": ("Annex {}", ("Annex {}",)),
    "exhibit": ("Exhibit {}", ("Exhibit {}", "Exh. {}")),
    "attachment": ("Attachment {}", ("Attachment {}", "Att. {}")),
    "roman": ("Appendix {}", ("Appendix {}",)),
    "hash": ("Evidence #{}", ("#{}",)),
}
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi")
_SIMULATED: Final = {"risk", "incident", "tender", "protocol", "report"}
_SHORT: Final = {"letter", "reflection"}
_CARRIERS: Final = {"email": "eml", "protocol": "jpg", "rules": "docx", "minutes": "docx", "policy": "odt"}


def people_of(habits: Habits) -> People:
    """The applicant and the referee."""
    rng, words = chance("people", habits.seed), data("people")
    first, last = rng.choice(words["first"]), rng.choice(words["last"])
    other = rng.choice([name for name in words["last"] if name != last])
    submitted = date(2025, 1, 6) + timedelta(days=rng.randint(0, 480))
    return People(
        applicant=f"{first} {last}",
        initials="".join(part[0] for part in re.split(r"[ -]", f"{first} {last}")).upper(),
        post=rng.choice(words["posts"]),
        site=rng.choice(words["sites"]),
        letters=rng.choice(words["letters"]) if rng.random() < 0.2 else "",
        submitted=submitted if rng.random() < 0.8 else None,
        referee=f"{rng.choice(words['first'])} {other}",
        referee_title=rng.choice(("Dr ", "", "", "Prof. ", "", "", "Dr ")),
        referee_letters=rng.choice(words["letters"]) if rng.random() < 0.2 else "",
        referee_post=rng.choice(words["referee_posts"]),
        vouched=submitted - timedelta(days=rng.randint(0, 20)),
    )


def items_of(habits: Habits) -> tuple[Item, ...]:
    """All items in the order of their numbers."""
    rng = chance("items", habits.seed)
    topics = _topics(habits, rng)
    numbers = _numbers(habits, [topic["codes"][0] for topic in topics], rng)
    label, names = LABELS[habits.family]
    name = rng.choice(names)
    if name == "{}" and habits.table in {"typed", "none"}:
        name = "item {}" if habits.family == "bare" else "Evidence {}"
    missing = rng.sample(range(2, len(topics)), rng.choice((1, 1, 2))) if habits.strays in {"missing", "both"} else []
    made = []
    for at, (topic, number) in enumerate(zip(topics, numbers, strict=True)):
        carrier = _carrier(habits, topic["kind"], rng)
        made.append(
            Item(
                id=number.lstrip("0"),
                number=number,
                label=label.format(number),
                name=name.format(number),
                title=topic["title"],
                kind=topic["kind"],
                things=tuple(topic["things"]),
                codes=tuple(topic["codes"]),
                dated=date(2024, 11, 1) - timedelta(days=rng.randint(30, 1600)),
                divider=habits.divided and carrier == "pdf",
                sent=at not in missing,
                first=_first(habits, topic["kind"], rng),
                carrier=carrier,
                size=1 if carrier == "jpg" else _size(habits, topic["kind"], rng),
            )
        )
    return tuple(_filed(habits, item) for item in _simulated(habits, made, rng))


def _topics(habits: Habits, rng: Random) -> list[dict[str, Any]]:
    """Most applicants have something for nearly every sub-category; in the order of the sub-categories or any."""
    wanted = rng.choice((5, 6, 6, 7)) if habits.form == "scan" else rng.randint(9, 17)
    wanted = min(wanted, 16) if habits.family == "roman" else wanted
    pool = list(data("topics")["topic"])
    rng.shuffle(pool)
    picked: list[dict[str, Any]] = []
    for code in rng.sample(codes(), len(codes())):
        if len(picked) < wanted and not any(code in topic["codes"][:1] for topic in picked):
            picked.append(next(topic for topic in pool if topic["codes"][0] == code))
    picked += [topic for topic in pool if topic not in picked][: wanted - len(picked)]
    if habits.family == "by_code" or habits.segments == "folders" or rng.random() < 0.7:
        picked.sort(key=lambda topic: codes().index(topic["codes"][0]))
    return picked


def _numbers(habits: Habits, first_codes: list[str], rng: Random) -> list[str]:
    """The numbers or letters, as written."""
    count, family = len(first_codes), habits.family
    if family in {"appendix", "annex"}:
        return [chr(ord("A") + at) for at in range(count)]
    if family == "roman":
        return list(_ROMAN[:count])
    if family == "ev_padded":
        return [f"{at:02}" for at in range(1, count + 1)]
    if family == "by_code":
        dash, seen = rng.random() < 0.4, dict.fromkeys(first_codes, 0)
        made = []
        for code in first_codes:
            seen[code] += 1
            made.append(f"{code}-{seen[code]}" if dash else f"{code}{'abcdef'[seen[code] - 1]}")
        return made
    if habits.segments == "sub_items":
        return _parted(count, rng)
    return [str(at) for at in range(1, count + 1)]


def _parted(count: int, rng: Random) -> list[str]:
    """Some numbers in two parts: 1, 2a, 2b, 3, ..."""
    made: list[str] = []
    number = 0
    while len(made) < count:
        number += 1
        made += [f"{number}a", f"{number}b"] if count - len(made) > 2 and rng.random() < 0.4 else [str(number)]
    return made


def _simulated(habits: Habits, items: list[Item], rng: Random) -> list[Item]:
    """One or two made-up cases, where the applicant has any."""
    fitting = [at for at, item in enumerate(items) if item.kind in _SIMULATED and item.sent]
    if habits.simulated == "none" or not fitting:
        return items
    chosen = rng.sample(fitting, min(len(fitting), rng.choice((1, 1, 2))))
    return [replace(item, simulated=at in chosen) for at, item in enumerate(items)]


def _carrier(habits: Habits, kind: str, rng: Random) -> str:
    """The kind of file, where each item has its own."""
    if habits.bound or habits.form == "docx" or habits.segments == "volumes" or rng.random() > 0.35:
        return "pdf"
    return _CARRIERS.get(kind, "pdf")


def _first(habits: Habits, kind: str, rng: Random) -> int:
    """An extract keeps the numbers of its document, where the applicant cites what is printed."""
    drawn = rng.choice((1, 1, 1, 5, 11, 14))
    return drawn if kind in {"rules", "policy", "report"} and numbering_of(habits) == "extracts" else 1


def _size(habits: Habits, kind: str, rng: Random) -> int:
    if habits.form == "scan":
        return rng.choice((1, 2, 2))
    if kind in _SHORT:
        return 2
    return rng.choice((2, 3, 3, 4, 4, 5, 6, 8))


def _filed(habits: Habits, item: Item) -> Item:
    """The item with the name of its file, and by that name in the table where it is this applicant's way."""
    if habits.bound or habits.form == "docx" or habits.segments == "volumes":
        return item
    rng = chance("file names", habits.seed)
    styles = ["{l} - {t}", "{l} - {t}", "{l}", "{l}_{s}", "{z} {t}"]
    style = rng.choice(styles if item.number.isdigit() else styles[:3])
    by_name = rng.random() < 0.2 and item.number.isdigit() and habits.table in {"model", "bands", "per_reference"}
    title = re.sub(r"[:/?',]", "", item.title)
    snake = re.sub(r"[^a-z0-9]+", "_", item.title.lower())[:34].strip("_")
    stem = style.format(l=item.label, t=title, s=snake, z=f"{item.number:0>2}")
    folder = ""
    if habits.segments == "folders":
        by_category = rng.random() < 0.5
        folder = f"{item.codes[0][0]} {category_title(item.codes[0])}/" if by_category else f"{item.label}/"
    elif rng.random() < 0.4:
        folder = "Evidence/"
    made = replace(item, file=f"{folder}{stem}.{item.carrier}")
    if by_name and style in {"{l}_{s}", "{z} {t}"}:
        made = replace(made, name=f"{stem}.{item.carrier}")
    if folder.startswith(item.label) and chance("beside", habits.seed, item.id).random() < 0.3:
        made = replace(made, beside=f"{folder}covering email.eml")
    return made
