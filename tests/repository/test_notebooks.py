"""Notebooks build one app and show it: at most three code cells, no logic, no outputs."""

import ast
import json
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))
MOST_CODE_CELLS = 3
ALLOWED_STATEMENTS = (ast.Import, ast.ImportFrom, ast.Expr, ast.Assign)


def code_cells(path: Path) -> list[dict]:
    return [cell for cell in json.loads(path.read_text())["cells"] if cell["cell_type"] == "code"]


def test_there_is_a_notebook():
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_a_few_plain_statements_without_outputs(path):
    cells = code_cells(path)
    assert 1 <= len(cells) <= MOST_CODE_CELLS
    for cell in cells:
        assert cell["outputs"] == []
        assert cell["execution_count"] is None
        statements = ast.parse("".join(cell["source"])).body
        assert all(isinstance(statement, ALLOWED_STATEMENTS) for statement in statements)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_imports_the_ui_room_only(path):
    for cell in code_cells(path):
        for node in ast.walk(ast.parse("".join(cell["source"]))):
            if isinstance(node, ast.ImportFrom):
                assert node.module == "mrse_assess.ui"
            assert not isinstance(node, ast.Import)
