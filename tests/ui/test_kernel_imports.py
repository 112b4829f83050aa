"""In a real kernel, from the open page to the letter file, no parser and no renderer is ever imported."""

import json
import shutil

from jupyter_client.manager import start_new_kernel

from ..workbench.conftest import taken_in  # noqa: F401 - a fixture

FORBIDDEN = ("pymupdf", "fitz", "docx", "docxtpl", "lxml", "typst", "PIL", "pandas", "matplotlib")
DRIVE = """
import json, sys
from datetime import UTC, date, datetime
from pathlib import Path
from mrse_assess.ui import open_workbench
from mrse_assess.workbench.outcome_views import LetterForm
from mrse_assess.workbench.start import StartPage
from mrse_assess.workbench.views import Entry, Unit
from mrse_assess.terms import Verdict
from mrse_assess.workspace import Workspace
import uuid
page = open_workbench({folder!r}, "A1")
workspace = Workspace.open(Path({folder!r}), clock=lambda: datetime.now(UTC), new_id=lambda: str(uuid.uuid4()))
start = StartPage(workspace, "A1")
taken = start.take_in_folder({source!r}, None, lambda progress: None).result(timeout=120)
bench = start.open_application(taken.application)
bench.page_picture("1", 1, 96).result(timeout=60)
bench.judge(Unit("1.1", "1"), Entry(verdict=Verdict.SATISFACTORY))
bench.letter()
files = [len(bench.letter_file(form).result(timeout=60).data) for form in LetterForm]
workspace.close()
print(json.dumps({{"files": files, "imported": [name for name in {forbidden!r} if name in sys.modules]}}))
"""


def printed_by_a_kernel(code: str) -> str:
    manager, client = start_new_kernel(kernel_name="python3", startup_timeout=60)
    said, errors = [], []

    def hear(message):
        content = message["content"]
        if message["msg_type"] == "stream" and content["name"] == "stdout":
            said.append(content["text"])
        elif message["msg_type"] == "error":
            errors.append("\n".join(content["traceback"]))

    try:
        client.execute_interactive(code, timeout=180, output_hook=hear)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    assert not errors, errors[0]
    return "".join(said)


def test_the_kernel_never_imports_a_parser_or_a_renderer(taken_in, tmp_path):  # noqa: F811 - the fixture
    folder = shutil.copytree(taken_in[0], tmp_path / "workspace")
    source = taken_in[0].parent / "Portfolio.pdf"
    code = DRIVE.format(folder=str(folder), source=str(source), forbidden=FORBIDDEN)
    answer = json.loads(printed_by_a_kernel(code).strip().splitlines()[-1])
    assert all(size > 1000 for size in answer["files"])
    assert answer["imported"] == []
