"""The certificate of the examination, told from what may be taken for it."""

from datetime import date

import pytest

from mrse_assess.terms import Look

HEAD = "American Board of Magnetic Resonance Safety\nThis is to certify that\nAda Example\nhas passed the examination\n"
MRSE = HEAD + "Magnetic Resonance Safety Expert - MRSE (MRSC)\nExamination MRSEU-1234, valid until May 2033"


def said(check, built):
    return {each.kind: each for each in check("exam", built).observations}


def test_the_right_certificate_is_found_with_its_page(check, material):
    found = said(check, material({"1": ["words", MRSE]}))
    assert set(found) == {"abmrs_mrse"}
    assert found["abmrs_mrse"].outcome is Look.CLEAR
    assert found["abmrs_mrse"].places[0].page == 2


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Magnetic Resonance Safety Officer - MRSO (MRSC)", "abmrs_mrso"),
        ("Magnetic Resonance Medical Director - MRMD (MRSC)", "abmrs_mrmd"),
        ("MRSTU-19", "abmrs_mrst"),
        ("one of the credentials MRSE, MRSO", "abmrs_unclear"),
    ],
)
def test_other_credentials_of_the_body_are_a_concern(check, material, line, kind):
    found = said(check, material({"1": HEAD + line}))
    assert set(found) == {kind}
    assert found[kind].outcome is Look.CONCERN


def test_a_course_s_certificate_is_not_the_examination(check, material):
    text = "Tarnmoor Learning\nThis is to certify that Ada Example has completed\nMR safety expert course (quiz 84)"
    assert set(said(check, material({"1": text}))) == {"course"}


def test_a_course_s_certificate_beside_the_right_one_is_no_finding(check, material):
    text = "This is to certify that Ada Example has completed\nMR safety expert preparation course"
    assert set(said(check, material({"1": [MRSE, text]}))) == {"abmrs_mrse"}


@pytest.mark.parametrize(
    "text",
    [
        "IPEM MRSE Certificate of Competence: portfolio\nApplicant: Ada Example",
        "IPEM MRSE Certificate of Competence: portfolio\nApplicant: Ada Example\nABMRS number 12",
        "Certificate of attendance\nAda Example attended the regional study day on patient handling",
    ],
)
def test_a_cover_or_an_attendance_certificate_is_none(check, material, text):
    assert set(said(check, material({"1": text}))) == {"none_found"}


def test_somebody_else_s_certificate_is_a_concern(check, material):
    found = said(check, material({"1": MRSE}, applicant="Rowan Quennell"))
    assert found["other_name"].outcome is Look.CONCERN


def test_a_certificate_that_ran_out_is_a_concern(check, material):
    found = said(check, material({"1": MRSE}, submitted_on=date(2033, 6, 1)))
    assert "2033-05" in found["expired"].detail
    assert "expired" not in said(check, material({"1": MRSE}, submitted_on=date(2033, 5, 31)))


def test_words_alone_are_said_to_be_words(check, material):
    text = "I passed the ABMRS MRSE examination in June 2024. " + "The door closes. " * 90
    assert set(said(check, material({"1": text}))) == {"said_only"}


def test_nothing_found_is_a_concern_only_where_every_page_was_read(check, material):
    assert said(check, material({"1": "words"}))["none_found"].outcome is Look.CONCERN
    assert said(check, material({"1": ["words", ""]}, unseen=["1"]))["not_seen"].outcome is Look.NOT_CHECKABLE


def test_pages_that_nobody_read_are_said_beside_what_was_found(check, material):
    text = "I passed the ABMRS MRSE examination in June 2024. " + "The door closes. " * 90
    assert set(said(check, material({"1": [text, ""]}, unseen=["1"]))) == {"said_only", "not_seen"}
