"""The scheme's numbers in own words, and invented people and places."""

from typing import Final

CODES: Final = (
    *("1.1", "1.2", "2.1", "2.2", "3", "4.1", "4.2", "4.3"),
    *("5.1", "5.2", "6.1", "6.2", "7.1", "7.2", "8.1", "8.2"),
)
TITLES: Final = {
    "1.1": "Governance and reporting arrangements for MR safety",
    "1.2": "Requirements of the MR safety framework",
    "2.1": "Content of local rules and procedures",
    "2.2": "Audit of local rules and SOPs",
    "3": "Changing MR sequences for safety",
    "4.1": "Advice on implants labelled MR Conditional",
    "4.2": "Advice on MR Unlabelled devices or unmet conditions",
    "4.3": "Advice on non-medical implants and adornments",
    "5.1": "Training needs and training material",
    "5.2": "Advice on incident investigation",
    "6.1": "Specification and selection of equipment",
    "6.2": "Design, siting and installation",
    "7.1": "Safety part of acceptance tests",
    "7.2": "Regular safety checks of the unit",
    "8.1": "Update and training events, with reflection",
    "8.2": "Work with specialist groups and bodies",
}
CATEGORIES: Final = {
    "1": "Safety framework",
    "2": "Local rules and procedures",
    "3": "Sequence modification",
    "4": "Advice for subjects",
    "5": "Training and incidents",
    "6": "Procurement and siting",
    "7": "Acceptance and checks",
    "8": "Professional links",
}
EXAMPLES: Final = {
    "1.1": "Terms of reference, policy, emails on reporting lines",
    "1.2": "Framework documents, emails on which documents are needed",
    "2.1": "Sections of local rules, access or screening procedures",
    "2.2": "Document audits, reviews against guidance",
    "3": "Protocol printouts before and after, radiologist feedback",
    "4.1": "Advice to operators, device procedures",
    "4.2": "Risk assessments, advice where conditions are not met",
    "4.3": "Tattoo, piercing or fragment advice",
    "5.1": "Slides, induction documents, needs analysis",
    "5.2": "Incident reports, minutes with advice given",
    "6.1": "Tender documents, choice of ancillary equipment",
    "6.2": "Drawings with comments, quench pipe emails",
    "7.1": "Fringe field measurements, acceptance reports",
    "7.2": "Site audits, checks of signs and alarms",
    "8.1": "Certificates with reflection, abstracts",
    "8.2": "Mailbase contributions, consultation responses",
}
FIRST: Final = (
    *("Imogen", "Declan", "Yusra", "Tobias", "Meera", "Callum", "Ngozi", "Rhiannon", "Piotr", "Hannah", "Farid"),
    *("Eilidh", "Joaquin", "Beatrix", "Samir", "Orla", "Kwame", "Lucinda", "Anders", "Chiara", "Gethin", "Mei Ling"),
)
LAST: Final = (
    *("Castleford", "Okonjo", "Thirlby", "Rahmani", "Pendry", "Szulc", "Abernathy", "Devereux", "Iyer", "Mossman"),
    *("O'Hanlon", "Lindqvist", "Tembo", "Garrick-Shaw", "Farnell", "Venkatesan", "Prosser", "Holloway", "Baptiste"),
    *("McEwan", "Duxbury", "Khatun"),
)
POSTS: Final = (
    *("Principal Clinical Scientist", "Senior Clinical Scientist (MRI)", "Superintendent Radiographer, MRI"),
    *("Clinical Scientist", "MR Physicist", "Lead MRI Radiographer", "Clinical Engineer", "Research Radiographer"),
)
REFEREE_POSTS: Final = (
    *("Head of MR Physics", "Consultant Clinical Scientist", "Head of Imaging Physics", "Line manager"),
    *("Lead for Non-Ionising Radiation", "Director of Medical Physics", "Radiology Services Manager"),
    *("Professor of MR Physics", "Consultant Radiologist and MR Responsible Person", "MR Safety Expert"),
)
PLACES: Final = (
    *("Wenlow General Hospital", "St Brannoc's Hospital", "Harrowdale University Hospitals NHS Foundation Trust"),
    *("Kilmorrich Royal Infirmary", "Tavermouth and District NHS Trust", "Royal Ashmere Hospital"),
    *("Penstrowed Imaging Centre", "North Ellerby Teaching Hospitals", "Queen Adela Hospital, Marlstone"),
    *("Dunwater Health Board", "Larkhill Neurosciences Centre", "Oakhanger Children's Hospital"),
)
COLLEAGUES: Final = (
    *("P. Wainfleet", "Dr R Solanki", "J. Maddern", "K Ostrowska", "Dr L. Fairbairn", "T. Brightwell"),
    *("S Nakamura", "Dr C. Udoh", "M. Trevanion", "A. Hollis"),
)
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
