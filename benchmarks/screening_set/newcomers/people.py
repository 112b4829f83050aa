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
    hand: tuple[str, ...]
    trust: str
    staff: tuple[str, ...]
    submitted: date
    slots: dict[str, str]

    @property
    def own(self) -> str:
        """The first name."""
        return self.name.split()[0]

    @property
    def surname(self) -> str:
        """All names but the first."""
        return self.name.split(" ", 1)[1]

    @property
    def initials(self) -> str:
        """The first letters, as minutes have them."""
        return initials(self.name)

    @property
    def domain(self) -> str:
        """The hospital's name in addresses."""
        return self.slots["domain"]


def initials(name: str) -> str:
    """NC for Niamh Corrigan."""
    return "".join(part[0] for part in name.replace("-", " ").split() if part[0].isupper())


def address(name: str, domain: str) -> str:
    """The mailbox of a person."""
    own, *rest = name.lower().replace("'", "").split()
    return f"{own}.{''.join(rest)}@{domain}"


def shown(rng: Random, name: str, title: str = "") -> str:
    """A name in one of the ways it stands under papers."""
    first, rest = name.split(" ", 1)
    full = f"{title} {name}".strip()
    return rng.choice(
        [full, full, name, f"{first[0]} {rest}", f"{first[0]}. {rest}", f"{rest}, {first}", f"{title or first} {rest}"]
    )


def people(seed: int) -> People:
    """The people of a seed. No two neighbours have the same applicant."""
    rng, book = chance("people", seed), words("people")
    title, name = book["applicant"][seed * 7 % len(book["applicant"])]
    hand = book["hand"][seed % len(book["hand"])]
    taken = {name.split()[0][0]}
    staff = [one for one in rng.sample(book["staff"], len(book["staff"])) if one[0] not in taken]
    trust = rng.choice(book["trust"])
    city, other = rng.choice(book["city"]), rng.choice(book["city2"])
    key = "".join(word[0] for word in trust.split() if word[0].isalpha()).lower()
    day = date.fromisoformat(rng.choice(book["submitted"])) + timedelta(days=rng.randrange(20))
    slots = {
        "name": name,
        "own": name.split()[0],
        "init": initials(name),
        "post": hand[0],
        "trust": trust,
        "site": rng.choice(book["site"]),
        "city": city,
        "city2": other,
        "scanner": rng.choice(book["scanner"]),
        "field": rng.choice(book["field"]),
        "group": rng.choice(book["group"]),
        "domain": f"{key}.example.org",
        "lead": staff[0],
        "chair": staff[1],
        "rad": f"Dr {staff[2]}",
        "other": staff[3],
        "other2": staff[4],
        "other3": staff[5],
    }
    return People(
        name=name,
        title=title,
        post=hand[0],
        hand=tuple(hand),
        trust=trust,
        staff=tuple(staff),
        submitted=day,
        slots=slots,
    )
