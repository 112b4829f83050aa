"""Applications made by hand for the screening report: nothing amiss in one, much in another, everything in a long one.

Titles of findings are the tests' own, so that the report's words alone are what the golden texts hold.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from mrse_assess.isolation import WorkerPool
from mrse_assess.model.letter import StructuredDocument
from mrse_assess.model.observation import AlikeItem, DatedBy, ItemFacts, Observation, Screening
from mrse_assess.model.places import Locator, PageSpan
from mrse_assess.model.portfolio import (
    Authentication,
    CrossReferenceEntry,
    Document,
    EvidenceItem,
    Portfolio,
    TableLocation,
)
from mrse_assess.model.problem import Problem
from mrse_assess.model.scheme import Scheme
from mrse_assess.scheme import load_scheme
from mrse_assess.screening.fingerprints import AcrossPair
from mrse_assess.screening.registry import CHECKS
from mrse_assess.screening.report import screening_report
from mrse_assess.terms import Likelihood, Look, MediaKind, Severity

GOLDEN = Path(__file__).parent / "golden"
RECEIVED = date(2026, 9, 14)
SUBMITTED = date(2026, 9, 3)
ONE = "Portfolio.pdf"
SECRET = "943 476 5919"  # noqa: S105 - a number in the form of a patient's, to be looked for in what is made
LIKELY, POSSIBLE = Likelihood.LIKELY, Likelihood.POSSIBLE


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One application to be reported on."""

    portfolio: Portfolio
    screening: Screening
    across: tuple[AcrossPair, ...] = ()
    compared_with: int | None = None
    reference: str = "EX-0001"

    def report(self, scheme: Scheme) -> StructuredDocument:
        return screening_report(
            self.portfolio,
            self.screening,
            scheme,
            reference=self.reference,
            received_on=RECEIVED,
            across=self.across,
            compared_with=self.compared_with,
        )


@dataclass
class Notes:
    """Observations being written down."""

    made: list[Observation] = field(default_factory=list)

    def add(self, name: str, title: str, outcome: Look = Look.CONCERN, **more: object) -> None:
        check, _, kind = name.partition(".")
        fields = {"id": f"{len(self.made):016x}", "detail": f"{title}, in full: {SECRET}.", "clause": "G7", **more}
        self.made.append(Observation(check=check, kind=kind, outcome=outcome, title=title, **fields))

    def clear(self, name: str, title: str, **more: object) -> None:
        self.add(name, title, Look.CLEAR, **more)

    def unseen(self, name: str, title: str, **more: object) -> None:
        self.add(name, title, Look.NOT_CHECKABLE, **more)


def at(*pages: int, file: str = ONE) -> tuple[Locator, ...]:
    return tuple(Locator(file=file, page=page, quote=SECRET) for page in pages)


def document(name: str = ONE, pages: int = 47, **more: object) -> Document:
    return Document(
        **{
            "name": name,
            "sha256": "0" * 64,
            "media": MediaKind.PDF,
            "size": 1000,
            "pages": pages,
            "pages_without_text": (),
            "rendered_by": None,
            "reader": "test",
            **more,
        }
    )


def item(label: str, *spans: tuple[int, int], file: str = ONE) -> EvidenceItem:
    places = tuple(PageSpan(file=file, first=first, last=last) for first, last in spans)
    return EvidenceItem(id=label, label=label, title=f"Title of {label}, {SECRET}", spans=places)


def entry(code: str, label: str, *, page: int = 3, file: str = ONE) -> CrossReferenceEntry:
    return CrossReferenceEntry(
        sub_category=code,
        evidence_id=label,
        text=label,
        page_hint=None,
        section_hint=None,
        notes=(),
        spans=(),
        confidence=1.0,
        cell=Locator(file=file, page=page),
    )


def facts(label: str, day: str | None, kind: str = "written", **more: object) -> ItemFacts:
    return ItemFacts(evidence_id=label, dated=DatedBy(date=day, kind=kind) if day else None, **more)


def screening(notes: Notes, items: Sequence[ItemFacts] = (), looked: Sequence[str] = tuple(CHECKS)) -> Screening:
    return Screening(
        version=1,
        looked=tuple(looked),
        observations=tuple(notes.made),
        items={each.evidence_id: each for each in items},
    )


def clear_award(scheme: Scheme) -> Sample:
    """Sixteen items in one file, everything there."""
    labels = [str(number) for number in range(1, 17)]
    portfolio = Portfolio(
        applicant_name="Dr Ada Example",
        submitted_on=SUBMITTED,
        documents=(document(),),
        tables=(TableLocation(file=ONE, pages=(3, 4)),),
        contents_list=TableLocation(file=ONE, pages=(2,)),
        cross_references=tuple(entry(code, label) for code, label in zip(scheme.codes, labels, strict=True)),
        authentication=Authentication(
            present=True, referee_name="Dr Bea Sample", dated_on="2026-08-28", signed=True, locator=at(4)[0]
        ),
        evidence=tuple(item(label, (int(label) + 5, int(label) + 5)) for label in labels),
        unresolved=(),
        orphans=(),
        problems=(),
    )
    notes = Notes()
    notes.clear("exam.abmrs_mrse", "ABMRS MRSE certificate found", places=at(5))
    notes.clear("referee.named", "Authenticated by a referee", places=at(4))
    notes.clear("referee.signed_picture", "Signed: picture or by hand", places=at(4))
    share = "Of 16 items 15 are dated within 5 years before 3 September 2026, 1 before that. Advisory."
    notes.clear("dates.mostly_recent", "Mostly recent work", detail=share)
    notes.add("dates.older", "Older than 5 years", evidence_id="3", places=at(8))
    notes.clear("similar.none_alike", "No two items much alike")
    dates = ["2024-05-02", "2025-02", "2019-03-04", "2023"] * 4
    known = [facts(label, day) for label, day in zip(labels, dates, strict=True)]
    return Sample(portfolio=portfolio, screening=screening(notes, known), compared_with=3)


FRONT, MAIL, SCAN, PATIENT, FILM = (
    "01 front pages.docx",
    "post/07 quench <b>e-mail</b>.eml",
    "scans/09 survey.pdf",
    f"photos/{SECRET} knee.jpg",
    "12 <b>film.mp4",
)


def faulty(scheme: Scheme) -> Sample:
    """A folder of files with a fault of nearly every kind that the report tells."""
    del scheme
    notes = Notes()
    _front_faults(notes)
    _personal_faults(notes)
    _dating_faults(notes)
    _other_faults(notes)
    alike = {one: (AlikeItem(evidence_id=other, kind="near", share=0.9),) for one, other in (("7", "10"), ("10", "7"))}
    known = [
        facts("7", None, alike=alike["7"]),
        facts("9", None),
        facts("10", "2024-02-03", "metadata", alike=alike["10"]),
    ]
    pair = AcrossPair(
        application="EX-0001", evidence_id="7", other_application="EX-0002", other_evidence_id="3", share=0.861
    )
    checks = [check for check in CHECKS if check != "mhra"]
    return Sample(
        portfolio=_faulty_portfolio(), screening=screening(notes, known, checks), across=(pair,), compared_with=1
    )


def _faulty_portfolio() -> Portfolio:
    """Claims that lead nowhere, an item that nobody cites, files that could not be opened or read."""
    return Portfolio(
        applicant_name=None,
        submitted_on=None,
        documents=(
            document(FRONT, 4),
            document(MAIL, 1),
            document(SCAN, 6, pages_without_text=(2, 3, 4, 6), pages_recognised=(1,)),
            document(PATIENT, 1),
            document(FILM, 0),
        ),
        tables=(TableLocation(file=FRONT, pages=(2,)),),
        contents_list=None,
        cross_references=(
            entry("1.1", "7", page=2, file=FRONT),
            entry("4.2", "9", page=2, file=FRONT),
            entry("5.2", "19", page=2, file=FRONT),
        ),
        authentication=Authentication(present=False),
        evidence=(item("7", (1, 1), file=MAIL), item("9", (1, 6), file=SCAN), item("10", (1, 1), file=PATIENT)),
        unresolved=(("5.2", "19"),),
        orphans=("10",),
        problems=(
            problem("archive-entry-encrypted", "locked.pdf"),
            problem("archive-entry-damaged", f"{SECRET}.pdf"),
            problem("page-failed", SCAN),
            problem("listed-item-missing", FRONT),
            problem("portfolio-too-large", None),
        ),
    )


def _front_faults(notes: Notes) -> None:
    notes.add("exam.abmrs_mrso", "MRSO certificate, not MRSE", places=at(3, file=FRONT))
    notes.add("referee.missing", "No authentication found")


def _personal_faults(notes: Notes) -> None:
    notes.add(
        "personal_data.nhs_number", "Number in NHS form", evidence_id="7", places=at(1, file=MAIL), likelihood=LIKELY
    )
    notes.add("personal_data.dob", "Date of birth", evidence_id="7", places=at(1, 1, file=MAIL), likelihood=LIKELY)
    notes.add(
        "personal_data.file_name",
        "File name may name a patient",
        evidence_id="10",
        places=at(1, file=PATIENT),
        likelihood=POSSIBLE,
    )
    notes.add(
        "personal_data.exif_gps",
        "Photograph says where",
        evidence_id="10",
        places=at(1, file=PATIENT),
        likelihood=POSSIBLE,
    )
    notes.unseen("personal_data.pictures_unread", "Pictures not read", evidence_id="9", places=at(1, 5, file=SCAN))
    notes.unseen("personal_data.not_looked_into", "File not looked into", evidence_id="10", places=at(1, file=PATIENT))
    notes.unseen("active.not_looked_into", "Not checked", evidence_id="9", places=at(1, file=SCAN))
    notes.add("redactions.readable", "Words readable under a cover", evidence_id="9", places=at(1, 2, 3, 5, file=SCAN))
    notes.unseen("redactions.not_checked", "Cover not checked", evidence_id="9", places=at(6, file=SCAN))


def _dating_faults(notes: Notes) -> None:
    notes.add("dates.undated", "No date found", evidence_id="7")
    notes.add("dates.metadata", "Dated by the file's own data only", evidence_id="10")
    notes.unseen("dates.unread", "Date: pages not readable", evidence_id="9")
    notes.unseen(
        "dates.share_open", "Share not settled", detail="Of 3 items none could be dated by its pages. Advisory."
    )


def _other_faults(notes: Notes) -> None:
    notes.add("active.link_drive", "Link to a drive or SharePoint", evidence_id="7", places=at(1, file=MAIL))
    notes.add("similar.near", "Much like another item", evidence_id="10", places=at(1, file=PATIENT))


def long_one(scheme: Scheme) -> Sample:
    """Sixty items, each with everything amiss, in files of long names."""
    base = faulty(scheme)
    files = [f"folder {number:02}/{'a very long name of a file ' * 4}{number:02}.pdf" for number in range(60)]
    labels = [f"{number}" for number in range(1, 61)]
    notes = Notes(made=list(base.screening.observations))
    for label, file in zip(labels, files, strict=True):
        spread = at(1, 3, 5, 7, 9, file=file)
        for likelihood in (LIKELY, POSSIBLE):
            for kind in ("nhs_number", "dob", "patient_name", "hospital_number", "overlay"):
                notes.add(
                    f"personal_data.{kind}",
                    f"Title of {kind}",
                    evidence_id=label,
                    places=spread[: len(kind) % 4 + 1],
                    likelihood=likelihood,
                )
        notes.add("redactions.readable", "Words readable under a cover", evidence_id=label, places=spread)
        notes.add("redactions.not_applied", "Redaction never applied", evidence_id=label, places=spread[:2])
        for kind in ("link_drive", "link_file", "dead_icon", "embedded_object", "macro", "javascript"):
            notes.add(f"active.{kind}", f"Title of {kind}", evidence_id=label, places=spread[: len(kind) % 5 + 1])
        notes.add("dates.undated", "No date found", evidence_id=label)
        notes.add("dates.older", "Older", evidence_id=label)
        notes.unseen("personal_data.not_looked_into", "File not looked into", evidence_id=label, places=spread[:1])
        notes.unseen("redactions.not_checked", "Cover not checked", evidence_id=label, places=spread)
        notes.unseen("personal_data.pictures_unread", "Pictures not read", evidence_id=label, places=spread)
    portfolio = replace(
        base.portfolio,
        documents=tuple(document(file, 10, pages_without_text=(2, 4, 6, 8)) for file in files),
        evidence=tuple(item(label, (1, 10), file=file) for label, file in zip(labels, files, strict=True)),
        orphans=tuple(labels),
        unresolved=tuple(("5.2", f"X{number}") for number in range(40)),
    )
    alike = [
        facts(label, None, alike=(AlikeItem(evidence_id=str(int(label) + 1), kind="near", share=0.9),))
        for label in labels[:-1]
    ]
    pairs = tuple(replace(base.across[0], evidence_id=label) for label in labels)
    return Sample(
        portfolio=portfolio, screening=screening(notes, alike, base.screening.looked), across=pairs, compared_with=9
    )


def problem(code: str, file: str | None) -> Problem:
    place = Locator(file=file, page=1) if file else None
    return Problem(code=code, severity=Severity.ERROR, found="Found.", advice="Do.", locator=place)


@pytest.fixture(scope="session")
def scheme() -> Scheme:
    return load_scheme()


@pytest.fixture(scope="session")
def samples(scheme: Scheme) -> dict[str, Sample]:
    return {"clear_award": clear_award(scheme), "faulty": faulty(scheme), "long_one": long_one(scheme)}


@pytest.fixture(scope="session")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool() as opened:
        yield opened


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare with a golden text; ``pytest tests/letter tests/screening/report --golden-update`` rewrites them."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if request.config.getoption("golden_update", default=False):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare
