"""The items of evidence as pages, with the places in them that a reference may name."""

from typing import Final

from .chance import chance
from .choosing import MONTHS, said_on
from .markup import RULE, bold, heading, mark, para, plain_table, words
from .model import Item, Person, Spot
from .plan import Plan
from .vocabulary import general

GUIDELINES: Final = "Safety Guidelines for Magnetic Resonance Imaging Equipment in Clinical Use"
NUMBERED: Final = ("report", "sop", "certificate", "protocol", "audit", "risk")
_FACES: Final = (
    "Liberation Sans",
    "Liberation Serif",
    "Noto Sans",
    "DejaVu Serif",
    "New Computer Modern",
    "Liberation Sans",
)
MARK: Final = "s:{}:{}"


class Draft:
    """One item in the making: its source, and its spots in their order."""

    def __init__(self, plan: Plan, person: Person, item: Item) -> None:
        """Begin the item."""
        self.plan, self.person, self.item = plan, person, item
        self.rng = chance("paper", plan.seed, item.id)
        self.said: list[str] = []
        self.spots: list[Spot] = []
        self.dated = said_on(self.rng, item.dated)
        self.sentences = [f"{one.rstrip('.')}." for text in general()["fillers"] for one in text.split(". ")]

    def add(self, source: str) -> None:
        """Put source behind what is there."""
        self.said.append(source)

    def spot(self, hint: str, said: str, *, section: bool = False) -> str:
        """The mark of a new spot."""
        self.spots.append(Spot(hint=hint, said=said, section=section))
        return mark(MARK.format(self.item.id, len(self.spots) - 1))

    def filler(self) -> str:
        """A paragraph that could stand in any document."""
        return " ".join(self.rng.sample(self.sentences, self.rng.choice((3, 4, 5))))


def paper(plan: Plan, person: Person, item: Item) -> Draft:
    """The item on pages of its own, its title sheet before it where the applicant uses such."""
    draft = Draft(plan, person, item)
    if plan.divided:
        draft.add(_title_sheet(plan, item))
    if item.topic.kind == "slides" and plan["form"] != "scan":
        _slides(draft)
        return draft
    body = Draft(plan, person, item)
    body.spots = draft.spots
    _headed(body)
    {
        "mail": _mails,
        "minutes": _minutes,
        "letter": _letter,
    }.get(item.topic.kind, _numbered)(body)
    if plan["decoy"] == "yes" and item.topic.kind in {"audit", "report"}:
        _decoy(body)
    start = "" if plan.divided else mark(f"i:{item.id}")
    draft.add(f"#page(header: {_header(draft)})[{start}\n{_type(draft)}{''.join(body.said)}]\n")
    return draft


def _type(draft: Draft) -> str:
    """Type of its own, since the documents were made at different times for different readers."""
    if draft.plan.seed % 3 == 0:
        return ""
    face = draft.rng.choice(_FACES)
    return f'#set text(font: ("{face}", "DejaVu Sans"), size: {draft.rng.choice((9.5, 10, 10.5, 11))}pt)\n'


def _header(draft: Draft) -> str:
    """A line above, as the document had it before it was evidence."""
    if draft.rng.random() < 0.6 or draft.item.topic.kind in {"mail", "letter"}:
        return "none"
    version = draft.rng.choice(("v1.2", "Version 3", "Issue 2.1", "Rev. B", "v0.4 draft"))
    return f"[#text(size: 8pt, fill: luma(35%))[{words(draft.item.title)} #h(1fr) {words(version)}]]"


def _title_sheet(plan: Plan, item: Item) -> str:
    manner = plan.seed % 3
    lines = bold(item.label, 2.4) + f"\n\n#v(8pt)#text(size: 1.3em)[{words(item.title)}]"
    above = ("7cm", "3cm", "10cm")[manner]
    framed = f"#rect(inset: 24pt, width: 100%)[{lines}]" if manner == 1 else lines
    return f"#page(header: none)[{mark(f'i:{item.id}')}#v({above})#align(center)[{framed}]]\n"


def _headed(draft: Draft) -> None:
    plan, item = draft.plan, draft.item
    labelled = plan["segments"] in {"headings", "sub_items"} or (
        plan["segments"] in {"files", "folders"} and plan.seed % 2 == 0
    )
    joint = (": ", " \u2013 ", " - ")[plan.seed % 3]
    draft.add(heading(f"{item.label}{joint}{item.title}" if labelled else item.title, 1.5))
    if item.topic.kind not in {"mail", "letter"}:
        by = draft.rng.choice(("Author: {0}, {1}", "Written by {0} ({1})", "Prepared by: {0}, {1}"))
        draft.add(para(by.format(draft.person.name, draft.person.job)) + para(f"Date: {draft.dated}") + RULE + "\n\n")


def _amount(draft: Draft) -> int:
    """Paragraphs of filler in the item."""
    if draft.plan["form"] == "scan":
        return 0
    if draft.plan.large:
        return draft.rng.randint(66, 86)
    return draft.rng.choice((1, 4, 8, 11, 14) if draft.plan.divided else (1, 5, 10, 14, 18, 24))


def _numbered(draft: Draft) -> None:
    """A document in numbered sections, with the tables that its kind has."""
    rng, item = draft.rng, draft.item
    names = rng.sample(general()["headings"], rng.randint(3, 5))
    amount = _amount(draft)
    dot = rng.choice(("", ".", "."))
    for at, name in enumerate(names, 1):
        draft.add(heading(f"{at}{dot} {name}", 1.15, draft.spot(str(at), str(at), section=True)))
        told = [*item.topic.text[at - 1 : at]]
        more = amount // len(names) + (at <= amount % len(names))
        for text in (*told, *(draft.filler() for _ in range(more if told else max(more, 1)))):
            draft.add(para(text))
        if at == 2:
            {"risk": _hazards, "protocol": _parameters, "audit": _checks}.get(item.topic.kind, _nothing)(draft)
    if item.topic.kind in {"audit", "sop"} and amount > 3:
        lettered = draft.plan["labels"] in {"Annex", "Appendix"}  # "Annex A" would be an item there
        begins = "" if lettered else draft.spot("A", "Annex A")
        draft.add(heading("Those who were asked" if lettered else "Annex A: Those who were asked", 1.15, begins))
        draft.add(para(f"{draft.filler()} Reference: MHRA, {GUIDELINES}, 2021."))


def _nothing(_: Draft) -> None:
    """Nothing stands here."""


def _hazards(draft: Draft) -> None:
    causes = ("Projectile", "Heating of tissue", "Torque", "Noise", "Nerve stimulation", "Loss of hearing protection")
    found = draft.rng.sample(causes, 4)
    rows = [("Row", "Hazard", "Measure", "Risk left")]
    rows += [
        (str(at), name, f"Checked by two persons, {draft.rng.randint(2, 9)} min", "low")
        for at, name in enumerate(found, 1)
    ]
    marks = [draft.spot(f"row {at}", f"row {at}") for at in range(1, 5)]
    draft.add(plain_table(rows, "(1.2cm, 1fr, 1.4fr, 2.2cm)", marks))


def _parameters(draft: Draft) -> None:
    rng = draft.rng
    for number, name in enumerate(("as supplied", "as changed"), 1):
        begins = draft.spot(f"table {number}", f"Table {number}")
        draft.add(f"#block(sticky: true)[{begins}{words(f'Table {number}. Parameters {name}')}]\n")
        rows: list[tuple[str, ...]] = [("Series", "TR / ms", "TE / ms", "Angle", "SAR / W/kg")]
        for series in ("T1 sag", "T2 ax", "PD cor"):
            values = (rng.randint(500, 4200), rng.randint(8, 98), rng.choice((90, 120, 150, 180)))
            rows.append((series, *map(str, values), f"{rng.uniform(0.3, 3.2):.1f}"))
        draft.add(plain_table(rows, "(1fr, 1fr, 1fr, 1fr, 1fr)") + "\n")


def _checks(draft: Draft) -> None:
    rng = draft.rng
    rows = [("Clause", "What was looked at", "Result")]
    for _ in range(6):
        clause = f"{rng.randint(3, 9)}.{rng.randint(1, 9)}.{rng.randint(1, 6)}"
        rows.append((clause, rng.choice(general()["journal"]), rng.choice(("met", "met", "partly", "not met"))))
    draft.add(plain_table(rows, "(2cm, 1fr, 2.4cm)"))


def _decoy(draft: Draft) -> None:
    """A table that looks like a cross reference to something else."""
    rng = draft.rng
    draft.add(heading("Clauses of the standard and where they are answered", 1.05))
    rows = [("Clause", "Requirement", "Seen in")]
    clauses = ("1.1", "2.2", "4.1", "4.3", "5.2", "7.1")
    rows += [
        (one, rng.choice(general()["journal"]), f"File {rng.randint(1, 9)}, page {rng.randint(1, 30)}")
        for one in clauses
    ]
    draft.add(plain_table(rows, "(2cm, 1fr, 3.4cm)"))


def _mails(draft: Draft) -> None:
    rng, text = draft.rng, draft.item.topic.text
    others = rng.sample(general()["first"], 2)
    amount, number = _amount(draft), 3 if draft.plan["form"] != "scan" else 2
    days = sorted(rng.sample(range(1, 28), number))
    month = f"{MONTHS[int(draft.item.dated[5:7]) - 1]} {draft.item.dated[:4]}"
    for at in range(number):
        day = f"{days[at]} {month}"
        begins = draft.spot(day, f"e-mail of {day}")
        sender, taker = (draft.person.name, others[0]) if at % 2 == 0 else (others[0], draft.person.name)
        lines = f"From: {sender}\nTo: {taker}\nSent: {day} {rng.randint(8, 17)}:{rng.randint(10, 59)}"
        draft.add(f"#block(sticky: true)[{begins}{words(lines)} \\ {words(f'Subject: {draft.item.title}')}]\n\n")
        own = (
            [*text[at // 2 * 2 : at // 2 * 2 + 2]]
            if at % 2 == 0
            else ["Thank you, this is clear. See you on Thursday."]
        )
        for said in [*own, *(draft.filler() for _ in range(amount // number))]:
            draft.add(para(said))
        draft.add(para(f"Kind regards\n{sender}") + RULE + "\n\n")


def _minutes(draft: Draft) -> None:
    rng = draft.rng
    draft.add(para(f"Held on {draft.dated}. Present: {draft.person.name} and six others."))
    year, number = draft.item.dated[2:4], rng.randint(11, 60)
    named = rng.sample(general()["headings"], 4)
    amount = _amount(draft)
    for at, name in enumerate(named):
        code = f"{year}/{number + at}"
        draft.add(heading(f"{code}  {name}", 1.05, draft.spot(code, f"minute {code}")))
        told = [*draft.item.topic.text[at : at + 1]]
        for said in (*told, *(draft.filler() for _ in range(amount // 4 if told else max(1, amount // 4)))):
            draft.add(para(said))
        draft.add(para(f"Action: {rng.choice((draft.person.name, 'lead radiographer', 'Estates'))}"))


def _letter(draft: Draft) -> None:
    rng = draft.rng
    draft.add(para(f"{draft.person.hospital}\n{draft.dated}") + para("Dear colleague,"))
    amount = _amount(draft)
    named = rng.sample(general()["headings"], 3)
    for name, text in zip(named, draft.item.topic.text, strict=True):
        draft.add(heading(name, 1.05, draft.spot(name, f"under \u2018{name}\u2019")))
        for said in (text, *(draft.filler() for _ in range(amount // 3))):
            draft.add(para(said))
    draft.add(para(f"Yours sincerely\n{draft.person.name}\n{draft.person.job}"))


def _slides(draft: Draft) -> None:
    plan, item = draft.plan, draft.item
    names = draft.rng.sample(general()["headings"], 5)
    for at, name in enumerate((item.title, *names), 1):
        begins = draft.spot(f"slide {at}", f"slide {at}")
        start = mark(f"i:{item.id}") if at == 1 and not plan.divided else ""
        label = f"{item.label}: " if at == 1 and plan["segments"] in {"headings", "sub_items"} else ""
        text = item.topic.text[(at - 2) % 3] if at > 1 else f"{draft.person.name}, {draft.person.hospital}"
        body = f"{start}{begins}{bold(label + name, 2)}\n\n#v(1cm)#text(size: 1.5em)[{words(text)}]"
        draft.add(f'#page(paper: "a4", flipped: true, header: none)[{body}\n\n#v(1fr)#align(right)[{at}]]\n')
