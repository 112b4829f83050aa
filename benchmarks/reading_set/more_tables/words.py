"""What the invented applicants write: categories in their own words, titles of evidence, prose, people."""

from typing import Final

CATEGORIES: Final = {
    "1": "Governance of MR safety",
    "2": "Key documents",
    "3": "Adjusting examinations for safety",
    "4": "Assessing risk",
    "5": "Training and incidents",
    "6": "Equipment and procurement",
    "7": "Sites and audits",
    "8": "Professional development",
}
SUB_CATEGORIES: Final = {
    "1.1": "Management structure",
    "1.2": "Requirements for documents",
    "2.1": "Writing local rules",
    "2.2": "Reviewing documents",
    "3": "Changing parameters for safety",
    "4.1": "Implants with conditions",
    "4.2": "Unlabelled implants",
    "4.3": "Unusual risks",
    "5.1": "Training of staff",
    "5.2": "Adverse incidents",
    "6.1": "New equipment",
    "6.2": "Devices for the MR environment",
    "7.1": "Planning of a unit",
    "7.2": "Audit of a unit",
    "8.1": "Keeping up to date",
    "8.2": "Work outside the hospital",
}
CODES: Final = tuple(SUB_CATEGORIES)
GUIDANCE: Final = (
    "Shows how responsibility for MR safety is laid down",
    "Contributes to what must be written and by whom",
    "Proposes, reviews or revises the working papers of a unit",
    "Weighs the harm of fields against the benefit of a scan",
    "Explains the reasoning and not only the result",
    "Draws lessons and passes them on to others",
)
TITLES: Final = (
    "Terms of reference of the safety group",
    "Local rules for the mobile unit",
    "Quench drill and its report",
    "Cochlear implant: conditions",
    "Lead left in the chest wall",
    "Minutes of the users' meeting",
    "Slides for theatre porters",
    "Fringe field survey",
    "Low SAR knee protocol",
    "Projectile near miss",
    "Purchase of a patient trolley",
    "Letter about a tattoo",
    "Audit of the door lock log",
    "Ear protection trial",
    "Plan of the second scanner room",
    "Reflection on a study day",
    "Reply to a regional forum",
    "Advice on an oxygen monitor",
    "Checklist, revised wording",
    "Aneurysm clip: reasoning",
)
KINDS: Final = ("Report", "E-mail", "Policy", "Minutes", "Risk assessment", "Slides", "Letter")
PROSE: Final = (
    "I was asked by the lead radiographer to look at this before the list began.",
    "The field at the door was measured twice and the higher value was kept.",
    "My suggestion was put to the group, which accepted it with one change.",
    "We compared the maker's limits with what the scanner reports during a scan.",
    "The wording was made plainer so that night staff can follow it.",
    "Nobody was hurt, and the trolley has been labelled since.",
    "The duty consultant was told how the benefit and the risk were weighed.",
    "A copy went to the head of department and to the unit's manager.",
    "The gradient mode was limited and the extra time was explained to the patient.",
    "It was agreed to look at this again after a year.",
)
COMMENTS: Final = (
    "Own draft throughout",
    "Led the review",
    "Changes tracked in red",
    "I chaired the meeting",
    "Advice given by e-mail",
    "Measured and written by me",
    "See second paragraph",
    "With a colleague",
)
FORENAMES: Final = ("Wenna", "Torquil", "Idris", "Ottoline", "Ffion", "Barnaby", "Zelah", "Osric", "Maelle", "Piran")
SURNAMES: Final = (
    "Thistlewick",
    "Okonjo-Bryce",
    "Larkhill",
    "Penhallow",
    "Garrowby",
    "Vantongeren",
    "Skerrow",
    "Ashdown",
)
REFEREES: Final = ("Dr Corisande Mulhern", "Prof Everard Tindall", "Mrs Jocasta Rimmington", "Dr Lucan Farthingale")
ROLES: Final = (
    "Head of MRI Physics",
    "Line manager, Radiology",
    "Director of Scientific Services",
    "Lead MR Radiographer",
)
HOSPITALS: Final = ("Quillmouth General Hospital", "St Werrin's Infirmary", "Northmarsh University Hospitals")
MHRA: Final = ("4.2", "4.4.1", "4.9", "3.3", "4.11", "2.5")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HEADS_OF_NUMBERS: Final = ("Evidence no.", "Evidence number", "No. of evidence item", "Evidence item no.")
LONG_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
HEADS: Final = {
    "code": (
        "Sub-category",
        "Sub-cat.",
        "Guid. ref",
        "MRSE sub-category",
        "Code",
        "Section",
        "IPEM sub-category",
        "Part",
    ),
    "title": ("Description", "Area of experience", "What is asked", "Sub-category title", "Competence"),
    "code_title": ("Sub-category", "Experience requirement", "Area", "Criterion of the guidance"),
    "category": ("Category", "Major category", "Main heading"),
    "guidance": ("Guidance in brief", "Expected evidence", "What IPEM looks for"),
    "where": (
        "Evidence",
        "Evidence reference",
        "Where shown",
        "Location of evidence",
        "Supporting evidence",
        "Found in",
    ),
    "eid": ("Evidence no.", "Evidence ID", "Evidence ref", "Item of evidence", "Evidence"),
    "etitle": ("Title of evidence", "Name of document", "Evidence title", "Document"),
    "page": ("Page(s)", "Relevant pages", "Pages", "Pg", "Page no."),
    "commentary": ("Commentary", "Remarks", "My part in it", "Note"),
    "date": ("Date", "Dated", "Date of work"),
    "sim": ("Simulated?", "Simulated (Y/N)", "Hypothetical?"),
    "mhra": ("MHRA guidelines section", "MHRA ref.", "MHRA para"),
    "initials": ("Initials", "Appl. initials"),
    "kind": ("Type", "Kind of document", "Format"),
    "codes": (
        "Sub-categories met",
        "Supports sub-category",
        "Relevant sub-categories",
        "Cross reference",
        "Used for",
        "MRSE sub-categories",
    ),
    "office": ("For assessor", "Assessor use", "Office use only"),
}
TABLE_TITLES: Final = (
    "Experience Cross Reference Table",
    "Experience cross-reference table",
    "EXPERIENCE CROSS REFERENCE TABLE",
    "MRSE Experience Cross Reference Table",
    "Cross Reference Table",
)
