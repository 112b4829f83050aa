# ruff: noqa: RUF001 - applicants write dashes and curly quotes
"""What items, files and notes are called. Plain data."""

from typing import Final, NamedTuple


class Style(NamedTuple):
    """How an applicant calls items; ``{n}`` is the number. ``by`` is number, letter or triple (category and place)."""

    heading: str
    cells: tuple[str, ...]
    by: str = "number"


STYLES: Final = (
    Style("Evidence {n}", ("Evidence {n}", "evidence {n}", "Ev. {n}", "Ev {n}", "Evid. {n}", "EVIDENCE {n}")),
    Style("E{n}", ("E{n}", "E {n}", "E-{n}", "e{n}", "E.{n}")),
    Style("Item {n}", ("Item {n}", "item {n}", "Item no. {n}", "ITEM {n}")),
    Style("Document {n}", ("Doc {n}", "Document {n}", "Doc. {n}", "doc {n}", "Doc{n}")),
    Style("Exhibit {n}", ("Exhibit {n}", "Exh. {n}", "exhibit {n}", "Ex. {n}"), "letter"),
    Style("Ref {n}", ("Ref {n}", "Ref. {n}", "[{n}]", "ref {n}")),
    Style("Attachment {n}", ("Attachment {n}", "Att. {n}", "Att {n}", "attachment {n}")),
    Style("Supporting evidence {n}", ("Supporting evidence {n}", "Supp. evidence {n}", "Supporting ev. {n}")),
    Style("Enclosure {n}", ("Enclosure {n}", "Encl. {n}", "Enc {n}", "enclosure {n}")),
    Style("Evidence {n}", ("Evidence {n}", "Ev {n}", "Ev. {n}", "evidence {n}"), "triple"),
    Style("Evidence {n}", ("{n}", "No. {n}", "#{n}", "no. {n}")),
    Style("Portfolio item {n}", ("Portfolio item {n}", "Item {n}", "Port. item {n}", "item {n}")),
)
TITLES: Final = (
    "Local rules for the mobile unit",
    "Gap analysis against MHRA 2021, clauses 4.1 to 4.11",
    "Advice on 2 programmable shunts, 1.5 T and 3 T",
    "Terms of reference, MR safety group, version 2.1",
    "QUENCH PIPE INSPECTION 2023",
    "SAR REDUCTION FOR DEEP BRAIN STIMULATORS",
    "Audit of 14 standard operating procedures",
    "Fringe field survey, room 3.2",
    "E-mail thread on a retained fragment",
    "Near miss 2022-117: oxygen cylinder",
    "Slides for theatre staff (part 1 of 2)",
    "Minutes, 7 June 2023",
    "Risk assessment of tattoos",
    "Tender scoring, lots 1, 2 and 4",
    "Review of the regional implant policy together with the comments that were sent back to its authors and the reply",
    "Acceptance of the 3 T scanner: acoustic noise, gradient output, projectile zones and the emergency stop, 2024",
    "How we scan patients whose cochlear implant has a magnet that cannot be taken out, from referral to discharge",
    "Reflection on the course, day 2",
    "Working group on fetal exposure: my drafts of chapters 3 and 5",
    "Design of a hybrid theatre, drawings A1 to A4",
    "Weekly helium log and what it led to",
    "MR Conditional pacemakers: pathway, checks, 24-hour contact",
    "Cylinder labels",
    "Answer to consultation 6.2 of the national guidance",
    "Framework for naming responsible persons at 5 sites",
    "Screening form, versions 1 to 4",
    "Body piercing and fixed jewellery",
    "INCIDENT REPORT: BURN AT THE ELBOW",
    "Protocol change for 3 patients with nerve stimulators",
    "Ear protection for neonates",
)
SUBTITLES: Final = (
    "A report to the MR safety group",
    "with comments and replies",
    "Final version, approved",
    "Prepared for the Trust board",
    "Extracts only",
)
SIMULATED: Final = (
    *(" (simulated)", " – simulated case", " (hypothetical)", " [simulated]", ", simulated", " (SIM)", " – SIMULATED"),
    *(" (hypothetical scenario)", " (mock exercise)", " (simulated, not a patient)", " - a hypothetical case"),
)
MARKS: Final = (
    *(("*", "* simulated evidence"), ("†", "† hypothetical case"), (" (S)", "(S) simulated"), ("¹", "¹ Simulated.")),
    *(("#", "# = mock exercise, not a patient"), ("**", "** simulated for training"), (" [H]", "[H]: hypothetical")),
)
NEUTRAL: Final = (
    *(" (redacted)", " (anonymised)", " – redacted", " (names removed)", " (extract)", " (real case, not simulated)"),
    *(" (with permission)", " (screenshots)", " (signed copy)", " (co-author)"),
)
COMMENTS: Final = (
    "Sole author",
    "I wrote the first draft",
    "Patient details redacted",
    "Chaired the review",
    "",
    "",
    "",
)
NOT_CLAIMED: Final = ("N/A", "n/a", "not claimed", "Not claimed.", "-", "", "None", "none at present", "Nil", "N/A.")
DITTO: Final = ("Ditto", "ditto", "As above", "as above.", "(as above)", '"', "Same as above", "do.")
SLIPS: Final = (
    *(("Evidence", "Evidnece"), ("evidence", "evidance"), ("section", "secton"), ("Section", "Secion")),
    *(("page", "pge"), ("Document", "Documnet"), ("Item", "Itme"), ("pages", "pagse"), ("slide", "slde")),
    *(("Attachment", "Attachement"), ("appendix", "apendix"), ("paragraph", "paragaph"), ("figure", "figrue")),
)
AS_FOR: Final = ("As for {c}", "as {c}", "See {c}", "same as {c}", "Same evidence as {c}.", "see {c} above")
FRONTS: Final = ("0 Cover and cross reference.pdf", "00_Application.pdf", "0. READ FIRST.pdf", "01 Front pages.pdf")
VOLUMES: Final = (
    ("1 Evidence volume one.pdf", "2 Evidence volume two.pdf", "3 Evidence volume three.pdf"),
    ("Part 1.pdf", "Part 2.pdf", "Part 3.pdf"),
    ("Binder A.pdf", "Binder B.pdf", "Binder C.pdf"),
)
CATEGORY_FOLDERS: Final = ("Category {k}", "Cat {k}", "{k}. Evidence", "Experience category {k}", "C{k}")
FILE_FORMS: Final = ("{h} {t}", "{h}_{t}", "{h} - {t}", "{h}", "{t} ({h})", "{h} FINAL v3")
FOOTERS: Final = (
    "str(n)",
    '"Page " + str(n)',
    '"- " + str(n) + " -"',
    '"MRSE portfolio, page " + str(n)',
    '"p. " + str(n)',
)
STATEMENTS: Final = {
    "item": ("Pages are counted within each item from its own first page.", "Page 1 is the first page of each item."),
    "item_after_divider": ("Pages are counted within each document; the title sheet does not count.",),
    "file": ("Page numbers are those of the PDF file in which the item is.", "Pages: as counted in each file."),
    "portfolio": (
        "Pages are counted through everything sent, from the cover as page 1.",
        "Page numbers run from the cover to the last sheet of the portfolio.",
    ),
    "printed": (
        "Page numbers are those printed at the foot of the page.",
        "The page numbers given here are the ones in the footer.",
    ),
}
