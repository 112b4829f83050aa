"""What the invented applicants write."""

from typing import Final

CATEGORIES: Final = {
    "1": "Safety framework",
    "2": "Local rules and procedures",
    "3": "Modification of sequences for MR safety",
    "4": "Advice on MR procedures and implants",
    "5": "Training and incident reporting",
    "6": "Selection, siting and installation",
    "7": "Acceptance testing and safety checks",
    "8": "Links with professional bodies",
}
TITLES: Final = {
    "1.1": "Local MR safety governance mechanism",
    "1.2": "MR safety framework requirements",
    "2.1": "Local rules and procedures in the MR unit",
    "2.2": "Review of MR safety documentation",
    "3": "Modification of MR sequences for safety",
    "4.1": "Implanted devices with an MR Conditional label",
    "4.2": "MR Unlabelled devices or conditions that cannot be met",
    "4.3": "Non-medical implants and body adornments",
    "5.1": "Training needs and training material",
    "5.2": "Adverse incident investigations",
    "6.1": "Specification or selection of MR systems and related equipment",
    "6.2": "Design, siting and installation of an MR system",
    "7.1": "Safety related acceptance tests",
    "7.2": "Regular post-installation safety checks",
    "8.1": "MR safety update and training events",
    "8.2": "Engagement with specialist groups and professional bodies",
}
CODES: Final = tuple(TITLES)
SUPPORTS: Final = {
    "Terms of reference of the MR safety group": ("1.1", "1.2"),
    "MR safety policy, sections revised": ("1.2", "1.1", "2.1"),
    "Local rules for scanner 2": ("2.1", "2.2"),
    "Standard operating procedure for quench": ("2.1", "5.1"),
    "Comments on the trust implant policy": ("2.2", "1.2", "4.1"),
    "Low SAR spine protocol": ("3",),
    "Quiet sequences for neonates": ("3", "2.1"),
    "Protocol sheet, DBS patient": ("3", "4.1"),
    "Pacemaker pathway and field limits": ("4.1", "2.1"),
    "Abandoned leads: advice to cardiology": ("4.2", "4.1"),
    "Aneurysm clip of unknown make": ("4.2",),
    "Tattoo and permanent eyeliner advice": ("4.3",),
    "Metal worker's orbit X-ray pathway": ("4.3", "4.2"),
    "Training matrix for theatre staff": ("5.1", "1.2"),
    "E-learning module for porters": ("5.1",),
    "Trolley incident: root cause": ("5.2", "5.1"),
    "Near miss with an oxygen cylinder": ("5.2", "7.2"),
    "Tender scoring for the 3 T scanner": ("6.1",),
    "Infusion pump evaluation": ("6.1", "4.1"),
    "Controlled area plan, new build": ("6.2", "7.1"),
    "Quench pipe route, e-mails": ("6.2",),
    "Acceptance safety report, scanner 3": ("7.1", "7.2"),
    "Fringe field survey after upgrade": ("7.1", "6.2"),
    "Annual safety audit of the mobile unit": ("7.2", "2.2"),
    "Reflection on a national update meeting": ("8.1",),
    "Poster on ferromagnetic detectors": ("8.1", "6.1"),
    "Regional MR physics group minutes": ("8.2", "1.1"),
    "Reply to a public consultation": ("8.2", "2.2"),
}
FORENAMES: Final = ("Amara", "Bronwen", "Callum", "Davina", "Eilidh", "Farid", "Gwilym", "Hester", "Imran", "Jocasta")
SURNAMES: Final = (
    "Penhallow",
    "Osei",
    "Thackeray",
    "Varma",
    "McAllister",
    "Lindqvist",
    "Adeyemi",
    "Rusbridge",
    "Quayle",
)
ROLES: Final = (
    *("Head of MR Physics", "Lead Clinical Scientist", "Consultant Radiographer", "Director of Medical Physics"),
    *("Superintendent Radiographer", "Head of Imaging", "Principal Clinical Scientist"),
)
HOSPITALS: Final = (
    *("Saltmarsh General Hospital", "Northmoor University Hospitals", "St Brannock's Infirmary"),
    *("Vale of Tern Hospital", "Kestrel Park Hospital", "Royal Holmebeck Infirmary"),
)
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
KINDS: Final = ("report", "emails", "minutes", "risk")
KIND_NAMES: Final = {"report": "Report", "emails": "E-mails", "minutes": "Minutes", "risk": "Risk assessment"}
HEADINGS: Final = (
    *("Background", "Purpose", "Method", "Measurements", "Findings", "Discussion", "Recommendations", "Residual risk"),
    *("Roles", "Scope", "Controls in place", "Effect on image quality", "Responsibilities", "Follow-up", "Summary"),
)
REMARKS: Final = (
    *("Own draft throughout", "Led the review", "Tracked changes are mine", "Second author", "Wrote section on access"),
    *("Chair of the group", "Measured and reported", "Advice given by e-mail", "Slides made by me", "Countersigned"),
)
PLACES: Final = ("the control room", "zone B", "the anaesthetic bay", "scanner 2", "the mobile unit", "the plant room")
PEOPLE: Final = ("the lead radiographer", "the duty radiologist", "estates", "the ward sister", "the vendor's engineer")
THINGS: Final = ("a trolley", "an infusion pump", "the detector", "a laryngoscope", "the patient monitor", "a toolbox")
SENTENCES: Final = (
    "I measured {n}.{m} mT at {place} and {n}.{k} mT one metre further out on day {d}.",
    "After talking to {who} I proposed that {thing} be kept behind the {n} mT line.",
    "The limit of {n}.{m} W/kg was held by a longer TR of {t} ms and {k} fewer slices.",
    "In {place} the wording was changed because {who} had read it in {k} different ways.",
    "{who} asked whether {thing} may stay; my answer was no, and the reason is given in {n} lines.",
    "Noise was {t} dB(A) less {k}, so ear plugs and muffs are worn together.",
    "My comment {k} of {t} was taken over in full by {who}.",
    "The gradient slew rate was held to {t} T/m/s, which made the scan {d} minutes longer.",
    "The group agreed, {k} votes to {n}, that {place} is part of the controlled area.",
    "A sign at {place} had faded; it was replaced within {d} days and {who} was told.",
    "B1+rms stayed at {n}.{k} microtesla for all {d} slices of the modified sequence.",
    "{who} and I walked through {place} and listed {d} points, of which {k} are closed.",
    "The field gradient near {place} is {n}.{m} T/m at most, below the maker's {t} T/m.",
    "Of {t} staff asked, {d} could say who may let {who} into {place}.",
    "The oxygen alarm sounded at {t} seconds and the fan started {k} seconds later.",
    "We tried {thing} with {k} kg of weights and saw no pull beyond {n} degrees.",
)
STATEMENT: Final = (
    "I confirm that this portfolio truly reflects the extent and nature of the applicant's own work.",
    "I have read the evidence listed here. It is {surname}'s own work as far as I know it.",
    "The contents of this portfolio are a true account of the work of the applicant.",
)
