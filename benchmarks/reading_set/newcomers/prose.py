"""Sentences of hospital papers, with numbers such as they are full of."""

from random import Random
from typing import Final

_SENTENCES: Final = (
    "The {zone} was checked with the duty radiographer before the list began.",
    "At {field} T the conditions allow a whole body SAR of {sar} W/kg for up to {minutes} minutes.",
    "I discussed the options with {who} and we agreed to go on at {field} T only.",
    "The spatial field gradient at the bore entrance is {gradient} T/m according to the compatibility data sheet.",
    "The door to the {zone} must be closed whenever the room is not in use.",
    "Section {clause} of the MHRA guidelines was used as the reference.",
    "Staff who have not been screened do not pass the barrier of the {zone}.",
    "The measured level was {noise} dB(A), so hearing protection stays compulsory.",
    "We saw no change to the {fringe} mT contour outside the outer wall.",
    "The maker's statement of {year} does not name this combination of lead and generator.",
    "This was raised with {who}, who asked for a written answer within a week.",
    "The radiologist scored the images as diagnostic in {count} of {more} cases.",
    "Cylinders inside the {zone} carry a label, and the register is checked monthly.",
    "A second screening is carried out by another member of staff, as described in section {section}.",
    "The oxygen sensor alarmed at {oxygen} % and the extract fan started within {count} seconds.",
    "Slew rate was limited to {slew} T/m/s and the repetition time increased to {tr} ms.",
    "I proposed this wording because the earlier version did not say who may authorise an exception.",
    "The group accepted the proposal, and version {clause} was issued in {year}.",
    "Heating was the main concern, with the loop of the lead lying near the edge of the coil.",
    "Torque and pull were judged low for this alloy, and the patient was told what to report.",
    "The check was repeated after the service visit and gave the same result.",
    "No other department is affected, but the porters' briefing was updated at the same time.",
    "My part was the measurement, the analysis and the first draft of the text below.",
    "Estates confirmed that the quench pipe outlet is {count} m away from any window that opens.",
    "We asked {who} for the drawing that shows the final route of the pipe.",
    "The benefits of the examination were set against the remaining risk and written down.",
    "Conditions for devices of this family differ between {field} T and lower fields.",
    "The form asks about surgery in the last {count} weeks, which the former one did not.",
    "Items on the tray were tested with a hand magnet and marked with the usual labels.",
    "The action is complete and was reported to the next meeting of the group.",
)
_ZONES: Final = ("MR Controlled Access Area", "MR Environment", "magnet room", "control room", "preparation bay")
_PEOPLE: Final = ("the lead radiographer", "our consultant", "the maker's physicist", "the MR Responsible Person")


def sentence(rng: Random) -> str:
    """One sentence."""
    return rng.choice(_SENTENCES).format(
        zone=rng.choice(_ZONES),
        who=rng.choice(_PEOPLE),
        field=rng.choice(("1.5", "3", "1.5", "3.0")),
        sar=rng.choice(("2", "1.0", "0.1", "3.2")),
        minutes=rng.choice((15, 20, 30, 60)),
        gradient=rng.choice(("7.2", "4.3", "18", "12.5")),
        clause=rng.choice(("4.3", "4.1", "5.2", "2.1", "4.10", "7.2")),
        noise=rng.randint(88, 117),
        fringe=rng.choice(("0.5", "0.9", "3")),
        year=rng.randint(2019, 2024),
        count=rng.randint(4, 9),
        more=rng.randint(10, 14),
        section=rng.randint(2, 6),
        oxygen=rng.choice(("19.5", "18")),
        slew=rng.choice((60, 80, 120)),
        tr=rng.choice((450, 620, 3500)),
    )


def paragraph(rng: Random, few: int = 2, many: int = 4) -> str:
    """Some sentences, none of them twice."""
    said: list[str] = []
    wanted = rng.randint(few, many)
    while len(said) < wanted:
        one = sentence(rng)
        if one not in said:
            said.append(one)
    return " ".join(said)


HEADINGS: Final = {
    "rules": (
        *("Purpose", "Scope", "Definitions", "Duties", "Access", "Screening", "Equipment in the magnet room"),
        *("Emergencies", "Exceptions", "Training", "Review", "Related documents"),
    ),
    "risk": (
        *("The device", "The patient group", "Hazards", "Static field", "Gradient fields", "RF heating"),
        *("Mitigation", "Residual risk", "Recommendation"),
    ),
    "report": (
        *("Summary", "Background", "Method", "Measurements", "Findings", "Discussion", "Advice given"),
        *("Conclusion", "Next steps"),
    ),
    "sequence": ("Clinical need", "Starting protocol", "Changes made", "Effect on safety", "Effect on image quality"),
    "incident": ("What happened", "Immediate action", "Root cause", "Contributory factors", "Lessons", "Actions"),
    "tender": ("Introduction", "Static field", "Patient monitoring", "Safety features", "Answers received", "Scoring"),
    "minutes": (
        *("Apologies", "Minutes of the last meeting", "Incidents", "Local rules", "Implant advice", "Training"),
        *("New scanner", "Audit results", "Any other business"),
    ),
    "slides": (
        *("Why are we here?", "The magnet is always on", "Projectiles", "Who may go where", "Screening", "Implants"),
        *("Burns and loops", "Noise", "Cryogens and quench", "In an emergency", "Questions", "Case study"),
    ),
}
ROWS: Final = (
    *("Local rules name the MR Responsible Person", "Signs at each entrance", "Oxygen monitor in date"),
    *("Register of trained staff kept", "Screening form is the current version", "Quench button covered"),
    *("Labelled equipment list displayed", "Fire plan agreed with brigade", "Door closes by itself"),
    *("Fringe field contour marked", "Hearing protection available", "Cylinders of aluminium only"),
    *("Review date not passed", "Emergency call tested", "Extraction fan started by hand"),
)
