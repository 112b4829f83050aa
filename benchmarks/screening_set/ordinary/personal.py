"""Personal data in words and in pictures, and what only looks like it."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Final

from .model import Block, Mark
from .values import chi_number, hospital_number, nhs_number, some_day, written, wrong_number
from .writing import Words

Maker = Callable[[Random, Words], str]


def patient(rng: Random, words: Words) -> str:
    """An invented patient's name."""
    first, last = words.pick("person bad").split()
    form = rng.randrange(4)
    if form == 0:
        return f"{last.upper()}, {first}"
    if form == 1:
        return f"{rng.choice(('Mrs', 'Mr', 'Ms'))} {first[0]} {last}"
    return f"{rng.choice(('Mrs', 'Mr', 'Ms', 'Miss'))} {first} {last}" if form == 2 else f"{first} {last}"


def birthday(rng: Random, _words: Words) -> str:
    """A date of birth."""
    return written(rng, some_day(rng, date(1931, 1, 1), date(2012, 12, 28)))[0]


VALUES: Final[dict[str, Maker]] = {
    "nhs_number": lambda rng, _: nhs_number(rng),
    "chi_number": lambda rng, _: chi_number(rng),
    "dob": birthday,
    "patient_name": patient,
    "hospital_number": lambda rng, _: hospital_number(rng),
}
WORDED: Final = tuple(VALUES)
HIDING: Final = ("white", "invisible", "outside", "tiny")


def said(rng: Random, words: Words, kind: str) -> tuple[str, str]:
    """A sentence or line that gives personal data, and the value in it."""
    value = VALUES[kind](rng, words)
    return words.pick(kind, v=value), value


def in_words(rng: Random, words: Words, kind: str) -> Block:
    """A paragraph with personal data."""
    text, value = said(rng, words, kind)
    text = text if text.endswith(".") else f"{text}."
    return Block(
        "para", f"{words.weave(1)} {text} {words.weave(1)}", secret=value, marks=(Mark("phi", {"kind": kind}),)
    )


def form(rng: Random, words: Words) -> Block:
    """The head of a request form, with several kinds."""
    kinds = rng.sample(WORDED, 3)
    values = [VALUES[kind](rng, words) for kind in kinds]
    labels = {"nhs_number": "NHS No.", "chi_number": "CHI", "dob": "Date of birth", "patient_name": "Patient",
              "hospital_number": "Hospital No."}  # fmt: skip
    rows = tuple((labels[kind], value) for kind, value in zip(kinds, values, strict=True))
    marks = tuple(Mark("phi", {"kind": kind}) for kind in kinds)
    return Block("rows", "", rows=(*rows, ("Referred from", words.pick("room"))), secret=values[0], marks=marks)


def hidden(rng: Random, words: Words) -> Block:
    """Words that are not seen on the page."""
    text, value = said(rng, words, rng.choice(("nhs_number", "patient_name", "dob")))
    return Block("hidden", text, how=rng.choice(HIDING), secret=value, marks=(Mark("phi", {"kind": "hidden_text"}),))


def overlay(rng: Random, words: Words, *, anonymous: bool) -> Block:
    """A picture from a console, with or without a patient's details in its corners."""
    lines: tuple[str, ...]
    if anonymous:
        lines = rng.choice((("ANONYMOUS", "PHANTOM"), ("TEST^PHANTOM", "ID QA"), ("VOLUNTEER", "VOL")))
        mark = Mark("not_phi")
    else:
        first, last = words.pick("person bad").upper().split()
        born = some_day(rng, date(1931, 1, 1), date(2012, 12, 28))
        lines = (f"{last}^{first}", f"DOB {born:%d/%m/%Y}", f"ID {hospital_number(rng)}")
        mark = Mark("phi", {"kind": "overlay"})
    return Block("picture", "\n".join(lines), how="overlay", marks=(mark,))


def look_alike(rng: Random, words: Words) -> Block:
    """A paragraph with what only looks like personal data."""
    some = [
        words.pick(
            "not_phi", person=f"{words.pick('first')} {words.pick('last')}", mail="mr.physics@carrowvale.example"
        )
        for _ in range(2)
    ]
    if rng.random() < 0.35:
        some.append(rng.choice(("Reference {v}", "Job number {v}", "Barcode {v}")).format(v=wrong_number(rng)))
    text = " ".join(each if each.endswith(".") else f"{each}." for each in some)
    return Block("para", f"{words.weave(1)} {text} {words.weave(1)}", marks=(Mark("not_phi"),))
