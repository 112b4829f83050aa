"""Whatever table there may be: a figure or none, its words apart and on the picture."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.cohort.figures import figure_for
from mrse_assess.cohort.figures.drawing import picture_of
from mrse_assess.cohort.figures.enough import worth_drawing
from mrse_assess.cohort.figures.words import in_words
from mrse_assess.cohort.tables import Cell, CohortTable, Interval, Row, Shape, Unit

from .conftest import crowded, told

LABELS = st.text(alphabet="abcdefgh ABC.,→+-%$éß☃", max_size=90) | st.sampled_from(
    ["2.2 Audit of rules → 7.2 Safety checks", "3 Sequences + 4.1 Conditional devices", "", "W" * 70]
)
KEYS = st.lists(st.sampled_from(["1.1", "2.2", "3", "parts", "*", ""]), max_size=3).map(tuple)
COUNTS = st.integers(0, 20_000)


@st.composite
def cells(draw, wide=1.0):
    kind = draw(st.sampled_from(["share", "share", "few", "number", "count", "nothing", "withheld"]))
    of = draw(st.integers(1, 20_000))
    count = draw(st.integers(0, of))
    value = count / of if kind == "share" else draw(st.floats(-wide, wide))
    ends = sorted([value, draw(st.floats(0.0, 1.0))])
    interval = Interval(low=ends[0], high=ends[1], level=0.95, how="Wilson") if draw(st.booleans()) else None
    return {
        "share": Cell(count=count, of=of, value=value, interval=interval),
        "few": Cell(count=count, of=of, why="Too few"),
        "number": Cell(of=of, value=value, interval=interval),
        "count": Cell(count=count),
        "nothing": Cell(why="Nobody to count."),
        "withheld": Cell(why="withheld", withheld=True),
    }[kind]


@st.composite
def tables(draw):
    columns = draw(st.lists(LABELS, min_size=1, max_size=9))
    numbers = {f"c{n}": "days" for n in range(len(columns)) if draw(st.booleans())}
    wide = draw(st.sampled_from([1.0, 40.0, 90_000.0]))
    rows = [
        Row(key=draw(KEYS), label=draw(LABELS), cells=tuple(draw(cells(wide)) for _ in columns))
        for _ in range(draw(st.integers(0, 9)))
    ]
    return CohortTable(
        id=draw(st.sampled_from(["reasons_per_item", "x"])), question="?", title=draw(LABELS), guidance=draw(LABELS),
        unit=draw(st.sampled_from(list(Unit))), shape=draw(st.sampled_from(list(Shape))),
        columns=tuple((f"c{n}", label) for n, label in enumerate(columns)), rows=tuple(rows),
        applications=draw(st.none() | COUNTS), numbers=numbers,
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(tables())
def test_words_of_any_table_stand_on_the_picture(table):
    asked = told(table)
    if worth_drawing(asked):
        picture = picture_of(asked)
        out, _ = crowded(picture.sheet)
        assert out == []
        assert in_words(asked, picture)


@settings(max_examples=10, deadline=None)
@given(tables())
def test_any_table_can_be_put_on_paper(table):
    figure = figure_for(table)
    assert figure is None or (figure.svg.startswith(b"<?xml") and figure.png.startswith(b"\x89PNG"))
