"""The items of a portfolio: what they are about, how long they are, what they are called."""

import re
from datetime import date, timedelta
from random import Random
from typing import Final

from .chance import chance
from .choice import Choice
from .documents import Asked, written
from .labels import LONG, SHORT, normal, numbers
from .model import Item
from .said import day
from .topics import TOPICS, Topic
from .words import CATEGORIES, CODES

_CARRIERS: Final = {"email": "eml", "audit": "xlsx", "slides": "pptx", "rules": "docx", "minutes": "docx"}
_LONG: Final = 27


def items_of(choice: Choice, author: str) -> tuple[Item, ...]:
    """All items in the order of their numbers."""
    rng = chance("items", choice.seed)
    topics = _topics(choice, rng)
    family = choice.family
    made_of = numbers(family, [topic.codes[0] for topic in topics], parted=choice.segments == "sub_items", rng=rng)
    short = rng.choice(SHORT[family])
    if choice.form == "pdf" and family == "padded" and short == "{}":
        short = "Ev. {}"
    simulated = _simulated(rng, topics)
    missing = rng.sample(range(1, len(topics) - 1), rng.choice((1, 1, 2))) if choice.extra == "missing" else []
    items = []
    for at, (topic, number) in enumerate(zip(topics, made_of, strict=True)):
        carrier = _carrier(choice, topic, rng)
        length = _length(choice, topic, rng) if carrier not in {"eml", "jpg"} else 1
        dated = date(2024, 10, 1) - timedelta(days=rng.randint(20, 1500))
        how = rng.choice(("long", "slashes"))
        asked = Asked(kind=topic.kind, title=topic.title, pages=length, author=author, date=day(dated, how))
        label = LONG[family].format(number)
        item = Item(
            id=normal(number),
            number=number,
            label=label,
            name=short.format(number),
            title=topic.title,
            kind=topic.kind,
            codes=topic.codes,
            dated=dated,
            work=written(rng, asked),
            divider=choice.divided and carrier == "pdf",
            sent=at not in missing,
            simulated=at in simulated and at not in missing,
            prints_from=rng.choice((1, 1, 4, 9, 12)) if topic.kind in {"rules", "report"} else 1,
            carrier=carrier,
        )
        items.append(_filed(choice, item, number))
    return tuple(items)


def _topics(choice: Choice, rng: Random) -> list[Topic]:
    """Different topics: first one for each sub-category, then any."""
    wanted = rng.randint(10, 17)
    if choice.form == "scan":
        wanted = 4 if choice.divided else rng.randint(5, 7)
    elif choice.long:
        wanted = _LONG
    elif choice.divided:
        wanted = min(wanted, 11)
    pool = list(TOPICS)
    rng.shuffle(pool)
    picked: list[Topic] = []
    codes = list(CODES)
    rng.shuffle(codes)
    for code in codes:
        if len(picked) < wanted and not any(code in topic.codes for topic in picked):
            picked.append(next(topic for topic in pool if topic.codes[0] == code and topic not in picked))
    picked += [topic for topic in pool if topic not in picked][: wanted - len(picked)]
    if choice.family in {"dotted", "subbed"} or choice.segments == "folders" or rng.random() < 0.55:
        picked.sort(key=lambda topic: CODES.index(topic.codes[0]))
    return picked


def _length(choice: Choice, topic: Topic, rng: Random) -> int:
    if choice.form == "scan":
        return 1 if rng.random() < 0.75 else 2
    if choice.long:
        return rng.randint(4, 7) if topic.kind != "letter" else 2
    few = {"email": (1, 2), "letter": (1, 1), "slides": (3, 6), "minutes": (1, 3), "sequence": (1, 2)}
    return rng.randint(*few.get(topic.kind, (1, 4)))


def _carrier(choice: Choice, topic: Topic, rng: Random) -> str:
    """The kind of file, where each item has its own."""
    if choice.bound or choice.parts or choice.form == "docx_whole" or rng.random() > 0.3:
        return "pdf"
    if topic.kind == "sequence":
        return "jpg"
    return _CARRIERS.get(topic.kind, "pdf")


def _simulated(rng: Random, topics: list[Topic]) -> set[int]:
    """One or two items of those that may be made up; in two portfolios of five, none."""
    fitting = [at for at, topic in enumerate(topics) if topic.kind in {"risk", "incident", "tender", "sequence"}]
    if not fitting or rng.random() < 0.4:
        return set()
    return set(rng.sample(fitting, min(len(fitting), rng.choice((1, 1, 2)))))


def _filed(choice: Choice, item: Item, number: str) -> Item:
    """The item with its file, and by the file's name in the table where that is this applicant's way."""
    if choice.bound or choice.parts or choice.form == "docx_whole":
        return item
    rng = chance("file names", choice.seed)
    style = rng.choice(("label title", "label title", "label", "snake", "number title"))
    if choice.family in {"appendix", "annex", "roman", "dotted", "subbed"} and style in {"snake", "number title"}:
        style = "label title"
    title = re.sub(r"[:/?']", "", item.title)
    snake = re.sub(r"[^a-z0-9]+", "_", item.title.lower()).strip("_")
    padded = number if number[-1:].isalpha() else f"{number:0>2}"
    stem = {
        "label title": f"{item.label} - {title}",
        "label": item.label,
        "snake": f"{padded}_{snake}",
        "number title": f"{padded} {title}",
    }[style]
    name = f"{stem}.{item.carrier}"
    by_name = style in {"snake", "number title"} and choice.segments == "files"
    known = {"name": name} if by_name else {}
    return Item(**{**vars(item), "file": _folder(choice, item, rng.random()) + name, **known})


def _folder(choice: Choice, item: Item, drawn: float) -> str:
    if choice.segments == "folders":
        category = item.codes[0][0]
        return f"{category} {CATEGORIES[category]}/" if drawn < 0.5 else f"Category {category}/"
    return "Evidence/" if drawn < 0.4 else ""
