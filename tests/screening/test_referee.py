"""The referee's authentication: who, how signed, when."""

from dataclasses import replace
from datetime import date

import pytest

from mrse_assess.model.facts import FileFacts, Signature
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Authentication
from mrse_assess.terms import Look

FORM = """Authentication by referee
I confirm that the contents of this portfolio reflect the applicant's own work.
Name: {name}
Position: Head of MR Physics
Signature: {signature}
Date: 1 May 2026"""
PLACE = Locator(file="1.pdf", page=1, box=(50.0, 60.0, 200.0, 70.0))
GOOD = Authentication(
    present=True, referee_name="Rowan Quennell", role="Head", dated_on="2026-05-01", signed=True, locator=PLACE
)


def said(check, material, found=GOOD, name="Rowan Quennell", signature="", every=(), **more):
    built = material({"1": FORM.format(name=name, signature=signature)}, **more)
    built = replace(built, portfolio=replace(built.portfolio, authentication=found, authentications=every))
    return {each.kind: each.outcome for each in check("referee", built).observations}


def test_a_referee_who_is_another_is_clear(check, material):
    assert said(check, material, signature="Rowan Quennell") == {"named": Look.CLEAR, "signed_typed": Look.CLEAR}


@pytest.mark.parametrize("name", ["Ada Example", "Dr A Example, MIPEM"])
def test_the_applicant_as_referee_is_a_concern(check, material, name):
    own = replace(GOOD, referee_name=name)
    found = said(check, material, Authentication(present=False), name=name, signature=name, every=(own,))
    assert found["is_applicant"] is Look.CONCERN
    assert found["signed_typed"] is Look.CLEAR


def test_an_authentication_that_was_read_with_the_applicant_s_name_is_a_concern(check, material):
    assert said(check, material, replace(GOOD, referee_name="A Example"))["is_applicant"] is Look.CONCERN


@pytest.mark.parametrize(
    ("signature", "signed", "kind", "outcome"),
    [
        ("/s/ Rowan Quennell", True, "signed_typed", Look.CLEAR),
        ("Digitally signed by Rowan Quennell", True, "signed_digital", Look.CLEAR),
        ("", True, "signed_picture", Look.CLEAR),
        ("____________", False, "signed_none", Look.CONCERN),
        ("", None, "signed_unseen", Look.NOT_CHECKABLE),
    ],
)
def test_the_way_of_signing_is_told(check, material, signature, signed, kind, outcome):
    assert said(check, material, replace(GOOD, signed=signed), signature=signature)[kind] is outcome


def test_a_signed_field_of_the_file_is_a_digital_signature(check, material):
    facts = {"1.pdf": FileFacts(file="1.pdf", signatures=(Signature(1, True),))}
    assert "signed_digital" in said(check, material, facts=facts)
    unsigned = {"1.pdf": FileFacts(file="1.pdf", signatures=(Signature(1, False),))}
    assert "signed_picture" in said(check, material, facts=unsigned)


@pytest.mark.parametrize(
    ("dated", "kind"), [(None, "undated"), ("2026-06-02", "dated_later"), ("2025-05-31", "dated_long_before")]
)
def test_a_date_that_does_not_fit_is_a_concern(check, material, dated, kind):
    found = said(check, material, replace(GOOD, dated_on=dated), submitted_on=date(2026, 6, 1))
    assert found[kind] is Look.CONCERN


@pytest.mark.parametrize("dated", ["2026-06-15", "2026-06", "2025-06-15", "2025-06"])
def test_a_date_within_a_year_is_no_finding(check, material, dated):
    found = said(check, material, replace(GOOD, dated_on=dated), submitted_on=date(2026, 6, 15))
    assert not {"undated", "dated_later", "dated_long_before"} & set(found)


def test_a_referee_without_a_name_is_a_concern(check, material):
    assert said(check, material, replace(GOOD, referee_name=None))["unnamed"] is Look.CONCERN


def test_an_empty_form_and_no_form_are_told_apart(check, material):
    empty = Authentication(present=False, locator=PLACE)
    assert said(check, material, empty)["empty"] is Look.CONCERN
    built = material({"1": "The door closes."})
    assert [each.kind for each in check("referee", built).observations] == ["missing"]


def test_no_form_on_the_readable_pages_is_not_checkable_where_others_are_not(check, material):
    built = material({"1": ["The door closes.", ""]}, unseen=["1"])
    (one,) = check("referee", built).observations
    assert (one.kind, one.outcome) == ("not_seen", Look.NOT_CHECKABLE)


def test_what_reading_found_is_not_looked_for_again(check, material):
    found = said(check, material, Authentication(present=False), name="Ada Example", signature="Ada Example")
    assert found == {"missing": Look.CONCERN}
