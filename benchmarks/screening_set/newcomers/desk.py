"""Where one work is written: its chance, its people and the lines that say whose work it is."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Final

from .chance import chance, spin
from .dates import told, written
from .people import People, shown

FORMS: Final = (
    *("long", "long", "long", "slash", "slash", "slash", "ordinal", "short", "two", "dots", "iso", "weekday"),
    *("hyphen", "slash1", "comma", "us", "caps", "hyphen2", "dots2", "spelt", "dash"),
)
LABELS: Final = (
    "Author",
    "Written by",
    "Prepared by",
    "Author",
    "Produced by",
    "Drafted by",
    "Author(s)",
    "Lead author",
)
FORM_LABELS: Final = ("Assessor", "Completed by", "Assessment by", "Carried out by", "Form completed by")
MODES: Final = (
    *("applicant",) * 11,
    *("joint",) * 2,
    *("other",) * 2,
    *("unclear",) * 3,
    *("reviewer",) * 2,
    "reviser",
)


@dataclass(kw_only=True)
class Byline:
    """Who made a work: lines of label and people, what the truth says of it, and the name that signs."""

    lines: list[tuple[str, str]]
    author: str | None
    roles: list[str]
    signer: str = ""
    mode: str = ""


@dataclass(kw_only=True)
class Desk:
    """A desk of its own for each work."""

    seed: int
    number: int
    people: People
    rng: Random = field(init=False)
    form: str = field(init=False)

    def __post_init__(self) -> None:
        """Choose how days are written here."""
        self.rng = chance("desk", self.seed, self.number)
        self.form = self.people.hand[1] if self.rng.random() < 0.4 else self.rng.choice(FORMS)

    def say(self, text: str, **more: str) -> str:
        """A text with its choices settled."""
        return spin(self.rng, text, {**self.people.slots, **more})

    def day(self, least: int = 60, most: int = 1700) -> date:
        """A working day so many days before the submission."""
        if (least, most) == (60, 1700) and self.rng.random() < 0.12:
            least, most = 1900, 2900
        day = self.people.submitted - timedelta(days=self.rng.randint(least, most))
        return day - timedelta(days=max(0, day.weekday() - 4))

    def due(self, day: date) -> date:
        """A day one to three years later, when the work is to be looked at again."""
        return day + timedelta(days=365 * self.rng.randint(1, 3))

    def before(self, day: date, least: int = 20, most: int = 400) -> date:
        """An earlier working day."""
        earlier = day - timedelta(days=self.rng.randint(least, most))
        return earlier - timedelta(days=max(0, earlier.weekday() - 4))

    def shown(self, day: date, form: str = "") -> str:
        """A day as it is written here."""
        return written(day, form or self.form)

    def truth(self, day: date, form: str = "") -> str:
        """What the truth says of that."""
        return told(day, form or self.form)

    def colleague(self) -> str:
        """Somebody else."""
        return self.rng.choice(self.people.staff[:8])

    def byline(self, *, form: bool = False, mode: str = "") -> Byline:
        """Who made it."""
        mode = mode or self.rng.choice(MODES)
        mode = "applicant" if form and mode == "reviser" else mode
        label = self.rng.choice(FORM_LABELS if form else LABELS)
        mine, other = shown(self.rng, self.people.name, self.people.title), self.colleague()
        if form and self.rng.random() < 0.12:
            mine = self.people.initials
        post = f", {self.people.post}" if self.rng.random() < 0.5 else ""
        match mode:
            case "joint":
                both = self.rng.sample([mine, shown(self.rng, other)], 2)
                return Byline(
                    lines=[(label, self.rng.choice([" and ", "; ", " / "]).join(both))],
                    author="applicant",
                    roles=["produce"],
                    signer=mine,
                    mode=mode,
                )
            case "other":
                return Byline(
                    lines=[
                        (label, shown(self.rng, other) + self.rng.choice(["", ", Radiology", ", Lead Radiographer"]))
                    ],
                    author="other",
                    roles=[],
                    signer=other,
                    mode=mode,
                )
            case "reviewer":
                lines = [
                    (label, shown(self.rng, other)),
                    (self.rng.choice(["Reviewed by", "Reviewer", "Peer review"]), mine),
                ]
                return Byline(lines=lines, author="other", roles=["review"], signer=other, mode=mode)
            case "unclear":
                lines = self.rng.choice([[], [(label, "MR Physics")], [], [("Department", "Imaging")]])
                return Byline(lines=lines, author="unclear", roles=[], mode=mode)
            case "reviser":
                lines = [
                    ("First issue written by", other),
                    (f"{self.rng.choice(['Revised by', 'This revision by'])}", mine),
                ]
                return Byline(lines=lines, author=None, roles=["revise"], signer="", mode=mode)
        return Byline(
            lines=[(label, mine + post)], author="applicant", roles=["produce"], signer=mine, mode="applicant"
        )
