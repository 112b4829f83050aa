"""What the portfolio of each seed has: the rare kinds in their turn, the ordinary as it comes."""

from dataclasses import dataclass
from typing import Final

from .chance import chance

EXAMS: Final = ("abmrs_mrse", "abmrs_mrse", "none", "abmrs_mrse", "course", "abmrs_mrse", "abmrs_mrso", "abmrs_mrse")
SIGNATURES: Final = ("typed", "picture", "digital", "picture", "none", "picture", "typed")
SIMILAR: Final = ("", "near", "", "none", "", "duplicate", "")
ACTIVE: Final = ("attachment", "javascript", "macro", "embedded_object", "external_relationship")
COVERS: Final = (
    *("black", "removed", "white", "", "square", "banner", "image"),
    *("redact", "textblack", "highlight", "grey", "ghost", ""),
)
TRAPPED: Final = (1, 2, 4)
HUNG: Final = {"macro", "embedded_object", "external_relationship"}


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The choices of one seed."""

    seed: int
    form: str
    label: str
    items: int
    leaks: int
    trap: int | None
    simulated: bool
    long: bool
    covers: tuple[str, ...]
    similar: str
    active: str
    of_file: str
    exam: str
    signature: str
    own_referee: bool
    scan: bool
    picture: bool


def plan(seed: int) -> Plan:
    """What this seed has."""
    rng = chance("plan", seed)
    active = ACTIVE[seed // 6 % 5] if seed % 6 == 2 else ""
    folder = active in HUNG or rng.random() < 0.4
    cover = COVERS[seed % len(COVERS)]
    return Plan(
        seed=seed,
        form="folder" if folder else "pdf",
        label=("Evidence", "Item", "Evidence", "Evidence", "Document")[seed % 5],
        items=rng.randint(6, 9),
        leaks=(1, 1, 2, 1, 3, 0, 2)[seed % 7],
        trap=seed // 5 * 3 + TRAPPED.index(seed % 5) if seed % 5 in TRAPPED else None,
        simulated=seed % 4 == 3,
        long=seed % 5 in (0, 3),
        covers=tuple(how for how in (cover if seed % 3 else "", "removed" if seed % 4 == 1 else "") if how),
        similar=SIMILAR[seed % 7],
        active=active,
        of_file=("metadata", "file", "head")[seed // 8 % 3] if seed % 8 == 4 else "",
        exam=EXAMS[seed % 8],
        signature=SIGNATURES[seed % 7],
        own_referee=seed % 13 == 9,
        scan=seed % 10 == 2,
        picture=folder and seed % 3 != 2,
    )
