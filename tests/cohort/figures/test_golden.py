"""What figures look like, and what is said of them. Rewrite with: pytest tests/cohort/figures --figures-update.

The pictures are kept in grey at half the size, as a copier would make them: each has to be readable so. Another
processor may round a dot at an edge otherwise; nothing else may differ.
"""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from mrse_assess.cohort.figures import figure_for
from mrse_assess.cohort.figures.drawing import picture_of

from .conftest import TABLES, told, withholding

GOLDEN = Path(__file__).parent / "golden"
ROUNDING = 6  # of 255
KEPT = {
    **TABLES,
    "bars_withheld": withholding(TABLES["bars"], (0, 1), (1, 0)),
    "heat_withheld": withholding(TABLES["heat"], (0, 1), (1, 3), (3, 2)),
    "together_withheld": withholding(TABLES["together"], (1, 0)),
    "flow_withheld": withholding(TABLES["flow"], (1, 0)),
    "trend_withheld": withholding(TABLES["trend"], (2, 0)),
    "days_withheld": withholding(TABLES["days"], (0, 1)),
    "margins_withheld": withholding(TABLES["margins"], (0, 0), (1, 1)),
}


@pytest.mark.parametrize("name", KEPT)
def test_the_picture_is_as_agreed(name, request):
    path = GOLDEN / f"{name}.png"
    made = in_grey(figure_for(KEPT[name]).png)
    if request.config.getoption("figures_update", default=False):
        made.quantize(64).save(path)
    kept = np.asarray(made.quantize(64).convert("L"), dtype=int), np.asarray(Image.open(path).convert("L"), dtype=int)
    assert kept[0].shape == kept[1].shape
    assert np.abs(kept[0] - kept[1]).max() <= ROUNDING


@pytest.mark.parametrize("name", KEPT)
def test_the_words_are_as_agreed(name, request):
    path = GOLDEN / f"{name}.txt"
    sheet = picture_of(told(KEPT[name])).sheet
    words = "\n".join([figure_for(KEPT[name]).alt, "", *(text.words for text in sheet.texts()), ""])
    if request.config.getoption("figures_update", default=False):
        path.write_text(words, encoding="utf-8")
    assert words == path.read_text(encoding="utf-8")


def test_every_golden_file_is_used():
    assert {path.stem for path in GOLDEN.iterdir()} == set(KEPT)


def in_grey(png):
    return Image.open(io.BytesIO(png)).convert("L").reduce(2)
