"""Invented people, places and things of one portfolio."""

from random import Random
from typing import Final

from ..apart.model import People  # noqa: TID252 - the set is imported by two names
from .chance import chance

FIRST: Final = (
    "Aneurin Bethan Cosmo Delyth Emeka Freya Gaurav Hester Idris Jemima Kwame Leonie Murdo Nerys Oluwaseun Petra "
    "Quentin Rosalind Siobhan Tariq Una Verity Wilfred Xanthe Yusuf Zara Alasdair Blessing Cerys Dmitri"
)
LAST: Final = (
    "Abernorth Bexcombe Cawthrop Dunmallet Elverhithe Farrowgill Gillespeth Hawkesmoor Illingford Jessamy Kirkhollow "
    "Ludgrove Marchbank Netherby Ottershaw Penhallick Quarmby Ravensdale Skelhorn Tregarrick Ullathorne Venmore "
    "Wolstencroft Yeadonby Zealand-Pryce Braithmoor Copplestone Drysdell"
)
TOWNS: Final = (
    "Aldermoor Brackenhythe Cresswick Dunsterby Elmsgate Fallowdene Garrowby Holmcastle Innerleigh Kestreldale"
)
KINDS: Final = ("District Hospital", "Royal Hospital", "Teaching Hospitals", "Infirmary", "Community Hospital")
SCANNERS: Final = ("the Borealis 1.5 T", "the Magnora 3T", "the Tellus X3", "the Orbis 1.5T wide bore", "the Selen 3 T")
DEVICES: Final = (
    "Corvia R2 pacing system",
    "Spinelle 16 spinal cord stimulator",
    "Otona CI-4 cochlear implant",
    "Medivalve ProShunt",
    "Tremora DBS system",
    "Perfusor 8 implanted pump",
    "Gradus lengthening nail",
)
GROUPS: Final = ("MR Safety Group", "MR Safety Steering Group", "Committee for MR Safety", "MR Safety Panel")
PARENTS: Final = ("Patient Safety Committee", "Trust Risk Committee", "Health, Safety and Fire Board", "Quality Board")
ROLES: Final = ("Head of Medical Physics", "Clinical Director, Physics", "Line manager", "Head of Imaging")
TAKEN: Final = "MR TR TE SE IN IS IT OR TO BE RF RA IM OK ME GO HE PO CT PE CE EU HM AM AN AS AT"
"""Initials that would be words."""


def initials(name: str) -> str:
    """The first letters of the names."""
    return "".join(part[0] for part in name.replace("-", " ").split())


def _person(rng: Random, taken: set[str]) -> str:
    """A name of which no part and no initials were used."""
    while True:
        first, last = rng.choice(FIRST.split()), rng.choice(LAST.split())
        short = initials(f"{first} {last}")
        if short not in TAKEN.split() and not {first, last, short} & taken:
            taken |= {first, last, short}
            return f"{first} {last}"


def _mail(name: str, domain: str, form: int) -> str:
    first, last = name.lower().split()
    local = (f"{first}.{last}", f"{first[0]}.{last}", f"{last}{first[0]}")[form]
    return f"{local}@{domain}"


def people_of(seed: int) -> People:
    """Everyone and everything of the portfolio of this seed."""
    rng, taken = chance("people", seed), set[str]()
    app, other, third, fourth, referee = (_person(rng, taken) for _ in range(5))
    town = rng.choice(TOWNS.split())
    domain, form = f"{town.lower()}-hospitals.example", rng.randrange(3)
    slots = {
        "app": app,
        "ini": initials(app),
        "afirst": app.split()[0],
        "mail": _mail(app, domain, form),
        "domain": domain,
        "other": other,
        "ofirst": other.split()[0],
        "omail": _mail(other, domain, form),
        "third": third,
        "fourth": fourth,
        "town": town,
        "hosp": f"{town} {rng.choice(KINDS)}",
        "scan": rng.choice(SCANNERS),
        "dev": rng.choice(DEVICES),
        "group": rng.choice(GROUPS),
        "parent": rng.choice(PARENTS),
    }
    year, month = rng.choice(((2025, 8), (2025, 10), (2026, 2), (2026, 4), (2026, 5)))
    submitted = f"{year}-{month:02d}-{rng.randint(10, 28)}"
    return People(slots=slots, referee=referee, referee_role=rng.choice(ROLES), submitted=submitted)
