"""What the portfolio of each seed has: the rare kinds in their turn, the ordinary as it comes."""

from dataclasses import dataclass
from typing import Final

from .chance import chance

TRAPS: Final = (
    *("4_relay", "8.1_no_reflection", "3_no_safety_aim", "2.2_equipment_audit", "1.1_enacts_only", "5.1_mere_trainer"),
    *("3_not_independent", "7_documents_review", "1.2_nominated_list", "3_no_image_quality", "4.2_one_hazard"),
    *("8.2_local_only", "commentary_only", "8.1_course_certificate", "6.1_software", "1.2_risk_assessment"),
    *("2_whole_document", "3_risk_assessment"),
)
SCOPES: Final = ("medical", "image_harm", "us_framework", "medical", "ionising", "mr_safe_metal", "image_quality")
BAD: Final = ("black", "white", "square", "textblack", "redact", "black", "grey")
GOOD: Final = ("removed", "raster", "banner", "removed", "highlight", "dark")
OF_FILES: Final = ("metadata", "hidden_text", "revision", "exif_gps", "hidden_text", "metadata")
LEAKS: Final = (
    *("lines", "who", "subject", "rows", "overlay", "lines", "who", "file", "sticker", "loose", "head", "rows"),
    *("window", "list", "quoted", "quoted"),
)
ACTIVE: Final = (
    *("link_drive", "dead_icon", "embedded_object", "link_drive", "attachment", "macro", "link_drive", "launch"),
    *("external_relationship", "javascript", "dead_icon"),
)
EXAMS: Final = (
    *("abmrs_mrse", "abmrs_mrse", "none", "abmrs_mrse", "course", "abmrs_mrse", "abmrs_mrse", "abmrs_mrso"),
    *("abmrs_mrse", "none", "abmrs_mrse", "abmrs_mrmd", "abmrs_mrse"),
)
SIGNATURES: Final = ("picture", "typed", "digital", "picture", "none", "typed", "picture")
SIMILAR: Final = ("", "near", "", "none", "", "duplicate", "commentary_only", "", "none", "", "near", "none", "")
SCANNED: Final = ("", "", "", "scan", "", "", "", "")
LOST: Final = {22: "blurred", 14: "outlines", 46: "outlines"}
LABELS: Final = ("Evidence", "Evidence", "Item", "Evidence", "Document", "Evidence")
FOLDERED: Final = {"embedded_object", "macro", "external_relationship"}


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
    references: float
    simulated: int
    leaks: tuple[str, ...]
    phantom: bool
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
    scan = LOST.get(seed, SCANNED[seed % 8])
    of_file = OF_FILES[seed // 5 % 6] if seed % 5 == 2 else ""
    active = ACTIVE[seed // 4 % 11] if seed % 4 == 1 else ""
    folder = active in FOLDERED or of_file == "exif_gps" or scan in {"blurred", "outlines"} or rng.random() < 0.36
    traps = [TRAPS[(seed * 11 + seed // 18) % 18]] if seed % 5 not in (1, 4) else []
    if seed % 6 == 0 and traps:
        traps += [one for one in (TRAPS[(seed * 5 + 7) % 18],) if one[0] != traps[0][0]]
    if seed % 20 == 7:  # else it would be too rare to be measured
        traps = [*[one for one in traps if one[0] not in "56"], "commentary_only"]
    bad = BAD[seed // 6 % 7] if seed % 6 == 5 else ""
    many = rng.choices([0, 1, 2], [72, 22, 6])[0] if bad or of_file else rng.choices([0, 1, 2], [34, 42, 24])[0]
    return Plan(
        seed=seed,
        form="folder" if folder else "pdf",
        label=LABELS[seed % 6],
        items=rng.randint(6, 10),
        traps=tuple(traps),
        thirds=rng.choices([2, 0, 1], [13, 4, 1])[0],
        long=rng.random() < 0.42,
        scopes=(SCOPES[seed // 4 % 7],) if seed % 4 == 0 else (),
        references=rng.choice([0.0, 0.2, 0.35, 0.35, 0.5, 0.6]),
        simulated=rng.choices([0, 1, 2], [58, 30, 12])[0],
        leaks=tuple(rng.sample(LEAKS, many)),
        phantom=rng.random() < 0.12,
        of_file=of_file,
        bad=bad,
        good=tuple(GOOD[(seed + at) % 6] for at in range(rng.choices([0, 1, 2], [50, 38, 12])[0])),
        unsure=seed % 15 == 7,
        similar=SIMILAR[seed % 13],
        active=active,
        exam=EXAMS[seed % 13],
        signature=SIGNATURES[seed % 7],
        own_referee=seed % 16 == 9,
        scan=scan,
    )
