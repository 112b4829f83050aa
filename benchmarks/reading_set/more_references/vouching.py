# ruff: noqa: RUF001 - applicants write dashes and curly quotes
"""Ways in which referees authenticate a portfolio: forms, letters, blocks and tables, as Typst."""

from collections.abc import Callable
from typing import Final

from .model import People
from .people import written
from .typst_words import quoted, table

SCRIBBLE: Final = (
    "#box(curve(stroke: 0.9pt, curve.move((0pt, 12pt)), curve.cubic((8pt, -6pt), (14pt, 22pt), (22pt, 6pt)), "
    "curve.cubic((28pt, -4pt), (34pt, 18pt), (44pt, 8pt)), curve.cubic((52pt, 0pt), (58pt, 16pt), (74pt, 3pt))))"
)
LINE: Final = "#box(width: 5cm, stroke: (bottom: 0.5pt))"
CONFIRM: Final = (
    "I confirm that the contents of this portfolio truly reflect the extent and nature of the applicant's own work."
)

FORMS: Final = (
    *("form", "lines", "letter", "sentence", "witnesses", "block", "numbered", "after declaration", "electronic"),
    *("in line", "verified", "print name", "memo", "across", "supervisor", "role first", "on behalf"),
)
WITHOUT_LETTERS: Final = ("sentence", "witnesses", "electronic", "in line", "memo", "across", "on behalf")
"""Forms that name the referee without the letters after the name."""

HEADINGS: Final = {
    "form": "Authentication",
    "lines": "Authentication by referee",
    "letter": "Authentication letter",
    "sentence": "Referee's statement",
    "witnesses": "Signatures",
    "block": "Statement of authenticity",
    "numbered": "Referee authentication form",
    "after declaration": "Declaration and authentication",
    "electronic": "Authentication",
    "in line": "Authentication of portfolio",
    "verified": "Verification of contents",
    "print name": "Authentication (to be completed by the referee)",
    "memo": "Memorandum: authentication of portfolio",
    "across": "Authenticated by",
    "supervisor": "Line manager's authentication",
    "role first": "Referee's authentication",
    "on behalf": "Confirmation of own work",
}


def authentication(people: People) -> str:
    """The Typst of the referee's part, or nothing where there is none."""
    if people.form == "absent":
        return ""
    sign = SCRIBBLE if people.signed else LINE
    date = quoted(written(people.vouched, people.vouched_form)) if people.vouched else LINE
    return f'\n#v(14pt)\n#text(size: 13pt, weight: "bold")[{quoted(HEADINGS[people.form])}]\n\n' + _BODIES[people.form](
        people, sign, date
    )


def _rows(*pairs: tuple[str, str]) -> str:
    return table([[quoted(left), right] for left, right in pairs], "(1fr, 2fr)")


def _lines(*pairs: tuple[str, str]) -> str:
    return "\n\n".join(f"{quoted(left)} {right}" for left, right in pairs)


def _who(people: People, *, letters: bool = True) -> str:
    return quoted(people.referee + (people.referee_letters if letters else ""))


def _sentence(people: People, sign: str, date: str) -> str:
    words = (
        f"I, {people.referee}, {people.role}, confirm that the contents of this portfolio truly reflect the extent "
        f"and nature of the work of {people.applicant}."
    )
    return f"{quoted(words)}\n\nSigned {sign} #h(1cm) Date {date}"


def _letter(people: People, sign: str, date: str) -> str:
    return (
        f"{date}\n\nTo whom it may concern\n\n{quoted('I have worked with ' + people.applicant + ' for six years.')} "
        f"{quoted(CONFIRM)}\n\nYours faithfully\n\n{sign}\n\n{_who(people)} \\\n{quoted(people.role)}"
    )


def _witnesses(people: People, sign: str, date: str) -> str:
    head = ["", "*Applicant*", "*Referee*"]
    rows = [
        ["Name", quoted(people.applicant), _who(people, letters=False)],
        ["Position", "Clinical Scientist", quoted(people.role)],
        ["Signature", SCRIBBLE, sign],
        ["Date", "13 January 2025", date],
    ]
    return f"{quoted(CONFIRM)}\n\n" + table([head, *rows], "(1fr, 2fr, 2fr)")


def _after_declaration(people: People, sign: str, date: str) -> str:
    own = "I declare that this portfolio is my own work.\n\nApplicant: "
    own += f"{quoted(people.applicant)} {SCRIBBLE} 13 January 2025"
    return f"{own}\n\n{quoted(CONFIRM)}\n\n" + _lines(
        ("Referee:", _who(people)), ("Position:", quoted(people.role)), ("Signature:", sign), ("Date:", date)
    )


def _electronic(people: People, _sign: str, date: str) -> str:
    how = "Electronically signed by" if people.signed else "To be signed by"
    end = f" on {date}" if people.vouched else ""
    return f"{quoted(CONFIRM)}\n\n{how} {_who(people, letters=False)}, {quoted(people.role)}{end}"


def _memo(people: People, sign: str, date: str) -> str:
    head = _lines(
        ("From:", quoted(f"{people.referee}, {people.role}")),
        ("To:", "IPEM assessors"),
        ("Date:", date),
        ("Subject:", quoted(f"Portfolio of {people.applicant}")),
    )
    return f"{head}\n\n{quoted(CONFIRM)}\n\nSigned: {sign}"


def _across(people: People, sign: str, date: str) -> str:
    head = ["*Referee*", "*Role*", "*Signature*", "*Date*"]
    return f"{quoted(CONFIRM)}\n\n" + table(
        [head, [_who(people, letters=False), quoted(people.role), sign, date]], "(2fr, 2fr, 2fr, 1.4fr)"
    )


def _form(*names: str) -> Callable[[People, str, str], str]:
    def body(people: People, sign: str, date: str) -> str:
        return f"{quoted(CONFIRM)}\n\n" + _rows(
            *zip(names, (_who(people), quoted(people.role), sign, date), strict=True)
        )

    return body


def _labelled(*names: str) -> Callable[[People, str, str], str]:
    def body(people: People, sign: str, date: str) -> str:
        return f"{quoted(CONFIRM)}\n\n" + _lines(
            *zip(names, (_who(people), quoted(people.role), sign, date), strict=True)
        )

    return body


_BODIES: Final[dict[str, Callable[[People, str, str], str]]] = {
    "form": _form("Name of referee", "Position", "Signature", "Date"),
    "lines": _labelled("Name:", "Job title:", "Signed:", "Date:"),
    "letter": _letter,
    "sentence": _sentence,
    "witnesses": _witnesses,
    "block": lambda who, sign, date: f"{quoted(CONFIRM)}\n\n{sign}\n\n{_who(who)} \\\n{quoted(who.role)} \\\n{date}",
    "numbered": lambda who, sign, date: (
        f"{quoted(CONFIRM)}\n\n"
        + _rows(
            ("(a) Referee's full name", _who(who)),
            ("(b) Relationship to the applicant", "Colleague for six years"),
            ("(c) Post held", quoted(who.role)),
            ("(d) Signature", sign),
            ("(e) Date signed", date),
        )
    ),
    "after declaration": _after_declaration,
    "electronic": _electronic,
    "in line": lambda who, sign, date: (
        f"{quoted(CONFIRM)}\n\nAuthenticated by: {_who(who, letters=False)} ({quoted(who.role)}) "
        f"#h(4mm) {sign} #h(4mm) {date}"
    ),
    "verified": _labelled("Verified by", "Designation", "Signature", "Dated"),
    "print name": _form("Print name", "Post held", "Sign", "Date of signing"),
    "memo": _memo,
    "across": _across,
    "supervisor": _labelled("Line manager –", "Job role –", "Signature –", "Date –"),
    "role first": lambda who, sign, date: (
        f"{quoted(CONFIRM)}\n\n"
        + _lines(("Position:", quoted(who.role)), ("Name:", _who(who)), ("Date:", date), ("Signature:", sign))
    ),
    "on behalf": lambda who, sign, date: (
        f"{quoted(CONFIRM)}\n\n{sign}\n\n{quoted('Signed: ' + who.referee + ', ' + who.role)}\n\nDate: {date}"
    ),
}
