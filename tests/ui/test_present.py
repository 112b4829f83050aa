from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import fake_data as data
from fake_controller import FakeWorkbench
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.terms import NoteKind, RuleStatus, Verdict
from mrse_assess.ui import present, present_judgement
from mrse_assess.ui.wording import clock, day, day_and_clock, html
from mrse_assess.workbench.outcome_views import ReadingOption, ReadingQuestion
from mrse_assess.workbench.views import ClaimRow, GuidanceView, NoteView, RowState, Unit, Worklist, WorklistRow

HOSTILE = "</p><img src=x onerror=alert(1)><script>alert(2)</script>\"' onclick='x'"
GUIDANCE = FakeWorkbench().guidance("3")


class Elements(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


def hostile_guidance(text: str) -> GuidanceView:
    note = NoteView(kind=NoteKind.BINDING, text=text, clause=text, count=text)
    return replace(
        GUIDANCE, code=text, title=text, guidance=text, category_guidance=text, notes=(note,), examples=(text,)
    )


def test_hostile_text_in_the_guidance_stays_text():
    view = hostile_guidance(HOSTILE)
    for markup in (present_judgement.guidance_head(view), present_judgement.guidance_body(view)):
        found = Elements(markup)
        assert found.tags <= {"div", "h2", "p", "ul", "li", "span", "b", "section", "h3", "h4", "button"}
        assert found.attributes <= {
            *("class", "title", "aria-label", "aria-hidden", "type", "hidden", "aria-expanded"),
            *("data-code", "data-opens", "data-part", "data-testid"),
        }
        assert HOSTILE in found.text


def test_a_hostile_label_of_an_uncited_item_stays_text():
    item = replace(FakeWorkbench().item("21"), label=HOSTILE)
    assert Elements(present_judgement.uncited_head(item)).tags == {"div", "h2"}
    assert Elements(present_judgement.uncited_body(item)).tags == {"p"}


@settings(max_examples=60)
@given(st.text())
def test_escaped_text_opens_no_tag_and_ends_no_attribute(text):
    assert not set(html(text)) & set("<>\"'")


def test_notes_stand_in_the_order_of_their_strength():
    notes = tuple(reversed(data.NOTES))
    markup = present_judgement.guidance_body(replace(GUIDANCE, notes=notes))
    assert markup.index("Not acceptable") < markup.index("Binding") < markup.index("Important")
    assert "<b>1 so far</b>" in markup


def part_of(markup: str, part: str) -> str:
    start = markup.index(f'data-part="{part}"')
    return markup[start : markup.index("</section>", start)]


def test_notes_that_hold_everywhere_stand_in_the_full_text_only():
    notes = (*data.NOTES, replace(data.NOTES[0], text="Holds everywhere.", general=True))
    markup = present_judgement.guidance_body(replace(GUIDANCE, notes=notes))
    full = part_of(markup, "full")
    assert "Holds everywhere." in full
    assert data.NOTES[0].text not in full
    assert markup.count("Holds everywhere.") == 1


def test_examples_and_the_full_text_are_closed_until_the_head_opens_them():
    markup = present_judgement.guidance_body(GUIDANCE)
    head = present_judgement.guidance_head(GUIDANCE)
    for part in ("examples", "full"):
        assert f'data-part="{part}" hidden' in markup
        assert f'data-opens="{part}"' in head
    assert html(GUIDANCE.examples[0]) in part_of(markup, "examples")
    assert html(GUIDANCE.category_guidance) in part_of(markup, "full")
    assert f"Examples {len(GUIDANCE.examples)}" in head


def test_without_examples_the_head_offers_none():
    assert "examples" not in present_judgement.guidance_head(replace(GUIDANCE, examples=()))


def test_a_row_says_its_state_in_words():
    claims = (
        ClaimRow(evidence_id="17", label="17", title="Cylinder", verdict=None, parked=True),
        ClaimRow(evidence_id="19", label="19", title="", verdict=None, leads_nowhere=True),
    )
    row = WorklistRow(
        code="5.2", category=5, short_name="Incidents", title="t", state=RowState.IN_PROGRESS, claims=claims, prompts=2
    )
    shown = present.worklist(Worklist(rows=(row,)), Unit("5.2", "17"), {"start": False})
    assert shown["rows"][0]["label"] == (
        "5.2 Incidents: in progress, 0 of 2 claims judged, 2 prompts open, 1 reference leads nowhere"
    )
    assert shown["rows"][0]["claims"][0]["said"] == "Item 17 Cylinder: not yet judged, parked"
    assert shown["rows"][0]["claims"][1]["said"] == "Item 19 : not yet judged, the reference leads nowhere"
    assert shown["broken"] == 1
    assert shown["start"] is False
    assert shown["here"] == ["5.2", "17"]


def test_a_sub_category_without_claims_says_none():
    shown = present.worklist(FakeWorkbench().worklist(), None, {})
    assert shown["rows"][-1]["count"] == "none"


def test_only_the_first_row_of_a_category_draws_its_line():
    shown = present.worklist(FakeWorkbench().worklist(), None, {})
    assert [row["code"] for row in shown["rows"] if row["first"]] == [
        "1.1", "2.1", "3", "4.1", "5.1", "6.1", "7.1", "8.1",
    ]  # fmt: skip


def test_a_rule_is_one_whole_sentence_and_says_when_it_is_a_ceiling():
    rules = {rule["rule"]: rule for rule in present.standing(FakeWorkbench().standing())["rules"]}
    assert rules["sub_categories"]["sentence"].endswith("; undetermined")
    assert rules["simulated_limit"]["ceiling"] is True
    assert rules["sub_categories"]["done"] + rules["sub_categories"]["pending"] == 16


def test_a_clause_that_can_be_read_in_two_ways_shows_what_each_would_count():
    options = (
        ReadingOption(value="a", name="sub-category", observed=7, outcome=RuleStatus.NOT_MET),
        ReadingOption(value="b", name="piece", observed=8, outcome=RuleStatus.MET),
    )
    question = ReadingQuestion(
        id="by", question="By what?", clause="2", options=options, used="a", ground="", default_ground="Ours."
    )
    standing = FakeWorkbench().standing()
    line = replace(standing.rules[1], second_reading="8 if counted by piece", readings=(question,))
    shown = present.standing(replace(standing, rules=(line,)))["rules"][0]
    assert [one["count"] for one in shown["readings"][0]["options"]] == [7, 8]
    assert shown["readings"][0]["options"][1]["then"] == "All rules met."
    assert shown["readings"][0]["used"] == "a"


def test_a_parked_claim_says_its_reminder_and_since_when():
    claims = (
        ClaimRow(evidence_id="1", label="1", title="A", verdict=None, parked=True, waiting="2 days", reminder="Look"),
        ClaimRow(evidence_id="2", label="2", title="B", verdict=None, parked=True, waiting="today", prompts=1),
        ClaimRow(evidence_id="3", label="3", title="C", verdict=Verdict.SATISFACTORY, uncited=True),
    )
    row = WorklistRow(
        code="3", category=3, short_name="Sequences", title="t", state=RowState.IN_PROGRESS, claims=claims, prompts=1
    )
    (shown,) = present.worklist(Worklist(rows=(row,)), None, {})["rows"]
    assert shown["label"] == "3 Sequences: in progress, 1 of 3 claims judged, 1 prompt open"
    assert [claim["second"] for claim in shown["claims"][:2]] == [
        "Item 1 for 3, A: parked 2 days ago, Look",
        "Item 2 for 3, B: parked today",
    ]
    assert shown["claims"][1]["said"] == "Item 2 B: not yet judged, parked, 1 prompt open"
    assert shown["claims"][2]["said"] == "Item 3 C: judged satisfactory, not in the table"


def test_pictures_are_counted_as_not_looked_at():
    bench, unit = FakeWorkbench(), Unit("5.2", "18")
    shown = present_judgement.findings(unit, bench.item("18"), bench.prompting.findings(unit))
    assert shown["scans"] == 1
    assert shown["rows"] == []


def test_times_and_dates_are_printed_as_the_page_says_them():
    moment = datetime(2026, 11, 21, 14, 2, 7, tzinfo=UTC)
    assert clock(moment) == "14:02:07"
    assert day(date(2026, 11, 1)) == "1 November 2026"
    assert day_and_clock(moment) == "21 November 2026, 14:02"
    assert clock(None) == day(None) == day_and_clock(None) == ""
