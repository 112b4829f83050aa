"""The files: the same bytes for the same table, in the worker as here, with their words inside and nothing else."""

import io
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from mrse_assess.cohort.figures import Drawing, figure_for, figures_of
from mrse_assess.isolation import WorkerPool

from .conftest import HEAT, ONE_ROW, TABLES, made

HOSTILE = "</svg><script>alert(1)</script> $x^2_{y}$ \u202egnp.exe\x00 \ud800 \\frac{1}{0} =1+1 & \n\t" + "W" * 80


@pytest.fixture(scope="module")
def pool():
    with WorkerPool() as worker:
        yield worker


def test_the_same_table_gives_the_same_bytes_here_and_in_the_worker(pool):
    empty = made(HEAT.shape, ["a"], [])
    drawn = figures_of([*TABLES.values(), empty], pool)
    assert drawn == tuple(figure_for(table) for table in (*TABLES.values(), empty))
    assert drawn[-1] is None


def test_a_figure_is_drawn_once_however_often_it_is_begun(pool, monkeypatch):
    given = []
    submit = pool.submit
    monkeypatch.setattr(pool, "submit", lambda *task, **more: given.append(task[1:]) or submit(*task, **more))
    drawing, empty = Drawing(pool), made(HEAT.shape, ["a"], [])
    assert [drawing.begin(table) for table in (HEAT, ONE_ROW, HEAT, empty)] == [HEAT, ONE_ROW, HEAT, empty]
    assert drawing.figure(ONE_ROW) == figure_for(ONE_ROW)
    assert drawing.figure(HEAT) == figure_for(HEAT)
    assert drawing.figure(empty) is None
    assert [table.title for (table,) in filter(None, given)] == [HEAT.title, ONE_ROW.title]


def test_no_time_and_no_program_is_in_them(table):
    made_now = figure_for(table)
    for said in (b"<dc:date>", b"matplotlib.org/", b"Software"):
        assert said not in made_now.svg.split(b"<defs>")[0] or said == b"matplotlib.org/"
        assert said not in made_now.png[:400]


def test_the_words_are_inside_for_whoever_cannot_see_it(table):
    figure = figure_for(table)
    inside = " ".join(ET.fromstring(figure.svg).itertext())  # noqa: S314 - made here a line above
    assert figure.alt in inside
    assert Image.open(io.BytesIO(figure.png)).text["Description"] == figure.alt
    assert figure.alt.startswith(tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def test_pictures_are_as_wide_as_the_column_of_print(table):
    picture = Image.open(io.BytesIO(figure_for(table).png))
    assert picture.width == pytest.approx(160 / 25.4 * 220, abs=1)
    assert picture.info["dpi"][0] == pytest.approx(220, abs=0.1)
    svg = ET.fromstring(figure_for(table).svg)  # noqa: S314 - made here
    assert float(svg.get("width").removesuffix("pt")) == pytest.approx(160 / 25.4 * 72, abs=0.1)


def test_the_library_is_left_as_it_was():
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    figure_for(ONE_ROW)
    assert dict(mpl.rcParams) == before


@pytest.mark.parametrize("name", TABLES)
def test_labels_are_labels_whatever_is_in_them(name):
    table = TABLES[name]
    rows = tuple(replace(row, label=row.label + HOSTILE) for row in table.rows)
    columns = tuple((key, label + HOSTILE) for key, label in table.columns)
    figure = figure_for(replace(table, rows=rows, columns=columns, title=HOSTILE, guidance=HOSTILE))
    root = ET.fromstring(figure.svg)  # noqa: S314 - made here
    assert not [element for element in root.iter() if element.tag.endswith(("script", "foreignObject", "image"))]
    assert "\u202e" not in figure.alt
    assert b"\x00" not in figure.svg


def test_applications_are_never_in_a_file(table):
    figure = figure_for(table)
    assert b"EX-0001" not in figure.svg + figure.png
    assert "EX-0001" not in figure.alt
