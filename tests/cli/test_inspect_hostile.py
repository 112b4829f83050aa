"""What ``inspect`` answers on files that are damaged or made to do harm: the contract's exit code, a named Problem."""

import io
import os
import zipfile
from pathlib import Path

import pymupdf
import pytest

from ..documents import hostile_files as hostile
from .conftest import run


def encrypted() -> bytes:
    with pymupdf.open() as document:
        document.new_page().insert_text((60, 60), "secret")
        return document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="right", owner_pw="owner")


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("../../up.txt", "up")
        target.writestr("/abs\x07olute.txt", "abs")
        target.writestr("bomb.txt", bytes(30_000_000))
        target.writestr("good.txt", "words")
    return out.getvalue()


@pytest.fixture
def inspected(tmp_path):
    """Runs ``inspect --json`` on these bytes in an empty folder of its own; nothing may be left behind there."""

    def inspect(name: str, content: bytes):
        work = tmp_path / "work"
        temporary = tmp_path / "temporary"
        for folder in (work, temporary):
            folder.mkdir()
        (tmp_path / name).write_bytes(content)
        environment = os.environ | {"TMPDIR": str(temporary)}
        ran = run("inspect", tmp_path / name, "--json", cwd=work, env=environment)
        left = [path for folder in (work, temporary) for path in folder.rglob("*") if path.is_file()]
        assert [path for path in left if not path.is_relative_to(temporary / "pymupdf")] == []
        assert {path.name for path in tmp_path.iterdir()} == {"work", "temporary", name}
        return ran

    return inspect


def named(ran) -> set[str]:
    return {problem["code"] for problem in ran.json["problems"]}


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("damaged.pdf", hostile.PDFS["bytes after the head"], "document-damaged"),
        ("secret.pdf", encrypted(), "document-encrypted"),
    ],
)
def test_a_file_of_which_no_page_can_be_read_is_named_and_exits_as_unreadable(inspected, name, content, code):
    ran = inspected(name, content)
    assert ran.code == 2
    assert code in named(ran)
    assert "not one page of the portfolio could be read" in ran.err


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [("empty.pdf", b"", "holds no bytes"), ("broken.zip", b"PK\x03\x04broken", "damaged archive")],
)
def test_a_file_that_holds_nothing_exits_as_unreadable_and_says_why(inspected, name, content, words):
    ran = inspected(name, content)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


@pytest.mark.slow
def test_a_document_of_two_thousand_pages_is_inspected(inspected):
    ran = inspected("long.pdf", hostile.many_pages(2000))
    assert ran.code == 0
    assert "table-not-found" in named(ran)


def test_a_hostile_archive_is_inspected_and_nothing_is_written_outside(inspected):
    ran = inspected("p.zip", archive())
    assert ran.code == 0
    assert {"archive-name-outside", "archive-entry-ratio"} <= named(ran)
    assert not Path("/tmp/up.txt").exists()  # noqa: S108 - where a careless reader would have put it
    assert "\x07" not in ran.out
