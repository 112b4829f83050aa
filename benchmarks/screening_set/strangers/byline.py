"""Who made a work: the lines that say so, and what is true of them."""

from dataclasses import dataclass, field
from typing import Final

from .desk import Desk
from .people import shown

MODES: Final = (
    *("applicant",) * 10,
    *("approved",) * 2,
    *("joint",) * 2,
    *("unclear",) * 3,
    *("other",) * 2,
    *("reviewer",) * 2,
    *("reviser",) * 2,
    "copied",
)
LABELS: Final = ("Author", "Prepared by", "Written by", "Author", "Lead author", "Completed by", "Compiled by")
FORM_LABELS: Final = ("Assessor", "Assessed by", "Completed by", "Form completed by", "Name of assessor")
REVIEW_LABELS: Final = ("Reviewed by", "Reviewer", "Second reader", "Checked and reviewed by")


@dataclass(kw_only=True)
class Byline:
    """Lines of label and people; who signs; what the truth says."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    author: str | None = "applicant"
    roles: list[str] = field(default_factory=list)
    signer: str = ""
    mode: str = ""


def byline(desk: Desk, mode: str, *, form: bool = False) -> Byline:
    """Who made it."""
    rng, p = desk.rng, desk.people
    label = rng.choice(FORM_LABELS if form else LABELS)
    mine = shown(rng, p.name, p.title)
    other = desk.colleague()
    theirs = shown(rng, other) + rng.choice(["", "", ", Superintendent Radiographer", ", Radiology"])
    post = f", {p.post}" if rng.random() < 0.5 else ""
    if form and rng.random() < 0.08:
        mine, post = p.slots["init"], ""
    by_me = [(label, mine + post)]
    both = rng.choice([" and ", ", ", " / "]).join(rng.sample([mine, shown(rng, other)], 2))
    chair = f"{p.slots['chair']}, Chair of the {p.slots['group']}"
    group = rng.choice([[], [], [("Department", "Medical Physics")], [(label, "MR Physics team")]])
    copies = f"{p.name}, {p.slots['lead']}, {p.slots['chair']}"
    made, read = ["produce"], [(label, theirs), (rng.choice(REVIEW_LABELS), mine)]
    revised = [("Original author", shown(rng, other)), ("Revised by", mine)]
    return {
        "applicant": Byline(lines=by_me, roles=made, signer=p.name, mode=mode),
        "approved": Byline(lines=[*by_me, ("Approved by", chair)], roles=made, signer=p.name, mode=mode),
        "joint": Byline(lines=[(rng.choice(["Authors", label]), both)], roles=made, signer=p.name, mode=mode),
        "unclear": Byline(lines=group, author="unclear", mode=mode),
        "other": Byline(lines=[(label, theirs)], author="other", signer=other, mode=mode),
        "copied": Byline(lines=[(label, theirs), ("Circulation", copies)], author="other", signer=other, mode=mode),
        "reviewer": Byline(lines=read, author="other", roles=["review"], signer=other, mode=mode),
        "reviser": Byline(lines=revised, author=None, roles=["revise"], mode=mode),
    }[mode]
