"""What holds of every letter: each sentence is traced, each finding told, each number taken from a slot."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mrse_assess.letter.case import LetterCase
from mrse_assess.letter.compose import compose
from mrse_assess.letter.gate import gate
from mrse_assess.letter.trace import trace
from mrse_assess.model.judgement import Judgement
from mrse_assess.model.letter import Letter
from mrse_assess.model.scheme import Scheme
from mrse_assess.rules.decide import decide
from mrse_assess.terms import OutcomeKind, Phase, RuleStatus, SubCategoryState, Verdict

NAMES = (
    "award",
    "further_evidence",
    "not_awarded",
    "incomplete",
    "draft_with_gaps",
    "draft_without_outcome",
    "draft_pending",
)
PIVOTAL_UNITS = ("1.1", "2.2", "3", "4.3", "5.2", "6.1", "6.2", "8.1")
KEYS = ["n", "section", "text", "kind", "passage", "passage_version", "slots", "rows", "clauses", "rule"]


@pytest.mark.parametrize("name", NAMES)
def test_what_holds_of_every_letter_holds_of_the_golden_ones(name: str, goldens: Mapping[str, LetterCase]) -> None:
    _check(goldens[name])


def test_what_holds_of_every_letter_holds_of_any_judgements(goldens: Mapping[str, LetterCase]) -> None:
    @settings(max_examples=40, deadline=None)
    @given(data=st.data())
    def holds(data: st.DataObject) -> None:
        verdicts = {code: data.draw(_verdicts(), label=code) for code in PIVOTAL_UNITS}
        _check(_concluded(goldens["further_evidence"], verdicts))

    holds()


def test_replacing_one_verdict_changes_only_sentences_that_rest_on_it(goldens: Mapping[str, LetterCase]) -> None:
    """Where the rules can decide before and after; otherwise there is no letter."""

    @settings(max_examples=40, deadline=None)
    @given(data=st.data())
    def holds(data: st.DataObject) -> None:
        code = data.draw(st.sampled_from(PIVOTAL_UNITS))
        verdicts = {code: data.draw(_verdicts(), label=code) for code in PIVOTAL_UNITS}
        start = _concluded(goldens["draft_without_outcome"], verdicts)
        before, after = (_reconcluded(start, code, data.draw(_verdicts())) for _ in range(2))
        assume(RuleStatus.UNDETERMINED not in (before.decision.outcome, after.decision.outcome))
        told = [{_said(entry): entry for entry in trace(compose(one))} for one in (before, after)]
        for here, there in (told, told[::-1]):
            for said in here.keys() - there.keys():
                entry = here[said]
                assert f"panel-{code}" in entry["rows"] or entry["rule"] or entry["section"] == "draft", said

    holds()


@pytest.mark.parametrize("name", ["award", "further_evidence", "not_awarded", "incomplete"])
def test_the_same_case_gives_the_same_letter_and_trace(name: str, goldens: Mapping[str, LetterCase]) -> None:
    case = goldens[name]
    assert compose(case) == compose(case)
    shuffled = replace(
        case,
        judgements=replace(
            case.judgements,
            judgements=case.judgements.judgements[::-1],
            conclusions=case.judgements.conclusions[::-1],
        ),
    )
    assert trace(compose(shuffled)) == trace(compose(case))


def _check(case: LetterCase) -> None:
    letter = compose(case)
    entries = trace(letter)
    _every_sentence_has_an_entry(letter, entries)
    _rows_are_in_force_and_decide(case, entries)
    _numerals_stand_in_slots_or_passages(case, letter)
    _adverse_rows_are_reached(case, letter, entries)
    _every_sub_category_stands_in_one_place(case, letter, entries)
    _fixed_sentences_rest_on_nothing(entries)


def _every_sentence_has_an_entry(letter: Letter, entries: list[dict[str, Any]]) -> None:
    assert [entry["text"] for entry in entries] == [sentence.text for sentence in letter.sentences()]
    assert [entry["n"] for entry in entries] == list(range(1, len(entries) + 1))
    for entry in entries:
        assert list(entry) == KEYS
        assert entry["passage"]
        assert entry["section"]
        assert re.fullmatch(r"sha256:[0-9a-f]{64}", entry["passage_version"])


def _rows_are_in_force_and_decide(case: LetterCase, entries: list[dict[str, Any]]) -> None:
    rows = {row.event: row for row in (*case.judgements.judgements, *case.judgements.conclusions)}
    moderated = {(row.sub_category, _item(row)) for row in rows.values() if row.phase == Phase.MODERATION}
    others = {part.event for part in case.judgements.parts} | {"choice"}
    for entry in entries:
        for event in entry["rows"]:
            assert event in others or event in rows
            row = rows.get(event)
            if row is not None and row.phase == Phase.INDIVIDUAL:
                assert (row.sub_category, _item(row)) not in moderated


def _numerals_stand_in_slots_or_passages(case: LetterCase, letter: Letter) -> None:
    for sentence in letter.sentences():
        rest = sentence.text.casefold()
        for slot in sorted(sentence.slots, key=lambda slot: -len(slot.text)):
            rest = rest.replace(slot.text.casefold(), " ")
        own = _own_words(case.scheme, sentence.passage)
        assert set(re.findall(r"\d+", rest)) <= set(re.findall(r"\d+", own)), sentence


def _own_words(scheme: Scheme, passage: str) -> str:
    """The words of a passage, which are versioned with it."""
    if passage in scheme.passages:
        return scheme.passages[passage]
    kind, _, rest = passage.partition(".")
    name, _, part = rest.partition(".")
    if kind == "reason":
        return scheme.reason(name).remedy if part else scheme.reason(name).sentence
    rows = {rule.id: rule for rule in scheme.rules} | {p.id: p for p in scheme.parts if p.own_row}
    return str(getattr(rows[name], part))


def _adverse_rows_are_reached(case: LetterCase, letter: Letter, entries: list[dict[str, Any]]) -> None:
    if letter.outcome == OutcomeKind.INCOMPLETE:
        return
    reached = {row for entry in entries for row in entry["rows"]}
    pending = {r.code for r in case.decision.sub_categories if r.state == SubCategoryState.NOT_YET_JUDGED}
    for row in (*case.judgements.judgements, *case.judgements.conclusions):
        if (
            row.phase == Phase.MODERATION
            and row.verdict == Verdict.NOT_SATISFACTORY
            and row.sub_category not in pending
        ):
            assert row.event in reached, row


def _every_sub_category_stands_in_one_place(case: LetterCase, letter: Letter, entries: list[dict[str, Any]]) -> None:
    if letter.outcome == OutcomeKind.INCOMPLETE:
        assert not [entry for entry in entries if entry["section"].startswith("sub_categories")]
        return
    for result in case.decision.sub_categories:
        here = [
            entry["passage"]
            for entry in entries
            if entry["section"] == f"sub_categories/{result.code}"
            and entry["passage"].startswith(
                ("verdict.satisfactory", "heading.sub_category", "verdict.nothing_offered.matters")
            )
        ]
        assert len(here) == (0 if result.state == SubCategoryState.NOT_YET_JUDGED else 1), (result.code, here)


def _fixed_sentences_rest_on_nothing(entries: list[dict[str, Any]]) -> None:
    for entry in entries:
        if entry["kind"] == "fixed":
            assert not entry["rows"]
            assert not entry["slots"]
        if entry["kind"] == "setting":
            assert any(
                isinstance(slot, dict) and ({"setting", "source"} <= set(slot) or "gap" in slot)
                for slot in entry["slots"].values()
            )


def _verdicts() -> st.SearchStrategy[Verdict]:
    return st.sampled_from([Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY, Verdict.NOTHING_OFFERED])


def _concluded(case: LetterCase, verdicts: Mapping[str, Verdict]) -> LetterCase:
    """The case with other conclusions of the panel, and items that fit them; the outcome follows the rules' answer."""
    judgements = replace(
        case.judgements,
        judgements=tuple(
            _fitting(row, verdicts[row.sub_category]) if row.sub_category in verdicts else row
            for row in case.judgements.judgements
            if verdicts.get(row.sub_category) != Verdict.NOTHING_OFFERED
        ),
        conclusions=tuple(
            replace(row, verdict=verdicts.get(row.sub_category, row.verdict), seen="the reasoning behind it")
            for row in case.judgements.conclusions
        ),
    )
    added = tuple(
        _fitting(_new_item(case, code, number), verdict)
        for code, verdict in verdicts.items()
        if verdict != Verdict.NOTHING_OFFERED
        for number in ("31", "32")
        if not any(row.sub_category == code for row in judgements.judgements)
    )
    judgements = replace(judgements, judgements=(*judgements.judgements, *added))
    decision = decide(judgements, case.scheme)
    kind = OutcomeKind.AWARD if decision.outcome == RuleStatus.MET else OutcomeKind.FURTHER_EVIDENCE
    choice = replace(case.choice, outcome=kind) if case.choice else None
    return replace(case, judgements=judgements, decision=decision, choice=choice)


def _reconcluded(case: LetterCase, code: str, verdict: Verdict) -> LetterCase:
    """The case with one verdict of the panel replaced and nothing else, whether it fits the items or not."""
    conclusions = tuple(
        replace(row, verdict=verdict) if row.event == f"panel-{code}" else row for row in case.judgements.conclusions
    )
    judgements = replace(case.judgements, conclusions=conclusions)
    return replace(case, judgements=judgements, decision=decide(judgements, case.scheme))


def _fitting(row: Judgement, verdict: Verdict) -> Judgement:
    good = verdict == Verdict.SATISFACTORY
    reasons = () if good else ("too_basic_or_minimal",)
    group = f"group {row.evidence_id}" if row.sub_category == "3" and good else ""
    return replace(
        row,
        verdict=verdict,
        reasons=reasons,
        primary_reason="".join(reasons),
        seen="" if good else "a note of one line",
        independent_group=group,
        page="",
    )


def _new_item(case: LetterCase, code: str, number: str) -> Judgement:
    return Judgement(
        application=case.judgements.application,
        attempt=1,
        phase=Phase.MODERATION,
        assessor="panel",
        sub_category=code,
        evidence_id=number,
        verdict=Verdict.SATISFACTORY,
        event=f"panel-{code}-{number}",
    )


def _item(row: object) -> str:
    return row.evidence_id if isinstance(row, Judgement) else ""


def _said(entry: Mapping[str, Any]) -> tuple[str, str, str]:
    return (entry["section"], entry["passage"], entry["text"])


def test_a_letter_from_any_judgements_passes_the_gate_once_its_places_are_known(
    goldens: Mapping[str, LetterCase],
) -> None:
    case = _concluded(goldens["further_evidence"], {"5.2": Verdict.NOT_SATISFACTORY, "8.1": Verdict.SATISFACTORY})
    assert gate(compose(case), case, head_now=case.record_head) == ()
