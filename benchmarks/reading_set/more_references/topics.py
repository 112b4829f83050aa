"""What invented items of evidence are about. Plain data."""

from typing import Final

TITLES: Final = (
    *("Review of the quench pipe inspection", "MR safety policy, version 3.2", "Audit of local rules, autumn 2023"),
    *(
        "E-mail advice on a cochlear implant",
        "Minutes of the MR safety group",
        "Field map of the 3 T scanner at 0.5 mT",
    ),
    *(
        "Risk assessment: ferromagnetic detection",
        "Teaching slides for theatre staff",
        "Report on a projectile near miss",
    ),
    *("Acceptance test report, scanner MR2", "Letter to the vendor on siting", "Protocol changes to limit SAR"),
    *(
        "Procedure for unlabelled devices",
        "Advice on a retained bullet fragment",
        "Tattoos and permanent make-up: advice note",
    ),
    *(
        "Specification for a replacement magnet",
        "Regional network meeting, contribution",
        "Response to a national consultation",
    ),
    *(
        "Site visit report, mobile unit bay 4",
        "Gradient noise measurements and hearing protection",
        "Framework for MR governance",
    ),
    *("Gap analysis against MHRA 2021, sections 4.1 to 4.11", "Business case comments on a 1.5 T upgrade"),
    *("Generic implant safety procedure for coronary stents", "Incident investigation: burn at the shoulder"),
    *("Cryogen venting drill, lessons learned", "Screening form review", "Commissioning checklist for a research coil"),
    *("Induction programme for new radiographers", "Controlled access area signage proposal"),
    *("Conference abstract on active implants", "Peer review of a neighbouring trust's rules"),
    *("Spatial gradient calculation for an aneurysm clip", "Pacemaker pathway and its risk benefit note"),
    *("Pregnancy in the MR environment: staff guidance", "Oxygen monitor alarm levels"),
    *("Weekly checks after a cold head replacement", "Terms of reference of the safety committee"),
    "Programmable shunt valves: how to check them after scanning and whom to call when the setting has changed",
    "Reflective account of a two-day implant safety workshop and what changed in our department because of it",
    "Draft and final versions of the operational policy for the intra-operative unit with my comments shown",
)
HEADINGS: Final = (
    *("Background", "Scope", "Method", "Findings", "Controls", "Discussion", "Actions", "Responsibilities"),
    *("Hazards", "Measurements", "Advice given", "Review", "Conclusions", "Limits of exposure", "Follow-up"),
)
SENTENCES: Final = (
    "I drafted this part and sent it to the lead radiographer for comment.",
    "The fringe field at the door was measured with a calibrated probe and was below the limit everywhere.",
    "After discussion with the clinician the scan went ahead in normal operating mode at 1.5 T.",
    "The earlier wording left it open who was to be called out of hours; the new wording names the role.",
    "Clause 4.2 of the older policy was withdrawn and its content moved to clause 7.1.",
    "Staff asked for a shorter form, so I took out questions that had never changed a decision.",
    "The manufacturer's statement covers the device alone and not the lead that is left in place.",
    "Version 2.1 was approved by the committee, with two small changes that I had proposed.",
    "Noise at the patient's ear stayed under 99 dB(A) with both plugs and headset.",
    "The vent line was inspected from the roof, and the bird guard was found loose.",
    "Sections 3 to 5 of the national guidance were used as the yardstick.",
    "We agreed to repeat the check within 6 weeks and to tell the safety group the result.",
)
CODES: Final = tuple("1.1 1.2 2.1 2.2 3 4.1 4.2 4.3 5.1 5.2 6.1 6.2 7.1 7.2 8.1 8.2".split())  # noqa: SIM905 - shorter
CODE_WORDS: Final = (
    *("Framework for MR safety", "Required documents", "Writing of documents", "Audit of documents"),
    *("Protocols and safety", "Conditional devices", "Unlabelled devices", "Non-medical implants"),
    *("Training programmes", "Incident investigations", "Selection of equipment", "Design and siting"),
    *("Acceptance testing", "Site safety reviews", "Own development in MR safety", "Specialist groups"),
)
LIST_HEADINGS: Final = (
    *("Contents", "Index of evidence", "List of documents", "Portfolio contents", "Contents list", "Evidence index"),
    *(
        "List of evidence",
        "Table of contents",
        "Schedule of evidence",
        "Inventory of items",
        "What is in this portfolio",
    ),
    *("Evidence submitted", "Documents enclosed", "Catalogue of evidence", "Summary of evidence items", "Index"),
)
TABLE_HEADINGS: Final = (
    *("Experience Cross Reference Table", "Experience cross-reference table", "EXPERIENCE CROSS REFERENCE TABLE"),
    *("Cross reference table", "Appendix: Experience Cross Reference Table", "MRSE Experience Cross Reference Table"),
    *("Cross-referencing of experience to evidence", "Experience cross reference"),
)
COLUMN_HEADINGS: Final = (
    *("Evidence", "Evidence reference", "Where to find it", "Evidence and part of it", "Supporting evidence"),
    *(
        "Reference to evidence",
        "Evidence submitted",
        "Cross reference",
        "Document and location",
        "Evidence (with pages)",
    ),
)
