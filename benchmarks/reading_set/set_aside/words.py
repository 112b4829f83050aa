"""The invented people, hospitals, devices and subjects that the portfolios are made of."""

from typing import Final

PEOPLE: Final = (
    *(
        "Amara Whitcombe",
        "Tomasz Okafor-Bell",
        "Priya Nandakumar",
        "Gareth Llewelyn",
        "Siobhan McArdle",
        "Yusuf Demirel",
    ),
    *(
        "Hannah Osterley",
        "Rhodri Pugh",
        "Ngozi Achebe-Lane",
        "Callum Drummond",
        "Mei-Ling Harcourt",
        "Oluwaseun Adeyemi",
    ),
    *(
        "Katarzyna Wolny",
        "Fergus O'Rourke",
        "Ines Cavaleiro",
        "Dilan Perera",
        "Beth Ainsworth-Cole",
        "Arjun Raghunathan",
    ),
)
REFEREES: Final = (
    *("Dr Marcus Fenwick", "Prof. Helena Strand", "Dr Anjali Deshmukh", "Mr Owen Treharne", "Dr Ruth Callaghan"),
    *(
        "Professor Ian Mossgrove",
        "Ms Farida Kassim",
        "Dr Piotr Zielonka",
        "Dr Leonie Baptiste",
        "Mrs Joan Hebblethwaite",
    ),
)
ROLES: Final = (
    *("Head of MR Physics", "Consultant Clinical Scientist", "Lead MR Safety Expert", "Director of Medical Physics"),
    *("Clinical Director of Radiology", "Superintendent Radiographer (MRI)", "Head of Imaging Physics"),
)
JOBS: Final = (
    *(
        "Clinical Scientist (MR Physics)",
        "Principal MR Physicist",
        "Lead MRI Radiographer",
        "Senior Clinical Scientist",
    ),
    *("Consultant Medical Physicist", "Research Radiographer, MR Unit"),
)
HOSPITALS: Final = (
    *(
        "Northmere University Hospitals NHS Trust",
        "Calder Vale NHS Foundation Trust",
        "St Wilfrid's Hospital, Eastbourne Road",
    ),
    *(
        "Royal Penhallow Infirmary",
        "Glen Tarrow Health Board",
        "Aberwen Teaching Hospital",
        "Thornleigh Imaging Centre",
    ),
)
DEVICES: Final = (
    *("Corvalis DX pacemaker", "Neurowave 16 cochlear implant", "Stentria coil", "Halden VNS generator"),
    *("Ortholink hip stem", "Pumpline 300 infusion pump", "Fluxguard ferromagnetic detector", "Aneuris clip"),
    *("Sacral Pulse II stimulator", "Valvex mitral ring"),
)
SCANNERS: Final = ("Meridian 3T", "Auralis 1.5T", "Polaris One 1.5T", "Vantor 3T", "Helion 0.55T")
SUB_CATEGORIES: Final = (
    *("1.1", "1.2", "2.1", "2.2", "3", "4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7.1", "7.2", "8.1", "8.2"),
)
LONG: Final = {
    "1.1": "Contribute to specifying a local MR safety governance mechanism",
    "1.2": "Contribute to defining MR safety framework requirements",
    "2.1": "Contribute to local rules and procedures within the MR unit",
    "2.2": "Audit local rules and SOPs for compliance with national guidance and legislation",
    "3": "Safety advice on the modification of MR sequences for MR safety purposes",
    "4.1": "Advice for adhering to MR conditions of implanted devices with an MR Conditional label",
    "4.2": "Advice for MR Unlabelled devices or where MR conditions cannot be met",
    "4.3": "Advice for non-medical implants and body adornments",
    "5.1": "Review and revise training needs and/or produce training material",
    "5.2": "Provide advice on adverse incident investigations",
    "6.1": "Contribute to the specification or selection of MR systems or related equipment",
    "6.2": "Contribute to design and siting and/or installation of an MR system",
    "7.1": "Contribute to safety related acceptance tests of an MR unit",
    "7.2": "Contribute to regular post-installation MR unit safety checks",
    "8.1": "Attend or contribute to MR safety update events and reflect on learning",
    "8.2": "Active engagement with relevant specialist groups or professional bodies",
}
SHORT: Final = {
    "1.1": "Governance mechanism",
    "1.2": "Framework requirements",
    "2.1": "Local rules",
    "2.2": "Audit of procedures",
    "3": "Sequence modification",
    "4.1": "MR Conditional devices",
    "4.2": "Unlabelled devices",
    "4.3": "Body adornments",
    "5.1": "Training",
    "5.2": "Incidents",
    "6.1": "Procurement",
    "6.2": "Siting and design",
    "7.1": "Acceptance tests",
    "7.2": "Safety checks",
    "8.1": "Update events",
    "8.2": "Specialist groups",
}
CATEGORIES: Final = {
    "1": "Safety framework",
    "2": "Local rules and procedures",
    "3": "Modification of sequences",
    "4": "Individual subjects and groups",
    "5": "Training and incidents",
    "6": "Procurement, siting, installation",
    "7": "Acceptance and regular checks",
    "8": "Links with professional bodies",
}
SUBJECTS: Final = {
    "1.1": (
        "MR Safety Group terms of reference",
        "Reporting lines to the Health and Safety Committee",
        "Governance proposal",
    ),
    "1.2": ("MR safety policy revision", "Nominated roles paper", "Required documents briefing"),
    "2.1": ("Local rules, controlled access section", "Out of hours access procedure", "Screening form rewrite"),
    "2.2": ("Audit of local rules", "SOP compliance review", "Review of procedures against guidance"),
    "3": ("Low SAR lumbar protocol", "Gradient derating for stimulator", "Acoustic noise reduction in neonates"),
    "4.1": ("Advice on conditional pacemaker", "Isocentre restriction calculation", "Cochlear implant procedure"),
    "4.2": ("Unlabelled clip risk assessment", "Abandoned lead advice", "Scan outside conditions"),
    "4.3": ("Tattoo and piercing advice", "Magnetic lashes incident prevention", "Shrapnel assessment"),
    "5.1": ("Staff training matrix", "E-learning module for porters", "Induction slides"),
    "5.2": ("Projectile near miss report", "Burn investigation", "Incident review minutes"),
    "6.1": ("Tender safety specification", "Infusion pump selection", "Ferromagnetic detector options"),
    "6.2": ("Quench pipe correspondence", "Room layout comments", "Site survey for mobile unit"),
    "7.1": ("Acceptance safety report", "Fringe field measurements", "Handover checklist"),
    "7.2": ("Annual site safety audit", "Oxygen alarm check", "Signage and labelling inspection"),
    "8.1": ("Safety update day reflection", "Conference abstract", "Workshop certificate and notes"),
    "8.2": ("Mailbase discussion", "Regional group minutes", "Consultation response"),
}
SENTENCES: Final = (
    "I reviewed the arrangements with the lead radiographer and proposed the wording shown below.",
    "The spatial field gradient at the bore entrance was taken from the compatibility data sheet.",
    "Staff were reminded that the door must remain closed unless a trained operator is present.",
    "The group agreed that the revised checklist should be used from the start of the next quarter.",
    "Signal to noise fell slightly, but the reporting radiologist found the images acceptable.",
    "Whole body SAR was limited to normal operating mode for the whole of the examination.",
    "A second check of the implant card was made by telephone with the supplier.",
    "No thermal injury was reported and the subject left the department without incident.",
    "My comments on the drawing concern the position of the controlled access door.",
    "The residual risk was considered low once the mitigation had been put in place.",
    "The exhaust of the quench pipe must not face a walkway or an opening window.",
    "Further advice will be sought if the manufacturer withdraws the present statement.",
    "Ear protection with both plugs and defenders was made a requirement for this sequence.",
    "The policy had last been read through in 2019 and named posts that no longer exist.",
    "I explained why a conductive loop could form between the crossed legs.",
    "Actions were assigned to named persons and followed up at the next meeting.",
    "The limit of exposure for staff was compared with the legislation in force.",
    "The trolley has since been removed from the area and replaced by a labelled one.",
)
HEADINGS: Final = (
    "Background",
    "Method",
    "Findings",
    "Discussion",
    "Recommendations",
    "Actions",
    "Scope",
    "Summary of advice",
)
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)
