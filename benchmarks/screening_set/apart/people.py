"""Invented people, places and things."""

from random import Random
from typing import Final

from .chance import chance
from .model import People

FIRST: Final = "Imogen Tobias Rhona Callum Priyanka Osian Beatrix Femi Lorcan Sunniva Hamish Yasmin Gethin Marta Ewan"
LAST: Final = (
    "Ackersley Bramwith Coldrick Dunnavan Eskdale Fairhollow Gathercoal Hesketh-Moor Inchbold Jarrowby Kettlewright "
    "Lindqvale Merrowdown Nethersole Oakenshott Pellingworth Quaifey Rustrick Stannaway Thornaby-Lisle Umfrage "
    "Vantreen Wetherlam Yarborne"
)
PLACES: Final = "Calderwick Morrowby Stanmere Ellerbeck Haverdale Pendlewick Saltonbury Thirlmoor Wraxcombe Yewbarrow"
KINDS: Final = ("Royal Infirmary", "General Hospital", "University Hospital", "Cottage Hospital", "Women's Hospital")
SCANNERS: Final = ("Corvane Vista 1.5 T", "Aurelian Prisma-R 3 T", "Halden M3", "Osmotec Arc 1.5T", "Tarn 3T wide bore")
DEVICES: Final = (
    "Neurolyte S4 spinal cord stimulator",
    "Cardwell Pace II pacemaker",
    "Audiron cochlear implant",
    "Vagastim 102 nerve stimulator",
    "Infusa 20 pump",
    "Halcyon programmable shunt",
    "Orthex growing rod",
)
GROUPS: Final = ("MR Safety Group", "MR Safety Committee", "Magnet Safety Forum", "MRI Safety Board")
PARENTS: Final = (
    "Health and Safety Committee",
    "Clinical Governance Board",
    "Trust Safety Council",
    "Quality Committee",
)
ROLES: Final = ("Head of Medical Physics", "Lead Clinical Scientist", "Director of Imaging Physics", "Line manager")


WORDS: Final = {
    "MR",
    "TR",
    "TE",
    "SE",
    "IN",
    "IS",
    "IT",
    "OR",
    "TO",
    "BE",
    "RF",
    "RA",
    "IM",
    "OK",
    "ME",
    "GO",
    "HE",
    "PO",
    "CT",
    "PE",
    "CE",
    "EU",
    "HM",
}
"""Initials that would be words."""


def initials(name: str) -> str:
    """The first letters of the names."""
    return "".join(part[0] for part in name.replace("-", " ").split())


def person(rng: Random, taken: set[str]) -> str:
    """A name of which no part was used."""
    while True:
        first, last = rng.choice(FIRST.split()), rng.choice(LAST.split())
        if initials(f"{first} {last}") in WORDS:
            continue
        if not {first, last} & taken:
            taken |= {first, last}
            return f"{first} {last}"


def people_of(seed: int) -> People:
    """Everyone and everything of the portfolio of this seed."""
    rng, taken = chance("people", seed), set[str]()
    applicant, one, two, three, referee = (person(rng, taken) for _ in range(5))
    place = rng.choice(PLACES.split())
    hospital = f"{place} {rng.choice(KINDS)}"
    domain = f"{place.lower()}.example"
    slots = {
        "app": applicant,
        "ini": initials(applicant),
        "mail": f"{applicant.split()[0].lower()}.{applicant.split()[-1].lower()}@{domain}",
        "domain": domain,
        "first": one.split()[0],
        "other": one,
        "omail": f"{one.split()[0].lower()}.{one.split()[-1].lower()}@{domain}",
        "col": two.split()[-1],
        "col2": three.split()[-1],
        "third": three,
        "ci": initials(two) if initials(two) != initials(applicant) else "QZ",
        "hosp": hospital,
        "org": f"{hospital} NHS Trust",
        "scan": rng.choice(SCANNERS),
        "dev": rng.choice(DEVICES),
        "group": rng.choice(GROUPS),
        "parent": rng.choice(PARENTS),
    }
    year, month = rng.choice(((2025, 9), (2025, 11), (2026, 1), (2026, 3)))
    submitted = f"{year}-{month:02d}-{rng.randint(10, 28)}"
    return People(slots=slots, referee=referee, referee_role=rng.choice(ROLES), submitted=submitted)
