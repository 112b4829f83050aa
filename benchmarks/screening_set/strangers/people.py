"""Who applies, where, and with whom."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .chance import chance, words


@dataclass(frozen=True, kw_only=True)
class People:
    """The people and places of a portfolio. ``slots`` are what texts call them."""

    name: str
    title: str
    post: str
    form: str
    greeting: str
    ending: str
    trust: str
    staff: tuple[str, ...]
    submitted: date
    slots: dict[str, str]

    @property
    def domain(self) -> str:
        """The hospital's name in addresses."""
        return self.slots["domain"]

    @property
    def nation(self) -> str:
        """What the national number of a patient is called here: NHS, CHI or H&C."""
        return "chi" if self.trust.startswith("NHS ") else "hc" if "Social Care" in self.trust else "nhs"


def initials(name: str) -> str:
    """OB for Ottilie Branscombe."""
    return "".join(part[0] for part in name.replace("-", " ").split())


def address(name: str, domain: str) -> str:
    """The mailbox of a person."""
    return f"{'.'.join(name.lower().split())}@{domain}"


def shown(rng: Random, name: str, title: str = "") -> str:
    """A name in one of the ways it stands under papers."""
    first, rest = name.split(" ", 1)
    full = f"{title} {name}".strip()
    return rng.choice([full, full, name, name, f"{first[0]} {rest}", f"{title or first} {rest}", f"{rest}, {first}"])


def people(seed: int) -> People:
    """The people of a seed."""
    rng, book = chance("people", seed), words("people")
    title, name = book["applicant"][seed * 3 % len(book["applicant"])]
    post, form, greeting, ending = book["hand"][(seed + seed // 10) % len(book["hand"])]
    staff = [one for one in rng.sample(book["staff"], len(book["staff"])) if initials(one) != initials(name)]
    trust = rng.choice(book["trust"])
    slots = {key: rng.choice(book[key]) for key in ("site", "city", "scanner", "field", "group", "dev")} | {
        "name": name,
        "own": name.split()[0],
        "init": initials(name),
        "post": post,
        "trust": trust,
        "domain": "".join(word[0] for word in trust.split() if word[0].isupper()).lower() + ".example.net",
        "lead": staff[0],
        "chair": staff[1],
        "rad": f"Dr {staff[2]}",
        "other": staff[3],
        "other2": staff[4],
        "other3": staff[5],
        "pron": "them",
    }
    return People(
        name=name,
        title=title,
        post=post,
        form=form,
        greeting=greeting,
        ending=ending,
        trust=trust,
        staff=tuple(staff),
        submitted=date.fromisoformat(rng.choice(book["submitted"])) + timedelta(days=rng.randrange(21)),
        slots=slots,
    )
