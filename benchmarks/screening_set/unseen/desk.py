"""Where one work is written: its chance, its people, its writer's manner, and what the portfolio has said before."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from ..apart.chance import spun  # noqa: TID252 - the set is imported by two names
from ..apart.model import Block, Mark, People  # noqa: TID252 - as above
from .chance import chance, words
from .dates import written

FORMS: Final = ("long", "slash2", "iso", "dash", "ordinal", "slash", "comma", "dots", "caps", "of")
THREE: Final = ("3.a", "3.b", "3.c")


class Desk:
    """A desk of its own for each work; ``told`` counts what was said in the portfolio so far."""

    def __init__(self, seed: int, people: People, told: Counter[str], *what: object) -> None:
        """Choose who writes."""
        self.rng: Random = chance("desk", seed, *what)
        self.people, self.told = people, told
        self.slots: dict[str, str] = dict(people.slots)
        hands: list[list[str]] = words("hands")["hand"]
        own = hands[seed * 7 % len(hands)]
        self.post = own[0]
        _, self.form, self.layout, self.greet, self.bye = own if self.rng.random() < 0.4 else self.rng.choice(hands)

    def say(self, text: str, **more: object) -> str:
        """A template with its choices settled."""
        return spun(self.rng, text, {**self.slots, **more})

    def fresh(self, texts: Sequence[str], many: int) -> list[str]:
        """So many of these, those first that were said least, so that items are not alike by chance."""
        order = sorted(self.rng.sample(list(texts), len(texts)), key=lambda text: self.told[text])[:many]
        self.told.update(order)
        return order

    def pick(self, book: str, *keys: str, **more: object) -> str:
        """One passage of a collection."""
        found: Any = words(book)
        for key in keys:
            found = found[key]
        return self.say(self.fresh(found, 1)[0], **more)

    def day(self, least: int, most: int) -> date:
        """A day so many days before the submission."""
        return date.fromisoformat(self.people.submitted) - timedelta(days=self.rng.randint(least, most))

    def work_day(self) -> date:
        """When a piece of work was done: mostly within five years of the submission."""
        day = self.day(1900, 2900) if self.rng.random() < 0.12 else self.day(70, 1650)
        return day - timedelta(days=max(0, day.weekday() - 4))

    def shown(self, day: date) -> str:
        """A day in the writer's manner."""
        return written(day, self.form)

    def body(self, code: str, many: int) -> list[Block]:
        """What serves a sub-category in full: paragraphs, and sometimes a small table."""
        topic = min(THREE, key=lambda one: self.told[one]) if code == "3" else code
        self.told[topic] += 1 + (many > 4)
        book = words("topics")[topic]
        texts = list(book["text"])
        first = texts[:1] if code in {"3", "4.2", "8.1"} else []
        untold = sum(not self.told[text] for text in texts[len(first) :])
        chosen = [
            *first,
            *self.fresh(texts[len(first) :], max(2, min(many - len(first), untold)) if code != "3" else 0),
        ]
        blocks = [para(self.say(text)) for text in sorted(chosen, key=texts.index)]
        rows = words("tables").get(topic)
        if rows and self.rng.random() < 0.5:
            kept = [rows[0], *self.rng.sample(rows[1:], len(rows) - 2)]
            blocks.append(Block(kind="table", rows=tuple(map(tuple, kept))))
        return blocks

    def least(self, codes: Sequence[str]) -> str:
        """One of the codes of which the portfolio has said least."""
        return min(self.rng.sample(list(codes), len(codes)), key=lambda code: self.told[code])

    def head(self, code: str) -> Block:
        """A heading for a sub-category's matter."""
        book = words("topics")[code if code != "3" else "3.a"]
        return Block(kind="head", text=self.say(self.rng.choice(book["head"])))

    def title(self, code: str) -> str:
        """A title of a work for this code."""
        topic = min(THREE, key=lambda one: self.told[one]) if code == "3" else code
        return self.say(self.fresh(words("topics")[topic]["title"], 1)[0])


def para(text: str, *marks: Mark) -> Block:
    """A paragraph."""
    return Block(kind="para", text=text, marks=marks)


def mark(key: str, **data: Any) -> Mark:
    """A mark with what it says."""
    return Mark(key=key, data=data)
