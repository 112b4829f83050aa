"""One application by the hands of everybody in it: sealed, moderated, signed off, issued, and sent in again."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from mrse_assess.model import acts
from mrse_assess.model.judgement import Conclusion, Judgement, PartConfirmation
from mrse_assess.records import in_force, to_event
from mrse_assess.scheme import load_scheme
from mrse_assess.terms import OutcomeKind, Phase, Role, Verdict
from mrse_assess.workbench.resubmission.opening import resubmit
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import People

from ..letter.conftest import SETTINGS, SOURCE
from ..workbench.conftest import ITEMS, write_portfolio
from ..workbench.resubmission.conftest import handed
from ..workspace.conftest import RECEIVED, quiet
from .hands import Hands

REFERENCE = "EX-1"
PEOPLE = {
    "O": Role.OFFICE, "O2": Role.OFFICE, "C": Role.CHAIR, "A1": Role.ASSESSOR, "A2": Role.ASSESSOR, "A3": Role.ASSESSOR,
}  # fmt: skip
FALLING_SHORT = ("1.1", "4.3")
DECIDING = "5.2"  # satisfactory to A2 alone: with it 14 sub-categories are, without it 13
DOUBTED = "7.1"  # simulated, by A1 alone
LAST = "8.2"  # concluded by hand, so that the assessment can be sealed
CODES = load_scheme().codes
CITED = {**dict.fromkeys(CODES, "E1"), "3": "E1, E2", DECIDING: "E2", "4.3": "E3"}
SENT_AGAIN = {**ITEMS, "3": ["What was done about the item"], "4": ["A new piece on training"]}
CITED_AGAIN = {**CITED, DECIDING: "E4", "1.1": "E4"}
WHY = "Agreed after reading page 1 again."
START = 120_000  # milliseconds for a page that is still to be started, beside others

Opened = Callable[..., Page]
"""``opened(person, page="assess", letter="")`` is that person's page."""


# ---------------------------------------------------------------- before anybody opens a page


def prepare(workspace: Workspace, folder: Path) -> None:
    """The register, the settings, and one application given to two assessors who have declared no interest."""
    source = write_portfolio(folder / "Portfolio.pdf", CITED)
    application = workspace.add(source, received_on=RECEIVED, tell=quiet, reference=REFERENCE)
    people = People(workspace)
    for person, role in PEOPLE.items():
        people.register(acts.Person(person=person, roles=(role,)), "O")
    given = {**SETTINGS, "certificate_validity": "not_applicable", "panel_quorum": "3", "sample_share": "10"}
    for key, value in given.items():
        workspace.set_setting(key, value, SOURCE)
    for person in ("A1", "A2"):
        people.allocate(application, person, "O")
        people.declare(application, person, conflicted=False)
    said = [PartConfirmation(**_of(1), part=part.id, confirmed=True) for part in workspace.scheme.parts]
    _record(workspace, "O", said)


def judge(workspace: Workspace, who: str) -> None:
    """Record everything that this assessor says but for the last conclusion."""
    _record(workspace, who, [*_items(who), *_wholes(who)])


def _items(who: str) -> list[Judgement]:
    cited = ((code, item.removeprefix("E")) for code in CODES for item in CITED[code].split(", "))
    return [_item(who, code, item) for code, item in cited]


def _item(who: str, code: str, item: str) -> Judgement:
    fails = _fails(who, code)
    reason = ("undated" if (who, code) == ("A1", "4.3") else "too_basic_or_minimal") if fails else ""
    return Judgement(
        **_of(1), phase=Phase.INDIVIDUAL, assessor=who, sub_category=code, evidence_id=item,
        verdict=Verdict.NOT_SATISFACTORY if fails else Verdict.SATISFACTORY,
        reasons=(reason,) if reason else (), primary_reason=reason, seen="a short note" if fails else "",
        page="page 1 of Portfolio.pdf" if fails else "", independent_group=item if code == "3" else "",
        mhra_reference=code in {"2.1", "7.2"}, simulated=(who, code) == ("A1", DOUBTED),
    )  # fmt: skip


def _wholes(who: str) -> list[Conclusion]:
    return [
        Conclusion(
            **_of(1), phase=Phase.INDIVIDUAL, assessor=who, sub_category=code,
            verdict=Verdict.NOT_SATISFACTORY if _fails(who, code) else Verdict.SATISFACTORY,
        )
        for code in CODES
        if code != LAST
    ]  # fmt: skip


def _fails(who: str, code: str) -> bool:
    return code in FALLING_SHORT or (who, code) == ("A1", DECIDING)


def _of(attempt: int) -> dict[str, object]:
    return {"application": REFERENCE, "attempt": attempt}


def _record(workspace: Workspace, who: str, values: list[object]) -> None:
    events = [to_event(value, event=workspace.new_id(), actor=who) for value in values]
    workspace.store.append_many(events)


# ---------------------------------------------------------------- by hand


def seal(page: Page) -> None:
    """Conclude what is left, and seal."""
    hands = Hands(page)
    hands.at(f"open-{REFERENCE}").click(timeout=START)
    expect(hands.at("worklist")).to_be_visible(timeout=START)
    hands.at("seal").click()
    expect(hands.at("check-concluded")).to_contain_text("15 of 16 sub-categories concluded, 1 to do")
    hands.at("check-concluded-0").click()
    hands.conclude(LAST, "satisfactory", WHY)
    hands.at("seal").click()
    hands.at("seal-now").click()
    expect(hands.at("sealed")).to_contain_text("Sealed")


def sees_nothing_of_it(page: Page) -> None:
    """Somebody to whom the application was not given, or who handed it back."""
    expect(page.get_by_role("heading", name="Applications")).to_be_visible(timeout=START)
    expect(page.locator(f"[data-application={REFERENCE}]")).to_have_count(0)


def meet(page: Page) -> None:
    """The panel settles what differs, in the order of consequence, accepts the rest and chooses the outcome."""
    page.get_by_test_id(f"moderate-{REFERENCE}").click(timeout=START)
    page.get_by_test_id("sit").click()
    expect(page.get_by_test_id("presence")).to_contain_text("3 of 3 present, quorum met")
    agenda = page.get_by_role("listbox", name="Agenda, by consequence")
    expect(agenda.locator(".agh")).to_have_text(
        ["Could change the outcome: 2", "Changes a rule, not the outcome: 1", "Same verdict, other reason: 1"]
    )
    _settle(page, f"{DECIDING}-2", "not_satisfactory")
    _settle(page, f"{DECIDING}-whole", "not_satisfactory")
    _settle(page, f"{DOUBTED}-1", "satisfactory", simulated="no")
    _settle(page, "4.3-3", "not_satisfactory", reason="undated")
    drawn = page.locator("[data-testid^=drawn-]")
    expect(drawn).not_to_have_count(0)
    for code in drawn.all_inner_texts():
        page.get_by_test_id(f"drawn-{code}").click()
        expect(page.get_by_test_id(f"drawn-{code}")).to_have_text(f"{code} looked at")
    page.get_by_test_id("accept").click()
    expect(page.get_by_test_id("accept")).to_have_text("Accepted")
    page.get_by_test_id("panel-ground").fill("One sub-category short, as minuted.")
    page.get_by_test_id("panel-outcome-further_evidence").click()
    expect(page.get_by_test_id("panel-outcome-further_evidence")).to_have_class("btn on")
    page.get_by_test_id("panel-letter").click()
    expect(page.get_by_role("heading", name=f"Letter on {REFERENCE}")).to_be_visible()


def _settle(page: Page, unit: str, verdict: str, *, simulated: str = "", reason: str = "") -> None:
    page.get_by_test_id(f"agenda-{unit}").click()
    expect(page.get_by_test_id(f"agenda-{unit}")).to_have_attribute("aria-selected", "true")
    page.get_by_test_id(f"panel-{verdict}").click()
    if simulated:
        expect(page.get_by_test_id("missing")).to_contain_text("whether it is simulated")
        page.get_by_test_id("panel-simulated").select_option(simulated)
    if reason:
        page.get_by_test_id("panel-reason").select_option(reason)
    page.get_by_test_id("panel-why").fill(WHY)
    page.get_by_test_id("panel-record").click()
    expect(page.get_by_test_id("settled")).to_contain_text("recorded by the panel")


def sign_off(page: Page) -> None:
    """The second person reads the letter and approves it."""
    expect(page.get_by_role("heading", name=f"Letter on {REFERENCE}")).to_be_visible(timeout=START)
    _do_next(page)
    expect(page.get_by_test_id("letter-status")).to_contain_text("is signed off.")


def issue(page: Page) -> None:
    """Another one issues it."""
    expect(page.get_by_role("heading", name=f"Letter on {REFERENCE}")).to_be_visible(timeout=START)
    expect(page.get_by_test_id("letter-sheet")).to_contain_text("further evidence")
    _do_next(page)
    expect(page.get_by_test_id("letter-status")).to_contain_text("is issued, and its files are frozen.")


def _do_next(page: Page) -> None:
    page.get_by_test_id("do-next").click()
    page.get_by_test_id("letter-confirm").click()
    expect(page.get_by_test_id("letter-ask")).to_be_hidden(timeout=START)


def opens_on_the_gaps(page: Page) -> None:
    """The second attempt, to an assessor: what was asked for is open, and the rest stands."""
    hands = Hands(page)
    hands.at(f"open-{REFERENCE}").click(timeout=START)
    expect(hands.at("open-words")).to_have_text("Open for this attempt: 3 of 16", timeout=START)
    shown = [row.get_attribute("data-code") for row in page.locator("[data-testid=worklist] .wr").all()]
    assert shown == sorted({*FALLING_SHORT, DECIDING})
    expect(hands.at("stood").locator("summary")).to_have_text("13 stand from before")


# ---------------------------------------------------------------- after it


def send_again(workspace: Workspace, folder: Path) -> None:
    """What the letter asked for arrives, and A1 is given it."""
    source = write_portfolio(folder / "Second.pdf", CITED_AGAIN, SENT_AGAIN)
    application = resubmit(workspace, REFERENCE, handed(source), quiet)
    People(workspace).allocate(application, "A1", "O")


def declare_again(workspace: Workspace) -> None:
    """A1 has no interest in the second attempt either."""
    People(workspace).declare(workspace.application(REFERENCE), "A1", conflicted=False)


def assert_it_stands(workspace: Workspace) -> str:
    """Both originals and the panel's own records are there, and one letter was issued, whose id this returns."""
    found = in_force(workspace.store.events(application=REFERENCE), REFERENCE, 1)
    rows = (*found.judgements.judgements, *found.judgements.conclusions)
    said = {(row.assessor, row.verdict) for row in rows if row.sub_category == DECIDING}
    no, yes = Verdict.NOT_SATISFACTORY, Verdict.SATISFACTORY
    assert said == {("A1", no), ("A2", yes), ("C", no)}
    assert found.outcome.outcome is OutcomeKind.FURTHER_EVIDENCE
    (issued,) = found.issues
    assert re.fullmatch(rf"{REFERENCE}-1-\w+", issued.letter)
    return issued.letter
