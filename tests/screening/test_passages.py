"""The pages at which to open an item for a sub-category."""

from dataclasses import replace

import pytest

from mrse_assess.model.pages import Heading
from mrse_assess.model.places import PageSpan
from mrse_assess.terms import Look

OTHER = "The meeting was short and everybody was glad of the coffee, which the manager had brought along."
QUENCH = (
    "The architect moved the quench pipe so that its exit on the roof is clear of the air intake.\n"
    "The drawing shows the door of the scanner room opening outwards into the lobby."
)
INCIDENT = (
    "The incident was a near miss: a steel cylinder was found at the door.\n"
    "Root cause and contributory factors are given, and the lessons went to all staff."
)
CONTENTS = (
    "Contents\nQuench pipe and exit .... 2\nDrawings and doors .... 3\nIncident .... 4\nArchitect .... 5\nSiting .... 6"
)


def pages_of(looked, code="6.2"):
    return [each.place.page for each in looked.passages if each.sub_category == code]


def with_entry(made, **changes):
    entries = tuple(replace(each, **changes) for each in made.portfolio.cross_references)
    return replace(made, portfolio=replace(made.portfolio, cross_references=entries))


def test_the_page_that_speaks_of_the_sub_category_comes_first(material, check):
    made = material({"1": [OTHER, INCIDENT, OTHER, QUENCH, OTHER]}, cited={"1": ["6.2", "5.2"]})
    looked = check("passages", made)
    assert pages_of(looked, "6.2")[0] == 4
    assert pages_of(looked, "5.2")[0] == 2


def test_ranks_count_from_one_and_are_at_most_three(material, check):
    looked = check("passages", material({"1": ["Aside.\n" * at + QUENCH for at in range(5)]}, cited={"1": ["6.2"]}))
    assert [each.rank for each in looked.passages] == [1, 2, 3]


def test_a_passage_is_boxed_without_its_words(material, check):
    [passage] = check("passages", material({"1": [f"{OTHER}\n{OTHER}\n{QUENCH}"]}, cited={"1": ["6.2"]})).passages
    assert passage.place.quote is None
    assert passage.place.box is not None
    assert passage.place.box[1] > 80


def test_a_contents_page_comes_after_the_page_that_it_names(material, check):
    made = material({"1": [CONTENTS, OTHER, f"{OTHER}\nThe quench pipe ends there.", OTHER]}, cited={"1": ["6.2"]})
    assert pages_of(check("passages", made)) == [3, 1]


def test_a_contents_page_without_its_heading_is_one_by_its_page_numbers(material, check):
    bare = CONTENTS.partition("\n")[2]
    made = material({"1": [bare, OTHER, f"{OTHER}\nThe quench pipe ends there.", OTHER]}, cited={"1": ["6.2"]})
    assert pages_of(check("passages", made)) == [3, 1]


def test_a_title_page_comes_after_the_page_that_shows_its_subject(material, check):
    subject = f"{OTHER} {OTHER} The quench pipe and its exit were placed anew on the drawing. {OTHER}"
    made = material({"1": ["Architect, drawing, quench pipe, siting", OTHER * 3, subject]}, cited={"1": ["6.2"]})
    assert pages_of(check("passages", made))[0] == 3


def test_a_list_of_measurements_is_no_contents_page(material, check):
    values = "\n".join(f"Architect's drawing, quench pipe, point {point}" for point in range(4))
    listed = f"{values}\n" + "\n".join([OTHER] * 5)
    made = material(
        {"1": [listed, f"{OTHER}\n" * 4 + "The architect on the quench pipe.", OTHER]}, cited={"1": ["6.2"]}
    )
    assert pages_of(check("passages", made))[0] == 1


def test_a_word_in_a_heading_weighs_more(material, check):
    made = material({"1": ["Siting and more\nOf it.", "Things and more\nOf siting.", OTHER]}, cited={"1": ["6.2"]})
    heading = Heading(text="Siting and more", size=14.0, bold=True, box=(0, 0, 1, 1))
    [file] = made.files
    for number in (0, 1):
        text = file.pages[number].lines[0].text
        changed = file.pages[number]._replace(
            page=replace(file.pages[number].page, headings=(replace(heading, text=text),))
        )
        file = file._replace(pages=(*file.pages[:number], changed, *file.pages[number + 1 :]))
    scores = {each.place.page: each.score for each in check("passages", replace(made, files=(file,))).passages}
    assert scores[1] > scores[2]


def test_pages_that_the_table_names_come_first(material, check):
    made = material({"1": [QUENCH, OTHER, "The quench pipe."]}, cited={"1": ["6.2"]})
    named = with_entry(made, page_hint="2-3", spans=(PageSpan(file="1.pdf", first=2, last=3),))
    assert pages_of(check("passages", named)) == [3, 2, 1]


def test_the_page_of_a_cited_section_comes_first_of_all(material, check):
    made = material({"1": [QUENCH, OTHER, OTHER]}, cited={"1": ["6.2"]})
    named = with_entry(made, section_hint="4", section_spans=(PageSpan(file="1.pdf", first=3, last=3),))
    assert pages_of(check("passages", named)) == [3, 1]


def test_a_cited_section_that_led_nowhere_is_looked_for_in_headings(material, check):
    made = material({"1": [QUENCH, "Points left open\nOf siting.", OTHER]}, cited={"1": ["6.2"]})
    [file] = made.files
    heading = Heading(text="Points left open", size=14.0, bold=True, box=(0, 0, 1, 1))
    second = file.pages[1]._replace(page=replace(file.pages[1].page, headings=(heading,)))
    made = replace(made, files=(file._replace(pages=(file.pages[0], second, file.pages[2])),))
    assert pages_of(check("passages", made))[0] == 1
    assert pages_of(check("passages", with_entry(made, section_hint="points left open")))[0] == 2


def test_running_heads_do_not_count(material, check):
    head = "Quench pipe and siting project"
    made = material({"1": [f"{head}\n{OTHER}", f"{head}\n{QUENCH}", f"{head}\n{OTHER}"]}, cited={"1": ["6.2"]})
    assert pages_of(check("passages", made)) == [2]


def test_where_no_page_speaks_of_it_none_is_proposed_and_that_is_said(material, check):
    looked = check("passages", material({"1": [OTHER, OTHER]}, cited={"1": ["6.2"]}))
    assert not looked.passages
    assert [(each.kind, each.outcome, each.clause) for each in looked.observations] == [
        ("nothing", Look.NOT_CHECKABLE, "S6.2")
    ]


def test_pages_that_could_not_be_read_are_said_to_be_so(material, check):
    looked = check("passages", material({"1": [QUENCH, ""]}, cited={"1": ["6.2"]}, unseen=["1"]))
    assert pages_of(looked) == [1]
    assert [(each.kind, each.outcome) for each in looked.observations] == [("unread", Look.NOT_CHECKABLE)]


def test_a_cited_page_that_could_not_be_read_is_still_where_to_look_first(material, check):
    made = material({"1": [QUENCH, ""]}, cited={"1": ["6.2"]}, unseen=["1"])
    named = with_entry(made, page_hint="2", spans=(PageSpan(file="1.pdf", first=2, last=2),))
    assert pages_of(check("passages", named)) == [2, 1]


def test_every_sub_category_has_terms_and_a_page_of_its_examples_is_its_own(scheme, material, check):
    about = {
        code: f"{scheme.sub_category(code).about}. {' '.join(scheme.sub_category(code).examples)}"
        for code in scheme.codes
    }
    looked = check("passages", material({"1": list(about.values())}, cited={"1": list(scheme.codes)}))
    first = {each.sub_category: list(about)[each.place.page - 1] for each in looked.passages if each.rank == 1}
    assert first == {code: code for code in scheme.codes}


@pytest.mark.parametrize("claims", [["6.2"], ["6.2", "1.1", "5.2"]])
def test_every_claim_gets_passages_of_its_own(material, check, claims):
    text = f"{QUENCH} {INCIDENT} The committee reports to the board."
    looked = check("passages", material({"1": [text]}, cited={"1": claims}))
    assert [each.sub_category for each in looked.passages] == claims
