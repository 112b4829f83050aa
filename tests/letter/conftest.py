"""Cases for letters: invented people, items and settings; judgements as assessors and a panel would leave them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from mrse_assess.letter.case import ApplicationFacts, LetterCase
from mrse_assess.model.judgement import (
    Conclusion,
    Judgement,
    Judgements,
    OutcomeChoice,
    PartConfirmation,
    SettingValue,
)
from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.model.scheme import Scheme
from mrse_assess.rules.decide import decide
from mrse_assess.scheme.load import load_scheme
from mrse_assess.terms import OutcomeKind, Phase, Verdict

GOLDEN = Path(__file__).parent / "golden"
SOURCE = "scheme office, minute 4, 3 March 2026"
PANEL_DAY = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
ALONE = datetime(2026, 10, 30, 20, 0, tzinfo=UTC)
SETTINGS = {
    "scheme_office": "Example Certification Office",
    "outcome_heading_award": "certificate awarded",
    "outcome_heading_further_evidence": "further evidence requested",
    "outcome_heading_not_awarded": "certificate not awarded",
    "outcome_heading_incomplete": "assessment not completed",
    "outcome_name_award": "the certificate is awarded",
    "outcome_name_further_evidence": "further evidence is requested",
    "outcome_name_not_awarded": "the certificate is not awarded",
    "signatory_role": "Scheme Secretary",
    "assessors_described": "assessors",
    "queries_address": "the Certification Office (office@example.org)",
    "appeal_route": "how to appeal is explained at the same address",
    "appeal_period": "by 19 December 2026",
    "record_statement": "you may ask for the record that we hold on your application",
    "certificate_dispatch": "will be sent by 5 December 2026; the period for which it is valid is printed on it",
    "attempts_allowed": "3",
    "further_deadline": "26 February 2027",
    "submission_address": "submissions@example.org",
    "carry_over": "stand",
    "further_scope": "all_open",
    "elsewhere_credit": "not_credited",
    "reapply_terms": "after 1 June 2027, with a new portfolio",
    "incomplete_deadline": "8 January 2027",
    "incomplete_consequence": "after that day the application is closed and may be made anew",
    "data_handling": "The pages have been removed from our copies.",
    "exam_needed_at": "award",
}


@dataclass
class Portrait:
    """What one application looks like: sub-category -> items, and where something else than satisfactory was found."""

    items: Mapping[str, tuple[str, ...]]
    reference: str = "EX-0001"
    applicant: str = "Dr Morwenna Adeyemi-Clarke"
    salutation: str = "Dr Adeyemi-Clarke"
    received: date = date(2026, 9, 14)
    pages: Mapping[str, int] = field(default_factory=dict)
    adverse: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    marks: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    not_satisfactory: tuple[str, ...] = ()
    nothing_offered: tuple[str, ...] = ()
    conclusions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    parts: Mapping[str, bool] = field(default_factory=dict)
    outcome: OutcomeKind | None = OutcomeKind.AWARD
    ground: str = "as the rules stand"
    phases: tuple[tuple[Phase, str], ...] = (
        (Phase.INDIVIDUAL, "quillfeather"),
        (Phase.INDIVIDUAL, "ormskirk-vane"),
        (Phase.MODERATION, "panel"),
    )


def build(
    portrait: Portrait, scheme: Scheme, *, settings: Mapping[str, SettingValue] | None = None, **changes: Any
) -> LetterCase:
    """The case of a portrait, its decision computed by the rules."""
    judgements = judgements_of(portrait, scheme)
    readings = {choice.reading: choice.value for choice in changes.get("readings", ())}
    case = LetterCase(
        scheme=scheme,
        application=ApplicationFacts(
            reference=portrait.reference,
            attempt=1,
            applicant=portrait.applicant,
            salutation=portrait.salutation,
            received=portrait.received,
        ),
        decision=decide(judgements, scheme, readings),
        judgements=judgements,
        record_head="5f1c9a27c0ffee00",
        choice=choice_of(portrait),
        items=items_of(portrait),
        settings=set_values() if settings is None else settings,
        issued=date(2026, 11, 21) if portrait.outcome else None,
    )
    return replace(case, **changes)


def set_values(**changes: str | None) -> dict[str, SettingValue]:
    """Every setting with its invented value and source; None leaves one unset. Validity is not applicable."""
    values = {key: SettingValue(key=key, value=value, source=SOURCE) for key, value in SETTINGS.items()}
    values["certificate_validity"] = SettingValue(
        key="certificate_validity", value="", source=SOURCE, not_applicable=True
    )
    for key, value in changes.items():
        if value is None:
            del values[key]
        else:
            values[key] = SettingValue(key=key, value=value, source=SOURCE)
    return values


def judgements_of(portrait: Portrait, scheme: Scheme) -> Judgements:
    rows = [row for phase, who in portrait.phases for row in _item_rows(portrait, phase, who)]
    conclusions = [row for phase, who in portrait.phases for row in _conclusions(portrait, scheme, phase, who)]
    confirmed = {part.id: True for part in scheme.parts} | dict(portrait.parts)
    return Judgements(
        application=portrait.reference,
        attempt=1,
        judgements=tuple(rows),
        conclusions=tuple(conclusions),
        parts=tuple(
            PartConfirmation(
                application=portrait.reference, attempt=1, part=part, confirmed=value, event=f"part-{part}"
            )
            for part, value in confirmed.items()
            if value is not None
        ),
    )


def _item_rows(portrait: Portrait, phase: Phase, who: str) -> Iterator[Judgement]:
    for code, items in portrait.items.items():
        for item in items:
            said = dict(portrait.marks.get((code, item), {}))
            adverse = portrait.adverse.get((code, item))
            said |= dict(adverse or {})
            group = {"independent_group": f"group {item}"} if code == "3" and adverse is None else {}
            yield Judgement(
                **_common(portrait, phase, who, code, item),
                evidence_id=item,
                verdict=said.pop("verdict", Verdict.NOT_SATISFACTORY if adverse is not None else Verdict.SATISFACTORY),
                **(group | said),
            )


def _conclusions(portrait: Portrait, scheme: Scheme, phase: Phase, who: str) -> Iterator[Conclusion]:
    for code in scheme.codes:
        said = dict(portrait.conclusions.get(code, {}))
        verdict = said.pop("verdict", _verdict(portrait, code))
        if verdict is not None:
            yield Conclusion(**_common(portrait, phase, who, code, ""), verdict=verdict, **said)


def _verdict(portrait: Portrait, code: str) -> Verdict | None:
    if code in portrait.nothing_offered:
        return Verdict.NOTHING_OFFERED
    if code in portrait.not_satisfactory:
        return Verdict.NOT_SATISFACTORY
    return Verdict.SATISFACTORY if code in portrait.items else None


def _common(portrait: Portrait, phase: Phase, who: str, code: str, item: str) -> dict[str, Any]:
    return {
        "application": portrait.reference,
        "attempt": 1,
        "phase": phase,
        "assessor": who,
        "sub_category": code,
        "recorded_at": PANEL_DAY if phase == Phase.MODERATION else ALONE,
        "event": f"{who}-{code}-{item}" if item else f"{who}-{code}",
    }


def items_of(portrait: Portrait) -> tuple[EvidenceItem, ...]:
    """Every item of three pages in one file, at the page given or else well behind the others."""
    ids = sorted({item for items in portrait.items.values() for item in items}, key=lambda item: (len(item), item))
    return tuple(
        EvidenceItem(
            id=item,
            label=f"Evidence {item}",
            title=f"Evidence {item}",
            spans=(
                PageSpan(file="Portfolio.pdf", first=(first := portrait.pages.get(item, 200 + 3 * n)), last=first + 2),
            ),
        )
        for n, item in enumerate(ids)
    )


def choice_of(portrait: Portrait) -> OutcomeChoice | None:
    if portrait.outcome is None:
        return None
    return OutcomeChoice(
        application=portrait.reference,
        attempt=1,
        outcome=portrait.outcome,
        ground=portrait.ground,
        by="chair",
        recorded_at=datetime(2026, 11, 19, 9, 0, tzinfo=UTC),
        event="choice",
    )


def award() -> Portrait:
    """Fourteen of sixteen: 5.2 not satisfactory, nothing offered for 6.1 (model letter A)."""
    mhra = {"mhra_reference": True}
    return Portrait(
        items={
            "1.1": ("1", "2"),
            "1.2": ("3",),
            "2.1": ("4",),
            "2.2": ("5", "6", "7"),
            "3": ("8", "9"),
            "4.1": ("10",),
            "4.2": ("11", "12"),
            "4.3": ("13",),
            "5.1": ("14",),
            "5.2": ("15",),
            "6.2": ("16", "17"),
            "7.1": ("18",),
            "7.2": ("19",),
            "8.1": ("20",),
            "8.2": ("21",),
        },
        pages={"15": 61},
        adverse={
            ("5.2", "15"): {
                "reasons": ("too_basic_or_minimal",),
                "primary_reason": "too_basic_or_minimal",
                "seen": "a one-line entry that you made in the incident log after a near miss",
                "to_panel": "Quite unconvincing, I would not spend long on it.",
            }
        },
        marks={
            ("2.2", "5"): mhra,
            ("6.2", "16"): mhra,
            ("7.2", "19"): mhra,
            ("4.3", "13"): {"simulated": True},
            ("4.2", "11"): {
                "feedback": "Item 11 sets out each hazard of the MR Unlabelled implant, and the ground for each "
                "mitigation, step by step."
            },
        },
        not_satisfactory=("5.2",),
        nothing_offered=("6.1",),
    )


def further() -> Portrait:
    """Eleven of sixteen, category 3 among the missing (model letter B)."""
    mhra = {"mhra_reference": True}
    return Portrait(
        reference="EX-0002",
        applicant="Mr Idris Featherstone-Bose",
        salutation="Mr Featherstone-Bose",
        received=date(2026, 9, 2),
        items={
            "1.1": ("1",),
            "1.2": ("2",),
            "2.1": ("3", "4"),
            "2.2": ("5",),
            "3": ("6", "7"),
            "4.1": ("6",),
            "4.2": ("9", "10"),
            "5.1": ("11",),
            "5.2": ("12",),
            "6.2": ("13", "14"),
            "7.1": ("15",),
            "7.2": ("16", "17"),
            "8.1": ("18",),
            "8.2": ("19",),
        },
        pages={"1": 6, "6": 34, "7": 38, "18": 104},
        adverse={
            ("1.1", "1"): {
                "reasons": ("enacting_not_specifying",),
                "primary_reason": "enacting_not_specifying",
                "seen": "your MR safety report of March 2024 to the health and safety committee",
                "page": "page 6 of Portfolio.pdf, page 1 of the item",
            },
            ("3", "7"): {
                "reasons": ("not_independent",),
                "primary_reason": "not_independent",
                "seen": "one patient's protocol, scanned on two dates with the same changes",
                "other_item": "6",
                "page": "38",
            },
            ("8.1", "18"): {
                "reasons": ("attendance_only",),
                "primary_reason": "attendance_only",
                "seen": "a national MR safety update day in 2025",
            },
        },
        marks={("2.2", "5"): mhra, ("7.2", "16"): mhra},
        not_satisfactory=("1.1", "3", "8.1"),
        nothing_offered=("4.3", "6.1"),
        outcome=OutcomeKind.FURTHER_EVIDENCE,
    )


@pytest.fixture(scope="session")
def scheme() -> Scheme:
    return load_scheme()


@pytest.fixture
def award_case(scheme: Scheme) -> LetterCase:
    return build(award(), scheme)


@pytest.fixture
def further_case(scheme: Scheme) -> LetterCase:
    return build(further(), scheme, record_head="0b7de413deadbeef")


@pytest.fixture
def make(scheme: Scheme) -> Callable[..., LetterCase]:
    """A case from the award or the further evidence with changes: ``make("award", outcome=None)``.

    ``add`` names an item more for a sub-category, ``drop`` sub-categories for which nothing was sent.
    """

    def made(
        start: str,
        *,
        settings: Mapping[str, SettingValue] | None = None,
        add: Mapping[str, str] | None = None,
        drop: Iterable[str] = (),
        **changes: Any,
    ) -> LetterCase:
        portrait = award() if start == "award" else further()
        items = {code: sent for code, sent in portrait.items.items() if code not in drop}
        items |= {code: (*items[code], item) for code, item in (add or {}).items()}
        of_case = {key: changes.pop(key) for key in tuple(changes) if key in ("readings", "unreadable", "issued")}
        return build(replace(portrait, items=items, **changes), scheme, settings=settings, **of_case)

    return made


@pytest.fixture
def values() -> Callable[..., dict[str, SettingValue]]:
    return set_values


def golden_cases(scheme: Scheme) -> dict[str, LetterCase]:
    """Every letter that is kept as a golden file."""
    refused = replace(further(), outcome=OutcomeKind.NOT_AWARDED, ground="the third attempt")
    absent = replace(award(), parts={"authentication": False}, outcome=OutcomeKind.INCOMPLETE)
    gaps = set_values(further_deadline=None, carry_over=None, appeal_route=None)
    made_up = {key: replace(value, invented=key == "appeal_period") for key, value in gaps.items()}
    pending = replace(
        award(), outcome=None, conclusions={"8.2": {"verdict": Verdict.REFERRED_TO_PANEL}}, parts={"exam": None}
    )
    return {
        "award": build(award(), scheme),
        "further_evidence": build(further(), scheme, record_head="0b7de413deadbeef"),
        "not_awarded": build(refused, scheme),
        "incomplete": build(absent, scheme),
        "draft_with_gaps": build(further(), scheme, settings=made_up),
        "draft_without_outcome": build(replace(further(), outcome=None), scheme),
        "draft_pending": build(pending, scheme),
    }


@pytest.fixture(scope="session")
def goldens(scheme: Scheme) -> dict[str, LetterCase]:
    return golden_cases(scheme)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of that name; ``--golden-update`` rewrites the file instead."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / f"{name}.md"
        if request.config.getoption("golden_update", default=False):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-update", action="store_true", help="rewrite the golden letters (pytest tests/letter)")


def rows_of(case: LetterCase) -> Iterable[Judgement | Conclusion]:
    return (*case.judgements.judgements, *case.judgements.conclusions)
