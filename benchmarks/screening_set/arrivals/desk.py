"""Who applies and where, and the desk on which one work is written: its chance, its day, its patient."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Final

from ..callers.chance import spin  # noqa: TID252 - the set is imported by two names
from ..callers.desk import People, working  # noqa: TID252 - as above
from ..strangers.identifiers import chi_number, invalid, nhs_number  # noqa: TID252 - as above
from ..strangers.people import address  # noqa: TID252 - as above
from .chance import chance, words
from .days import COARSE, FULL, told, written

_CLOSED: Final = {(12, 25), (12, 26), (1, 1)}
_AWAY: Final = re.compile(r"\{(ago|ahead|month_ahead):(\d+)\}")


def people(seed: int) -> People:
    """The people of a seed; no two bear one surname."""
    book, rng = words("people"), chance("people", seed)
    lasts, firsts = rng.sample(book["last"], 12), rng.sample(book["first"], 12)
    names = [f"{first} {last}" for first, last in zip(firsts, lasts, strict=True)]
    trust = book["trust"][(seed * 7 + seed // 10) % len(book["trust"])]
    return People(
        name=names[0],
        title=rng.choice(["Dr", "", ""]),
        post=rng.choice(book["post"]),
        trust=trust,
        site=rng.choice(book["site"]),
        domain=f"{trust.replace('NHS ', '').split()[0].lower()}.example.org",
        staff=tuple(names[1:]),
        submitted=date(2026, 2, 2) + timedelta(days=rng.randrange(260)),
        scottish=trust.startswith("NHS "),
    )


@dataclass(kw_only=True)
class Desk:
    """A desk of its own for each work."""

    seed: int
    number: int
    people: People
    rng: Random = field(init=False)
    form: str = field(init=False)
    precision: str = field(init=False)
    day: date = field(init=False)
    slots: dict[str, str] = field(init=False)
    patient: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Choose the day and how it is written, which device the work is about, and who the patient is."""
        self.rng = chance("desk", self.seed, self.number)
        self.form = self.rng.choice(FULL)
        self.precision = self.rng.choices([self.form, *COARSE], [24, 2, 1, 0.5, 0.5])[0]
        older = self.rng.random() < 1 / 11
        back = self.rng.randint(1900, 3100) if older else self.rng.randint(35, 1650)
        day = working(self.people.submitted - timedelta(days=back))
        self.day = working(day - timedelta(days=5)) if (day.month, day.day) in _CLOSED else day
        self.patient = _patient(self.rng, self.people)
        self.slots = _fixed(self.people, self.rng)

    def say(self, text: str, **more: str) -> str:
        """A text with its choices settled, its slots filled and its days told."""
        said = spin(self.rng, text, {**self.slots, **self.patient, **more})
        return _AWAY.sub(lambda found: self._away(found[1], int(found[2])), said)

    def _away(self, which: str, days: int) -> str:
        days += self.rng.randint(0, 6)
        if which == "ago":
            return self.shown(self.before(days))
        later = working(self.day + timedelta(days=days))
        return self.shown(later, "month" if which == "month_ahead" else self.form)

    def not_before(self, least: date) -> None:
        """Move the day of a work that could not have been written so early."""
        if self.day < least:
            self.day = working(self.people.submitted - timedelta(days=self.rng.randint(60, 1500)))

    def before(self, days: int) -> date:
        """A working day before that of the work."""
        return working(self.day - timedelta(days=days))

    def shown(self, day: date, form: str = "") -> str:
        """A day as it is written here."""
        return written(day, form or self.form)

    def truth(self, form: str = "") -> str:
        """What the truth says of the day of the work when it is written so."""
        return told(self.day, form or self.form)


def _fixed(p: People, rng: Random) -> dict[str, str]:
    book, keys = words("people"), ("lead", "col", "col2", "phys", "est")
    staff = dict(zip(keys, p.staff, strict=False))
    own = {"app": p.name, "forename": p.name.split()[0], "ini": p.short, "post": p.post, "trust": p.trust}
    own |= {"site": p.site, "mail": address(p.name, p.domain), "rad": f"Dr {p.staff[5].split()[1]}"}
    digits = {key: invalid(rng, many) for key, many in (("ten", 10), ("six", 6), ("five", 5), ("four", 4))}
    names = {"staffname": p.staff[6], "stafflast": p.staff[7].split()[1], "stafflast2": p.staff[8].split()[1]}
    drawn = {key: rng.choice(book[key]) for key in ("scan", "group", "dev")}
    return {**staff, **own, **digits, **names, **drawn, "three": invalid(rng, 3), "serial": f"HP-{invalid(rng, 4)}"}


def _patient(rng: Random, p: People) -> dict[str, str]:
    """A person who does not exist, with numbers that are never issued."""
    book = words("personal")
    first, (last, last2) = rng.choice(book["first"]), rng.sample(book["last"], 2)
    title = rng.choice(["Mrs", "Miss", "Ms"]) if first in book["female"] else rng.choice(["Mr", "Mr", "Master"])
    birth = date(rng.randint(1936, 1999), rng.randint(1, 12), rng.randint(1, 28))
    nhs = nhs_number(rng)
    spaced, chi = f"{nhs[:3]} {nhs[3:6]} {nhs[6:]}", chi_number(rng)
    label = "CHI" if p.scottish else "H&C number" if "Social Care" in p.trust else "NHS number"
    number = chi if p.scottish else rng.choice([spaced, nhs, spaced.replace(" ", "-")])
    return {
        "pat": f"{first} {last}",
        "firstname": first,
        "last": last,
        "titled": f"{title} {last}",
        "upper": f"{title} {first} {last}".upper(),
        "label": f"{last.upper()}, {first}",
        "label2": f"{last2.upper()}, {rng.choice(book['first'])}",
        "last2": last2,
        "dicom": f"{last.upper()}^{first.upper()}",
        "dob": written(birth, rng.choice(["slash", "long", "caps", "dots", "two"])),
        "dob_dicom": f"{birth:%Y%m%d}",
        "natlabel": label,
        "natnumber": number,
        "national": f"{label} {number}",
        "hosp": rng.choice(["H{}", "RXK{}", "{}", "{}A"]).format(invalid(rng, rng.choice([6, 7]))),
        "street": rng.choice(book["street"]),
    }
