"""The desk on which one work is written: its chance, its day, its patient."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Final

from ..arrivals.days import COARSE, FULL, told, written  # noqa: TID252 - the set is imported by two names
from ..callers.desk import People, working  # noqa: TID252 - as above
from ..strangers.identifiers import chi_number, invalid, nhs_number  # noqa: TID252 - as above
from ..strangers.people import address  # noqa: TID252 - as above
from .chance import chance, words

_CHOICE: Final = re.compile(r"<([^<>|]*(?:\|[^<>|]*)+)>")
_SLOT: Final = re.compile(r"\{([\w ]+)(?::(\d+))?\}")


def people(seed: int) -> People:
    """The people of a seed; no two bear one surname."""
    book, rng = words("people"), chance("people", seed)
    lasts, firsts = rng.sample(book["last"], 11), rng.sample(book["first"], 11)
    names = [f"{first} {last}" for first, last in zip(firsts, lasts, strict=True)]
    trust = book["trust"][seed % len(book["trust"])]
    return People(
        name=names[0],
        title=rng.choice(["Dr", "", "Prof", ""]),
        post=rng.choice(book["post"]),
        trust=trust,
        site=rng.choice(book["site"]),
        domain=f"{trust.split()[0].lower()}.example.net",
        staff=tuple(names[1:]),
        submitted=date(2026, 1, 19) + timedelta(days=rng.randrange(270)),
        scottish=trust.startswith("Easter"),
    )


@dataclass(kw_only=True)
class Desk:
    """A desk of its own for each work; ``leak`` says that its patient is named."""

    seed: int
    number: int
    people: People
    least: date | None = None
    leak: bool = False
    rng: Random = field(init=False)
    form: str = field(init=False)
    day: date = field(init=False)
    patient: dict[str, str] = field(init=False)
    slots: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Choose the day, how it is written, and who the patient is."""
        self.rng = chance("desk", self.seed, self.number)
        self.form = self.rng.choice(FULL)
        back = self.rng.randint(1900, 3000) if self.rng.random() < 1 / 12 else self.rng.randint(40, 1600)
        if self.least and self.people.submitted - timedelta(days=back) < self.least:
            back = self.rng.randint(40, (self.people.submitted - self.least).days - 5)
        self.day = working(self.people.submitted - timedelta(days=back))
        self.patient = _patient(self.rng, self.people)
        self.slots = _fixed(self.people, self.rng)

    def say(self, text: str) -> str:
        """A text with its choices settled and its slots filled."""
        while found := _CHOICE.search(text):
            text = text[: found.start()] + self.rng.choice(found[1].split("|")) + text[found.end() :]
        return _SLOT.sub(self._slot, text)

    def _slot(self, found: re.Match[str]) -> str:
        name, days = found[1], found[2]
        if name == "day":
            return written(self.day, self.form)
        if name == "ago":
            return written(working(self.day - timedelta(days=int(days))), self.form)
        if name == "ahead":
            return written(working(self.day + timedelta(days=int(days))), self.form)
        if name in {"who", "Who"}:
            said = self.patient["titled"] if self.leak else "the patient"
            return said if name == "who" else said[0].upper() + said[1:]
        if name in COARSE:
            return written(self.day, name)
        return self.patient.get(name) or self.slots[name]

    def truth(self, form: str = "") -> str:
        """What the truth says of the day of the work when it is written so."""
        return told(self.day, form or self.form)


def _fixed(p: People, rng: Random) -> dict[str, str]:
    book = words("people")
    staff = dict(zip(("lead", "rad1", "rad2", "phys", "est", "cons"), p.staff, strict=False))
    own = {"app": p.name, "ini": p.short, "post": p.post, "trust": p.trust, "site": p.site}
    more = {"mail": address(p.name, p.domain), "leadmail": address(p.staff[0], p.domain), "con": p.staff[5].split()[1]}
    digits = {key: invalid(rng, many) for key, many in (("ten", 10), ("six", 6), ("five", 5), ("four", 4))}
    return {**staff, **own, **more, **digits, "scan": rng.choice(book["scan"]), "dev": rng.choice(book["dev"])}


def _patient(rng: Random, p: People) -> dict[str, str]:
    """A person who does not exist, with numbers that are never issued."""
    book = words("personal")
    first, (last, last2) = rng.choice(book["first"]), rng.sample(book["last"], 2)
    title = rng.choice(["Mrs", "Ms", "Miss"] if first in book["female"] else ["Mr", "Mr", "Mr", "Mr", "Dr", "Revd"])
    birth = date(rng.randint(1938, 1998), rng.randint(1, 12), rng.randint(1, 28))
    nhs = nhs_number(rng)
    spaced = f"{nhs[:3]} {nhs[3:6]} {nhs[6:]}"
    label = "CHI" if p.scottish else "H&C No" if "Social Care" in p.trust else "NHS No"
    return {
        "pat": f"{first} {last}",
        "titled": f"{title} {last}",
        "full": f"{title} {first} {last}",
        "label": f"{last.upper()}, {first}",
        "label2": f"{last2.upper()}, {rng.choice(book['first'])}",
        "dicom": f"{last.upper()}^{first.upper()}",
        "last_name": last,
        "last2": last2,
        "dob": written(birth, rng.choice(["slash", "long", "caps", "dots", "two"])),
        "natlabel": label,
        "nat": chi_number(rng) if p.scottish else rng.choice([spaced, nhs, spaced]),
        "hosp": rng.choice(["K{}", "{}", "WH{}"]).format(invalid(rng, rng.choice([6, 7]))),
        "street": rng.choice(book["street"]),
    }
