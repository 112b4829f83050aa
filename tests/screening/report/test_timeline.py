"""The timeline of dates: what it shows, in words and in pictures."""

import io
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from mrse_assess.errors import BadRequestError
from mrse_assess.screening.report.chronology import Mark, timeline_in_words, timeline_of
from mrse_assess.screening.timeline import draw_timeline, picture, timeline_kind

from .conftest import RECEIVED, SECRET, Notes, facts, item, screening

DATES = ("2023-05-02", "2024-02", "2022", "1999-01-01", "2031-12", "2021-03-01")
KINDS = ("written", "sent", "held", "measured", "reviewed", "metadata")


@pytest.fixture(scope="module")
def timeline(samples, scheme):
    """The timeline of so many items; every seventh has no date."""

    def make(count=0, *, dates=(), labels=None, submitted_on=date(2024, 2, 29), notes=None):
        labels = labels or [str(number) for number in range(1, count + 1)]
        given = dates or [
            None if number % 7 == 6 else (DATES[number % 6], KINDS[number % 6]) for number in range(count)
        ]
        known = [facts(label, *each) for label, each in zip(labels, given, strict=False) if each]
        portfolio = replace(
            samples["clear_award"].portfolio,
            submitted_on=submitted_on,
            evidence=tuple(item(label, (1, 1)) for label in labels),
        )
        return timeline_of(portfolio, screening(notes or Notes(), known), scheme, received_on=RECEIVED)

    return make


def test_there_is_a_row_for_every_item_in_the_order_of_the_contents_list(timeline):
    made = timeline(labels=["B", "7", "10", "4a"], dates=[("2023", "held"), None, ("2023-02", "sent"), None])
    assert [row.item for row in made.rows] == ["B", "7", "10", "4a"]


@pytest.mark.parametrize(
    ("day", "kind", "mark", "first", "last"),
    [
        ("2023-05-02", "written", Mark.DAY, date(2023, 5, 2), date(2023, 5, 2)),
        ("2024-02", "sent", Mark.SPAN, date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", "held", Mark.SPAN, date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-05-02", "metadata", Mark.METADATA, date(2023, 5, 2), date(2023, 5, 2)),
    ],
)
def test_a_date_is_as_long_as_it_is_said_and_weak_ones_are_marked(timeline, day, kind, mark, first, last):
    (row,) = timeline(labels=["7"], dates=[(day, kind)]).rows
    assert (row.mark, row.first, row.last) == (mark, first, last)


def test_the_limit_of_a_leap_day_is_the_28th(timeline):
    assert timeline(1).limit == date(2019, 2, 28)
    assert timeline(1).limit_label == "5 years before"


def test_ages_count_from_receipt_where_no_submission_is_known(timeline):
    made = timeline(1, submitted_on=None)
    assert (made.day, made.day_label) == (RECEIVED, "Received 14 September 2026")


def test_what_lies_before_the_limit_is_said_to_be_older(timeline):
    made = timeline(labels=["1", "2"], dates=[("2019-02-27", "held"), ("2019-02-28", "held")])
    assert [row.said for row in made.rows] == ["27 February 2019, held; older", "28 February 2019, held"]


def test_items_without_a_date_are_told_apart_from_those_nobody_could_read(timeline):
    notes = Notes()
    notes.unseen("dates.unread", "Pages not readable", evidence_id="2")
    made = timeline(labels=["1", "2"], dates=[None, None], notes=notes)
    assert [row.said for row in made.rows] == ["no date found", "no date found; pages not readable"]
    assert [row.mark for row in made.rows] == [None, None]


def test_the_words_say_all_that_the_picture_shows(timeline):
    made = timeline(7)
    said = timeline_in_words(made)
    assert "Submitted 29 February 2024" in said
    assert "28 February 2019" in said
    for row in made.rows:
        assert f"Item {row.item}: {row.said}" in said
    assert timeline_in_words(timeline(0)) == "No items of evidence were found."


@pytest.mark.parametrize("count", [0, 1, 60])
@pytest.mark.parametrize("kind", [".svg", ".png"])
def test_the_same_timeline_gives_the_same_bytes_with_no_time_in_them(timeline, count, kind):
    made = picture(timeline(count), kind)
    assert made == picture(timeline(count), kind)
    assert not re.search(rb"<dc:date>|Creation Time|matplotlib\.org/?v|Software", made)


@pytest.mark.parametrize(("count", "rows"), [(0, 1), (1, 1), (60, 60)])
def test_the_picture_grows_with_the_items(timeline, count, rows):
    image = Image.open(io.BytesIO(picture(timeline(count), ".png")))
    assert image.height == pytest.approx(150 * (0.75 + 0.23 * rows + 0.8), abs=2)


def test_the_picture_has_no_colour_but_greys(timeline):
    image = Image.open(io.BytesIO(picture(timeline(14), ".png"))).convert("RGB")
    spread = max(max(pixel) - min(pixel) for _, pixel in image.getcolors(1 << 24))
    assert spread < 32


def test_marks_of_different_meaning_differ_in_form(timeline):
    """With the sides left alone, the plots of the same days as day, month and metadata differ in black and white."""
    plots = set()
    for day, kind in (("2023-05-02", "written"), ("2023-05", "written"), ("2023-05-02", "metadata")):
        made = timeline(labels=["1"], dates=[(day, kind)])
        bare = replace(made, rows=tuple(replace(row, said="x" * 30) for row in made.rows))
        image = Image.open(io.BytesIO(picture(bare, ".png"))).convert("1", dither=Image.Dither.NONE)
        plots.add(image.crop((150, 130, 780, 150)).tobytes())
    assert len(plots) == 3


def test_labels_of_the_applicant_are_words_and_not_mark_up(timeline):
    made = timeline(labels=["$\\frac{<b>&$\x00", "\u202e]]>", "x" * 300], dates=[None, ("2023", "held"), None])
    ET.fromstring(picture(made, ".svg"))  # noqa: S314 - made here a line above
    assert picture(made, ".png").startswith(b"\x89PNG")


def test_a_label_that_may_name_a_patient_is_not_shown(timeline):
    made = timeline(labels=[SECRET, "2"], dates=[("2023", "held"), None])
    assert made.rows[0].label == "item no. 1 of 2 (label withheld)"
    assert SECRET not in repr(made)


def test_the_picture_carries_its_words(timeline):
    made = timeline(3)
    assert made.spoken in " ".join(ET.fromstring(picture(made, ".svg")).itertext())  # noqa: S314 - made here
    assert Image.open(io.BytesIO(picture(made, ".png"))).text["Description"] == made.spoken


def test_it_is_drawn_in_the_worker_and_the_same_there(timeline, pool):
    assert draw_timeline(timeline(3), ".svg", pool) == picture(timeline(3), ".svg")


def test_the_library_is_not_imported_with_the_room():
    code = "import sys, mrse_assess.cli.app, mrse_assess.screening.timeline; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", ["t.pdf", "t", "t.svg.exe"])
def test_only_two_kinds_of_picture_are_drawn(name):
    with pytest.raises(BadRequestError, match="\\.svg or \\.png"):
        timeline_kind(name)
    assert timeline_kind("T.SVG") == ".svg"
