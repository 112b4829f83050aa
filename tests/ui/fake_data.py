"""An invented scheme and portfolio, as large as a real one, for tests of the screen."""

from mrse_assess.terms import NoteKind
from mrse_assess.workbench.finding_views import Finding, FindingKind, FindingMark
from mrse_assess.workbench.views import NoteView, ReasonChoice

UNITS = (
    ("1.1", 1, "Governance", "Contribute to specifying a local MR safety governance mechanism"),
    ("1.2", 1, "Framework", "Contribute to specifying an MR safety framework"),
    ("2.1", 2, "Local rules", "Contribute to the writing of MR local rules"),
    ("2.2", 2, "Audit of rules", "Contribute to the audit of MR local rules"),
    ("3", 3, "Sequences", "Modification of MR sequences"),
    ("4.1", 4, "Conditional devices", "Advice on MR conditional devices"),
    ("4.2", 4, "Unlabelled devices", "Advice on devices without MR labelling"),
    ("4.3", 4, "Non-medical items", "Advice on non-medical objects"),
    ("5.1", 5, "Training", "Contribute to MR safety training"),
    ("5.2", 5, "Incidents", "Contribute to incident investigation"),
    ("6.1", 6, "Procurement", "Contribute to specification and selection of MR systems"),
    ("6.2", 6, "Design, siting", "Contribute to the design and siting of MR units"),
    ("7.1", 7, "Acceptance tests", "Safety aspects of acceptance testing"),
    ("7.2", 7, "Safety checks", "Routine safety checks"),
    ("8.1", 8, "Events, reflection", "Attend or contribute to MR safety events and reflect"),
    ("8.2", 8, "Specialist groups", "Take part in specialist groups outside the own institution"),
)

CLAIMS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "1.1": (("1", "E1 p1", 1), ("2", "E2", 1)),
    "1.2": (("2", "E2 p2", 2), ("3", "E3", 1)),
    "2.1": (("3", "E3 p2", 2), ("4", "E4", 1), ("5", "E5", 1)),
    "2.2": (("5", "E5 p3", 3),),
    "3": (("6", "E6", 1), ("7", "E7 p3", 3), ("8", "E8 p1", 1)),
    "4.1": (("9", "E9 pp2-3", 2), ("10", "E10", 1), ("11", "E11", 1)),
    "4.2": (("7", "E7 p1", 1), ("12", "E12", 1)),
    "4.3": (("13", "E13, simulated", 1), ("14", "E14", 1)),
    "5.1": (("15", "E15", 1), ("16", "E16", 1)),
    "5.2": (("17", "E17", 1), ("18", "E18 pp3-4", 3), ("19", "E19, p 2", 0)),
    "6.1": (("20", "E20", 1),),
    "6.2": (("4a", "E4A", 1), ("5", "E5", 1), ("6", "E6", 1)),
    "7.1": (("1", "E1", 1), ("9", "E9", 1)),
    "7.2": (("10", "E10", 1), ("13", "E13", 1)),
    "8.1": (("14", "E14", 1), ("15", "E15", 1)),
    "8.2": (),
}

TITLES = {
    "1": "Terms of reference of the MR safety committee",
    "2": "MR safety policy, third issue",
    "3": "Local rules for scanner A, annotated draft",
    "4": "Local rules for scanner B",
    "4a": "Fringe field survey and controlled area plan of the new extension, with drawings of both floors, 2023",
    "5": "Audit of the local rules 2023",
    "6": "Acoustic noise, neonates",
    "7": "SAR-reduced lumbar spine protocol, spinal cord stimulator",
    "8": "dB/dt limit, nerve cuff",
    "9": "Pacemaker pathway",
    "10": "Cochlear implant at 3 T",
    "11": "Programmable shunt advice",
    "12": "Aneurysm clip of unknown make",
    "13": "Tattoo advice by e-mail",
    "14": "Fire extinguisher swap",
    "15": "Training slides for porters",
    "16": "Training log",
    "17": "Incident report: oxygen cylinder",
    "18": "Near miss, quench door",
    "20": "Specification for a 1.5 T system",
    "21": "<img src=x onerror=alert(1)>'\"& a hostile file name.pdf",
}
SCANS = {("18", 2), ("14", 1)}
RECOGNISED = {("18", 3)}
PAGES = {"7": 4, "18": 4, "9": 3, "5": 3, "2": 2, "3": 2, "21": 6}
UNCITED = ("21",)

REASONS = (
    ReasonChoice(
        id="no_image_quality_consideration", name="Effect on image quality not shown", clause="3, text",
        sentence="We found no consideration of the effect on diagnostic quality.",
    ),
    ReasonChoice(
        id="contribution_not_substantive", name="Own contribution not substantive", clause="General, 12",
        sentence="It names you; what it shows of your own input is small.", needs=("seen",),
    ),
    ReasonChoice(
        id="wrong_sub_category", name="Belongs to another sub-category", clause="3, text",
        sentence="Work of that kind belongs elsewhere.", needs=("seen", "target"),
    ),
    ReasonChoice(
        id="not_independent", name="Not independent of another item", clause="3, text",
        sentence="Both come from the same work, so we counted them as one.", needs=("seen", "other_item"),
    ),
    ReasonChoice(id="authorship_unclear", name="Authorship unclear", clause="General, 8", sentence="Whose work it is."),
    ReasonChoice(id="undated", name="No date found", clause="General, 7", sentence="Evidence has to be dated."),
    ReasonChoice(
        id="outdated", name="Older than five years", clause="General, 7", sentence="It is older.", never_alone=True
    ),
    ReasonChoice(id="not_mr_safety", name="Main subject is not MR safety", clause="General, 5", sentence="Another."),
    ReasonChoice(id="image_quality_aim", name="Changed for image quality", clause="3, note", sentence="The aim."),
)  # fmt: skip

NOTES = (
    NoteView(
        kind=NoteKind.NOT_ACCEPTABLE,
        text="Changes made mainly to improve the images, with no MR safety aim.",
        clause="3, note 1",
        id="3-image-quality-aim",
    ),
    NoteView(kind=NoteKind.BINDING, text="Two independent items:", clause="3, minimum", count="1 so far"),
    NoteView(kind=NoteKind.BINDING, text="The effect on image quality is shown.", clause="3, text"),
    NoteView(kind=NoteKind.IMPORTANT, text="Too basic or minimal is unlikely to do.", clause="3, text"),
)

FINDINGS = (
    Finding(
        kind=FindingKind.POSSIBLE,
        word="possible",
        message="Prepared by another; applicant reviewed",
        page=3,
        about="authorship",
        detail="Page 3 names J. Carrow as the author and I. Tallis as reviewer. Look what part the applicant had.",
        clause="G7",
        note_text="Own work.",
        marks=(FindingMark(3, (60.0, 100.0, 300.0, 112.0)),),
        observations=("0001",),
    ),
    Finding(kind=FindingKind.PLAIN, word="reference", message="MHRA v4.3 section 2.4, traceable", page=3),
    Finding(
        kind=FindingKind.POSSIBLE,
        word="possible",
        message="Image quality mentioned once, as planned",
        page=3,
        about="scope",
        detail="The words say that images will be reviewed later.",
        marks=(FindingMark(3, (60.0, 300.0, 300.0, 312.0)),),
        note="3-image-quality-aim",
        observations=("0002", "0003"),
    ),
    Finding(kind=FindingKind.NOT_CHECKED, word="not checked", message="Words inside the console pictures", page=4),
)
