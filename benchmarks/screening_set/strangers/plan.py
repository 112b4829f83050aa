"""What the portfolio of each seed has: the rare kinds in their turn, the ordinary as it comes."""

from dataclasses import dataclass
from typing import Final

from .chance import chance

TRAPS: Final = (
    *("3_no_image_quality", "4_relay", "8.1_course_certificate", "1.1_enacts_only", "2_whole_document"),
    *("4.2_one_hazard", "7_documents_review", "3_not_independent", "5.1_mere_trainer", "1.2_nominated_list"),
    *("8.1_no_reflection", "2.2_equipment_audit", "3_no_safety_aim", "8.2_local_only", "6.1_software"),
    *("1.2_risk_assessment", "3_risk_assessment", "commentary_only"),
)
SCOPES: Final = ("medical", "image_quality", "image_harm", "ionising", "medical", "us_framework", "mr_safe_metal")
SLIPS: Final = ("patient_name", "nhs_number", "hospital_number", "dob", "patient_name", "nhs_number")
PICTURED: Final = ("overlay", "sticker", "phantom", "overlay", "window", "running", "console")
OF_FILES: Final = ("metadata", "revision", "exif_gps", "hidden_text")
BAD: Final = ("black", "textblack", "square", "white", "redact", "black", "grey")
GOOD: Final = ("removed", "banner", "dark", "raster", "removed", "highlight")
ACTIVE: Final = (
    *("link_drive", "dead_icon", "link_drive", "attachment", "embedded_object", "link_drive", "dead_icon"),
    *("javascript", "external_relationship", "launch", "macro"),
)
IN_FOLDERS: Final = {"embedded_object", "external_relationship", "macro"}
EXAMS: Final = (
    *("abmrs_mrse",) * 4,
    "abmrs_mrso",
    *("abmrs_mrse",) * 3,
    "course",
    "abmrs_mrse",
    "none",
    "abmrs_mrse",
    "abmrs_mrmd",
)
SIGNATURES: Final = ("typed", "picture", "typed", "digital", "picture", "typed", "none")
SIMILAR: Final = ("", "none", "near", "", "none", "", "duplicate", "none", "", "commentary_only", "near", "")
SCANS: Final = ("", "", "scan", "", "", "", "scan", "", "outlines", "", "scan", "", "", "", "blurred")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The choices of one seed."""

    seed: int
    form: str
    label: str
    items: int
    traps: tuple[str, ...]
    third: str
    long: bool
    scopes: tuple[str, ...]
    references: int
    simulated: int
    slips: tuple[str, ...]
    pictured: str
    of_file: str
    bad: str
    good: tuple[str, ...]
    unsure: bool
    similar: str
    active: str
    exam: str
    signature: str
    own_referee: bool
    scan: str


def plan(seed: int) -> Plan:
    """What this seed has."""
    rng = chance("plan", seed)
    scan = SCANS[seed % 15]
    active = ACTIVE[seed // 3 % 11] if seed % 3 == 1 else ""
    folder = bool(scan) or active in IN_FOLDERS or rng.random() < 0.3
    of_file = OF_FILES[seed // 7 % 4] if seed % 7 == 2 else ""
    bad = BAD[seed // 6 % 7] if seed % 6 == 3 else ""
    folder = folder or of_file == "exif_gps"
    many = rng.choices([0, 1, 2, 3], [60, 27, 11, 2])[0] if not (of_file or bad) or rng.random() < 0.35 else 0
    return Plan(
        seed=seed,
        form="folder" if folder else "pdf",
        label="Item" if seed % 6 == 5 else "Evidence",
        items=rng.randint(6, 9),
        traps=_traps(seed),
        third=rng.choices(["two", "none", "one"], [12, 6, 1])[0],
        long=rng.random() < 0.5,
        scopes=(SCOPES[seed // 3 % 7],) if seed % 3 == 0 else (),
        references=rng.choices([0, 1, 2, 3, 4, 5], [8, 12, 26, 26, 18, 10])[0],
        simulated=rng.choices([0, 1, 2, 3], [58, 28, 12, 2])[0],
        slips=tuple(SLIPS[(seed + at * 5) % 6] for at in range(many)),
        pictured=rng.choice(PICTURED) if rng.random() < 0.3 else "",
        of_file=of_file,
        bad=bad,
        good=tuple(GOOD[(seed + at) % 6] for at in range(rng.choices([0, 1, 2], [45, 40, 15])[0])),
        unsure=seed % 13 == 6,
        similar=SIMILAR[seed % 12],
        active=active,
        exam=EXAMS[seed % 13],
        signature=SIGNATURES[seed % 7],
        own_referee=seed % 19 == 8,
        scan=scan,
    )


def _traps(seed: int) -> tuple[str, ...]:
    """None in a third of the portfolios; else one, or two that are not alike."""
    if seed % 3 == 2:
        return ()
    first = TRAPS[(seed - seed // 3) % 18]
    second = (TRAPS[(seed * 5 + 7) % 18],) if seed % 2 == 0 else ()
    alike = {one.split("_")[0] for one in second} & {first.split("_")[0]}
    return (first,) if alike else (first, *second)
