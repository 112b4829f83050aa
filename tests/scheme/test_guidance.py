"""The shipped scheme says what the applicant guidance says (numbers, titles, bars, strengths), in its own words."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mrse_assess.scheme import SHIPPED
from mrse_assess.terms import Direction, NoteKind

GUIDANCE = Path(__file__).parents[3] / "shared" / "guidance" / "applicant_guidance.txt"
COPIED_FROM = 9  # so many words in a row are a copied sentence

TITLES = {
    "1.1": "Contribute to specifying a local MR safety governance mechanism",
    "1.2": "Contribute to defining MR safety framework requirements",
    "2.1": "Contribute to local rules and procedures within the MR unit",
    "2.2": "Audit local rules and SOPs for compliance with national guidance and legislation",
    "3": "Provide safety advice on the modification of MR sequences for MR safety purposes",
    "4.1": "Provide advice for adhering to MR conditions of implanted medical devices with an MR Conditional label",
    "4.2": "Provide advice for MR Unlabelled medical devices or MR Conditional devices where the MR conditions "
    "cannot be met",
    "4.3": "Provide advice for non-medical implants and body adornments",
    "5.1": "Review and revise training needs for different staff groups, and/or produce appropriate training material",
    "5.2": "Provide advice on adverse incident investigations",
    "6.1": "Contribute to the specification or selection of MR systems or related equipment",
    "6.2": "Contribute to design and siting and/or installation of an MR system",
    "7.1": "Contribute to safety related acceptance tests of an MR unit",
    "7.2": "Contribute to regular post-installation MR unit safety checks",
    "8.1": "Attend/contribute to MR safety update / training events organised by national or international "
    "professional bodies and reflect on learning",
    "8.2": "Active engagement with relevant specialist groups, professional bodies, or other relevant organisations",
}

CATEGORY_BEGINNINGS = {
    1: "Provide advice on the development and continuing evaluation of a safety framework",
    2: "Provide advice for the development of local rules and procedures",
    3: "Provide safety advice on the modification of MR sequences",
    4: "Provide safety advice regarding MR procedures for individual subjects",
    5: "Provide advice on MR Safety training programs and incident reporting",
    6: "Provide safety advice regarding the selection, procurement, siting and installation",
    7: "Provide safety advice as part of acceptance testing",
    8: "Establish and maintain links with any appropriate district, regional, and/or professional bodies",
}

SHORT_NAMES = {
    "1.1": "Governance",
    "1.2": "Framework",
    "2.1": "Local rules",
    "2.2": "Audit of rules",
    "3": "Sequences",
    "4.1": "Conditional devices",
    "4.2": "Unlabelled devices",
    "4.3": "Non-medical items",
    "5.1": "Training",
    "5.2": "Incidents",
    "6.1": "Procurement",
    "6.2": "Design, siting",
    "7.1": "Acceptance tests",
    "7.2": "Safety checks",
    "8.1": "Events, reflection",
    "8.2": "Specialist groups",
}

EXAMPLES = {
    "1.1": 2,
    "1.2": 2,
    "2.1": 2,
    "2.2": 3,
    "3": 2,
    "4.1": 2,
    "4.2": 2,
    "4.3": 3,
    "5.1": 4,
    "5.2": 4,
    "6.1": 3,
    "6.2": 9,
    "7.1": 5,
    "7.2": 3,
    "8.1": 3,
    "8.2": 3,
}

EVERYWHERE = "everywhere"

# Every bar of the guidance, labelled or not: where it holds, a word it cannot do without, its strength, its clause,
# whether the guidance labels it, and where such evidence belongs instead.
BARS = [
    ("1.1", "content", NoteKind.NOT_ACCEPTABLE, "C1", False, {"2.1"}),
    ("1.2", "content of local rules", NoteKind.NOT_ACCEPTABLE, "C1", False, {"2.1"}),
    ("1.1", "report made under the mechanism", NoteKind.IMPORTANT, "N1.1", True, set()),
    ("1.2", "do not say which documents", NoteKind.NOT_ACCEPTABLE, "N1.2", True, set()),
    ("1.2", "Lists of the persons nominated", NoteKind.NOT_ACCEPTABLE, "N1.2", True, set()),
    ("1.2", "Risk assessments", NoteKind.NOT_ACCEPTABLE, "N1.2", True, set()),
    ("1.2", "Training", NoteKind.NOT_ACCEPTABLE, "S1.2", False, {"5.1"}),
    ("1.2", "content of safety documents", NoteKind.NOT_ACCEPTABLE, "S1.2", False, {"2.1"}),
    ("2.1", "Whole lengthy documents", NoteKind.IMPORTANT, "C2", False, set()),
    ("2.2", "Whole lengthy documents", NoteKind.IMPORTANT, "C2", False, set()),
    ("2.1", "framework", NoteKind.NOT_ACCEPTABLE, "C2", False, {"1.1", "1.2"}),
    ("2.2", "audits of equipment or facilities", NoteKind.NOT_ACCEPTABLE, "N2.2", True, {"7.2"}),
    ("3", "risk assessment", NoteKind.NOT_ACCEPTABLE, "C3", False, {"4.1", "4.2", "4.3"}),
    ("3", "mainly to improve the images", NoteKind.NOT_ACCEPTABLE, "N3", True, set()),
    ("3", "Two independent pieces", NoteKind.BINDING, "S3", False, set()),
    ("3", "effect on diagnostic quality must", NoteKind.BINDING, "C3", False, set()),
    ("3", "must relate to MR safety", NoteKind.BINDING, "C3", False, set()),
    ("3", "Details", NoteKind.IMPORTANT, "S3", False, set()),
    ("3", "Too basic or minimal", NoteKind.IMPORTANT, "S3", False, set()),
    ("4.1", "relaying", NoteKind.NOT_ACCEPTABLE, "C4", False, set()),
    ("4.2", "relaying", NoteKind.NOT_ACCEPTABLE, "C4", False, set()),
    ("4.3", "relaying", NoteKind.NOT_ACCEPTABLE, "C4", False, set()),
    ("4.2", "several hazards considered", NoteKind.IMPORTANT, "S4.2", False, set()),
    ("5.1", "material made by others", NoteKind.NOT_ACCEPTABLE, "S5.1", False, set()),
    ("5.1", "their own knowledge", NoteKind.NOT_ACCEPTABLE, "S5.1", False, {"8.1"}),
    ("6.1", "Software must", NoteKind.BINDING, "S6.1", False, set()),
    ("7.1", "safety documents", NoteKind.IMPORTANT, "N7", True, {"2.1", "2.2"}),
    ("7.2", "safety documents", NoteKind.IMPORTANT, "N7", True, {"2.1", "2.2"}),
    ("8.1", "Attendance alone", NoteKind.NOT_ACCEPTABLE, "S8.1", False, set()),
    ("8.2", "inside the applicant's own institution", NoteKind.IMPORTANT, "S8.2", False, set()),
    (EVERYWHERE, "medical judgement", NoteKind.NOT_ACCEPTABLE, "G6", False, set()),
    (EVERYWHERE, "using the images", NoteKind.NOT_ACCEPTABLE, "G5", False, set()),
    (EVERYWHERE, "Paper", NoteKind.NOT_ACCEPTABLE, "G9", False, set()),
    (EVERYWHERE, "main focus must", NoteKind.BINDING, "G5", False, set()),
    (EVERYWHERE, "must be the applicant's own work", NoteKind.BINDING, "G7", False, set()),
    (EVERYWHERE, "must be dated", NoteKind.BINDING, "G7", False, set()),
    (EVERYWHERE, "must come from the last five years", NoteKind.BINDING, "G7", False, set()),
    (EVERYWHERE, "must not carry more than two", NoteKind.BINDING, "G3", False, set()),
    (EVERYWHERE, "must hold traceable references", NoteKind.BINDING, "G4", False, set()),
    (EVERYWHERE, "should be put to use", NoteKind.IMPORTANT, "G4", False, set()),
    (EVERYWHERE, "commentary", NoteKind.IMPORTANT, "G8b", False, set()),
    (EVERYWHERE, "Too basic or minimal", NoteKind.IMPORTANT, "G12", False, set()),
    (EVERYWHERE, "much the same", NoteKind.IMPORTANT, "G12", False, set()),
    (EVERYWHERE, "outdated", NoteKind.IMPORTANT, "G7", False, set()),
    (EVERYWHERE, "not linked", NoteKind.IMPORTANT, "G9", False, set()),
    (EVERYWHERE, "Several pictures", NoteKind.IMPORTANT, "G9", False, set()),
    (EVERYWHERE, "Patient-identifiable", NoteKind.IMPORTANT, "G11", False, set()),
]


def all_notes(scheme):
    yield from scheme.notes
    for category in scheme.categories:
        yield from category.notes
        for unit in category.sub_categories:
            yield from unit.notes


def test_there_are_sixteen_sub_categories_with_the_titles_of_the_guidance(shipped):
    assert {unit.code: unit.title for unit in shipped.sub_categories} == TITLES
    assert shipped.codes == tuple(TITLES)


def test_there_are_eight_categories_with_the_titles_of_the_guidance(shipped):
    assert [category.number for category in shipped.categories] == list(CATEGORY_BEGINNINGS)
    for category in shipped.categories:
        assert category.title.startswith(CATEGORY_BEGINNINGS[category.number])


def test_the_sub_categories_of_continuation_rows_stand_under_their_category(shipped):
    assert [[unit.code for unit in category.sub_categories] for category in shipped.categories] == [
        ["1.1", "1.2"],
        ["2.1", "2.2"],
        ["3"],
        ["4.1", "4.2", "4.3"],
        ["5.1", "5.2"],
        ["6.1", "6.2"],
        ["7.1", "7.2"],
        ["8.1", "8.2"],
    ]
    assert shipped.category_of("6.2").number == 6
    assert shipped.category_of("8.2").number == 8


def test_the_screen_has_a_short_name_for_each(shipped):
    assert {unit.code: unit.short_name for unit in shipped.sub_categories} == SHORT_NAMES


def test_a_letter_calls_each_by_its_code_and_category_3_a_category(shipped):
    named = {unit.code: unit.letter_name for unit in shipped.sub_categories}
    assert named.pop("3") == "category 3"
    assert all(name == code for code, name in named.items())


def test_each_has_as_many_examples_as_the_guidance_gives(shipped):
    assert {unit.code: len(unit.examples) for unit in shipped.sub_categories} == EXAMPLES


def test_the_examples_of_the_shared_cell_are_told_apart(shipped):
    acceptance, checks = shipped.sub_category("7.1").examples, shipped.sub_category("7.2").examples
    assert "Fringe field" in " ".join(acceptance)
    assert "isocontour" in " ".join(acceptance)
    assert "oxygen" in " ".join(checks)
    assert "oxygen" not in " ".join(acceptance)
    assert "Fringe field" not in " ".join(checks)
    report = next(example for example in acceptance if "MHRA" in example)
    assert report in checks


def test_only_category_3_asks_for_two_independent_pieces(shipped):
    asked = {unit.code: (unit.minimum_items, unit.independent) for unit in shipped.sub_categories}
    assert asked.pop("3") == (2, True)
    assert set(asked.values()) == {(1, False)}


def test_contribution_is_asked_for_where_the_title_speaks_of_it(shipped):
    for unit in shipped.sub_categories:
        assert unit.contribution == ("contribute" in unit.title.lower()), unit.code


@pytest.mark.parametrize("bar", BARS, ids=lambda bar: f"{bar[0]} {bar[1]}")
def test_every_bar_of_the_guidance_is_a_note_with_its_strength_and_clause(shipped, bar):
    where, word, kind, clause, labelled, elsewhere = bar
    governing = shipped.notes if where == EVERYWHERE else shipped.notes_for(where)
    found = [note for note in governing if word in note.text and note.clause == clause]
    assert len(found) == 1, [note.text for note in found]
    assert (found[0].kind, found[0].labelled, set(found[0].belongs_to)) == (kind, labelled, elsewhere)


def test_only_the_five_notes_that_the_guidance_labels_are_labelled(shipped):
    assert {note.clause for note in all_notes(shipped) if note.labelled} == {"N1.1", "N1.2", "N2.2", "N3", "N7"}
    for note in all_notes(shipped):
        assert note.labelled == note.clause.startswith("N"), note.id


def test_a_binding_note_says_must_or_gives_a_minimum(shipped):
    for note in all_notes(shipped):
        if note.kind == NoteKind.BINDING:
            assert re.search(r"\bmust\b|\bat least\b", note.text), note.id
        else:
            assert not re.search(r"\bmust\b", note.text), note.id


def test_a_must_stands_only_where_the_guidance_has_one(shipped):
    binding = {note.clause for note in all_notes(shipped) if note.kind == NoteKind.BINDING}
    assert binding == {"G3", "G4", "G5", "G7", "C3", "S3", "S6.1"}


def test_the_notes_of_a_sub_category_come_strongest_first_and_include_its_category(shipped):
    notes = shipped.notes_for("7.2")
    order = list(NoteKind)
    assert [order.index(note.kind) for note in notes] == sorted(order.index(note.kind) for note in notes)
    assert "c7-documentation" in [note.id for note in notes]
    assert "medical-judgement" in [note.id for note in notes]


def test_the_rules_are_those_of_the_guidance(shipped):
    rules = {rule.id: (rule.threshold, rule.direction, rule.clause, rule.advisory) for rule in shipped.rules}
    assert rules == {
        "sub_categories": (14, Direction.AT_LEAST, "G2", False),
        "major_categories": (8, Direction.AT_LEAST, "G2", False),
        "independent_items": (2, Direction.AT_LEAST, "S3", False),
        "simulated_limit": (2, Direction.AT_MOST, "G3", False),
        "mhra_references": (2, Direction.AT_LEAST, "G4", False),
        "parts": (None, Direction.AT_LEAST, "G8", False),
        "recent_work": (None, Direction.AT_LEAST, "G7", True),
    }
    assert shipped.rule("independent_items").units == ("3",)
    assert shipped.rule("recent_work").years == 5


def test_the_parts_are_those_of_the_guidance_and_the_exam_has_a_row_of_its_own(shipped):
    parts = {part.id: (part.rule, part.clause, part.own_row) for part in shipped.parts}
    assert parts == {
        "contents_list": ("parts", "G8a", False),
        "evidence": ("parts", "G8c", False),
        "cross_reference_table": ("parts", "G8d", False),
        "authentication": ("parts", "G8e", False),
        "exam": ("parts", "G1", True),
    }


def test_evidence_that_belongs_elsewhere_is_sent_where_the_guidance_sends_it(shipped):
    pairs = {(pair.offered_for, pair.target): pair.clause for pair in shipped.elsewhere}
    between_categories = {(a.split(".")[0], b.split(".")[0]) for a, b in pairs}
    assert between_categories >= {
        ("1", "2"),
        ("2", "1"),
        ("3", "4"),
        ("4", "3"),
        ("5", "8"),
        ("8", "5"),
        ("7", "2"),
        ("2", "7"),
        ("1", "5"),
    }
    assert pairs["2.2", "7.2"] == "N2.2"
    assert pairs["7.2", "2.2"] == pairs["7.1", "2.2"] == "N7"
    assert pairs["1.2", "5.1"] == "S1.2"
    assert pairs["5.1", "8.1"] == pairs["8.1", "5.1"] == "S5.1"


def test_a_note_that_sends_evidence_elsewhere_has_its_pairs(shipped):
    pairs = {(pair.offered_for, pair.target) for pair in shipped.elsewhere}
    for code in shipped.codes:
        for note in shipped.notes_for(code):
            for target in note.belongs_to:
                if note.id not in {"c1-document-content", "c2-framework"} or code in {"1.1", "2.1"}:
                    assert (code, target) in pairs, (code, note.id)


def test_contribution_covers_what_the_guidance_says(shipped):
    assert shipped.contributions == ("propose", "initiate", "produce", "review", "revise")


def test_the_editions_of_the_mhra_guidelines_come_newest_first(shipped):
    assert shipped.reference_editions[:4] == ("v4.3 (2021)", "v4.2 (2015)", "v4.0 (2014)", "DB2007(03) (2007)")


def test_each_clause_is_put_as_an_applicant_reads_it(shipped):
    assert shipped.clause_words("G12") == "General guidance, paragraph 12"
    assert shipped.clause_words("N1.1") == "note marked Important in 1.1"
    assert shipped.clause_words("S3") == "sub-category text of category 3"
    assert shipped.clause_words("S8.1") == "sub-category text of 8.1"
    labels = {clause.label for clause in shipped.clauses}
    assert labels >= {f"G{number}" for number in range(1, 14)} | {f"C{number}" for number in range(1, 9)}
    assert labels >= {f"S{code}" for code in TITLES} | {"G8a", "G8b", "G8c", "G8d", "G8e"}
    assert labels >= {"N1.1", "N1.2", "N2.2", "N3", "N7"}
    for clause in shipped.clauses:
        assert clause.label not in clause.words.split(), "a letter never prints a label"


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:['.][a-z0-9]+)*", text.lower().replace("\u2019", "'"))


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[start : start + COPIED_FROM]) for start in range(len(found) - COPIED_FROM + 1)}


def texts_of(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the data with the way to it; titles are facts and left out."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "title":
                yield from texts_of(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts_of(inner, f"{path}/{number}")


@pytest.fixture(scope="module")
def guidance() -> str:
    """The guidance itself, which is not distributed with the program."""
    if not GUIDANCE.exists():
        pytest.skip("the applicant guidance is not beside the repository")
    return re.sub(r"<[^>]+>", " ", GUIDANCE.read_text(encoding="utf-8"))


def test_no_sentence_of_the_guidance_is_copied(guidance):
    said = runs(guidance)
    for file in SHIPPED.glob("*.toml"):
        for path, text in texts_of(tomllib.loads(file.read_text(encoding="utf-8"))):
            copied = runs(text) & said
            assert not copied, f"{file.name} {path}: {[' '.join(run) for run in copied]}"


def test_titles_stand_in_the_guidance_word_for_word(shipped, guidance):
    said = " ".join(words(guidance))
    for unit in shipped.sub_categories:
        numbered = unit.title if unit.code == "3" else f"{unit.code} {unit.title}"
        assert " ".join(words(numbered)) in said
    for category in shipped.categories:
        assert " ".join(words(f"{category.number} {category.title}")) in said
