"""A small portfolio of two items, taken into a workspace, and the workbench open on it."""

import html
from pathlib import Path

import pymupdf
import pytest

from mrse_assess.scheme import load_scheme
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.session import OpenWorkbench
from mrse_assess.workspace import Application, Workspace

from ..workspace.conftest import RECEIVED, counting_ids, quiet, ticking_clock

CLAIMS = {"1.1": "E1 p2", "1.2": "E1", "3": "E1, E2", "4.1": "E2", "5.2": "E9 p1"}
ITEMS = {"1": ["MR safety policy", "Reporting lines"], "2": ["Low SAR protocol"], "3": ["Nobody cites this"]}
HEADER = "<tr><th>Sub-category</th><th>Title</th><th>Evidence</th></tr>"
AUTHENTICATION = """<h2>Authentication</h2>
<p>I confirm that this portfolio truly reflects the extent and nature of the applicant's own work.</p>
<p>Name: Dr Bea Referee</p><p>Position: Head of MR Physics</p><p>Signed: B Referee</p><p>Date: 30 August 2026</p>"""


def write_portfolio(path: Path, claims: dict[str, str] = CLAIMS, items: dict[str, list[str]] = ITEMS) -> Path:
    """A PDF with a title page, a ruled cross reference table with authentication, and the items behind it."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in (unit.code, unit.title, claims.get(unit.code, "")))
        for unit in load_scheme().sub_categories
    )
    pages = [
        "<h1>MRSE portfolio</h1><p>Applicant: Dr Ada Example</p><p>Submitted 1 September 2026</p>",
        f"<h1>Experience Cross Reference Table</h1><table>{HEADER}{rows}</table>{AUTHENTICATION}",
    ]
    for number, titles in items.items():
        pages.extend(
            f"<h1>Evidence {number}</h1><h2>{html.escape(title)}</h2><p>Prepared by A Example on 3 March 2025.</p>"
            + "<p>Words about MR safety, to fill the page.</p>" * 6
            for title in titles
        )
    document = pymupdf.open()
    style = "table{border-collapse:collapse} td,th{border:1px solid black;padding:2px} body{font-size:8px}"
    for page in pages:
        drawn = document.new_page()
        left, _ = drawn.insert_htmlbox(pymupdf.Rect(50, 50, 545, 790), page, css=style)
        assert left >= 0, "the page does not hold its text"
    document.save(path)
    return path


@pytest.fixture(scope="session")
def taken_in(tmp_path_factory) -> tuple[Path, str]:
    """The folder of a workspace into which the small portfolio was taken, and its reference."""
    folder = tmp_path_factory.mktemp("small")
    source = write_portfolio(folder / "Portfolio.pdf")
    with Workspace.create(folder / "workspace", clock=ticking_clock(), new_id=counting_ids()) as workspace:
        application = workspace.add(source, received_on=RECEIVED, tell=quiet, reference="EX-1")
    return folder / "workspace", application.reference


@pytest.fixture
def workspace(taken_in, tmp_path):
    import itertools
    import shutil
    import uuid

    shutil.copytree(taken_in[0], tmp_path / "workspace")
    numbers = itertools.count(1000)
    with Workspace.open(
        tmp_path / "workspace", clock=ticking_clock(), new_id=lambda: str(uuid.UUID(int=next(numbers)))
    ) as opened:
        yield opened


@pytest.fixture
def application(workspace, taken_in) -> Application:
    return workspace.application(taken_in[1])


@pytest.fixture
def bench(workspace, application) -> OpenWorkbench:
    return OpenWorkbench(Assessment(workspace, application, "A1"))
