"""The meeting on paper: what stands in the pack, and what never leaves with it."""

import io
import zipfile
from dataclasses import replace

import pymupdf
import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.workbench.panel.views import ModerationEntry

from .conftest import NOT, sat_down


def packed(session):
    archive = zipfile.ZipFile(io.BytesIO(session.take_away().result()))
    return {name: archive.read(name) for name in archive.namelist()}


def words(pack):
    with pymupdf.open(stream=pack["agenda.pdf"]) as document:
        return " ".join(" ".join(page.get_text() for page in document).split())


@pytest.fixture
def shown(judged):
    """As ``differing``, with the item of 5.2 one that the portfolio has."""
    judged.register()
    judged.written.fail("5.2", "A1", reason="undated")
    for who in ("A1", "A2"):
        row = judged.written.items.pop((who, "5.2", "E5.2"))
        judged.written.items[who, "5.2", "2"] = replace(row, evidence_id="2", feedback=f"Words for {who}'s page")
    return judged.sealed().parts()


def test_the_pack_holds_the_agenda_and_the_pages_of_what_is_disputed(shown):
    pack = packed(sat_down(shown))
    pictures = [name for name in pack if name.startswith("pages/")]
    assert sorted(set(pack) - set(pictures)) == ["agenda.docx", "agenda.pdf"]
    assert [name.rpartition(".")[0] for name in pictures] == ["pages/01 page 1"]
    said = words(pack)
    assert "Changes a rule, not the outcome: 2" in said
    assert "1. 5.2, item 2: verdicts differ" in said
    assert "First judgement" in said
    assert "To the applicant: Words for" in said
    assert "Confidential: for this panel only" in said


def test_names_are_not_in_it_while_they_are_hidden_and_are_when_the_scheme_shows_them(differing):
    assert "A1" not in words(packed(sat_down(differing)))
    differing.setting(panel_names="shown")
    assert "A1" in words(packed(differing.by("C")))


def test_what_the_panel_has_recorded_stands_there_in_place_of_the_boxes(shown):
    session = sat_down(shown)
    session.moderate(("5.2", ""), ModerationEntry(verdict=NOT, why="The list names nobody."))
    said = words(packed(session))
    assert "Recorded by the panel: Not satisfactory. The list names nobody." in said
    assert said.count("Why: ____") == 1


def test_nothing_is_packed_before_every_assessment_is_sealed(judged):
    judged.register().sealed("A1")
    with pytest.raises(BadRequestError, match="still open"):
        judged.by("C").take_away()


def test_units_stand_in_the_order_of_the_agenda(differing):
    said = words(packed(sat_down(differing)))
    units = (
        "1. 5.2, item E5.2: verdicts differ",
        "2. 5.2 as a whole: verdicts differ",
        "3. 8.2, item E8.2: primary reason",
    )
    places = [said.index(unit) for unit in units]
    assert places == sorted(places)
