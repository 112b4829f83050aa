"""Whose work an item is, and which parts of the applicant its words show."""

import pytest

from mrse_assess.model.facts import FileFacts, Trace
from mrse_assess.terms import Look

BODY = "\n".join(["The door is kept shut while the field is on and nobody is in the room."] * 12)


def told(looked, item="1"):
    return [each.kind for each in looked.observations if each.evidence_id == item]


def facts_of(looked, item="1"):
    return looked.items[item]["author"], sorted(looked.items[item]["roles"])


@pytest.mark.parametrize(
    "head",
    [
        "Local rules\nAuthor: Ada Example",
        "Local rules\nAuthor\tDr Ada Example,\tIssue date\t5 May 2023",
        "Local rules\nPrepared by A. Example, MR Physicist",
        "Local rules\nWritten by EXAMPLE, Ada",
        "Local rules\nName of author: A Example",
        "Local rules\nAda Example, Principal Physicist",
        "Reflection\nby Dr Ada Example",
        "Reflection\nPrepared by: Ada Example (Physicist)\nChecked by: Bo Other",
        "Local rules\nAuthor\tDate\nAda Example\t5 May 2023",
        "From: Ada Example <a.example@b.example>\nTo: Bo Other\nSubject: Door",
        "From: a.example@trust.example\nTo: Bo Other\nSubject: Door",
        "From Ada Example <ada.example@b.example>\nTo Bo Other <b@b.example>\nDate Tue, 19 Mar 2024",
        "Dear Bo,\nThe door is fine.\nKind regards,\nAda",
        "Dear Bo,\nThe door is fine.\nBest wishes\nAda Example\nPhysicist",
        "Risk assessment\nAssessed by\tAda Example\tDate\t5 May 2023",
    ],
)
def test_the_applicant_is_found_as_author(material, check, head):
    looked = check("authorship", material({"1": f"{head}\n{BODY}"}))
    assert facts_of(looked) == ("applicant", ["produce"])
    assert told(looked) == ["applicant_author"]


@pytest.mark.parametrize(
    "head",
    [
        "Local rules\nAuthor: Bo Other\nCopied to Ada Example for information.",
        "Local rules\nPrepared by Bo Other, Radiology Manager\nAda Example was on leave at the time.",
        "From: Bo Other <b@b.example>\nTo: Ada Example <a@b.example>\nSubject: Door",
        "Local rules\nAuthor: Anna Example",
        "Dear Ada Example,\nThe door is fine.\nKind regards,\nBo Other",
    ],
)
def test_someone_else_as_the_only_author_is_a_concern(material, check, head):
    looked = check("authorship", material({"1": f"{head}\n{BODY}"}))
    assert facts_of(looked) == ("other", [])
    assert [(each.kind, each.outcome) for each in looked.observations] == [("other_author", Look.CONCERN)]


@pytest.mark.parametrize("line", ["Author: MR Physics", "Prepared by the MR safety team", "Issued by Radiology", ""])
def test_a_department_is_no_author(material, check, line):
    looked = check("authorship", material({"1": f"Local rules\n{line}\n{BODY}"}))
    assert facts_of(looked) == ("unclear", [])
    assert told(looked) == ["not_named"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Ada Example proposed that a lock be fitted.", "propose"),
        ("It was suggested by Ada Example that the line be painted.", "propose"),
        ("Dr Example put forward a change to the form.", "propose"),
        ("The work was initiated by Ada Example.", "initiate"),
        ("Reviewed by: Ada Example", "review"),
        ("Reviewed by Bo Other and Ada Example", "review"),
        ("Ada Example (MR Physicist) reviewed the draft.", "review"),
        ("Revised by Ada Example", "revise"),
        ("Ada Example and Bo Other amended the text.", "revise"),
        ("The plan was drawn up by Ada Example.", "produce"),
    ],
)
def test_parts_are_read_from_the_words_beside_the_name(material, check, line, role):
    looked = check("authorship", material({"1": f"Local rules\nAuthor: Bo Other\n{BODY}\n{line}"}))
    assert facts_of(looked) == ("other", [role])
    assert told(looked) == ["part_shown"]


@pytest.mark.parametrize(
    "line",
    [
        "To be reviewed by Ada Example",
        "Awaiting review by Ada Example",
        "Bo Other proposed that Ada Example be asked.",
        "Anna Example proposed a lock.",
        "Distribution: Ada Example, Bo Other",
    ],
)
def test_words_about_others_or_about_what_is_to_come_show_no_part(material, check, line):
    looked = check("authorship", material({"1": f"Local rules\nAuthor: Bo Other\n{BODY}\n{line}"}))
    assert facts_of(looked) == ("other", [])


def test_in_minutes_initials_count(material, check):
    text = "MR Safety Group: minutes\nPresent: Ada Example (AE), Bo Other (BO)\n1. Door\nAE proposed a lock. BO agreed."
    looked = check("authorship", material({"1": text}))
    assert facts_of(looked) == ("unclear", ["propose"])
    assert told(looked) == ["part_shown"]


def test_initials_that_mean_something_else_count_only_where_they_are_explained(material, check):
    said = "1. Door\nMR advised a new lock."
    present = "Present: Mary Rowe (MR, chair), Bo Other (BO)\n"
    without = check("authorship", material({"1": f"Minutes\nPresent: Mary Rowe\n{said}"}, applicant="Mary Rowe"))
    explained = check("authorship", material({"1": f"Minutes\n{present}{said}"}, applicant="Mary Rowe"))
    assert (facts_of(without)[1], facts_of(explained)[1]) == ([], ["propose"])


def test_such_initials_count_after_words_that_a_name_follows(material, check):
    text = f"Local rules\nAuthor: TO (Physicist)\nRevision by TO, all sections\nTO be kept locked\n{BODY}"
    looked = check("authorship", material({"1": text}, applicant="Tam Orr"))
    assert facts_of(looked) == ("applicant", ["produce", "revise"])


def test_a_department_with_the_applicants_initials_is_not_the_applicant(material, check):
    looked = check("authorship", material({"1": f"Rules\nReviewed by MR Physics\n{BODY}"}, applicant="Mary Rowe"))
    assert facts_of(looked) == ("unclear", [])


def test_a_mark_of_the_applicant_in_the_text_makes_no_author(material, check):
    text = f"Rules\nAuthor: Bo Other\nThe door is shut. [deleted\nby Ada Example, 19 August 2025] It is open.\n{BODY}"
    assert facts_of(check("authorship", material({"1": text}))) == ("other", ["revise"])


def test_minutes_without_the_applicant_are_of_someone_else(material, check):
    looked = check("authorship", material({"1": "Minutes\nPresent: Bo Other, Cy Third\n1. Door\nAgreed."}))
    assert told(looked) == ["other_author"]


def test_minutes_of_which_a_page_could_not_be_read_are_nobody_s(material, check):
    text = "Minutes of the MR Safety Group\nPresent: Bo Other, Cy Third\n1. Door\nBO proposed a lock."
    looked = check("authorship", material({"1": [text, ""]}, unseen=["1"]))
    assert facts_of(looked) == (None, [])
    assert [(each.kind, each.outcome) for each in looked.observations] == [("unread", Look.NOT_CHECKABLE)]


def test_where_another_is_the_author_a_part_may_stand_on_a_page_that_could_not_be_read(material, check):
    looked = check("authorship", material({"1": [f"Local rules\nAuthor: Bo Other\n{BODY}", ""]}, unseen=["1"]))
    assert facts_of(looked) == ("other", [])
    assert [(each.kind, each.outcome) for each in looked.observations] == [("unread", Look.NOT_CHECKABLE)]


@pytest.mark.parametrize("line", ["It took 22 minutes to open.", "22 minutes for the drill"])
def test_the_word_minutes_in_a_sentence_or_after_a_number_makes_no_minutes(material, check, line):
    looked = check("authorship", material({"1": f"Report\nAuthor: Bo Other\n{line}\nAda Example came."}))
    assert facts_of(looked) == ("other", [])


def test_named_without_a_part_is_a_concern(material, check):
    looked = check("authorship", material({"1": f"Local rules\n{BODY}\nDistribution: Ada Example, Bo Other"}))
    assert told(looked) == ["part_not_shown"]


def test_tracked_changes_and_comments_are_the_applicants_part(material, check):
    traces = (Trace("comment", "Ada Example", "2024-05-01", 1), Trace("insertion", "Ada Example", "2024-05-01", 1))
    facts = {"1.pdf": FileFacts(file="1.pdf", traces=traces)}
    looked = check("authorship", material({"1": f"Local rules\nAuthor: Bo Other\n{BODY}"}, facts=facts))
    assert facts_of(looked) == ("other", ["review", "revise"])


def test_changes_by_others_or_on_other_pages_are_not(material, check):
    traces = (Trace("comment", "Bo Other", "2024-05-01", 1), Trace("insertion", "Ada Example", "2024-05-01", 9))
    facts = {"1.pdf": FileFacts(file="1.pdf", traces=traces)}
    looked = check("authorship", material({"1": f"Local rules\nAuthor: Bo Other\n{BODY}"}, facts=facts))
    assert facts_of(looked) == ("other", [])


def test_changes_that_could_not_be_looked_for_are_not_checkable(material, check):
    facts = {"1.pdf": FileFacts(file="1.pdf", unseen=frozenset({"traces"}))}
    looked = check("authorship", material({"1": f"Local rules\nAuthor: Bo Other\n{BODY}"}, facts=facts))
    assert [each.outcome for each in looked.observations] == [Look.NOT_CHECKABLE]


def test_the_files_own_data_are_weak_and_said_to_be(material, check):
    facts = {"1.pdf": FileFacts(file="1.pdf", properties={"author": "Ada Example"})}
    looked = check("authorship", material({"1": f"Local rules\n{BODY}"}, facts=facts))
    assert told(looked) == ["metadata_only"]
    assert facts_of(looked) == ("unclear", [])


def test_pages_that_nobody_could_read_are_not_checkable(material, check):
    looked = check("authorship", material({"1": ""}, unseen=["1"]))
    assert facts_of(looked) == (None, [])
    assert [each.outcome for each in looked.observations] == [Look.NOT_CHECKABLE]


def test_without_the_applicants_name_nothing_is_said_of_items(material, check):
    looked = check("authorship", material({"1": BODY, "2": BODY}, applicant=None))
    assert [(each.kind, each.evidence_id) for each in looked.observations] == [("no_applicant", None)]
    assert looked.items == {}


@pytest.mark.parametrize(
    ("applicant", "said"),
    [
        ("Zo\u00eb M\u00fcller-Hart", "Zoe Muller-Hart"),
        ("Hart, Zo\u00eb", "Zo\u00eb Hart"),
        ("Zoe van der Hart", "Zoe van der Hart"),
        ("Dr Zoe B. Hart, MIPEM", "Z B Hart"),
        ("Zoe O'Hart", "Zoe O\u2019Hart"),
    ],
)
def test_names_are_found_in_the_forms_people_write(material, check, applicant, said):
    looked = check("authorship", material({"1": f"Local rules\nAuthor: {said}\n{BODY}"}, applicant=applicant))
    assert facts_of(looked) == ("applicant", ["produce"])
