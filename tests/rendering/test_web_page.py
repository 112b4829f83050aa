"""One HTML page that stands alone and reads well aloud."""

import re
from collections.abc import Callable

import pytest

from mrse_assess.isolation import WorkerPool
from mrse_assess.model.letter import StructuredDocument
from mrse_assess.rendering.render import render


@pytest.fixture
def page(document: Callable[..., StructuredDocument], hostile: str, pool: WorkerPool) -> str:
    return render(document(hostile=hostile, mark="DRAFT"), ".html", pool).decode()


def test_language_title_and_one_first_heading_are_there(page: str) -> None:
    assert '<html lang="en-GB">' in page
    assert "<title>Your MR Safety Expert portfolio: a report</title>" in page
    assert re.findall(r"<h(\d)", page) == ["1", "2", "3"]


def test_the_page_asks_for_nothing_outside_itself(page: str) -> None:
    assert not re.search(r"(?:src|href|action|url|@import)\s*[=(]", page)
    assert "default-src 'none'" in page


def test_words_of_the_portfolio_are_never_elements(page: str) -> None:
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "&amp;amp;" in page


def test_columns_and_rows_are_named_by_header_cells(page: str) -> None:
    assert page.count('<th scope="col">') == 4
    assert page.count('<th scope="row">') == 3


def test_every_element_is_closed(page: str) -> None:
    for tag in ("p", "ul", "li", "table", "tr", "td", "th", "main", "header", "footer", "h1", "h2", "h3", "div"):
        assert len(re.findall(rf"<{tag}[ >]", page)) == page.count(f"</{tag}>"), tag


def test_colours_of_text_stand_out_from_the_page(page: str) -> None:
    colours = set(re.findall(r"(?<![-\w])color: #([0-9a-f]{6})", page))
    assert colours
    assert all(_contrast_with_white(colour) >= 4.5 for colour in colours)


def _contrast_with_white(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
