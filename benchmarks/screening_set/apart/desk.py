"""Where works are written: who is asked, which words are at hand, dates and the lines that say whose work it is."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from .chance import chance, some, spun, words
from .model import Block, Mark, People

MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
FORMS: Final = ("long", "slash", "dots", "short", "iso", "ordinal", "weekday", "long", "two")


class Desk:
    """The chance, people and slots of one work."""

    def __init__(self, seed: int, people: People, told: Counter[str], *what: object) -> None:
        """A desk of its own for each work; ``told`` counts what was said in the portfolio so far."""
        self.told = told
        self.rng: Random = chance("desk", seed, *what)
        self.people = people
        self.slots: dict[str, str] = dict(people.slots)
        self.slots["ref"] = f"MR-{self.rng.randint(2, 88):02d}"
        for name, most in (("printed", 300), ("due", -500)):
            self.slots[name] = written(self.day(most - 200, most), "slash")

    @property
    def year(self) -> int:
        """The year of submission."""
        return int(self.people.submitted[:4])

    def say(self, text: str, **more: object) -> str:
        """A template with its choices settled."""
        return spun(self.rng, text, {**self.slots, **more})

    def fresh(self, texts: Sequence[str], many: int) -> list[str]:
        """So many of these, those first that were not said yet, so that items are not alike by chance."""
        order = sorted(self.rng.sample(list(texts), len(texts)), key=lambda text: self.told[text])[:many]
        self.told.update(order)
        return order

    def pick(self, book: str, *keys: str) -> str:
        """One passage of a collection."""
        found: Any = words(book)
        for key in keys:
            found = found[key]
        return self.say(self.fresh(found, 1)[0])

    def day(self, least: int, most: int) -> date:
        """A day so many days before the submission."""
        return date.fromisoformat(self.people.submitted) - timedelta(days=self.rng.randint(least, most))

    def work_day(self) -> date:
        """When a piece of work was done: mostly within five years of the submission."""
        return self.day(1900, 3100) if self.rng.random() < 0.13 else self.day(60, 1700)

    def paras(self, topic: str, many: int, *, head: bool = True) -> list[Block]:
        """Paragraphs of a topic under one of its headings."""
        book = words("topics")[topic]
        blocks = [Block(kind="head", text=self.fresh(book["head"], 1)[0])] if head else []
        return blocks + [Block(kind="para", text=self.say(text)) for text in self.fresh(book["text"], many)]

    def besides(self, many: int) -> list[Block]:
        """What serves no sub-category: some paragraphs under a heading, and now and then a table."""
        book = words("neutral")["neutral"]
        blocks = [Block(kind="head", text=self.fresh(book["head"], 1)[0])]
        blocks += [Block(kind="para", text=self.say(text)) for text in self.fresh(book["text"], many)]
        if self.rng.random() < 0.3:
            rows = [book["rows"][0], *some(self.rng, book["rows"][1:], 4)]
            blocks.append(Block(kind="table", rows=tuple(tuple(row) for row in rows)))
        return blocks

    def body(self, code: str, many: int, *, head: bool = True) -> list[Block]:
        """What serves a sub-category in full."""
        if code == "3":
            return self.paras("3.aim", 1, head=head) + self.paras("3.change", 2) + self.paras("3.quality", 1)
        if code == "8.1":
            return self.paras("8.1.attend", 1, head=head) + self.paras("8.1", max(2, many - 1))
        return self.paras(code, many, head=head)


def written(day: date, form: str) -> str:
    """A day in one of the ways people write it, the day before the month."""
    month = MONTHS[day.month - 1]
    ending = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return {
        "long": f"{day.day} {month} {day.year}",
        "slash": f"{day.day:02d}/{day.month:02d}/{day.year}",
        "dots": f"{day.day:02d}.{day.month:02d}.{day.year}",
        "short": f"{day.day}-{month[:3]}-{day.year}",
        "iso": day.isoformat(),
        "ordinal": f"{day.day}{ending} {month} {day.year}",
        "weekday": f"{day.strftime('%A')} {day.day} {month} {day.year}",
        "two": f"{day.day}/{day.month}/{day.year % 100:02d}",
        "month": f"{month} {day.year}",
        "month figures": f"{day.month:02d}/{day.year}",
        "year": f"{day.year}",
    }[form]


def truth_date(day: date, form: str) -> str:
    """What the truth says of a day written so."""
    return day.isoformat()[: {"month": 7, "month figures": 7, "year": 4}.get(form, 10)]


def mark(key: str, **data: Any) -> Mark:
    """A mark with what it says."""
    return Mark(key=key, data=data)


def para(text: str, *marks: Mark) -> Block:
    """A paragraph with what is to be seen in it."""
    return Block(kind="para", text=text, marks=marks)
