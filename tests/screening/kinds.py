"""For every kind of finding a portfolio in which it is said, and a near one in which it must not be.

Each is what the fixture ``material`` is given. Evidence of the traps and of the scope is read from its files.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from mrse_assess.intake.text.lines import file_lines
from mrse_assess.model.facts import Carried, Cover, FileFacts, Hidden, Photo
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Authentication
from mrse_assess.screening.material import Material
from mrse_assess.terms import TextSource, Tri

HERE = Path(__file__).parent
PLAIN = "The door closes and nobody is in the room while the field is on."
BODY = "\n".join([PLAIN] * 12)
BOX = (10.0, 20.0, 90.0, 32.0)


class Example(NamedTuple):
    """What the fixture ``material`` is given; the file's facts, the form that was read, words seen in a picture."""

    items: Mapping[str, Any]
    more: Mapping[str, Any] = {}
    facts: Mapping[str, Any] | None = None
    form: Authentication | None = None
    recognised: bool = False
    picture_share: float = 0.0

    def build(self, material: Any, *, readable: bool = True) -> Material:
        """The material; not ``readable``: the same items with no page read and no file looked into."""
        more, items = dict(self.more), dict(self.items)
        if not readable:
            items = {item: [""] * (1 if isinstance(text, str) else len(text)) for item, text in items.items()}
            made = material(items, **more | {"unseen": list(items)})
            every = tuple(file_lines(replace(file.reading, pages=_blind(file.reading.pages))) for file in made.files)
            return replace(made, files=every)
        files = [f"{item}.pdf" for item in items]
        facts = {file: FileFacts(file=file, **(self.facts or {})) for file in files}
        made = material(items, **more, facts=facts if self.facts is not None else None)
        if self.form is not None:
            found = self.form if self.form.referee_name != "Ada Example" else Authentication(present=False)
            portfolio = replace(made.portfolio, authentication=found, authentications=(self.form,))
            made = replace(made, portfolio=portfolio)
        changes: dict[str, Any] = {"picture_share": self.picture_share} if self.picture_share else {}
        if self.recognised:
            changes["text_source"] = TextSource.RECOGNISED
        if changes:
            reading = made.files[0].reading
            pages = tuple(replace(page, **changes) for page in reading.pages)
            made = replace(made, files=(file_lines(replace(reading, pages=pages)), *made.files[1:]))
        return made


def _blind(pages: Any) -> Any:
    return tuple(replace(page, has_text=False, words=(), picture_share=1.0) for page in pages)


def one(text: str | list[str], **more: Any) -> Example:
    """One item."""
    return Example({"1": text}, more)


def years(*said: int | None) -> Example:
    """A note of each year, undated where there is none."""
    return Example({str(at): f"Note\nDate: 5 May {year}" if year else BODY for at, year in enumerate(said, start=1)})


def carrying(**facts: Any) -> Example:
    """One item whose file was looked into."""
    return Example({"1": [PLAIN, PLAIN]}, facts=facts)


def form(signature: str = "", **more: Any) -> Example:
    """One page with a filled-in form, read as given."""
    name = more.pop("name", "Rowan Quennell")
    filled = {"role": "Head", "dated_on": "2026-05-01", "signed": True, "present": True}
    read = Authentication(
        **filled
        | {"referee_name": name, "locator": Locator(file="1.pdf", page=1, box=(50.0, 60.0, 200.0, 70.0))}
        | more
    )
    return Example(
        {"1": f"Authentication by referee\nName: {name}\nPosition: Head\nSignature: {signature}\nDate: 1 May 2026"},
        facts={},
        form=read,
    )


RULES = f"Local rules\nAuthor: Bo Other\n{BODY}"
TRACED = "See MHRA v4.3, section 4.2."
HEAD = "American Board of Magnetic Resonance Safety\nThis is to certify that\nAda Example\nhas passed the examination\n"
MRSE = HEAD + "Magnetic Resonance Safety Expert - MRSE (MRSC)\nExamination MRSEU-1234, valid until May 2033"
PASSED = "I passed the ABMRS MRSE examination in June 2024. " + "The door closes. " * 90
PROCEDURE = """The radiographer locks the outer door when the last patient has left the scanner room for the day.
Nobody takes a trolley past the yellow line unless two members of staff have looked under its mattress.
A steel cylinder is kept in the corridor cupboard, and its key hangs beside the console in the glass case.
The second check of the form is made by someone who was not present when the first one was signed.
Visitors wait in the lobby until they have been asked about pacemakers, clips and fragments in the eye.
Cleaners enter with a person of the unit at all times, and their machine stays outside the magnet room."""
TENDER = """Each maker was asked for a field map with contours and for the largest gradient at the bore cover.
Two offers gave no figure for the table, so the answers could not be compared until June of that year.
The pump of the second maker loses its alarm above ten millitesla, which rules out the place by the door.
We asked for a display of the transmit field on the console, since cards of implants now speak of it.
The winning offer holds a light on the floor line and a lock that cannot be opened from the lobby.
A visit to another hospital showed that the lamp of the third maker cannot be seen from the corridor."""
INCIDENT = """The cylinder left the bracket when the porter turned the bed towards the open door of the room.
It struck the cover below the bore and stayed there until the engineer brought the field down next morning.
Nobody had asked the ward whether the bed was one of those that the stores had marked with a green label.
We walked through the route with the site team and found that the sign is hidden while the door is open."""
COMMENTARY = """Commentary: I was asked to take this on since nobody at the hospital had done it before me.
I chose the order of the steps and wrote each of them, then tried them with two radiographers at night."""
COFFEE = "The meeting was short and everybody was glad of the coffee, which the manager had brought along."
QUENCH = "The architect moved the quench pipe so that its exit on the roof is clear of the air intake."

EXAMPLES: dict[str, dict[str, tuple[Example, Example]]] = {
    "dates": {
        "dated": (one(f"Note\nDate: 5 May 2023\n{BODY}"), one(BODY)),
        "undated": (one(BODY), one(f"Note\nDate: 5 May 2023\n{BODY}")),
        "metadata": (carrying(properties={"created": "2023-05-02"}), carrying()),
        "older": (one("Note\nDate: 5 May 2019"), one("Note\nDate: 5 May 2025")),
        "review_overdue": (
            one("Policy\nIssue date: 5 May 2023\nReview due: 5 May 2025"),
            one("Policy\nIssue date: 5 May 2025\nReview due: 5 May 2027"),
        ),
        "mostly_recent": (years(2024, 2025, 2015), years(2014, 2015, 2025)),
        "mostly_older": (years(2014, 2015, 2025), years(2024, 2025, 2015)),
        "share_open": (years(2024, 2015, None), years(2024, 2025, None)),
        "no_submission_day": (one("Note\nDate: 5 May 2010", submitted_on=None), one("Note\nDate: 5 May 2010")),
        "unread": (one([BODY, ""], unseen=["1"]), one(BODY)),
    },
    "authorship": {
        "applicant_author": (one(f"Local rules\nAuthor: Ada Example\n{BODY}"), one(RULES)),
        "part_shown": (
            one(f"{RULES}\nReviewed by Ada Example"),
            one(f"{RULES}\nDistribution: Ada Example"),
        ),
        "other_author": (one(RULES), one(f"Local rules\nAuthor: Ada Example\n{BODY}")),
        "traces_unseen": (
            Example({"1": RULES}, facts={"unseen": frozenset({"traces"})}),
            Example({"1": RULES}, facts={}),
        ),
        "part_not_shown": (
            one(f"Local rules\n{BODY}\nDistribution: Ada Example, Bo Other"),
            one(f"Local rules\nRevised by Ada Example\n{BODY}"),
        ),
        "not_named": (one(f"Local rules\n{BODY}"), one(f"Local rules\n{BODY}\nA. Example")),
        "metadata_only": (carrying(properties={"author": "Ada Example"}), carrying(properties={"author": "Bo Other"})),
        "unread": (one([BODY, ""], unseen=["1"]), one([BODY, BODY])),
        "no_applicant": (one(BODY, applicant=None), one(BODY)),
    },
    "mhra": {
        "applied": (one("Access was assessed against MHRA v4.3 section 4.4.2: compliant."), one(TRACED)),
        "traceable": (one(TRACED), one("See MHRA (2021) for background.")),
        "mention": (one("The door follows the MHRA guidelines."), one("A Yellow Card was sent to the MHRA.")),
        "newer_edition": (
            one("Note\nDate: 5 May 2019\nSee MHRA v4.3, section 4.2."),
            one("Note\nDate: 5 May 2022\nSee MHRA v4.3, section 4.2."),
        ),
        "no_such_section": (
            one("Note\nDate: 5 May 2022\nSee MHRA v4.3, section 7.2."),
            one("Note\nDate: 5 May 2022\nSee MHRA v4.3, section 4.2."),
        ),
        "enough": (
            Example({"1": TRACED, "2": TRACED}, {"cited": {"1": ["2.1"], "2": ["7.2"]}}),
            Example({"1": TRACED, "2": TRACED}, {"cited": {"1": ["2.1"], "2": ["2.1"]}}),
        ),
        "too_few": (
            Example({"1": TRACED, "2": TRACED}, {"cited": {"1": ["2.1"], "2": ["2.1"]}}),
            Example({"1": TRACED, "2": TRACED}, {"cited": {"1": ["2.1"], "2": ["7.2"]}}),
        ),
        "unread": (one([TRACED, ""], unseen=["1"]), one([TRACED, PLAIN])),
    },
    "simulated": {
        "declared": (one(PLAIN, notes={"1": ["simulated"]}), one(PLAIN)),
        "said": (one("This is a simulated case, written for this portfolio."), one("This is a real case.")),
        "undeclared": (one(f"Hypothetical.\n{PLAIN}"), one("Film of the pull on a cylinder (dummy).")),
        "clear": (one(PLAIN), one("This is a simulated case, written for this portfolio.")),
        "unread": (one([PLAIN, ""], unseen=["1"]), one([PLAIN, PLAIN])),
    },
    "similar": {
        "duplicate": (Example({"1": PROCEDURE, "2": PROCEDURE}), Example({"1": PROCEDURE, "2": TENDER})),
        "near": (
            Example({"1": PROCEDURE, "2": PROCEDURE.replace("yellow", "red").replace("glass", "tin")}),
            Example({"1": PROCEDURE, "2": PROCEDURE}),
        ),
        "contained": (
            Example({"1": f"{PROCEDURE}\n{TENDER}", "2": "\n".join(PROCEDURE.splitlines()[:4])}),
            Example({"1": f"{INCIDENT}\n{TENDER}", "2": "\n".join(PROCEDURE.splitlines()[:4])}),
        ),
        "reused_commentary": (
            Example({"1": f"{COMMENTARY}\n{PROCEDURE}", "2": f"{COMMENTARY}\n{TENDER}"}),
            Example({"1": f"{COMMENTARY}\n{PROCEDURE}", "2": TENDER}),
        ),
        "repeats_evidence": (
            one("Commentary: " + " ".join(PROCEDURE.splitlines()[1:4]) + f"\n{PROCEDURE}"),
            one(f"{COMMENTARY}\n{PROCEDURE}"),
        ),
        "none_alike": (Example({"1": PROCEDURE, "2": TENDER}), Example({"1": PROCEDURE, "2": PROCEDURE})),
        "unread": (one([PROCEDURE, ""], unseen=["1"]), one([PROCEDURE, TENDER])),
    },
    "passages": {
        "nothing": (one([COFFEE, COFFEE], cited={"1": ["6.2"]}), one([COFFEE, QUENCH], cited={"1": ["6.2"]})),
        "unread": (one([QUENCH, ""], cited={"1": ["6.2"]}, unseen=["1"]), one(QUENCH, cited={"1": ["6.2"]})),
    },
    "exam": {
        "abmrs_mrse": (one(MRSE), one(HEAD + "Magnetic Resonance Safety Officer - MRSO (MRSC)")),
        "other_name": (one(MRSE, applicant="Rowan Quennell"), one(MRSE)),
        "expired": (one(MRSE, submitted_on=date(2033, 6, 1)), one(MRSE, submitted_on=date(2033, 5, 31))),
        "abmrs_mrso": (one(HEAD + "Magnetic Resonance Safety Officer - MRSO (MRSC)"), one(MRSE)),
        "abmrs_mrmd": (one(HEAD + "Magnetic Resonance Medical Director - MRMD (MRSC)"), one(MRSE)),
        "abmrs_mrst": (one(HEAD + "MRSTU-19"), one(MRSE)),
        "abmrs_unclear": (one(HEAD + "one of the credentials MRSE, MRSO"), one(MRSE)),
        "course": (
            one("Tarnmoor Learning\nThis is to certify that Ada Example has completed\nMR safety expert course (quiz)"),
            one("Certificate of attendance\nAda Example attended the regional study day on patient handling"),
        ),
        "said_only": (one(PASSED), one([PASSED, MRSE])),
        "none_found": (one(PLAIN), one(MRSE)),
        "not_seen": (one([PLAIN, ""], unseen=["1"]), one([PLAIN, PLAIN])),
    },
    "referee": {
        "named": (form("Rowan Quennell"), form(name="Ada Example")),
        "unnamed": (form(referee_name=None), form()),
        "is_applicant": (form(name="Ada Example"), form()),
        "signed_picture": (form(), form("Rowan Quennell")),
        "signed_typed": (form("/s/ Rowan Quennell"), form()),
        "signed_digital": (form("Digitally signed by Rowan Quennell"), form()),
        "signed_none": (form("____________", signed=False), form()),
        "signed_unseen": (form(signed=None), form()),
        "undated": (form(dated_on=None), form()),
        "dated_later": (form(dated_on="2026-06-02"), form()),
        "dated_long_before": (form(dated_on="2025-05-31"), form()),
        "empty": (form(present=False, referee_name=None), form()),
        "missing": (one(PLAIN), form()),
        "not_seen": (one([PLAIN, ""], unseen=["1"]), one([PLAIN, PLAIN])),
    },
    "personal_data": {
        "nhs_number": (one("NHS number: 999 123 4578"), one("Serial number 999 123 4578")),
        "chi_number": (one("at the door. CHI No. 310456 1206. After that"), one("Reference 4812345678")),
        "dob": (one("DOB: 12/03/1956"), one("DOB: redacted")),
        "patient_name": (one("Patient name: THORNQUILL, Ada"), one("Patient name: ____________")),
        "hospital_number": (one("Hospital No: RX1234067"), one("Hospital number 020 7946 0123")),
        "initials": (
            one("Case 4: AT, 67F, pacemaker, Tarnmoor Infirmary"),
            one("Case 4: female in her sixties, pacemaker"),
        ),
        "contact": (
            one("Patient's address: 14 Acacia Road, Tarnmoor"),
            one("Address of the department: 14 Acacia Road, Tarnmoor"),
        ),
        "overlay": (
            Example({"1": "THORNQUILL^ADA\nID H123456\nTR 400"}, recognised=True),
            Example({"1": "TEST^PHANTOM\nID QA"}, recognised=True),
        ),
        "exif_gps": (
            carrying(photos=(Photo(1, located=True, taken_on="", named=False),)),
            carrying(photos=(Photo(1, located=False, taken_on="2023-05-02", named=False),)),
        ),
        "hidden_text": (
            carrying(hidden=(Hidden(1, "paper_coloured", 7),)),
            carrying(hidden=(Hidden(1, "invisible", 1),)),
        ),
        "revision": (carrying(revisions=1), carrying(revisions=0)),
        "metadata": (
            carrying(properties={"title": "Scan of Mr I Penstemon, 26 November 1957"}),
            carrying(properties={"title": "Minutes of the MR safety group 12/03/2024"}),
        ),
        "file_name": (Example({"9991234578": PLAIN}), Example({"4812345678": PLAIN})),
        "none": (carrying(), one("NHS number: 999 123 4578")),
        "unread": (one([PLAIN, ""], unseen=["1"]), one([PLAIN, PLAIN])),
        "pictures_unread": (
            Example({"1": PLAIN}, facts={}, picture_share=0.3),
            Example({"1": PLAIN}, facts={}, picture_share=0.01),
        ),
        "not_looked_into": (one(PLAIN), carrying()),
    },
    "redactions": {
        "readable": (
            carrying(covers=(Cover(2, "fill", BOX, 3, Tri.YES),)),
            carrying(covers=(Cover(2, "fill", BOX, 3, Tri.NO),)),
        ),
        "not_applied": (
            carrying(covers=(Cover(2, "redact_annotation", BOX, 3, Tri.YES),)),
            carrying(covers=(Cover(2, "redact_annotation", BOX, 0, Tri.YES),)),
        ),
        "not_checked": (
            carrying(covers=(Cover(1, "picture", BOX, 4, Tri.UNDETERMINED),)),
            carrying(covers=(Cover(1, "picture", BOX, 4, Tri.NO),)),
        ),
        "none": (carrying(), carrying(covers=(Cover(2, "fill", BOX, 3, Tri.YES),))),
        "not_looked_into": (carrying(unseen=frozenset({"covers"})), carrying()),
    },
    "active": {
        "none": (carrying(), carrying(carried=(Carried("macro", 1),))),
        "not_looked_into": (carrying(unseen=frozenset({"carried"})), carrying()),
    },
}

for kind in (
    *("link_drive", "link_file", "embedded_object", "attachment", "dead_icon"),
    *("macro", "javascript", "launch", "external_relationship", "document_type"),
):
    EXAMPLES["active"][kind] = (
        carrying(carried=(Carried(kind, 2, "drive.invented.example"),)),
        carrying(carried=(Carried("link_web", 2, "www.hse.gov.uk"),)),
    )


def _evidence(name: str) -> Any:
    return tomllib.loads((HERE / "evidence" / f"{name}.toml").read_text(encoding="utf-8"))


def _scope() -> dict[str, tuple[Example, Example]]:
    outside, inside = _evidence("scope")["outside"], one([each["text"] for each in _evidence("scope")["inside"]])
    first = {each["kind"]: one(each["text"]) for each in reversed(outside)}
    found = {kind: (example, inside) for kind, example in first.items()}
    return found | {
        "clear": (one(PLAIN), first["medical"]),
        "unread": (one([PLAIN, ""], unseen=["1"]), one([PLAIN, PLAIN])),
    }


def _traps() -> dict[str, tuple[Example, Example]]:
    evidence = _evidence("traps")
    near = {each["code"]: each["text"] for each in reversed(evidence["neighbour"])}

    def cited(text: str | list[str], code: str, **more: Any) -> Example:
        return Example({"1": text, "2": PLAIN}, {"cited": {"1": [code], "2": [code]}, **more})

    found = {
        each["kind"]: (cited(each["text"], each["code"]), cited(near.get(each["code"], PLAIN), each["code"]))
        for each in reversed(evidence["barred"])
    }
    third = near["3"]
    rules = ["MR local rules\n" + PLAIN, *[PLAIN] * 7]
    return found | {
        "3_not_independent": (one(third, cited={"1": ["3"]}), cited(third, "3")),
        "2_whole_document": (one(rules, cited={"1": ["2.1"]}), one(rules[:3], cited={"1": ["2.1"]})),
        "clear": (one(PLAIN, cited={"1": ["6.1"]}), one(third, cited={"1": ["3"]})),
        "unread": (one([PLAIN, ""], unseen=["1"]), one([PLAIN, PLAIN])),
    }


EXAMPLES["scope"] = _scope()
EXAMPLES["traps"] = _traps()
