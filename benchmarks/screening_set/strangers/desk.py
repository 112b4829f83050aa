"""Where one work is written: its chance, its people, its days and the persons that it names."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from .chance import chance, spin, words
from .days import COARSE, FULL, told, written
from .identifiers import chi_number, invalid, nhs_number
from .people import People


@dataclass(kw_only=True)
class Desk:
    """A desk of its own for each work; ``named`` where its patient has a name."""

    seed: int
    number: int
    people: People
    rng: Random = field(init=False)
    form: str = field(init=False)
    dev: str = field(init=False)
    who: str = field(init=False)
    patient: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Choose how days are written here, which device it is about, and who the patient is."""
        self.rng = chance("desk", self.seed, self.number)
        self.form = self.people.form if self.rng.random() < 0.5 else self.rng.choice(FULL)
        self.dev = self.rng.choice(words("people")["dev"])
        self.who = self.rng.choice(words("personal")["neutral"])
        self.patient = _patient(self.rng)

    def say(self, text: str, **more: str) -> str:
        """A text with its choices settled."""
        own = {"dev": self.dev, "who": self.who}
        return spin(self.rng, text, {**self.people.slots, **own, **more})

    def figures(self, text: str) -> str:
        """A text with the numbers and names of this work's patient, or with numbers that are nobody's."""
        rng = self.rng
        digits = {key: invalid(rng, many) for key, many in (("ten", 10), ("six", 6), ("five", 5), ("three", 3))}
        staff = {"staff": self.people.staff[6].split(" ", 1)[1], "staff2": self.people.staff[7].split(" ", 1)[1]}
        return self.say(text, **self.patient, **digits, **staff)

    def day(self) -> date:
        """A working day before the submission: mostly of the last five years, seldom older."""
        older = self.rng.random() < 0.1
        back = self.rng.randint(1900, 3100) if older else self.rng.randint(45, 1700)
        return _working(self.people.submitted - timedelta(days=back))

    def before(self, day: date, least: int, most: int) -> date:
        """An earlier working day."""
        return _working(day - timedelta(days=self.rng.randint(least, most)))

    def after(self, day: date, least: int, most: int) -> date:
        """A later day."""
        return day + timedelta(days=self.rng.randint(least, most))

    def precision(self) -> str:
        """How a paper gives its day: in full, or month and year, or hardly ever the year alone."""
        return self.rng.choices([self.form, *COARSE], [20, 2, 1, 0.7, 0.6])[0]

    def shown(self, day: date, form: str = "") -> str:
        """A day as it is written here."""
        return written(day, form or self.form)

    def truth(self, day: date, form: str = "") -> str:
        """What the truth says of that."""
        return told(day, form or self.form)

    def colleague(self) -> str:
        """Somebody else."""
        return self.rng.choice(self.people.staff[:8])


def _working(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _patient(rng: Random) -> dict[str, str]:
    """A person who does not exist, with numbers that are never issued."""
    book = words("personal")
    first, last = rng.choice(book["first"]), rng.choice(book["last"])
    title = rng.choice(["Mr ", "Mr ", ""]) if first in book["men"] else rng.choice(["Mrs ", "Ms ", ""])
    birth = date(rng.randint(1936, 1994), rng.randint(1, 12), rng.randint(1, 28))
    nhs = nhs_number(rng)
    chi = chi_number(rng)
    return {
        "pat": f"{title}{first} {last}",
        "dicom": f"{last.upper()}^{first.upper()}",
        "label": f"{last.upper()}, {first}",
        "dob": written(birth, rng.choice(["slash", "slash", "long", "short", "dots", "two"])),
        "dob_dicom": f"{birth.year}{birth.month:02d}{birth.day:02d}",
        "nhs": f"{nhs[:3]} {nhs[3:6]} {nhs[6:]}",
        "nhs_run": nhs,
        "chi": rng.choice([chi, f"{chi[:6]} {chi[6:]}"]),
        "hosp": rng.choice(["{}", "H{}", "RX{}", "{}K"]).format(invalid(rng, rng.choice([6, 7]))),
    }
