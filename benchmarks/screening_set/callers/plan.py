"""What the portfolio of each seed has: the rare kinds in their turn, the ordinary as it comes."""

from dataclasses import dataclass
from typing import Final

from .chance import chance

TRAPS: Final = (
    *("4_relay", "3_no_image_quality", "8.1_no_reflection", "2.2_equipment_audit", "5.1_mere_trainer"),
    *("1.2_nominated_list", "3_not_independent", "7_documents_review", "4.2_one_hazard", "1.1_enacts_only"),
    *("8.1_course_certificate", "3_no_safety_aim", "8.2_local_only", "6.1_software", "1.2_risk_assessment"),
    *("3_risk_assessment", "commentary_only", "2_whole_document"),
)
SCOPES: Final = ("medical", "us_framework", "ionising", "image_harm", "mr_safe_metal", "image_quality", "medical")
BAD: Final = ("black", "white", "square", "redact", "textblack", "grey", "black")
GOOD: Final = ("removed", "banner", "highlight", "removed", "dark", "raster")
OF_FILES: Final = ("hidden_text", "metadata", "exif_gps", "revision")
PICTURED: Final = ("overlay", "window", "phantom", "overlay", "sticker")
ACTIVE: Final = (
    *("link_drive", "attachment", "link_drive", "embedded_object", "dead_icon", "link_drive", "javascript"),
    *("external_relationship", "dead_icon", "macro", "launch"),
)
IN_FOLDERS: Final = {"embedded_object", "external_relationship", "macro"}
EXAMS: Final = (*("abmrs_mrse",) * 3, "course", *("abmrs_mrse",) * 4, "none", "abmrs_mrse", "abmrs_mrso", "abmrs_mrmd")
SIGNATURES: Final = ("typed", "picture", "picture", "typed", "none", "digital", "typed")
SIMILAR: Final = ("near", "", "none", "", "commentary_only", "", "duplicate", "", "none", "near", "")
SCANS: Final = ("", "scan", "", "", "", "scan", "", "", "blurred", "", "", "outlines", "")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The choices of one seed."""

    seed: int
    form: str
    label: str
    items: int
    traps: tuple[str, ...]
    thirds: int
    long: bool
    scopes: tuple[str, ...]
    references: int
    simulated: int
    slips: int
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
    scan, of_file = SCANS[seed % 13], OF_FILES[seed // 6 % 4] if seed % 6 == 4 else ""
    active = ACTIVE[seed // 3 % 11] if seed % 3 == 2 else ""
    folder = bool(scan) or active in IN_FOLDERS or of_file == "exif_gps" or rng.random() < 0.3
    first = TRAPS[(seed * 7 + seed // 18) % 18]
    second = (TRAPS[(seed * 5 + 3) % 18],) if seed % 4 == 0 else ()
    second = tuple(one for one in second if one.split("_")[0] != first.split("_")[0])
    bad = BAD[seed // 5 % 7] if seed % 5 == 1 else ""
    quiet = bool(of_file or bad)
    return Plan(
        seed=seed,
        form="folder" if folder else "pdf",
        label="Item" if seed % 5 == 3 else "Evidence",
        items=rng.randint(6, 10),
        traps=() if seed % 3 == 1 else (first, *second),
        thirds=rng.choices([2, 0, 1], [12, 5, 1])[0],
        long=rng.random() < 0.45,
        scopes=(SCOPES[seed // 3 % 7],) if seed % 3 == 0 else (),
        references=rng.choices([0, 1, 2, 3, 4], [8, 14, 28, 26, 14])[0],
        simulated=rng.choices([0, 1, 2], [60, 28, 12])[0],
        slips=rng.choices([0, 1, 2], [85, 12, 3] if quiet else [58, 30, 12])[0],
        pictured=rng.choice(PICTURED) if rng.random() < 0.3 else "",
        of_file=of_file,
        bad=bad,
        good=tuple(GOOD[(seed + at) % 6] for at in range(rng.choices([0, 1, 2], [45, 42, 13])[0])),
        unsure=seed % 14 == 9,
        similar=SIMILAR[seed % 11],
        active=active,
        exam=EXAMS[seed % 12],
        signature=SIGNATURES[seed % 7],
        own_referee=seed % 17 == 10,
        scan=scan,
    )
