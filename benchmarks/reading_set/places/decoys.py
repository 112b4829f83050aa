"""Tables inside evidence that look like a cross reference table and are none."""

from typing import Final

from .desk import Desk
from .manners import Manner

CLAUSES: Final = ("3.1", "3.2", "4.1", "4.2", "4.3", "4.10", "5.1", "5.2", "6.1", "6.2", "7.1", "8.1")
SKILLS: Final = (
    *(
        "Explains the force on a ferrous object",
        "Writes a local rule",
        "Audits a screening form",
        "Reads an implant label",
    ),
    *(
        "Advises on an unlabelled device",
        "Plans a course for escorts",
        "Leads an incident review",
        "Checks an oxygen sensor",
    ),
    *(
        "Draws the 0.5 mT line",
        "Measures noise at the ear",
        "Speaks at the regional group",
        "Reviews a neighbour's site",
    ),
)


def audit_table(desk: Desk) -> None:
    """Clauses of a guideline, what was seen, and whether it is met."""
    desk.body(2)
    rng, prose = desk.rng, desk.prose
    desk.pen.para("Compliance with each clause", face="bold", size=11)
    head = rng.choice(
        (("Clause", "Requirement", "Evidence seen", "Met"), ("Section", "Guidance asks for", "Evidence", "Result"))
    )
    rows = [list(head)]
    for clause in CLAUSES:
        seen = rng.choice((f"Document {rng.randint(2, 9)}, page {rng.randint(1, 6)}", f"Procedure {rng.randint(3, 9)}",
                           "Seen on site", f"SOP {rng.randint(10, 40)}, section {rng.randint(1, 5)}"))  # fmt: skip
        rows.append([clause, prose.sentence(), seen, rng.choice(("Yes", "No", "Partly"))])
    desk.pen.table(rows, (9, 48, 26, 11), repeat=True)
    desk.body(2)


def local_rules_table(desk: Desk) -> None:
    """Local rules as a numbered table."""
    desk.text()
    rows = [["Rule", "Text of the rule", "Reference"]]
    for at, heading in enumerate(desk.headings, 1):
        for sub in (1, 2):
            words = f"{heading}. {desk.prose.sentence()}"
            rows.append([f"{at}.{sub}", words, f"MHRA 2021, {at % 5 + 1}.{sub + 2}"])
    desk.pen.table(rows, (9, 64, 22), form=desk.rng.choice(("ruled", "rules")), repeat=True)
    desk.body(1)


def risk_matrix(desk: Desk) -> None:
    """Severity by likelihood, then hazards with their scores."""
    desk.text()
    rows = [["Severity", "1 Rare", "2 Unlikely", "3 Possible", "4 Likely"]]
    rows += [[f"{s} {word}", *(str(s * n) for n in range(1, 5))]
             for s, word in enumerate(("Slight", "Minor", "Moderate", "Major", "Fatal"), 1)]  # fmt: skip
    desk.pen.table(rows, (3, 2, 2, 2, 2))
    hazards = [["Ref.", "Hazard", "Evidence for the score", "Score"]]
    for at in range(1, 9):
        for sub in range(1, desk.rng.randint(2, 3)):
            hazard, score = desk.prose.sentence(), str(desk.rng.randint(2, 20))
            hazards.append([f"{at}.{sub}", hazard, desk.prose.sentence(), score])
    desk.pen.table(hazards, (8, 40, 40, 9), repeat=True)


def competency_log(desk: Desk) -> None:
    """A training record of somebody's competencies with dates and witnesses."""
    desk.body(1)
    rows = [["No.", "Competency", "Evidence", "Assessed"]]
    for at, skill in enumerate(SKILLS):
        day = f"{desk.rng.randint(13, 28)}/{desk.rng.randint(1, 12):02d}/2024"
        what = desk.rng.choice(("Observed", "Case discussion", f"Logbook p. {desk.rng.randint(3, 40)}", "Written test"))
        rows.append([f"{at // 2 + 1}.{at % 2 + 1}", skill, what, day])
    desk.pen.table(rows, (8, 46, 26, 18), form=desk.rng.choice(("ruled", "shaded")))
    desk.body(3)


DECOYS: Final[dict[str, Manner]] = {
    "audit table": audit_table,
    "local rules table": local_rules_table,
    "risk matrix": risk_matrix,
    "competency log": competency_log,
}
