"""What the applicants of this set write. Plain data; all of it is invented."""

from typing import Final

ROMAN: Final = {"1": "i", "2": "ii", "3": "iii"}
SPOKEN: Final = {
    "1.1": "Governance mechanism",
    "1.2": "Safety framework",
    "2.1": "Local rules, procedures",
    "2.2": "Review of documents",
    "3": "Sequence modification",
    "4.1": "MR Conditional implants",
    "4.2": "MR Unlabelled implants",
    "4.3": "Body adornments",
    "5.1": "Training needs",
    "5.2": "Incidents",
    "6.1": "Specification, selection",
    "6.2": "Siting, installation",
    "7.1": "Acceptance tests",
    "7.2": "Regular checks",
    "8.1": "Update events",
    "8.2": "Specialist groups",
}
TOPICS: Final = {
    "Constitution of the MR safety committee": ("1.1", "1.2"),
    "Paper to the board on who answers for MR": ("1.1", "1.2", "5.2"),
    "Map of responsible persons at three sites": ("1.1", "2.1"),
    "Which documents an MR unit must hold": ("1.2", "2.2"),
    "Yearly report on the safety framework": ("1.2", "7.2", "1.1"),
    "Rewritten access rules, inpatient scanner": ("2.1", "5.1", "2.2"),
    "Emergency procedure for the 7 T laboratory": ("2.1", "5.2"),
    "Working instruction: helmets and cylinders": ("2.1", "2.2", "6.1"),
    "Mark-up of a neighbouring trust's policy": ("2.2", "8.2"),
    "Peer review of the fetal imaging procedure": ("2.2", "2.1", "3"),
    "Shorter diffusion protocol for warm patients": ("3", "4.1"),
    "First level mode: what was changed and why": ("3", "2.1"),
    "Noise limits for sedated infants": ("3", "7.1", "5.1"),
    "B1+rms capped for a spinal cord stimulator": ("3", "4.1", "4.2"),
    "Heart valve register and scan conditions": ("4.1", "2.1", "1.2"),
    "Cochlear implant conditions at 1.5 T": ("4.1", "3"),
    "Loop recorder enquiries of one quarter": ("4.1", "4.2"),
    "Bullet fragments near the spine": ("4.2", "4.3", "5.2"),
    "Orphaned stimulator with cut leads": ("4.2", "4.1"),
    "Unknown stent from overseas": ("4.2", "8.2"),
    "Magnetic eyelashes and hair extensions": ("4.3", "2.1"),
    "Jewellery that does not come off": ("4.3", "5.1", "4.2"),
    "Ward staff survey and course built on it": ("5.1", "1.2"),
    "Cleaner induction film, storyboard": ("5.1", "2.1"),
    "Fire crew familiarisation evening": ("5.1", "5.2", "8.1"),
    "Chair drawn into the bore: inquiry": ("5.2", "1.1"),
    "Forearm burn, cable loop": ("5.2", "3", "4.1"),
    "Questions put to three scanner vendors": ("6.1", "1.2", "7.1"),
    "Contrast injector, choice of model": ("6.1", "6.2"),
    "Car park next to the mobile pad": ("6.2", "7.2"),
    "Two magnets in one basement": ("6.2", "7.1", "6.1"),
    "Commissioning record of the hybrid theatre": ("7.1", "6.2", "2.1"),
    "Field plot after ramp-up": ("7.1", "7.2"),
    "Monthly door, alarm and sign checks": ("7.2", "5.2"),
    "Two-year oxygen sensor history": ("7.2", "6.2", "5.2"),
    "Talk given to the national study day": ("8.1", "5.1"),
    "Notes on a European course": ("8.1", "3", "8.2"),
    "Regional implant advice network": ("8.2", "4.1", "4.2"),
    "Drafting group for theatre guidance": ("8.2", "2.2", "8.1"),
    "Letters to a standards committee": ("8.2", "6.1"),
}
FORENAMES: Final = ("Ottilie", "Rhodri", "Nkechi", "Fergal", "Sunniva", "Tariq", "Morag", "Leofric", "Anwen", "Bashir")
SURNAMES: Final = ("Wetherby", "Okonjo", "Trelawny", "Banerjee", "Sorley", "Haraldsen", "Mbeki", "Fairclough", "Iqbal")
ROLES: Final = (
    *("Director of Medical Physics", "Head of MR Physics", "Consultant Clinical Scientist", "Head of Radiography"),
    *("Lead MR Radiographer", "Principal Physicist"),
)
HOSPITALS: Final = (
    *("Marram Bay Hospital", "Tollgate Royal Infirmary", "Wychford University Hospitals", "Ness Point Hospital"),
    *("St Oswin's Hospital", "Dunlin Valley Hospitals Trust"),
)
VOUCHES: Final = (
    "I have supervised {surname} during this work and confirm that the evidence above is their own.",
    "To the best of my knowledge the listed documents are the work of the applicant.",
    "As line manager I confirm that this account of experience is true.",
)
INTRODUCTIONS: Final = (
    "Below is where each piece of my work belongs.",
    "The page shows at a glance what each document was chosen for.",
    "How my documents meet the requirements:",
)
KINDS: Final = {"W": "written by me", "R": "reviewed by me", "P": "presented by me", "M": "measured by me"}
