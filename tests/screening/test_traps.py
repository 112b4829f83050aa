"""What the guidance bars for single sub-categories, as it looks in evidence, and its innocent neighbours."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mrse_assess.model.observation import Observation
from mrse_assess.model.places import PageSpan
from mrse_assess.model.scheme import Scheme
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material
from mrse_assess.screening.vocabulary import load_vocabulary
from mrse_assess.terms import Look

EVIDENCE = tomllib.loads((Path(__file__).parent / "evidence" / "traps.toml").read_text(encoding="utf-8"))
BARRED = [(each["kind"], each["code"], each["text"]) for each in EVIDENCE["barred"]]
NEIGHBOURS = [(each["code"], each["text"]) for each in EVIDENCE["neighbour"]]

Build = Callable[..., Material]
Check = Callable[[str, Material], Looked]


def concerns(looked: Looked, item: str = "1") -> dict[str, Observation]:
    """What the check found in an item, by kind."""
    return {
        each.kind: each for each in looked.observations if each.evidence_id == item and each.outcome is Look.CONCERN
    }


def outcomes(looked: Looked, item: str = "1") -> set[tuple[str, Look]]:
    return {(each.kind, each.outcome) for each in looked.observations if each.evidence_id == item}


@pytest.mark.parametrize(("kind", "code", "text"), BARRED, ids=[f"{kind} {at}" for at, (kind, *_) in enumerate(BARRED)])
def test_what_is_barred_is_shown_with_its_place_and_clause(
    material: Build, check: Check, kind: str, code: str, text: str
) -> None:
    made = material({"1": text, "2": "Something else."}, cited={"1": [code], "2": [code]})

    found = concerns(check("traps", made))

    besides = {"8.1_no_reflection"} if kind == "8.1_course_certificate" else set()
    assert set(found) - besides == {kind}
    assert found[kind].sub_category == code
    assert found[kind].places
    assert all(place.file == "1.pdf" and place.box and place.quote for place in found[kind].places)
    assert found[kind].clause in {one.label for one in made.scheme.clauses}


@pytest.mark.parametrize(("kind", "code", "text"), BARRED, ids=[f"{kind} {at}" for at, (kind, *_) in enumerate(BARRED)])
def test_the_same_evidence_is_not_barred_where_it_is_cited_for_something_else(
    material: Build, check: Check, kind: str, code: str, text: str
) -> None:
    elsewhere = "6.2" if kind != "commentary_only" else ""
    found = concerns(check("traps", material({"1": text}, cited={"1": [elsewhere] if elsewhere else []})))

    assert not found


@pytest.mark.parametrize(("code", "text"), NEIGHBOURS, ids=[f"{code} {at}" for at, (code, _) in enumerate(NEIGHBOURS)])
def test_its_innocent_neighbour_is_said_to_be_clear(material: Build, check: Check, code: str, text: str) -> None:
    made = material({"1": text, "2": "Something else."}, cited={"1": [code], "2": [code]})

    assert outcomes(check("traps", made)) == {("clear", Look.CLEAR)}


@pytest.mark.parametrize("kind", ["3_no_image_quality", "4.2_one_hazard", "8.1_no_reflection", "8.2_local_only"])
def test_nothing_is_said_to_be_missing_where_a_page_could_not_be_read(material: Build, check: Check, kind: str) -> None:
    code, text = next((code, text) for each, code, text in BARRED if each == kind)
    made = material({"1": [text, ""], "2": "Something else."}, cited={"1": [code], "2": [code]}, unseen=["1"])

    assert outcomes(check("traps", made)) == {("unread", Look.NOT_CHECKABLE)}


def test_what_stands_on_readable_pages_is_shown_although_others_could_not_be_read(
    material: Build, check: Check
) -> None:
    kind, code, text = next(each for each in BARRED if each[0] == "2.2_equipment_audit")
    made = material({"1": [text, ""]}, cited={"1": [code]}, unseen=["1"])

    assert outcomes(check("traps", made)) == {(kind, Look.CONCERN), ("unread", Look.NOT_CHECKABLE)}


def test_a_single_item_for_category_3_is_said_to_be_the_only_one(material: Build, check: Check) -> None:
    text = next(text for code, text in NEIGHBOURS if code == "3")
    found = concerns(check("traps", material({"1": text}, cited={"1": ["3"]})))

    assert list(found) == ["3_not_independent"]
    assert found["3_not_independent"].clause == "S3"


def test_two_items_for_category_3_with_the_same_words_may_not_be_independent(material: Build, check: Check) -> None:
    text = next(text for code, text in NEIGHBOURS if code == "3")
    made = material({"1": text, "2": f"{text} Seen again in June."}, cited={"1": ["3"], "2": ["3"]})
    looked = check("traps", made)

    assert list(concerns(looked)) == list(concerns(looked, "2")) == ["3_not_independent"]
    assert "item 2" in concerns(looked)["3_not_independent"].detail


def test_an_item_that_says_it_is_the_same_case_as_the_other_may_not_be_independent(
    material: Build, check: Check
) -> None:
    first, second = [text for code, text in NEIGHBOURS if code == "3"][:2]
    made = material(
        {"1": first, "2": f"This is the same patient as in the other item. {second}"}, cited={"1": ["3"], "2": ["3"]}
    )
    looked = check("traps", made)

    assert list(concerns(looked, "2")) == ["3_not_independent"]
    assert concerns(looked, "2")["3_not_independent"].places
    assert "the only one" in concerns(looked)["3_not_independent"].detail


def test_with_two_others_that_are_independent_only_the_same_case_is_shown(material: Build, check: Check) -> None:
    first, second = [text for code, text in NEIGHBOURS if code == "3"][:2]
    items = {"1": first, "2": second, "3": f"This is the same patient as in the other item. {second[::-1]}"}
    looked = check("traps", material(items, cited={key: ["3"] for key in items}))

    assert [list(concerns(looked, item)) for item in items] == [[], [], ["3_not_independent"]]


def rules_of(pages: int, begin: str = "MR Local Rules, version 4. Author: A Example") -> list[str]:
    """A long document of rules."""
    return [begin, *(f"{number}. Nobody enters without being screened." for number in range(2, pages + 1))]


def test_whole_local_rules_cited_without_a_page_are_shown_with_their_length(material: Build, check: Check) -> None:
    found = concerns(check("traps", material({"1": rules_of(14)}, cited={"1": ["2.1"]})))

    assert list(found) == ["2_whole_document"]
    assert "14 pages" in found["2_whole_document"].detail
    assert found["2_whole_document"].clause == "C2"


def test_a_few_pages_of_local_rules_are_what_is_asked_for(material: Build, check: Check) -> None:
    assert not concerns(check("traps", material({"1": rules_of(3)}, cited={"1": ["2.1"]})))


def test_a_long_item_that_is_no_document_of_rules_is_not_held_to_be_one(material: Build, check: Check) -> None:
    made = material({"1": rules_of(14, "Letters and notes of two years, A Example")}, cited={"1": ["2.1"]})

    assert not concerns(check("traps", made))


def test_a_long_audit_of_the_local_rules_is_not_the_local_rules(material: Build, check: Check) -> None:
    made = material({"1": rules_of(14, "Audit of the MR Local Rules, A Example")}, cited={"1": ["2.2"]})

    assert not concerns(check("traps", made))


def test_whole_local_rules_behind_a_divider_are_seen_as_such(material: Build, check: Check) -> None:
    made = material({"1": ["Evidence 1", *rules_of(9)]}, cited={"1": ["2.1"]})

    assert list(concerns(check("traps", made))) == ["2_whole_document"]


def test_whole_local_rules_cited_with_a_page_are_not_shown(material: Build, check: Check) -> None:
    made = material({"1": rules_of(14)}, cited={"1": ["2.1"]})
    entries = tuple(replace(one, page_hint="3") for one in made.portfolio.cross_references)
    made = replace(made, portfolio=replace(made.portfolio, cross_references=entries))

    assert not concerns(check("traps", made))


def test_words_of_the_title_do_not_stand_for_what_the_evidence_shows(material: Build, check: Check) -> None:
    """A certificate under the title "My reflection and what I learnt" has no reflection in it."""
    title = "My reflection: what I learnt and took back"
    _, code, text = next(each for each in BARRED if each[0] == "8.1_no_reflection")
    made = material({"1": f"{title}\n{text}"}, cited={"1": [code]})
    named = replace(made.portfolio, evidence=tuple(replace(one, title=title) for one in made.portfolio.evidence))

    assert not concerns(check("traps", made))
    assert list(concerns(check("traps", replace(made, portfolio=named)))) == ["8.1_no_reflection"]


def test_an_audit_also_cited_for_checks_of_the_unit_may_speak_more_of_equipment(material: Build, check: Check) -> None:
    text = (
        "Audit. Trolleys, wheelchairs, the oxygen monitor, door locks and the quench pipe were looked at. "
        "The local rules and the policy lay open."
    )
    made = material({"1": text, "2": text}, cited={"1": ["2.2"], "2": ["2.2", "7.2"]})
    looked = check("traps", made)

    assert list(concerns(looked)) == ["2.2_equipment_audit"]
    assert not concerns(looked, "2")


def test_an_item_that_is_cited_for_nothing_is_not_looked_at(material: Build, check: Check) -> None:
    looked = check("traps", material({"1": BARRED[0][2]}, cited={"1": []}))

    assert not looked.observations


def test_of_a_long_item_only_the_pages_that_the_table_names_speak_for_a_bar(material: Build, check: Check) -> None:
    _, code, text = next(each for each in BARRED if each[0] == "2.2_equipment_audit")
    pages = ["The policies of the unit were read."] * 4 + [text] + ["The sun shone."] * 4
    made = material({"1": pages}, cited={"1": [code]})
    entries = tuple(
        replace(one, page_hint="2", spans=(PageSpan(file="1.pdf", first=2, last=2),))
        for one in made.portfolio.cross_references
    )
    narrowed = replace(made, portfolio=replace(made.portfolio, cross_references=entries))

    assert "2.2_equipment_audit" in concerns(check("traps", made))
    assert "2.2_equipment_audit" not in concerns(check("traps", narrowed))


def test_every_kind_of_bar_has_an_example_that_fires(scheme: Scheme) -> None:
    data = load_vocabulary(scheme)["traps"]
    shown = {kind for kind, *_ in BARRED} | {"2_whole_document", "3_not_independent", "clear", "unread"}

    assert set(data.wordings) == shown


def test_a_list_of_names_is_told_by_its_rows_where_it_has_few_words(material: Build, check: Check) -> None:
    heading = "Register of Authorised Persons"
    names = "Holt, Jane\nPryce, Alan\nLane, Suki\nMr P Marsh"
    made = material({"1": heading, "2": f"{heading}\n{names}"}, cited={"1": ["1.2"], "2": ["1.2"]})
    looked = check("traps", made)

    assert not concerns(looked)
    assert list(concerns(looked, "2")) == ["1.2_nominated_list"]


def test_an_item_that_a_row_names_together_with_others_is_looked_at_too(material: Build, check: Check) -> None:
    _, code, text = next(each for each in BARRED if each[0] == "2.2_equipment_audit")
    made = material({"4a": text, "4b": "Something else."}, cited={"4a": [code], "4b": []})
    entries = tuple(replace(one, evidence_id="4") for one in made.portfolio.cross_references)
    together = replace(made, portfolio=replace(made.portfolio, cross_references=entries))

    looked = check("traps", together)

    assert list(concerns(looked, "4a")) == ["2.2_equipment_audit"]
    assert not outcomes(looked, "4b")


def test_a_course_certificate_without_reflection_lacks_both(material: Build, check: Check) -> None:
    text = "Magnet Academy\nCertificate of completion\nAda Example has completed the online course and passed its test."
    assert set(concerns(check("traps", material({"1": text}, cited={"1": ["8.1"]})))) == {
        "8.1_course_certificate",
        "8.1_no_reflection",
    }


def test_a_title_says_that_a_document_is_whole_whatever_its_contents_name(material: Build, check: Check) -> None:
    pages = ["Local rules, all sections\n1 Screening\n2 Training material\n3 Extract of letters", *["Two checks."] * 7]
    made = material({"1": pages}, cited={"1": ["2.1"]})
    item = replace(made.portfolio.evidence[0], title="Local rules, all sections")
    made = replace(made, portfolio=replace(made.portfolio, evidence=(item,)))
    assert "2_whole_document" in concerns(check("traps", made))
