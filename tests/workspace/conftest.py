"""A workspace in a temporary folder, with a clock that ticks and ids that count."""

import itertools
import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pymupdf
import pytest

from mrse_assess.records import Store
from mrse_assess.workspace import Application, Workspace

START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
RECEIVED = date(2026, 9, 14)


def ticking_clock():
    seconds = itertools.count()
    return lambda: START + timedelta(seconds=next(seconds))


def counting_ids():
    numbers = itertools.count(1)
    return lambda: str(uuid.UUID(int=next(numbers)))


@pytest.fixture
def workspace(tmp_path):
    with Workspace.create(tmp_path / "workspace", clock=ticking_clock(), new_id=counting_ids()) as opened:
        yield opened


def write_pdf(path: Path, *pages: str) -> Path:
    """A PDF with these words on its pages."""
    document = pymupdf.open()
    for words in pages:
        document.new_page().insert_text((72, 72), words.splitlines(), fontsize=11)
    document.save(path)
    return path


def quiet(words: str, done: int, total: int) -> None:
    """Progress that nobody wants to see."""


def take_in(workspace: Workspace, source: Path, **options: object) -> Application:
    return workspace.add(source, received_on=RECEIVED, tell=quiet, **options)


@pytest.fixture
def new_ids():
    return counting_ids()


@pytest.fixture
def stored_records(tmp_path, new_ids):
    """Records of their own, without a workspace around them."""
    with Store.open(tmp_path / "records.sqlite", clock=ticking_clock(), new_id=new_ids) as store:
        yield store
