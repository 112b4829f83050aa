"""Nothing that one assessor says changes a word of what another one sees, until the panel says it."""

from dataclasses import replace

import pytest

from mrse_assess.model.acts import (
    Correction,
    Dismissal,
    ItemSpan,
    PageOffset,
    Parking,
    PinnedQuote,
    PrivateNote,
    Reveal,
    Seal,
    Withdrawal,
)
from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.model.observation import Observation, Screening
from mrse_assess.model.places import PageSpan
from mrse_assess.model.wordings import Wording
from mrse_assess.terms import EventKind, Look, Phase, Verdict
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.recording import case_of, record
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workbench.start import StartPage
from mrse_assess.workbench.views import ConclusionEntry, Entry, Unit

MARK = "Zanzibar"
ONE = Unit("1.1", "1")
SAT, NOT = Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY


@pytest.fixture(autouse=True)
def noticed(workspace):
    """Screening has something to say of the items, so that there is something to put aside."""
    said = tuple(
        Observation(
            id=f"concern-{item}", check="scope", kind="medical", outcome=Look.CONCERN, title="T", detail="D",
            clause="G6", evidence_id=item,
        )
        for item in ("1", "2")
    )  # fmt: skip
    screening = Screening(version=1, looked=("scope",), observations=said)
    workspace.kept_screening = lambda *_: screening


def opened(workspace, application, who):
    return OpenWorkbench(Assessment(workspace, application, who))


def seen(workspace, application, who="A1"):
    """Everything that the page can show to one assessor, as one text for each part of it."""
    bench = opened(workspace, application, who)
    listed = bench.worklist()
    units = [Unit(row.code, claim.evidence_id) for row in listed.rows for claim in row.claims]
    seal = bench.course.seal_view()
    return {
        "heading": bench.heading(),
        "worklist": listed,
        "next": bench.next_unjudged(None),
        "items": [bench.item(item) for item in sorted({unit.evidence_id for unit in units})],
        "judgements": [bench.judgement(unit) for unit in units],
        "findings": [bench.prompting.findings(unit) for unit in units],
        "parts": bench.parts(),
        "conclusions": [bench.conclusion(row.code) for row in listed.rows],
        "guidance": [bench.guidance(row.code) for row in listed.rows],
        "standing": bench.standing(),
        "outcomes": bench.outcomes(),
        "letter": replace(bench.letter(), made_at=None),
        "undo": bench.course.undoable(),
        "elsewhere": bench.course.elsewhere(),
        "coverage": bench.course.coverage(),
        "seal": seal,
        "reading": bench.reading.reading(),
        "version": bench.reading.version(),
        "start": StartPage(workspace, who).applications(),
    }


def everything_another_can_say(workspace, application, who="A2"):
    other = Assessment(workspace, application, who)
    case, file = case_of(other), other.portfolio.documents[0]
    said = {"phase": Phase.INDIVIDUAL, "assessor": who, "feedback": MARK, "to_panel": MARK, "seen": MARK}
    reasons = ("undated", "outdated")
    own = {"primary_reason": reasons[0], "reasons": reasons, "wording": (Wording(reasons[0], MARK),)}
    for verdict in (SAT, NOT):
        for item in ("1", "2", MARK):
            record(
                other,
                Judgement(**case, **said, **own, sub_category="1.1", evidence_id=item, verdict=verdict, quote=MARK),
                Judgement(
                    **case, **said, sub_category="3", evidence_id=item, verdict=verdict, independent_group="A",
                    simulated=True, mhra_reference=True, mhra_section=MARK, evidence_date="2021",
                ),
            )  # fmt: skip
            record(other, PrivateNote(**case, sub_category="1.1", evidence_id=item, text=MARK))
            record(other, Parking(**case, sub_category="1.2", evidence_id=item, parked=True, words=MARK))
            record(other, *(
                Dismissal(
                    **case, observation=one.id, check=one.check, prompt=one.kind, sub_category="1.2", evidence_id=item,
                    dismissed=True, why=MARK,
                )
                for one in other.screening.observations
            ))  # fmt: skip
            record(other, PinnedQuote(
                **case, sub_category="1.1", evidence_id=item, pin="p", text=MARK, file=file.name, sha256=file.sha256,
                page=3,
            ))  # fmt: skip
        record(other, *(Conclusion(**case, **said, sub_category=code, verdict=verdict) for code in other.scheme.codes))
    span = (PageSpan(file=file.name, first=1, last=1),)
    for unit, code, item in (("1", "1.1", MARK), ("9", "5.2", ""), (MARK, "8.2", "3")):
        record(other, Correction(
            **case, sub_category="1.1", evidence_id=unit, corrected_sub_category=code, corrected_evidence_id=item,
            cell_text=MARK, why=MARK,
        ))  # fmt: skip
    record(other, ItemSpan(**case, evidence_id="1", spans=span, title=MARK, why=MARK))
    record(other, ItemSpan(**case, evidence_id=MARK, spans=span, title=MARK))
    record(other, PageOffset(**case, file=file.name, offset=2, why=MARK))
    record(other, Withdrawal(**case, of=EventKind.JUDGEMENT, unit=("individual", "1.1", "1"), why=MARK))
    bench = OpenWorkbench(other)
    bench.course.undo()
    bench.course.redo()
    bench.course.undo()
    bench.save_draft(Unit("1.1", "2"), Entry(verdict=NOT, feedback=MARK))
    bench.preferring.prefer(replace(bench.preferring.preferences(), single_keys=False))
    record(other, Seal(**case, sealed=True, why=MARK))
    record(other, Reveal(**case, of="A3"))


@pytest.mark.parametrize("begun", [False, True])
def test_what_another_says_changes_nothing_that_one_sees(workspace, application, begun):
    if begun:
        bench = opened(workspace, application, "A1")
        bench.judge(ONE, Entry(verdict=NOT, reasons=("undated",), primary_reason="undated", page=1, feedback="Mine."))
        bench.conclude("1.1", ConclusionEntry(verdict=NOT))
        bench.park(Unit("1.2", "1"), "later")
        bench.course.undo()
    before = seen(workspace, application)
    everything_another_can_say(workspace, application)
    after = seen(workspace, application)
    assert MARK not in repr(after)
    for part, shown in before.items():
        assert after[part] == shown, part


def test_reading_on_in_an_open_page_shows_nothing_of_another_either(workspace, application):
    bench = opened(workspace, application, "A1")
    everything_another_can_say(workspace, application)
    assert bench.course.elsewhere() == ""
    bench.catch_up()
    assert (bench.course.undoable().undo, bench.course.elsewhere()) == ("", "")
    assert MARK not in repr(bench.worklist())
    bench.judge(ONE, Entry(verdict=SAT, page=1))
    assert MARK not in repr((bench.judgement(ONE), bench.course.undo(), bench.letter()))


def test_no_refusal_of_the_letter_tells_that_another_wrote_the_same_to_the_panel(workspace, application):
    words = "The images of page four are not those of the applicant."
    bench = opened(workspace, application, "A1")
    bench.judge(ONE, Entry(verdict=NOT, page=1, feedback=words))
    bench.conclude("1.1", ConclusionEntry(verdict=NOT, feedback=words))
    before = bench.letter().refusals
    other = opened(workspace, application, "A2")
    other.judge(ONE, Entry(verdict=NOT, page=1, to_panel=words, private=words))
    assert opened(workspace, application, "A1").letter().refusals == before
