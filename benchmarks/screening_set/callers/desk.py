"""Who applies and where, and the desk on which one work is written: its chance, its days, its patient."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from ..strangers.days import COARSE, FULL, told, written  # noqa: TID252 - the set is imported by two names
from ..strangers.identifiers import chi_number, invalid, nhs_number  # noqa: TID252 - as above
from ..strangers.people import address, initials  # noqa: TID252 - as above
from .chance import chance, spin, words


@dataclass(frozen=True, kw_only=True)
class People:
    """The applicant, the place and the colleagues."""

    name: str
    title: str
    post: str
    trust: str
    site: str
    domain: str
    staff: tuple[str, ...]
    submitted: date
    scottish: bool

    @property
    def short(self) -> str:
        """The applicant's initials."""
        return initials(self.name)


def people(seed: int) -> People:
    """The people of a seed; no two bear one surname."""
    book, rng = words("people"), chance("people", seed)
    lasts, firsts = rng.sample(book["last"], 11), rng.sample(book["first"], 11)
    names = [f"{first} {last}" for first, last in zip(firsts, lasts, strict=True)]
    trust = rng.choice(book["trust"])
    return People(
        name=names[0],
        title=rng.choice(["Dr", "", ""]),
        post=rng.choice(book["post"]),
        trust=trust,
        site=rng.choice(book["site"]),
        domain=f"{trust.split()[0].lower()}.nhs.example",
        staff=tuple(names[1:]),
        submitted=date(2026, 1, 12) + timedelta(days=rng.randrange(240)),
        scottish=trust.startswith("Strath"),
    )


@dataclass(kw_only=True)
class Desk:
    """A desk of its own for each work."""

    seed: int
    number: int
    people: People
    rng: Random = field(init=False)
    form: str = field(init=False)
    slots: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Choose how days are written here, which device it is about, and who the patient is."""
        self.rng = chance("desk", self.seed, self.number)
        self.form = self.rng.choice(FULL)
        self.slots = {**_fixed(self.people, self.rng), **_patient(self.rng)}

    def say(self, text: str, **more: str) -> str:
        """A text with its choices settled and its slots filled."""
        return spin(self.rng, text, {**self.slots, **more})

    def day(self) -> date:
        """A working day before the submission: mostly of the last five years, one in twelve older."""
        older = self.rng.random() < 1 / 12
        back = self.rng.randint(1880, 2900) if older else self.rng.randint(30, 1680)
        return working(self.people.submitted - timedelta(days=back))

    def before(self, day: date, least: int, most: int) -> date:
        """An earlier working day."""
        return working(day - timedelta(days=self.rng.randint(least, most)))

    def precision(self) -> str:
        """How a paper gives its day: in full, or now and then month and year, hardly ever the year."""
        return self.rng.choices([self.form, *COARSE], [22, 2, 1, 0.5, 0.6])[0]

    def shown(self, day: date, form: str = "") -> str:
        """A day as it is written here."""
        return written(day, form or self.form)

    def truth(self, day: date, form: str = "") -> str:
        """What the truth says of that."""
        return told(day, form or self.form)


def working(day: date) -> date:
    """The day, or the Friday before."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _fixed(p: People, rng: Random) -> dict[str, str]:
    book = words("people")
    staff = dict(zip(("lead", "other", "other2", "staffa", "staffb"), p.staff, strict=False))
    digits = {key: invalid(rng, many) for key, many in (("ten", 10), ("six", 6), ("five", 5), ("four", 4))}
    own = {"name": p.name, "first": p.name.split()[0], "ini": p.short, "trust": p.trust, "site": p.site}
    more = {"radn": f"Dr {p.staff[5].split()[1]}", "mail": address(p.name, p.domain), "three": invalid(rng, 3)}
    return {**staff, **digits, **own, **more, "dev": rng.choice(book["dev"]), "who": rng.choice(book["who"])}


def _patient(rng: Random) -> dict[str, str]:
    """A person who does not exist, with numbers that are never issued."""
    book = words("personal")
    first, last = rng.choice(book["first"]), rng.choice(book["last"])
    birth = date(rng.randint(1938, 1996), rng.randint(1, 12), rng.randint(1, 28))
    nhs = nhs_number(rng)
    return {
        "pat": f"{first} {last}",
        "last": last,
        "label": f"{last.upper()}, {first}",
        "dicom": f"{last.upper()}^{first.upper()}",
        "dob": written(birth, rng.choice(["slash", "long", "short", "dots", "two"])),
        "dob_dicom": f"{birth:%Y%m%d}",
        "nhs": f"{nhs[:3]} {nhs[3:6]} {nhs[6:]}",
        "nhs_run": nhs,
        "chi": chi_number(rng),
        "hosp": rng.choice(["{}", "M{}", "WX{}", "{}L"]).format(invalid(rng, rng.choice([6, 7]))),
    }
