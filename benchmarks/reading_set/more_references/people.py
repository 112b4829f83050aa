# ruff: noqa: RUF001 - applicants write dashes and curly quotes
"""Invented people, and ways of naming, dating and signing. Plain data and small writers."""

import datetime as dt
from random import Random
from typing import Final

GIVEN: Final = (
    "Mara",
    "Idris",
    "Tamsin",
    "Oluwaseun",
    "Bryn",
    "Priya",
    "Caitriona",
    "Lech",
    "Anjali",
    "Hamish",
    "Zainab",
    "Piers",
    "Wen",
    "Noor",
)
FAMILY: Final = (
    *("Quillon", "Abernathy-Voss", "O'Shaughran", "Tindlewick", "Okonjara", "van der Meersch", "Pryce", "Ramanujar"),
    *("MacIlvane", "Szczepanek", "Fenwright", "de la Cour", "Hassanpour", "Ellerby", "Ng", "Thistlemoor"),
)
TITLES: Final = ("Dr ", "Dr. ", "Mr ", "Ms ", "Mrs ", "Prof ", "Professor ", "Miss ", "", "", "", "")
LETTERS: Final = (
    " MSc CSci",
    ", MSc, MIPEM",
    " BSc(Hons) MSc PhD",
    " PhD MIPEM CSci",
    " FIPEM",
    " DCR(R)",
    "",
    "",
    "",
    "",
)
COVERS: Final = (
    *("Name: {name}", "Name of applicant: {name}", "Applicant: {name}", "Candidate: {name}", "Submitted by {name}"),
    *("Portfolio of {name}", "Applicant's name: {name}", "{name}", "by {name}", "Prepared by: {name}"),
    *("MRSE portfolio – {name}", "Applicant\n{name}", "Candidate name\n{name}", "Full name: {name}"),
    *("This portfolio is submitted by {name}", "Portfolio submitted by: {name}", "Author: {name}"),
)
SUBMITTED: Final = (
    *("Date of submission: {date}", "Submitted: {date}", "Submitted on {date}", "Submission date: {date}", "{date}"),
    *("Date submitted\n{date}", "Date: {date}", "Submitted to IPEM on {date}", "Date of application: {date}"),
    *("Sent to IPEM {date}", "Submitted {date}", "Submission: {date}", "Date of Submission – {date}"),
)
ROLES: Final = (
    *(
        "Head of MRI Physics",
        "Clinical Director of Imaging",
        "Lead MR Radiographer",
        "Superintendent Radiographer, MRI",
    ),
    *("Consultant Clinical Scientist and line manager", "Director of Medical Physics", "Consultant Neuroradiologist"),
    *(
        "Head of Non-Ionising Radiation",
        "Line manager",
        "MR Responsible Person",
        "Chief Physicist",
        "Imaging Services Manager",
    ),
    *(
        "Principal Clinical Scientist (MR)",
        "Deputy Head of Medical Physics & Clinical Engineering",
        "Professor of MR Physics",
    ),
    *(
        "Service Lead - Cross-sectional Imaging",
        "Divisional Manager, Diagnostics",
        "Head of Imaging Physics (line manager)",
    ),
)
HOSPITALS: Final = (
    "Wendlebury Royal Infirmary",
    "St Osyth's Hospital",
    "Carrow Vale NHS Trust",
    "Ashmere University Hospital",
)


def person(rng: Random) -> str:
    """A name with a title or without."""
    return f"{rng.choice(TITLES)}{rng.choice(GIVEN)} {rng.choice(FAMILY)}"


def day(rng: Random) -> dt.date:
    """A day of the month after the twelfth, so that no order of day and month is in doubt."""
    return dt.date(rng.choice((2025, 2026)), rng.randint(1, 12), rng.randint(13, 28))


DATE_FORMS: Final = (
    *(
        "{d} {month} {y}",
        "{d}/{m:02d}/{y}",
        "{d}.{m:02d}.{y2}",
        "{y}-{m:02d}-{d}",
        "{d}{th} {month} {y}",
        "{d} {mon} {y}",
    ),
    *("{weekday} {d} {month} {y}", "{d}-{mon}-{y2}", "{d}{th} of {month} {y}", "{d}.{m}.{y}", "{d}/{m}/{y2}"),
    *(
        "{month} {d}, {y}",
        "{d}-{m:02d}-{y}",
        "{d} {mon}. {y}",
        "{d} / {m:02d} / {y}",
        "{wd} {d}{th} {mon} {y}",
        "{d} {MONTH} {y}",
    ),
)
MONTH_FORMS: Final = ("{month} {y}", "{mon} {y}", "{m:02d}/{y}")


def written(day: dt.date, form: str) -> str:
    """A date in one of the forms above, in British words."""
    month, last = f"{day:%B}", day.day % 10
    ending = {1: "st", 2: "nd", 3: "rd"}.get(last, "th") if day.day > 20 else "th"
    return form.format(
        d=day.day,
        m=day.month,
        y=day.year,
        y2=f"{day:%y}",
        month=month,
        MONTH=month.upper(),
        mon=month[:3],
        th=ending,
        weekday=f"{day:%A}",
        wd=f"{day:%a}",
    )
