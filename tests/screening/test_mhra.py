"""References to the MHRA guidelines: which, how far they go, and in how many sub-categories."""

from dataclasses import replace

import pytest

from mrse_assess.intake.text.lines import PageLines, lines_of
from mrse_assess.screening.flow import flowing
from mrse_assess.screening.page_text import PageText
from mrse_assess.terms import Likelihood, Look

TITLE = "Safety Guidelines for Magnetic Resonance Imaging Equipment in Clinical Use"


def references(material, check, text, **more):
    pages = text if isinstance(text, list) else [text]
    looked = check("mhra", material({"1": pages}, **more))
    return [(each.edition, each.section, each.grade) for each in looked.items["1"]["mhra"]]


def test_a_section_of_the_same_is_one_of_the_guidelines_named_before(material, check):
    text = "For staff see MHRA (2021), section 4.10.4; for visitors section 4.7 of the same. The rest is the same."
    assert references(material, check, text) == [("2021", "4.10.4", "traceable"), ("2021", "4.7", "traceable")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The door follows the MHRA guidelines.", (None, None, "mention")),
        ("See MHRA (2021) for background.", ("2021", None, "mention")),
        ("Definitions are those of MHRA v4.3, section 1.3.", ("2021", "1.3", "traceable")),
        ("Definitions are those of MHRA 2015, p. 12.", ("2015", None, "traceable")),
        ("Terms as in DB2007(03), section 1.4.", ("2007", "1.4", "traceable")),
        ("Terms as in MHRA Device Bulletin DB 2007/03, para 1.4.", ("2007", "1.4", "traceable")),
        ("Section 4.2 of the MHRA safety guidelines deals with doors.", (None, "4.2", "mention")),
        (
            f"Section 4.11.4 of the Medicines and Healthcare products Regulatory\nAgency (MHRA) {TITLE}, Feb 2021.",
            ("2021", "4.11.4", "traceable"),
        ),
        (f"{TITLE} (Medicines and Healthcare Products Regulatory Agency), March 2015", ("2015", None, "mention")),
        ("Terms as in the MHRA Device Bulletin 2007(03), section 1.4.", ("2007", "1.4", "traceable")),
        ("Safety Guidelines for Magnetic Resonance Equipment in Clinical Use, MHRA 2021", ("2021", None, "mention")),
        ("The MHRA's guidelines of November 2014, version 4.0, \u00a7 2.3.1 say so.", ("2014", "2.3.1", "traceable")),
        ("Access was assessed against MHRA v4.3 section 4.4.2: compliant.", ("2021", "4.4.2", "applied")),
        (
            "Our sign deviates from section 4.4.2 of the 2021 MHRA guidelines, justified by the door.",
            ("2021", "4.4.2", "applied"),
        ),
        ("The MHRA guidelines (2021) recommend in section 4.2 that an expert be named.", ("2021", "4.2", "traceable")),
        ("The guidance from the MHRA (v4.2, 2015), chapter 4, was read.", ("2015", "4", "traceable")),
        ("This is set out in version 4.3 of the MHRA guidelines, sections 4.2.", ("2021", "4.2", "traceable")),
        ("MHRA MRI Safety Guidelines, 4th edition 2014: section 3.3", ("2014", "3.3", "traceable")),
        ("The MHRA guidance document of 2021 (s. 4.8.2) is kept.", ("2021", "4.8.2", "traceable")),
        ("As the MHRA states in section 4.4.3 of its 2021 guidelines, it is inside.", ("2021", "4.4.3", "traceable")),
        ("Terms as in section 1.4 of the MHRA Safety Guidelines (4.3,\n2021).", ("2021", "1.4", "traceable")),
        ("Terms as in section 1.4 of the MHRA guidelines (4.3, February 2021).", ("2021", "1.4", "traceable")),
        ("Doors are in the MHRA guidelines (4.3), as ours are.", (None, "4.3", "mention")),
        ("MHRA 4.3 section 4.9 is the source.", ("2021", "4.9", "traceable")),
        ("Deviation from MHRA guideline 4.4.1 (v4.3): the line is outside.", ("2021", "4.4.1", "applied")),
        ("Compliance: section 4.2 (MR Responsible Person) MHRA v4.3 - compliant", ("2021", "4.2", "applied")),
        (
            f"Medicines and Healthcare products Regulatory Agency. {TITLE}. March 2015. Section 4.10.",
            ("2015", "4.10", "traceable"),
        ),
        (
            "MHRA guidelines, https://www.gov.uk/x/safety-guidelines-for-magnetic-resonance-imaging-equipment-in-clinical-use",
            (None, None, "mention"),
        ),
        ("MHRA guidelines, Feb 2021, sect 4.10.4, is the source.", ("2021", "4.10.4", "traceable")),
    ],
)
def test_a_reference_is_read_with_its_edition_section_and_grade(material, check, text, expected):
    assert references(material, check, text) == [expected]


def test_a_page_of_ours_at_the_end_of_a_sentence_is_no_page_of_the_guidelines(material, check):
    text = "A link to the MHRA guidelines v4.0 stands on our page.\n1. Task\nThe door."
    assert references(material, check, text) == [("2014", None, "mention")]


@pytest.mark.parametrize(
    "text",
    [
        "The event was reported to the MHRA by Yellow Card.",
        "MHRA device alert MDA/2011/012 on pumps was filed.",
        "National Patient Safety Alert NatPSA/2021/003/MHRA was acknowledged.",
        "The supplier is registered with the MHRA.",
        "The coil is MHRA approved.",
        "MHRA was asked by telephone about section 4.2 of our local rules.",
        "The MHRA's inspection of the pharmacy, section 3.1 of its report, has no bearing on us.",
        "See the IEC standard, clause 201.12, and the guidelines of the ICNIRP 2014.",
        "Magnetic resonance imaging equipment is kept in a room.",
        "We told the MHRA in May 2021.",
    ],
)
def test_alerts_yellow_cards_and_registrations_are_no_references(material, check, text):
    assert references(material, check, text) == []


def test_a_section_of_another_document_is_not_taken_over(material, check):
    text = "Section 4.2 of our local rules was written with the MHRA guidelines in mind. Section 3.1 is new."
    assert references(material, check, text) == [(None, None, "mention")]


def test_a_section_directly_after_the_guidelines_may_still_be_of_another_document(material, check):
    assert references(material, check, "See MHRA 2021 and section 3 of our local rules.") == [("2021", None, "mention")]


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        (
            "MHRA guidelines\tThe second\nv4.3, section 4.2\tcolumn",
            "MHRA guidelines\nv4.3, section 4.2\nThe second\ncolumn",
        ),
        ("MHRA guidelines\tThe second", "MHRA guidelines\nThe second"),
    ],
)
def test_a_page_flows_by_its_files_own_blocks(page, text, flows):
    read = page(text)
    words = tuple(word._replace(block=int(word.x0 > 150)) for word in read.words)
    parted = replace(read, words=tuple(sorted(words, key=lambda word: (word.block, word.line))))
    lines = PageLines("1.pdf", parted, lines_of(parted.words))
    assert flowing(PageText(lines)).text == flows


def test_several_sections_are_several_references(material, check):
    found = references(material, check, "See MHRA 2021, sections 4.2 and 4.4.3, for this.")
    assert found == [("2021", "4.2", "traceable"), ("2021", "4.4.3", "traceable")]


def test_two_editions_on_one_page_keep_their_sections(material, check):
    text = "The old rules cite DB2007(03), section 1.4. The new ones cite MHRA v4.3, section 1.3."
    assert references(material, check, text) == [("2007", "1.4", "traceable"), ("2021", "1.3", "traceable")]


@pytest.mark.parametrize(
    "cited",
    ["The term is that of section 2.2 of [3].", "The door is locked [3, section 2.2].", "See [3] (section 2.2)."],
)
def test_a_numbered_source_gives_its_edition_to_what_cites_it(material, check, cited):
    pages = [f"{cited} Then the bell rang [1].", "References\n[1] A book.\n[3] MHRA guidelines v4.3."]
    assert references(material, check, pages) == [("2021", "2.2", "traceable")]


def test_a_numbered_source_that_nothing_cites_is_a_mention(material, check):
    assert references(material, check, "References\n[3] MHRA guidelines v4.3.") == [("2021", None, "mention")]


def test_a_column_of_sections_under_the_agencys_name_is_read(material, check):
    text = (
        "Standard: MHRA guidelines, version 4.3\nCheck\tMHRA\tFound\tResult\n"
        "Door locks\t4.4.2\tyes\tpass\nField line\t4.4.1\t0.4\tpass"
    )
    sections = {(edition, section) for edition, section, _ in references(material, check, text) if section}
    assert sections == {("2021", "4.4.2"), ("2021", "4.4.1")}


def test_the_guidelines_named_in_full_are_meant_again_beside_a_section(material, check):
    text = (
        "The MHRA guidelines v4.3 were used. Section 4.2 of the guidelines asks for an expert; the guidelines are long."
    )
    assert references(material, check, text) == [("2021", None, "mention"), ("2021", "4.2", "traceable")]


@pytest.mark.parametrize(
    "named",
    [
        'Requirements are taken from the MHRA guidelines (2021), called "SG" below. Doors (SG 4.7.1) were looked at.',
        "The MHRA guidelines v4.3 (hereafter SG) were used. Doors: SG section 4.7.1 asks for locks.",
        'See MHRA, MRI Equipment in Clinical Use, 2021 ("MRI-SG"). Door: section 4.7.1 of that edition.',
        "The MHRA guidelines of 2021 ask for roles. The table was checked against section 4.7.1 of that edition.",
        "We used the MHRA guidelines 2021, abbreviated to MSG. Locks: MSG, paragraph 4.7.1.",
        'See the MHRA guidelines, 2021 ("MRI-SG"). Door: MRI-SG 4.7.1 asks for locks.',
    ],
)
def test_a_short_name_given_to_the_guidelines_is_them(material, check, named):
    assert ("2021", "4.7.1") in {(edition, section) for edition, section, _ in references(material, check, named)}


@pytest.mark.parametrize(
    "named",
    [
        "The MHRA guidelines v4.3 (see QA) were used. QA 4.7.1 is the phantom test.",
        "The MHRA guidelines v4.3 and the Society of Radiographers (SOR) were asked. SOR section 4.7.1 is on training.",
        "The MHRA guidelines v4.3 name the MR Responsible Person (MRRP). Policy of the MRRP, section 4.7.1, is ours.",
        "The MHRA guidelines v4.3, and our local rules, called LR below, say so. Doors (LR 4.7.1).",
        "The MHRA guidelines v4.3 with the QA manual (QAM) were used. QAM 4.7.1 is the phantom test.",
        "The MHRA guidelines v4.3 were used. Our rules, called LR below, say so. Doors (LR 4.7.1).",
        "The MHRA guidelines v4.3 were used with our standard. Section 4.7.1 of that document is ours.",
    ],
)
def test_a_short_name_of_something_else_is_no_reference(material, check, named):
    assert "4.7.1" not in {section for _, section, _ in references(material, check, named)}


def test_guidelines_of_which_nobody_said_whose_are_no_reference(material, check):
    assert references(material, check, "Section 4.2 of the guidelines asks for an expert.") == []


def test_each_sub_category_of_an_item_is_told(material, check):
    looked = check("mhra", material({"1": "MHRA v4.3 section 4.2 is complied with."}, cited={"1": ["2.1", "7.2"]}))
    told = {(each.kind, each.sub_category) for each in looked.observations if each.evidence_id}
    assert told == {("applied", "2.1"), ("applied", "7.2")}


def together(looked):
    return [(each.kind, each.outcome) for each in looked.observations if each.evidence_id is None]


TRACED = "See MHRA v4.3, section 4.2."


@pytest.mark.parametrize(
    ("items", "cited", "unseen", "expected"),
    [
        ({"1": TRACED, "2": TRACED}, {"1": ["2.1"], "2": ["7.2"]}, [], ("enough", Look.CLEAR)),
        ({"1": TRACED, "2": TRACED}, {"1": ["2.1"], "2": ["2.1"]}, [], ("too_few", Look.CONCERN)),
        ({"1": TRACED, "2": "The MHRA guidelines."}, {"1": ["2.1"], "2": ["7.2"]}, [], ("too_few", Look.CONCERN)),
        ({"1": TRACED, "2": ""}, {"1": ["2.1"], "2": ["7.2"]}, ["2"], ("unread", Look.NOT_CHECKABLE)),
    ],
)
def test_candidates_in_two_sub_categories_are_asked_for(material, check, items, cited, unseen, expected):
    assert together(check("mhra", material(items, cited=cited, unseen=unseen))) == [expected]


def odd(looked):
    return [
        (each.kind, each.likelihood)
        for each in looked.observations
        if each.kind in {"newer_edition", "no_such_section"}
    ]


@pytest.mark.parametrize(
    ("day", "cited", "expected"),
    [
        ("5 May 2019", "MHRA v4.3, section 4.2", ["newer_edition"]),
        ("5 May 2022", "MHRA v4.3, section 4.2", []),
        ("February 2021", "MHRA v4.3, section 4.2", []),
        ("5 May 2015", "MHRA v4.0 (2014), section 4.11.4", ["no_such_section"]),
        ("5 May 2016", "MHRA v4.2, section 4.11.4", []),
        ("5 May 2022", "MHRA v4.3, section 7.2", ["no_such_section"]),
    ],
)
def test_editions_newer_than_the_item_and_sections_they_lack_are_possible_faults(material, check, day, cited, expected):
    looked = check("mhra", material({"1": f"Note\nDate: {day}\nSee {cited}."}))
    assert odd(looked) == [(kind, Likelihood.POSSIBLE) for kind in expected]


def test_an_undated_item_has_no_newer_edition(material, check):
    assert odd(check("mhra", material({"1": f"Note\n{TRACED}"}))) == []


def test_a_reference_that_runs_over_the_end_of_a_line_is_one(material, check):
    assert references(material, check, "See the MHRA\nguidelines v4.3,\nsection 4.2.") == [("2021", "4.2", "traceable")]
