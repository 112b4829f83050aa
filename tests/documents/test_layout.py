"""Laying out loses no word, whatever the height of a line, a row or a page."""

import pymupdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mrse_assess.documents.layout import A4, MARGIN, lay_out
from mrse_assess.documents.sheets import Cell, Flow, Grid, Sheet, Turn, escape, lines


def shown(laid) -> list[str]:
    """The words of every page in order."""
    with pymupdf.open("pdf", laid.pdf) as document:
        flags = pymupdf.TEXTFLAGS_WORDS & ~pymupdf.TEXT_PRESERVE_LIGATURES
        return [word[4] for page in document for word in page.get_text("words", flags=flags)]


def counted(count: int, prefix: str = "w") -> str:
    return " ".join(f"{prefix}{number}" for number in range(count))


@settings(max_examples=40, deadline=None)
@given(
    size=st.sampled_from([8, 8.5, 10, 11, 12, 16]),
    height=st.sampled_from([1, 1.2, 1.25, 1.5]),
    before=st.integers(0, 60),
)
@example(size=8, height=1.5, before=20)  # a line that ends exactly at the bottom of the page
def test_a_long_paragraph_keeps_every_word_at_any_line_height_and_place(size, height, before):
    style = f"font-size:{size}pt;line-height:{height}"
    html = f'<p style="margin:0;height:{before}pt">x</p><p style="{style}">{counted(2500)}</p>'
    laid = lay_out(Sheet(segments=(Flow(html=html),)), 50)
    assert shown(laid) == ["x", *counted(2500).split()]
    assert not laid.cut


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 700), st.integers(0, 60)), min_size=1, max_size=12), st.floats(60, 400))
@example([(438, 0), (0, 0), (0, 59)], 60.0)  # a table that ends just above the bottom of the page
def test_a_table_keeps_every_word_at_any_row_height_and_stays_on_its_pages(rows, width):
    grid = Grid(
        widths=(width, 90.0),
        rows=tuple(
            (
                Cell(html=f"<p>{counted(many, f'a{row}x')}</p>", column=0, id=f"a{row}"),
                Cell(html=f"<p>{counted(few, f'b{row}x')}</p>", column=1, id=f"b{row}"),
            )
            for row, (many, few) in enumerate(rows)
        ),
    )
    laid = lay_out(Sheet(segments=(grid, Flow(html="<p>end</p>"))), 400)
    expected = [
        word
        for row, (many, few) in enumerate(rows)
        for word in [*counted(many, f"a{row}x").split(), *counted(few, f"b{row}x").split()]
    ]
    assert sorted(shown(laid)) == sorted([*expected, "end"])
    assert not laid.cut
    for places in laid.places.values():
        for page, (left, top, right, bottom) in places:
            assert 1 <= page <= laid.pages
            assert MARGIN - 1 <= left < right <= A4[0] - MARGIN + 1
            assert MARGIN - 1 <= top <= bottom <= A4[1] - MARGIN + 1


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "S"]), min_size=1, max_size=30))
def test_any_text_is_shown_literally(text):
    text = text.replace("\u00b7", "x")
    laid = lay_out(Sheet(segments=(Flow(html=f"<p>{escape(text)}</p>"),)), 5)
    assert "".join(shown(laid)) == text


@pytest.mark.parametrize(
    "text", ["&amp;", "&lt;b&gt;", "&#60;script&#62;", "<b>x</b>", "</p><style>p{display:none}</style>", "\"'", "AT&T"]
)
def test_markup_and_references_in_text_are_shown_literally(text):
    assert shown(lay_out(Sheet(segments=(Flow(html=f"<p>{escape(text)}</p>"),)), 5)) == text.split()
    assert shown(lay_out(Sheet(segments=(Flow(html=lines(text)),)), 5)) == text.split()


def test_a_cell_over_several_rows_goes_on_over_the_page_beside_them():
    grid = Grid(
        widths=(100.0, 300.0),
        rows=(
            (Cell(html=f"<p>{counted(20, 's')}</p>", column=0, rows=3, id="span"), Cell(html=counted(900), column=1)),
            (Cell(html="second", column=1),),
            (Cell(html="third", column=1, id="third"),),
        ),
    )
    laid = lay_out(Sheet(segments=(grid,)), 50)
    assert [page for page, _ in laid.places["span"]] == list(range(1, laid.pages + 1))
    assert laid.places["span"][-1][1][3] == pytest.approx(laid.places["third"][0][1][3])


def test_a_spanning_cell_longer_than_its_rows_makes_the_last_of_them_taller():
    grid = Grid(
        widths=(60.0, 300.0),
        rows=(
            (Cell(html=f"<p>{counted(300, 's')}</p>", column=0, rows=2), Cell(html="one", column=1)),
            (Cell(html="two", column=1),),
            (Cell(html="after", column=0, id="after"), Cell(html="it", column=1)),
        ),
    )
    laid = lay_out(Sheet(segments=(grid,)), 50)
    assert [word for word in shown(laid) if word[0] == "s"] == counted(300, "s").split()
    assert laid.places["after"][0][0] == laid.pages > 1


def test_pages_beyond_the_limit_are_left_out_and_said_so():
    laid = lay_out(Sheet(segments=(Flow(html=f"<p>{counted(9000)}</p>"), Flow(html="<p>end</p>"))), 3)
    assert (laid.pages, laid.cut) == (3, True)
    assert lay_out(Sheet(segments=(Flow(html="<p>short</p>"),)), 3).cut is False


def test_turns_give_pages_but_never_empty_ones():
    laid = lay_out(
        Sheet(segments=(Turn(), Flow(html="<p>a</p>"), Turn(), Turn(), Flow(html="<p>b</p>"), Turn(landscape=True))), 9
    )
    with pymupdf.open("pdf", laid.pdf) as document:
        assert [page.get_text().strip() for page in document] == ["a", "b", ""]
        assert [page.rect.width > page.rect.height for page in document] == [False, False, True]


def test_a_picture_is_only_ever_one_of_the_sheet_s_own(tmp_path):
    secret = tmp_path / "secret.png"
    pixmap = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 50, 50), 0)
    pixmap.clear_with(10)
    secret.write_bytes(pixmap.tobytes())
    for address in (str(secret), f"file://{secret}", "../secret.png"):
        laid = lay_out(
            Sheet(segments=(Flow(html=f'<p>a<img src="{address}"/></p>'),), pictures={"other": pixmap.tobytes()}), 5
        )
        with pymupdf.open("pdf", laid.pdf) as document:
            assert document[0].get_images() == []
    laid = lay_out(Sheet(segments=(Flow(html='<p>a<img src="other"/></p>'),), pictures={"other": pixmap.tobytes()}), 5)
    with pymupdf.open("pdf", laid.pdf) as document:
        assert len(document[0].get_images()) == 1


def test_the_same_sheet_gives_the_same_bytes():
    sheet = Sheet(segments=(Flow(html="<h1>Title</h1><p>words</p>"),))
    assert lay_out(sheet, 5).pdf == lay_out(sheet, 5).pdf
