"""The workbench in memory, for tests of the screen: the same answers as the real one, no files and no records."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

import fake_data as data
from fake_letter import FakeLetter
from fake_pages import HEIGHT, WIDTH, draw
from fake_parts import FakeCourse, FakeEvidence, FakePreferring, FakePrompting, FakeReading, FakeResubmission
from fake_register import FakeRegister

from mrse_assess.errors import BadRequestError, StaleWriteError
from mrse_assess.terms import Direction, OutcomeKind, RuleStatus, Verdict
from mrse_assess.workbench.office_settings import SettingRow
from mrse_assess.workbench.outcome_views import (
    BlockKind,
    LetterBlock,
    LetterDraft,
    LetterFile,
    LetterForm,
    LetterSpan,
    OutcomesView,
    OutcomeView,
    PartView,
    RuleLine,
    Standing,
)
from mrse_assess.workbench.start_views import ApplicationRow, DeclarationSheet, PartyRow, Progress, Taken
from mrse_assess.workbench.views import (
    Choice,
    ClaimRow,
    ConclusionEntry,
    ConclusionView,
    Entry,
    GroupChoice,
    GuidanceView,
    Heading,
    HistoryLine,
    ItemPage,
    ItemView,
    JudgementView,
    PagePicture,
    Parking,
    Place,
    Receipt,
    RowState,
    UncitedItem,
    Unit,
    Worklist,
    WorklistRow,
)

START = datetime(2026, 11, 21, 14, 2, 7, tzinfo=UTC)
PARTS = ("Contents list", "Authentication", "Exam")
CONCLUDED = {
    Verdict.SATISFACTORY: RowState.SATISFACTORY,
    Verdict.NOT_SATISFACTORY: RowState.NOT_SATISFACTORY,
    Verdict.REFERRED_TO_PANEL: RowState.REFERRED_TO_PANEL,
    Verdict.NOTHING_OFFERED: RowState.NOTHING_OFFERED,
}


T = TypeVar("T")


def done(value: T) -> "Future[T]":
    """A future that is already there."""
    future: Future[T] = Future()
    future.set_result(value)
    return future


@dataclass
class FakeWorkbench:
    """One application. ``fails`` is raised by the next write; ``stale`` makes every write refuse until ``catch_up``."""

    application: str = "MRSE-2025-014"
    entries: dict[Unit, Entry] = field(default_factory=dict)
    drafts: dict[Unit, Entry] = field(default_factory=dict)
    conclusions: dict[str, ConclusionEntry] = field(default_factory=dict)
    parked: dict[Unit, Parking] = field(default_factory=dict)
    confirmed: dict[str, bool] = field(default_factory=dict)
    chosen: tuple[OutcomeKind, str] | None = None
    kept_place: Place | None = None
    writes: int = 0
    stale: bool = False
    fails: Exception | None = None
    asked_pages: list[tuple[str, int, int]] = field(default_factory=list)
    held_pages: list[tuple[Future[PagePicture], PagePicture]] | None = None

    def __post_init__(self):
        self.evidence = FakeEvidence(self)
        self.reading = FakeReading(self)
        self.course = FakeCourse(self)
        self.preferring = FakePreferring()
        self.prompting = FakePrompting(self)
        self.resubmission = FakeResubmission()

    # -------- reading

    def heading(self) -> Heading:
        claims = sum(len(claims) for claims in data.CLAIMS.values())
        return Heading(
            application=self.application,
            attempt="First attempt, guidance 2025",
            assessor="R. Penhallow",
            judged=len(self.entries),
            claims=claims,
        )

    def worklist(self) -> Worklist:
        rows = tuple(self._row(code, category, short, title) for code, category, short, title in data.UNITS)
        uncited = tuple(UncitedItem(evidence_id=i, label=i, title=data.TITLES[i]) for i in data.UNCITED)
        return Worklist(rows=rows, uncited=uncited)

    def _row(self, code: str, category: int, short: str, title: str) -> WorklistRow:
        claims = tuple(self._claim(code, claim[0], claim[2]) for claim in data.CLAIMS[code])
        concluded = self.conclusions.get(code)
        judged = any(claim.verdict for claim in claims)
        state = RowState.IN_PROGRESS if judged else RowState.NOT_YET_JUDGED
        return WorklistRow(
            code=code,
            category=category,
            short_name=short,
            title=title,
            claims=claims,
            state=CONCLUDED[concluded.verdict] if concluded else state,
            prompts=sum(claim.prompts for claim in claims),
        )

    def _claim(self, code: str, evidence_id: str, page: int) -> ClaimRow:
        unit = Unit(code, evidence_id)
        entry = self.entries.get(unit)
        return ClaimRow(
            evidence_id=evidence_id,
            label=evidence_id,
            title=data.TITLES.get(evidence_id, "not in the portfolio"),
            verdict=entry.verdict if entry else None,
            cited=f"p {page}" if page > 1 else "",
            parked=unit in self.parked,
            leads_nowhere=page == 0,
            reason_missing=bool(entry and entry.verdict is Verdict.NOT_SATISFACTORY and not entry.reasons),
            prompts=len(self.prompting.findings(unit).prompts),
        )

    def _order(self) -> list[Unit]:
        return [Unit(code, claim[0]) for code in data.CLAIMS for claim in data.CLAIMS[code]]

    def next_unjudged(self, after: Unit | None) -> Unit | None:
        units: list[Unit] = []
        for code, claims in data.CLAIMS.items():
            open_claims = [Unit(code, claim[0]) for claim in claims if Unit(code, claim[0]) not in self.entries]
            units += open_claims or ([] if code in self.conclusions else [Unit(code, "")])
        order = [
            unit for code in data.CLAIMS for unit in (*(Unit(code, c[0]) for c in data.CLAIMS[code]), Unit(code, ""))
        ]
        at = order.index(after) + 1 if after in order else 0
        for unit in order[at:] + order[:at]:
            if unit in units and unit not in self.parked:
                return unit
        return next((unit for unit in units if unit != after), None)

    def place(self) -> Place | None:
        return self.kept_place

    def remember_place(self, place: Place) -> None:
        self.kept_place = place

    def item(self, evidence_id: str) -> ItemView:
        if evidence_id == "19":
            return ItemView(
                evidence_id="19", label="19", title="", pages=(),
                why_empty="Item 19 is cited in the table but was not found in the portfolio. "
                "Looked for: file names, contents list and headings that say 19.",
            )  # fmt: skip
        if evidence_id not in data.TITLES:
            raise BadRequestError(f"There is no item {evidence_id} in this portfolio.")
        count = data.PAGES.get(evidence_id, 1)
        pages = tuple(
            ItemPage(
                number=n, file=f"{data.TITLES[evidence_id]}.pdf", file_page=n, width=WIDTH, height=HEIGHT,
                has_text=(evidence_id, n) not in data.SCANS,
                remark="Drawn from a Word file; the layout may differ." if evidence_id == "9" else "",
                recognised=(evidence_id, n) in data.RECOGNISED,
            )
            for n in range(1, count + 1)
        )  # fmt: skip
        title = data.TITLES[evidence_id]
        return ItemView(evidence_id=evidence_id, label=evidence_id, title=title, pages=pages)

    def page_picture(self, evidence_id: str, number: int, dpi: int) -> "Future[PagePicture]":
        self.asked_pages.append((evidence_id, number, dpi))
        total = data.PAGES.get(evidence_id, 1)
        has_text = (evidence_id, number) not in data.SCANS
        page = draw(evidence_id, data.TITLES[evidence_id], number, total, dpi, has_text=has_text)
        page = replace(page, recognised=(evidence_id, number) in data.RECOGNISED)
        if self.held_pages is None:
            return done(page)
        future: Future[PagePicture] = Future()
        self.held_pages.append((future, page))
        return future

    def guidance(self, sub_category: str) -> GuidanceView:
        title = next(title for code, _, _, title in data.UNITS if code == sub_category)
        return GuidanceView(
            code=sub_category,
            title=title,
            guidance="Parameters changed so that a patient or group can be scanned safely and the images stay useful.",
            category_title="Category",
            category_guidance="",
            notes=data.NOTES if sub_category == "3" else data.NOTES[3:],
            examples=("A protocol before and after with the reason for each change", "Advice to a radiographer"),
        )

    def judgement(self, unit: Unit) -> JudgementView:
        cited = next((claim for claim in data.CLAIMS[unit.sub_category] if claim[0] == unit.evidence_id), None)
        if cited is None:
            raise BadRequestError("There is no such claim.")
        in_force = self.entries.get(unit)
        also = tuple(c for c in data.CLAIMS if c != unit.sub_category and any(x[0] == cited[0] for x in data.CLAIMS[c]))
        is_three = unit.sub_category == "3"
        return JudgementView(
            unit=unit,
            entry=self.drafts.get(unit) or in_force or Entry(),
            saved_at=START if in_force else None,
            drafted=unit in self.drafts,
            cited=cited[1],
            cited_page=cited[2],
            also_for=also,
            reasons=data.REASONS,
            contributions=("propose", "initiate", "produce", "review", "revise"),
            editions=("v4.3 (2021)", "v4.2 (2020)"),
            groups=(GroupChoice(id="A", members="item 6"), GroupChoice(id="B", members="new group"))
            if is_three
            else (),
            targets=tuple(Choice(id=code, name=f"{code} {short}") for code, _, short, _ in data.UNITS),
            other_items=tuple(Choice(id=i, name=f"Item {i}") for i in data.TITLES if i != unit.evidence_id),
            parking=self.parked.get(unit),
            quotes=self.evidence.quotes(unit),
            history=(HistoryLine(at=START, words="Satisfactory", verdict=Verdict.SATISFACTORY),) if in_force else (),
        )

    # -------- writing

    def _write(self) -> Receipt:
        if self.fails is not None:
            error, self.fails = self.fails, None
            raise error
        if self.stale:
            raise StaleWriteError("You went on in another tab at 14:05:40. Nothing from this tab overwrote it.")
        self.writes += 1
        return Receipt(START + timedelta(seconds=self.writes), f"event-{self.writes}", f"head-{self.writes}")

    def judge(self, unit: Unit, entry: Entry) -> Receipt:
        receipt = self._write()
        self.entries[unit] = entry
        self.drafts.pop(unit, None)
        self.parked.pop(unit, None)
        return receipt

    def withdraw(self, unit: Unit) -> Receipt:
        receipt = self._write()
        if unit.evidence_id:
            self.entries.pop(unit, None)
        else:
            self.conclusions.pop(unit.sub_category, None)
        return receipt

    def save_draft(self, unit: Unit, entry: Entry) -> None:
        self._write()
        self.drafts[unit] = entry

    def park(self, unit: Unit, reminder: str) -> Receipt:
        receipt = self._write()
        self.parked[unit] = Parking(since=START, reminder=reminder)
        return receipt

    def take_up(self, unit: Unit) -> Receipt:
        receipt = self._write()
        self.parked.pop(unit, None)
        return receipt

    def conclusion(self, sub_category: str) -> ConclusionView:
        concluded = self.conclusions.get(sub_category)
        units = [Unit(sub_category, claim[0]) for claim in data.CLAIMS[sub_category]]
        sound = [u for u in units if u in self.entries and self.entries[u].verdict is Verdict.SATISFACTORY]
        left = [u for u in units if u not in self.entries]
        needed = 2 if sub_category == "3" else 1
        said = f"{len(sound)} satisfactory item of {needed}" if len(sound) < needed else ""
        waiting = f"item {left[0].evidence_id} not yet judged" if left else ""
        return ConclusionView(
            sub_category=sub_category,
            verdict=concluded.verdict if concluded else None,
            saved_at=START if concluded else None,
            hesitate="; ".join(part for part in (said, waiting) if part),
            needs_sentence=(Verdict.SATISFACTORY,) if len(sound) < needed else (),
            feedback=concluded.feedback if concluded else "",
            to_panel=concluded.to_panel if concluded else "",
        )

    def conclude(self, sub_category: str, entry: ConclusionEntry) -> Receipt:
        receipt = self._write()
        self.conclusions[sub_category] = entry
        return receipt

    # -------- rules, parts, outcome, letter

    def standing(self) -> Standing:
        good = sum(c.verdict is Verdict.SATISFACTORY for c in self.conclusions.values())
        lost = sum(c.verdict in {Verdict.NOT_SATISFACTORY, Verdict.NOTHING_OFFERED} for c in self.conclusions.values())
        confirmed = sum(self.confirmed.values())
        lines = (
            _line("sub_categories", "Sub-categories", good, 14, 16, lost=lost),
            _line("major_categories", "Categories", min(good, 8), 8, 8),
            _line("independent_items", "Independent in 3", 1, 2, 2, total=3),
            replace(_line("simulated_limit", "Simulated (max)", 1, 2, 2), direction=Direction.AT_MOST),
            _line("mhra_references", "MHRA (min)", 2, 2, 2),
            _line("parts", "Parts", confirmed, 3, 3),
        )
        met = all(line.status is RuleStatus.MET for line in lines)
        outcome = RuleStatus.MET if met else RuleStatus.UNDETERMINED
        return Standing(rules=lines, outcome=outcome, because="3 and 5.2 both needed.", needed="14 of 16 needed")

    def choose_reading(self, clause: str, value: str, ground: str) -> Receipt:
        self.reading_chosen = (clause, value, ground)
        return self._write()

    def parts(self) -> tuple[PartView, ...]:
        return tuple(
            PartView(
                part=name.lower().replace(" ", "_"), name=name, ask=f"Is the {name.lower()} present and suitable?",
                clause="General guidance, paragraph 8", found="page 2 of Portfolio.pdf",
                confirmed=self.confirmed.get(name.lower().replace(" ", "_")),
            )
            for name in PARTS
        )  # fmt: skip

    def confirm_part(self, part: str, *, confirmed: bool) -> Receipt:
        receipt = self._write()
        self.confirmed[part] = confirmed
        return receipt

    def outcomes(self) -> OutcomesView:
        waiting = "" if self.standing().outcome is RuleStatus.MET else "The rules are undetermined."
        choices = (
            OutcomeView(kind=OutcomeKind.AWARD, name="Award", why_not=waiting, needs_ground=False),
            OutcomeView(kind=OutcomeKind.FURTHER_EVIDENCE, name="Further evidence", why_not="", needs_ground=False),
            OutcomeView(kind=OutcomeKind.NOT_AWARDED, name="Not awarded", why_not="", needs_ground=True),
        )
        kind, ground = self.chosen or (None, "")
        return OutcomesView(choices=choices, chosen=kind, ground=ground)

    def choose_outcome(self, kind: OutcomeKind, ground: str) -> Receipt:
        receipt = self._write()
        self.chosen = (kind, ground)
        return receipt

    def letter(self) -> LetterDraft:
        if self.chosen is None:
            return LetterDraft(made_at=None, blocks=(), refusals=("No outcome has been chosen.",))
        return LetterDraft(made_at=START, blocks=LETTER, refusals=("The deadline for further evidence is not set.",))

    def letter_file(self, form: LetterForm) -> "Future[LetterFile]":
        return done(LetterFile(name=f"{self.application} letter draft.{form}", media="application/pdf", data=b"%PDF-"))

    def catch_up(self) -> None:
        self.stale = False


def _line(
    rule: str, label: str, observed: int, threshold: int, bound: int, *, lost: int = 0, total: int = 0
) -> RuleLine:
    pending = (total or bound) - observed - lost
    met = observed >= threshold
    return RuleLine(
        rule=rule,
        label=label,
        status=RuleStatus.MET if met else RuleStatus.UNDETERMINED,
        direction=Direction.AT_LEAST,
        observed=observed,
        threshold=threshold,
        bound=bound,
        done=observed,
        pending=pending,
        lost=lost,
        sentence=f"{label}: {observed} of {bound}, {threshold} needed, {pending} pending",
    )


def _said(*texts: str) -> tuple[LetterSpan, ...]:
    return tuple(LetterSpan(text=text, gap=text.startswith("[")) for text in texts)


LETTER = (
    LetterBlock(kind=BlockKind.HEADING, level=1, lines=(_said("Further evidence requested"),)),
    LetterBlock(kind=BlockKind.PARAGRAPH, lines=(_said("Dear Dr Tallis,"),)),
    LetterBlock(kind=BlockKind.PARAGRAPH, lines=(_said("Please send it by ", "[deadline for further evidence]", "."),)),
    LetterBlock(
        kind=BlockKind.TABLE, columns=4,
        lines=tuple(_said(t) for t in ("Requirement", "Needed", "Found", "Result", "Exam", "1", "1", "met")),
    ),
    LetterBlock(kind=BlockKind.LIST, lines=(_said("1.2 (item 2)"), _said("2.1 (items 3 and 4)"))),
)  # fmt: skip


@dataclass
class FakeUpload:
    """What arrived, in order."""

    files: list[tuple[str, int, bytearray]] = field(default_factory=list)
    locked: bool = False
    abandoned: bool = False

    def begin_file(self, name: str, size: int) -> None:
        if size > 100_000_000:
            raise BadRequestError("The file is larger than 100 MB. Split it, or give its folder.")
        self.files.append((name, size, bytearray()))

    def write(self, data: bytes) -> None:
        self.files[-1][2].extend(data)

    def finish(self, password: str | None, tell: Callable[[Progress], None]) -> "Future[Taken]":
        if self.locked and password != "open sesame":  # noqa: S105 - an invented password of a test
            return done(Taken(locked_file=self.files[0][0]))
        tell(Progress("Reading page", 41, 212))
        return done(Taken(application="MRSE-2025-014"))

    def abandon(self) -> None:
        self.abandoned = True


@dataclass
class FakeDeclaring:
    """What was declared, and a sheet of two names."""

    said: list[tuple[object, ...]] = field(default_factory=list)

    def sheet(self, reference: str) -> "Future[DeclarationSheet]":
        if reference != "MRSE-2025-016":
            raise BadRequestError("There is no such application for you in this workspace.")
        parties = (
            PartyRow(name="<b>Northmere</b>", part="employer"),
            PartyRow(name="Dr S. Quillfeather", part="referee", possible="in your list"),
        )
        return done(DeclarationSheet(application=reference, parties=parties, kinds=(("employer", "Works there"),)))

    def declare(self, reference: str, *, names: Sequence[str], interests: Sequence[str], why: str) -> None:
        if not interests:
            raise BadRequestError("Say which kind of interest it is.")
        self.said.append((reference, tuple(names), tuple(interests), why))

    def no_interest(self, reference: str, names: Sequence[str]) -> None:
        if names:
            raise BadRequestError("A name is ticked.")
        self.said.append((reference,))


@dataclass
class FakeOffice:
    """Two settings, one of them unset."""

    said: list[tuple[object, ...]] = field(default_factory=list)

    def rows(self) -> tuple[SettingRow, ...]:
        return (
            SettingRow(
                key="scheme_office", label="name of the office", kind="text", choices=(), advice="As at the head.",
                holds_up=("every letter",), is_set=True, value="<i>Office</i>", source="minute 4", invented=True,
                by="O", at=datetime(2026, 9, 2, 10, 5),  # noqa: DTZ001 - local time, as the page shows it
            ),
            SettingRow(
                key="attempts_allowed", label="how many attempts", kind="number", choices=(), advice="",
                holds_up=("choosing “Further evidence”",),
            ),
        )  # fmt: skip

    def set(self, key: str, value: str, source: str, *, not_applicable: bool = False) -> None:
        if not source:
            raise BadRequestError("Say where the value comes from.")
        self.said.append((key, value, source, not_applicable))


@dataclass
class FakeWorkspace:
    """Two applications; the first is the workbench above."""

    workbench: FakeWorkbench = field(default_factory=FakeWorkbench)
    uploads: list[FakeUpload] = field(default_factory=list)
    lock_uploads: bool = False
    folders: list[str] = field(default_factory=list)
    declaring: FakeDeclaring = field(default_factory=FakeDeclaring)
    registering: FakeRegister = field(default_factory=FakeRegister)
    of_office: bool = True
    letters: list[str] = field(default_factory=list)
    closed: tuple[ApplicationRow, ...] = ()

    def is_office(self) -> bool:
        return self.of_office

    def office(self) -> FakeOffice:
        return FakeOffice()

    def applications(self) -> tuple[ApplicationRow, ...]:
        return (
            *self.closed,
            ApplicationRow(
                application="MRSE-2025-014", applicant="Dr Ines Tallis", attempt=1, received=date(2026, 9, 2),
                state="30 of 33 claims judged", share=0.9, problems=3,
            ),
            ApplicationRow(
                application="MRSE-2025-015", applicant="<b>Mx Quill</b>", attempt=2, received=None,
                state="nothing judged yet", share=0, problems=0,
            ),
        )  # fmt: skip

    def open_application(self, application: str) -> FakeWorkbench:
        if application not in {row.application for row in self.applications()}:
            raise BadRequestError("There is no such application in this workspace.")
        self.workbench.application = application
        return self.workbench

    def sees_cohort(self) -> bool:
        return self.of_office

    def cohort(self) -> None:
        raise BadRequestError("Statistics are for the chair and the office.")

    def letter(self, application: str) -> FakeLetter:
        if not self.of_office:
            raise BadRequestError("The office or the chair may look at the letter.")
        self.letters.append(application)
        return FakeLetter()

    def upload(self) -> FakeUpload:
        self.uploads.append(FakeUpload(locked=self.lock_uploads))
        return self.uploads[-1]

    def take_in_folder(self, folder: str, password: str | None, tell: Callable[[Progress], None]) -> "Future[Taken]":
        self.folders.append(folder if password is None else f"{folder} with its password")
        if folder.startswith("/nowhere"):
            future: Future[Taken] = Future()
            future.set_exception(BadRequestError("There is nothing at that path. Check it, or drop the files here."))
            return future
        tell(Progress("Reading page", 41, 212))
        return done(Taken(application="MRSE-2025-014"))


def judged_workbench() -> FakeWorkbench:
    """A workbench near its end, like the mock: 3 and 5.2 open, 8.2 without claims, 2.2 not satisfactory."""
    bench = FakeWorkbench()
    for code, claims in data.CLAIMS.items():
        for evidence_id, _, _ in claims:
            bench.entries[Unit(code, evidence_id)] = Entry(verdict=Verdict.SATISFACTORY)
        bench.conclusions[code] = ConclusionEntry(verdict=Verdict.SATISFACTORY)
    bench.entries[Unit("2.2", "5")] = Entry(verdict=Verdict.NOT_SATISFACTORY, reasons=("undated",))
    bench.conclusions["2.2"] = ConclusionEntry(verdict=Verdict.NOT_SATISFACTORY)
    bench.conclusions["8.2"] = ConclusionEntry(verdict=Verdict.NOTHING_OFFERED)
    for unit in (Unit("3", "8"), Unit("5.2", "18"), Unit("5.2", "19")):
        del bench.entries[unit]
    del bench.conclusions["3"], bench.conclusions["5.2"]
    bench.entries[Unit("3", "7")] = Entry(
        verdict=Verdict.NOT_SATISFACTORY,
        reasons=("no_image_quality_consideration", "contribution_not_substantive"),
        primary_reason="no_image_quality_consideration",
        contribution=("review",),
        mhra_edition="v4.3 (2021)",
        mhra_section="2.4",
        independent_group="B",
        seen="a review of another person's protocol",
        feedback="Please also show how the images were assessed, for example by a radiologist's comments.",
        to_panel="Page 4 has screens but no images.",
    )
    bench.confirmed = {"contents_list": True, "authentication": True}
    bench.kept_place = Place(Unit("3", "7"), 3)
    return bench
