"""Passages slipped into works: references to the guidelines, scope, simulation and links."""

from typing import Final

from ..apart.model import Block, Work  # noqa: TID252 - the set is imported by two names
from .chance import words
from .desk import Desk, mark, para

OUT: Final = {"2007": 2008, "2014": 2015, "2015": 2016, "2021": 2022}
"""The first year in which work can name an edition and no newer one was meant."""
GRADES: Final = ("applied", "traceable", "mention", "traceable_page", "applied", "traceable_note", "mention_dated")
LATER_GRADES: Final = ("applied_open", "traceable_two", "applied", "mention", "traceable")
DRIVES: Final = (
    (r"T:\Physics\MRI\Surveys\survey_full.xlsx", "file:///T:/Physics/MRI/Surveys/survey_full.xlsx"),
    ("the full table (shared drive)", "file://fs-imaging-01/mri/safety/table.docx"),
    ("Appendix B on SharePoint", "https://trustcloud.sharepoint.com/sites/mri/Shared%20Documents/appB.pdf"),
    ("minutes folder", "https://trustcloud-my.sharepoint.com/:f:/g/personal/mri_lead/minutes"),
    ("photographs", "https://drive.google.com/drive/folders/1aBcD"),
)
HARMLESS: Final = (
    ("www.hse.gov.uk", "https://www.hse.gov.uk/"),
    ("doi.org/10.1002/jmri.25282", "https://doi.org/10.1002/jmri.25282"),
    ("mail the office", "mailto:office@kestrel.example"),
)


def slip(desk: Desk, work: Work, *blocks: Block) -> None:
    """Put blocks in order somewhere in the body of the work."""
    spots = [at for at, one in enumerate(work.blocks) if one.kind == "para" and at > 1 and len(one.text) > 120]
    at = desk.rng.choice(spots or [len(work.blocks) - 1]) + bool(spots)
    work.blocks[at:at] = blocks


# References to the national guidelines


def reference(desk: Desk, work: Work, key: str) -> None:
    """A reference of this sort, in one of the ways people write it."""
    year = int(work.date[:4]) if work.date else int(desk.people.submitted[:4])
    fits = [edition for edition, since in OUT.items() if since <= year] or ["2007"]
    edition: str | None = fits[-1] if desk.rng.random() < 0.55 else desk.rng.choice(fits)
    name = desk.pick("mhra", f"name_{edition}")
    one, two = desk.rng.sample(words("mhra")[f"sections_{edition}"], 2)
    page, number = desk.rng.randint(12, 82), desk.rng.randint(1, 8)
    text = desk.pick("mhra", key, e=name, s=one, t=two, p=page, n=number)
    sections: list[str | None] = {"traceable_two": [one, two]}.get(key, [one])
    if key in {"mention", "mention_dated", "traceable_page"}:
        sections = [None]
    if key in {"mention", "applied_open"}:
        edition = None
    grade = key.split("_", maxsplit=1)[0]
    marks = [mark("mhra", edition=edition, section=section, grade=grade) for section in sections]
    slip(desk, work, para(text[0].upper() + text[1:], *marks))


def no_reference(desk: Desk, work: Work) -> None:
    """The agency in another of its duties, or a section of something else."""
    slip(desk, work, para(desk.pick("mhra", "not_ref")))


# Scope and simulation


def out_of_scope(desk: Desk, work: Work, kind: str) -> None:
    """A passage that is outside the scope."""
    slip(desk, work, para(desk.pick("scope", kind, "text"), mark("scope", kind=kind)))


def in_scope(desk: Desk, work: Work) -> None:
    """A sentence with words of what is outside, that is inside."""
    slip(desk, work, para(desk.pick("scope", "inside", "text")))


def simulate(desk: Desk, work: Work, *, how: str) -> None:
    """Say that the work is of a case that was made up: in the item, in the table's note, or in both."""
    work.simulated = True
    work.noted = how != "words"
    if how != "note":
        first = next(n for n, one in enumerate(work.blocks) if one.kind == "para" and len(one.text) > 110)
        work.blocks.insert(first, para(desk.pick("scope", "simulated", "text"), mark("simulated")))


def not_simulated(desk: Desk, work: Work) -> None:
    """A sentence with words of simulation in a work that is of a real case."""
    slip(desk, work, para(desk.pick("scope", "simulated_not", "text")))


# Links


def link(desk: Desk, work: Work, kind: str) -> None:
    """A link, an icon or a launch on a page of the work; ``harmless`` is a link to anybody's page."""
    note = mark("active", kind=kind)
    if kind == "dead_icon":
        name = desk.rng.choice(("RA_final_v3.docx", "Email chain.msg", "Field readings.xlsx", "Door audit.docx"))
        slip(desk, work, para("Double-click below for the document:"), Block(kind="icon", text=name, marks=(note,)))
    elif kind == "link_drive":
        text, target = desk.rng.choice(DRIVES)
        slip(desk, work, Block(kind="link", text=text, hidden=target, how="uri", marks=(note,)))
    elif kind == "launch":
        slip(desk, work, Block(kind="link", text="Start the reader", hidden="viewer.exe", how="launch", marks=(note,)))
    else:
        text, target = desk.rng.choice(HARMLESS)
        slip(desk, work, Block(kind="link", text=text, hidden=target, how="uri"))
