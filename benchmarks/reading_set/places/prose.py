"""What the evidence says: subjects with their headings, and sentences with gaps. Plain data and one writer."""

from dataclasses import dataclass
from random import Random
from typing import Final

TOPICS: Final = (
    ("Safety review of the 3 T suite at Ashmere", ("Purpose of the visit", "Boundary of the controlled access area",
     "Warning signs and door furniture", "Emergency stop and quench button", "Ferrous objects found in the prep room",
     "Hearing protection offered to escorts", "Recommendations to the unit", "Reply received from the unit")),
    ("Advice on a vagus nerve stimulator", ("Referral and question asked", "What the implant card says",
     "Static field and torque", "Heating of the lead", "Choice of transmit coil", "Settings agreed with radiology",
     "Outcome of the scan", "What I would do differently")),
    ("Governance of MR safety across two sites", ("Why a new structure was wanted", "Membership and quorum",
     "Lines of reporting to the Trust board", "Duties of the MR Responsible Person", "Duties of the expert",
     "Escalation out of hours", "Yearly report", "Approval and distribution")),
    ("Local rules for the breast MR unit", ("Area covered by these rules", "Persons authorised to enter",
     "Screening at the first door", "Loose equipment and cylinders", "Quench and loss of power",
     "Cardiac arrest in the scanner", "Visitors and contractors", "Breach of the rules")),
    ("Noise measurements for neonatal scanning", ("Question and method", "Equipment and calibration",
     "Levels at the incubator", "Effect of quieter gradients", "Attenuation of the ear muffs",
     "Exposure over a full examination", "Uncertainty of the figures", "Advice to the neonatal team")),
    ("Investigation of a wheelchair drawn to the magnet", ("Summary for the panel", "Sequence of events",
     "Staff on duty and their training", "Condition of the door lock", "Root causes that we agreed",
     "Actions with owners", "Lessons shared with the region", "Check after six months")),
    ("Siting of the second scanner at Carrow Vale", ("Options that were looked at", "Fringe field in the corridor below",  # noqa: E501 - plain data
     "Route of the vent pipe", "Steel in the floor slab", "Access for delivery of the magnet", "Moving traffic nearby",
     "Comments returned to the architect", "Decision of the project group")),
    ("Specific absorption rate in scans of shoulder prostheses", ("Patients and protocol", "Limits that apply",
     "Parameters before the change", "Parameters after the change", "Image quality as scored by two readers",
     "Scan time gained and lost", "Release of the new protocol", "Audit of the first twenty patients")),
    ("Training plan for theatre and ward staff", ("Groups of staff and their needs", "Content for escorts",
     "Content for anaesthetic staff", "Assessment at the end", "Records and renewals", "Feedback from the first course",
     "Changes made for the second course", "Cover for night shifts")),
    ("Audit of written procedures against MHRA 2021", ("Scope of the audit", "How the documents were chosen",
     "Procedures that met the guidance", "Procedures with gaps", "Ranking of the gaps", "Plan to close the gaps",
     "Second audit a year later", "Presentation to the safety group")),
    ("Acceptance of the mobile unit", ("Tests made on arrival", "Spatial gradient near the bore entrance",
     "Oxygen sensor and fan", "Radiofrequency screen", "Interlocks and alarms", "Faults reported to the maker",
     "Tests repeated", "Release for clinical use")),
    ("Body jewellery and dermal anchors", ("How often the question comes", "Materials in use by piercers",
     "Force on a steel anchor", "Heating of rings and loops", "Removal by the patient", "When removal is not possible",
     "Wording for the screening form", "Review date and author")),
    ("Comments on the regional network's implant policy", ("Request and time allowed", "General remarks",
     "Remarks on generic procedures", "Remarks on unlabelled devices", "Remarks on abandoned leads",
     "Terms that should be defined", "How the authors replied", "Version that was published")),
    ("Cryogen handling during ramp down", ("Work planned by the maker", "Hazards of cold gas", "Oxygen in the plant room",  # noqa: E501 - plain data
     "People kept away", "Rehearsal with the fire officer", "Log of the day", "Findings afterwards", "Changes to our procedure")),  # noqa: E501 - plain data
    ("Tender for an intra-operative system", ("Clinical need", "Safety questions put to bidders", "Scoring of the answers",  # noqa: E501 - plain data
     "Transfer of the anaesthetised patient", "Zones around the table", "Instruments and their labels",
     "Visit to a reference site", "Advice to the procurement board")),
)  # fmt: skip
SENTENCES: Final = (
    "I measured the field at {n} points with the probe held at the height of {m} cm and wrote the values on the plan.",
    "{who} asked whether the limit of {m} mT applied to visitors as well as staff, and I explained why it does.",
    "The maker's answer came on day {n} and left the question of the lead length open.",
    "We went through the list line by line; {n} entries were changed and {k} were taken out.",
    "After the change the whole body SAR shown on the console fell from 2.{k} to 1.{k} W/kg.",
    "A copy was sent to {who}, who returned it with {k} remarks that I have answered below.",
    "The door to {room} had been wedged open on {k} of the {n} days that were looked at.",
    "My part was the calculation and the wording; the drawing was made by the estates team.",
    "At {m} cm from the bore the spatial gradient is about {k}.{k} T/m, well above what the label allows.",
    "Nobody could say when the sign in {room} had last been checked, so a yearly check was written in.",
    "The guidance of the MHRA (2021) asks for a named person, and none had been named since the {n}th of March.",
    "The reading of {m} dB(A) was taken with the fan on and repeated with the fan off.",
    "I thought this too cautious, said so to {who}, and proposed the wording that stands here now.",
    "Of {m} forms that were drawn at random, {n} had no time of day and {k} no signature.",
    "Both radiologists found the images fit for the question although the noise was higher by {n} per cent.",
    "The pipe leaves {room} at the north side, {k} m above the pavement, where the public walk.",
    "It was agreed to keep the first level mode off for this group until {n} scans had been reviewed.",
    "{who} will write to the supplier; I will look at the reply before it goes to the group.",
    "Trolleys in {room} now carry a label with the date of the last check with a hand magnet of {m} mT.",
    "The risk was scored {k} before and lower after the measures, and the score was accepted by {who}.",
    "For a patient of {m} kg the scan is held to {n} minutes with a pause of {k} minutes.",
    "The alarm in {room} was set to 19.{k} per cent, and the delay was measured as {n} seconds.",
    "Contractors sign the book at the desk and are met by one of the {k} people on the list.",
    "What had been written in the first version was right for 1.5 T and wrong for 3 T.",
    "No harm came to anyone, but the same trolley had been seen there {k} weeks earlier.",
    "The course takes {m} minutes and ends with {n} questions, of which all but {k} must be answered rightly.",
    "I compared this with the values of {who} from the sister site and found them within {n} per cent.",
    "The wording was shortened so that it fits on one card beside the telephone in {room}.",
)
CROSS: Final = (
    "The reasons are set out in {w} and are not repeated here.",
    "{W} deals with this at length.",
    "As will be seen from {w}, this was changed later.",
    "This should be read together with {w} of this document.",
    "{W} gives the figures on which this rests.",
)
WHO: Final = ("the lead radiographer", "the ward manager", "Dr Pell", "the site engineer", "the fire officer",
              "Mrs Okafor", "the risk team", "the superintendent", "Professor Hale")  # fmt: skip
ROOMS: Final = ("the control room", "room 3", "the prep area", "the plant room", "the injection room", "bay 2",
                "the waiting area", "the technical room")  # fmt: skip
SITES: Final = ("Ashmere", "Wendlebury", "Carrow Vale", "St Osyth's")
MONTHS: Final = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                 "November", "December")  # fmt: skip


@dataclass
class Prose:
    """Sentences for one item; no sentence comes twice before all have come."""

    rng: Random

    def __post_init__(self) -> None:
        """Shuffle."""
        self.left: list[str] = []

    def sentence(self) -> str:
        """One sentence, its gaps filled."""
        if not self.left:
            self.left = self.rng.sample(SENTENCES, len(SENTENCES))
        rng = self.rng
        words = self.left.pop().format(
            n=rng.randint(11, 29),
            m=rng.randint(31, 98),
            k=rng.randint(2, 9),
            who=rng.choice(WHO),
            room=rng.choice(ROOMS),
        )
        return words[0].upper() + words[1:]

    def text(self, least: int = 2, most: int = 5) -> str:
        """A paragraph."""
        return " ".join(self.sentence() for _ in range(self.rng.randint(least, most)))

    def cross(self, words: str) -> str:
        """A sentence that speaks of a place elsewhere in the document."""
        return self.rng.choice(CROSS).format(w=words, W=words[0].upper() + words[1:])
