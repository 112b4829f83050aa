"""What the portfolio of each seed has: every kind in its turn, the ordinary in all."""

from dataclasses import dataclass
from random import Random
from typing import Final

from .chance import chance

TRAPS: Final = (
    *("1.1_enacts_only", "1.2_nominated_list", "1.2_risk_assessment", "2_whole_document", "2.2_equipment_audit"),
    *("3_risk_assessment", "3_no_safety_aim", "3_no_image_quality", "3_not_independent", "4_relay", "4.2_one_hazard"),
    *("5.1_mere_trainer", "6.1_software", "7_documents_review", "8.1_no_reflection", "8.1_course_certificate"),
    *("8.2_local_only", "commentary_only"),
)
SCOPES: Final = ("medical", "image_harm", "image_quality", "ionising", "us_framework", "mr_safe_metal")
WORDS_PHI: Final = ("nhs_number", "dob", "patient_name", "hospital_number", "chi_number")
FILE_PHI: Final = ("overlay", "exif_gps", "hidden_text", "revision", "metadata")
BAD: Final = ("black", "square", "redact", "white", "grey")
GOOD: Final = ("removed", "raster", "header", "banner", "highlight", "under")
ACTIVE: Final = (
    *(
        "link_drive",
        "embedded_object",
        "attachment",
        "macro",
        "javascript",
        "launch",
        "external_relationship",
        "dead_icon",
    ),
)
EXAMS: Final = (*("abmrs_mrse",) * 6, "none", "abmrs_mrso", "course", "abmrs_mrmd", "abmrs_mrse", "none")
SIGNATURES: Final = ("picture", "typed", "typed", "digital", "picture", "none")
SIMILAR: Final = ("near", "none", "duplicate", "commentary_only", "near", "none")
SCANS: Final = {7: "scan", 19: "outlines", 31: "scan", 43: "scan", 49: "blurred", 55: "scan"}


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The choices of one seed."""

    seed: int
    form: str
    items: int
    traps: tuple[str, ...]
    third: str
    long: bool
    scopes: tuple[str, ...]
    references: int
    simulated: int
    phi: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    unsure: bool
    similar: tuple[str, ...]
    active: tuple[str, ...]
    exam: str
    signature: str
    own_referee: bool
    scan: str


def plan(seed: int) -> Plan:
    """What this seed has."""
    rng = chance("plan", seed)
    form = "folder" if seed in SCANS or seed % 20 in {1, 3, 4, 6, 9, 11, 13, 16, 18} else "pdf"
    trap = TRAPS[seed * 5 % 18]
    traps: tuple[str, ...] = (trap,) if seed % 2 else (trap, TRAPS[(seed // 2 * 7 + 4) % 18])
    if seed % 10 == 9:
        traps = ()
    return Plan(
        seed=seed,
        form=form,
        items=rng.randint(4, 7),
        traps=tuple(dict.fromkeys(traps)),
        third=rng.choice(["two", "two", "two", "two", "none", "none", "one"]),
        long=seed % 3 != 0,
        scopes=_some(rng, SCOPES, seed, (1, 1, 0, 1, 0)),
        references=(2, 3, 1, 4, 2, 0, 3)[seed % 7],
        simulated=(0, 1, 0, 1, 2)[seed % 5],
        phi=_phi(rng, seed, form),
        bad=(BAD[seed // 3 % 5],) if seed % 3 == 0 else (),
        good=tuple(rng.sample(GOOD, (1, 0, 2)[seed % 3])),
        unsure=seed % 12 == 5,
        similar=(SIMILAR[seed % 6],) if seed % 4 else (SIMILAR[seed % 6], "none"),
        active=_active(seed, form),
        exam=EXAMS[seed * 5 % 12],
        signature=SIGNATURES[seed % 6],
        own_referee=seed % 12 == 4,
        scan=SCANS.get(seed, ""),
    )


def _some(rng: Random, those: tuple[str, ...], seed: int, many: tuple[int, ...]) -> tuple[str, ...]:
    first = those[seed * 5 % len(those)] if seed % 5 else those[seed // 5 % len(those)]
    return (
        (first, *rng.sample([one for one in those if one != first], seed % 10 == 1)) if many[seed % len(many)] else ()
    )


def _phi(rng: Random, seed: int, form: str) -> tuple[str, ...]:
    """Kinds of personal data; pictures are files of their own only in folders."""
    made = []
    if seed % 2 == 0:
        made.append(WORDS_PHI[seed // 2 % 5])
    if seed % 7 in {2, 3}:
        made.append(WORDS_PHI[rng.randrange(4)])
    if form == "folder":
        made.append(FILE_PHI[(seed + seed // 10) % 5])
    elif seed % 5 == 0:
        made.append(("hidden_text", "revision", "metadata", "overlay")[seed // 5 % 4])
    return tuple(dict.fromkeys(made))


def _active(seed: int, form: str) -> tuple[str, ...]:
    in_pdf = ("link_drive", "attachment", "javascript", "launch", "dead_icon")
    if form == "folder":
        return (ACTIVE[seed // 2 % 8],) if seed % 4 != 2 else ()
    return (in_pdf[seed // 2 % 5],) if seed % 3 == 2 else ()
