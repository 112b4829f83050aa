"""What is linked, embedded or active, by what the worker saw."""

from dataclasses import replace

import pytest

from mrse_assess.intake.text.lines import file_lines
from mrse_assess.model.facts import Carried, FileFacts
from mrse_assess.model.pages import Drawn
from mrse_assess.terms import Look, MediaKind

KINDS = (
    "link_drive",
    "link_file",
    "embedded_object",
    "attachment",
    "dead_icon",
    "macro",
    "javascript",
    "launch",
    "external_relationship",
    "document_type",
)


def said(check, material, *carried, media=MediaKind.PDF, **more):
    facts = {"1.pdf": FileFacts(file="1.pdf", carried=carried, **more)}
    built = material({"1": ["words", "more"]}, facts=facts)
    files = tuple(file_lines(replace(file.reading, media=media)) for file in built.files)
    return check("active", replace(built, files=files)).observations


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_told_with_its_page_and_without_its_address(check, material, kind):
    (one,) = said(check, material, Carried(kind, 2, "drive.invented.example"))
    assert (one.kind, one.outcome, one.clause, one.note) == (kind, Look.CONCERN, "G9", "embedded")
    assert [place.page for place in one.places] == [2]
    assert "invented" not in one.detail


def test_a_link_to_the_web_is_no_finding(check, material):
    (one,) = said(check, material, Carried("link_web", 1, "www.hse.gov.uk"))
    assert (one.kind, one.outcome) == ("none", Look.CLEAR)


def test_what_is_attached_to_a_message_is_no_finding(check, material):
    (one,) = said(check, material, Carried("attachment", 1, "plan.pdf"), media=MediaKind.EMAIL)
    assert one.outcome is Look.CLEAR


def test_a_file_not_looked_into_is_not_checkable(check, material):
    (one,) = said(check, material, unseen=frozenset({"carried"}))
    assert (one.kind, one.outcome) == ("not_looked_into", Look.NOT_CHECKABLE)
    (two,) = check("active", material({"1": "words"})).observations
    assert two.outcome is Look.NOT_CHECKABLE


def test_many_of_one_kind_are_one_finding_with_few_places(check, material):
    (one,) = said(check, material, *[Carried("link_drive", 1, "d")] * 300)
    assert len(one.places) <= 40
    assert "300" in one.detail


ICON = Drawn(60.0, 40.0, 94.0, 82.0, 0xF0F0FF, filled=True)


def drawn(check, page, material, text, *carried, shapes=(ICON,)):
    """What is said of a page on which these shapes are drawn over the text's first line."""
    built = material({"1": text}, facts={"1.pdf": FileFacts(file="1.pdf", carried=carried)})
    shown = replace(page(text), drawn=shapes)
    shown = replace(shown, words=tuple(word._replace(y0=word.y0 + 28, y1=word.y1 + 28) for word in shown.words))
    files = tuple(file_lines(replace(file.reading, pages=(shown,))) for file in built.files)
    return [each.kind for each in check("active", replace(built, files=files)).observations]


def test_a_drawn_icon_over_a_files_name_has_nothing_behind_it(check, page, material):
    assert drawn(check, page, material, "Risk_form.docx") == ["dead_icon"]


@pytest.mark.parametrize(
    ("text", "carried", "shapes"),
    [
        ("Risk_form.docx", (Carried("attachment", 1, "risk_form.DOCX"),), (ICON,)),
        ("Risk_form.docx", (Carried("link_web", 1, "a.example", (60.0, 80.0, 140.0, 100.0)),), (ICON,)),
        ("Risk_form.docx", (), (ICON._replace(x1=300.0),)),
        ("Risk_form.docx", (), (ICON._replace(y0=400.0, y1=440.0),)),
        ("The form is Risk_form.docx and lies here.", (), (ICON,)),
    ],
)
def test_what_has_a_file_behind_it_or_is_no_icon_is_none(check, page, material, text, carried, shapes):
    assert "dead_icon" not in drawn(check, page, material, text, *carried, shapes=shapes)
