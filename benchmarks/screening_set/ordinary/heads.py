"""The head of an item: title, author, date and the dates and names that mean something else."""

from datetime import date
from random import Random

from .model import Block, Item, People
from .values import FULL, MONTH, some_day, written
from .writing import Words

DATE_KIND = {"email": "sent", "minutes": "held", "acceptance": "measured", "audit": "measured", "review": "reviewed"}


class Head:
    """Writes the heads of one portfolio's items."""

    def __init__(self, rng: Random, words: Words, people: People, submitted: date) -> None:
        """For this applicant."""
        self.rng, self.words, self.people, self.submitted = rng, words, people, submitted

    def of(self, item: Item, *, undated: bool, precision: str, when: date) -> list[Block]:
        """The head's blocks; fills the item's date, author and roles."""
        self._date(item, undated=undated, precision=precision, when=when)
        lines = [self.words.pick(f"date {item.date_kind}", d=item.stamp)] if item.date else []
        lines += [self._not_date(when) for _ in range(self.rng.choice((0, 1, 1, 2)) + undated)]
        lines += self._author_lines(item)
        if item.form == "email":
            return self._mail_head(item)
        self.rng.shuffle(lines)
        blocks = [Block("title", item.title)]
        if self.rng.random() < 0.35:
            pairs = tuple(_pair(line) for line in lines)
            return [*blocks, Block("rows", rows=pairs)]
        return [*blocks, *(Block("line", line) for line in lines)]

    def _date(self, item: Item, *, undated: bool, precision: str, when: date) -> None:
        item.date_kind = None if undated else DATE_KIND.get(item.form, "written")
        if undated:
            item.date = None
        elif item.form == "email":
            item.stamp, item.date = self.mail_stamp(when), when.isoformat()
        else:
            item.stamp, item.date = written(self.rng, when, precision)

    def mail_stamp(self, when: date) -> str:
        """When a message was sent, as a mail program prints it."""
        return f"{self.rng.choice(FULL[:11])(when)} {self.rng.randint(8, 17)}:{self.rng.randint(10, 59)}"

    def _not_date(self, when: date) -> str:
        future = date(when.year + self.rng.choice((2, 3)), when.month, min(when.day, 28))
        forms = (*FULL, *MONTH)
        older = some_day(self.rng, date(2009, 1, 1), date(2015, 12, 28))
        return self.words.pick(
            "not date",
            f=self.rng.choice(forms)(future),
            p=self.rng.choice(FULL)(self.submitted),
            o=self.rng.choice(forms)(older),
        )

    def _author_lines(self, item: Item) -> list[str]:
        rng, words = self.rng, self.words
        slots = self.people.slots() | {"other": self.other(), "otherpost": words.pick("otherpost")}
        if item.form == "minutes":
            return [f"Minutes taken by {slots['other']}", f"Present: {self._present(item)}"]
        if item.form == "review":
            role = rng.choice(("review", "revise"))
            item.author, item.roles = "other", [role]
            return [words.pick("author other", **slots), words.pick(f"role {role}", **slots)]
        if item.author == "applicant":
            item.roles = ["produce"]
            extra = []
            if rng.random() < 0.3:
                role = rng.choice(("initiate", "propose", "revise"))
                item.roles = sorted({*item.roles, role})
                extra = [words.pick(f"role {role}", **slots)]
            elif rng.random() < 0.3:
                extra = [f"Approved by {self.other()}, {words.pick('otherpost')}"]
            return [words.pick("author applicant", **slots), *extra]
        item.roles = []
        if item.author == "other":
            mention = [words.pick("mention applicant", **slots)] if rng.random() < 0.5 else []
            return [words.pick("author other", **slots), *mention]
        return [words.pick("author unclear", **slots)] if rng.random() < 0.7 else []

    def _present(self, item: Item) -> str:
        named = [f"{self.people.name} ({self.people.initials})", self.other(), self.other(), self.other()]
        if item.author == "other":
            named = named[1:]
        return ", ".join(named)

    def _mail_head(self, item: Item) -> list[Block]:
        people = self.people
        mine = item.author == "applicant"
        other = self.other()
        address = f"{other.lower().replace(' ', '.')}@{people.domain}"
        me = f"{people.name} <{people.mail}>"
        them = f"{other} <{address}>"
        item.roles = ["produce"] if mine else []
        item.author = "applicant" if mine else "other"
        sent = self.rng.choice(("Sent:", "Date:", "Sent on:"))
        lines = (f"From: {me if mine else them}", f"To: {them if mine else me}", f"{sent} {item.stamp}")
        return [Block("title", item.title), Block("mail", "\n".join((*lines, f"Subject: {item.title}")))]

    def other(self) -> str:
        """Somebody else's name."""
        while (name := f"{self.words.pick('first')} {self.words.pick('last')}").endswith(self.people.last):
            pass
        return name


def _pair(line: str) -> tuple[str, str]:
    head, colon, tail = line.partition(": ")
    return (head, tail) if colon and len(head) < 26 else ("", line)
