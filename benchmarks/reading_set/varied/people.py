"""Invented people and hospitals, and the dates of a portfolio."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

GIVEN = (
    *(
        "Aled",
        "Brigid",
        "Callum",
        "Dilys",
        "Esther",
        "Farhan",
        "Gwenda",
        "Hamish",
        "Ifeoma",
        "Jolyon",
        "Kirsty",
        "Leela",
    ),
    *("Morag", "Nadim", "Orla", "Piers", "Rhona", "Sunil", "Tamsin", "Usha", "Verity", "Wilf", "Yusuf", "Zofia"),
)
FAMILY = (
    *("Ashgrove", "Birtwhistle-Odu", "Carradale", "Dunmallet", "Ellershaw", "Farrowby", "Gilchriston", "Hathersby"),
    *(
        "Inchmarlow",
        "Jessopson",
        "Kirkbrae",
        "Lanyonet",
        "Mossthwaite",
        "Nethercot",
        "O'Malvern",
        "Penhallick",
        "Quarmley",
    ),
    *("Rathbonet", "Skelding", "Trewartha-Nwosu", "Underhay", "Vasanthan", "Wrexby", "Yelland-Price"),
)
PLACES = (
    "Ambleford",
    "Brackenmoor",
    "Calderwick",
    "Dunnisthorpe",
    "Eskdene",
    "Fellbeck",
    "Garthmere",
    "Holmescar",
    "Ivelhurst",
    "Kelsowater",
)
KINDS = (
    "University Hospitals NHS Foundation Trust",
    "General Hospital",
    "Royal Infirmary",
    "Teaching Hospitals NHS Trust",
    "Health Board",
)
POSTS = (
    "Clinical Scientist (MR Physics)",
    "Principal MR Physicist",
    "Senior Clinical Scientist",
    "Lead MR Physicist",
    "MR Safety Lead",
)
HEADS = (
    "Head of MR Physics",
    "Consultant Clinical Scientist and line manager",
    "Director of Medical Physics",
    "Head of Imaging Physics",
)
COMMITTEES = ("Clinical Governance Committee", "Health and Safety Committee", "Radiation and Imaging Safety Board")
DEVICES = (
    "cochlear implant CI-31",
    "stimulator Vela 4.1",
    "shunt valve Adro",
    "pacemaker Kestrel 72",
    "clip of unknown make",
)
SCANNERS = ("3 T Aurora scanner", "1.5 T Meridian scanner", "3 T Polaris scanner", "1.5 T Lumen scanner")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, kw_only=True)
class People:
    """Who takes part. ``name`` is the applicant's as the cover has it, ``referee`` with the title."""

    name: str
    post: str
    hospital: str
    referee: str
    referee_role: str
    boss: str
    colleague: str
    radiologist: str
    outside: str
    committee: str
    submitted: date
    signed: date
    scanner: str
    device: str


def people(dice: random.Random) -> People:
    """A cast for one portfolio."""
    given, family = dice.sample(GIVEN, 6), dice.sample(FAMILY, 6)
    names = [f"{first} {last}" for first, last in zip(given, family, strict=True)]
    title = dice.choice(("", "", "Dr ", "Mr ", "Ms "))
    submitted = date(2025, 4, 2) + timedelta(days=dice.randrange(540))
    return People(
        name=title + names[0],
        post=dice.choice(POSTS),
        hospital=f"{dice.choice(PLACES)} {dice.choice(KINDS)}",
        referee=dice.choice(("Dr ", "Prof ", "Mrs ", "Dr ", "")) + names[1],
        referee_role=dice.choice(HEADS),
        boss=names[2],
        colleague=names[3],
        radiologist=f"Dr {names[4]}",
        outside=names[5],
        committee=dice.choice(COMMITTEES),
        submitted=submitted,
        signed=submitted - timedelta(days=dice.randrange(1, 20)),
        scanner=dice.choice(SCANNERS),
        device=dice.choice(DEVICES),
    )


def in_words(day: date) -> str:
    """A date as 4 May 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
