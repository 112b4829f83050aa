"""What was issued stays as it was: verify names what is not, a backup holds it, and files do not say who made them."""

import io
import re
import zipfile

import pymupdf
import pytest

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.archive import restore_backup, write_backup
from mrse_assess.workspace.issued_letters import FILES
from mrse_assess.workspace.verification import verification

from ...workspace.conftest import counting_ids, ticking_clock


def faults(settled):
    return [(one.code, one.severity.value) for one in verification(settled.workspace).problems]


@pytest.mark.parametrize("name", FILES)
def test_one_byte_changed_in_a_file_of_a_letter_is_named(issued, name):
    path = issued.workspace.layout.letters / "EX-1-1-A" / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    (problem,) = verification(issued.workspace).problems
    assert (problem.code, problem.severity.value) == ("letter-changed", "error")
    assert problem.found.startswith(f"{name} of the letter EX-1-1-A")
    with pytest.raises(RecordsError, match="was changed after its issue"):
        issued.issued()


def test_a_missing_file_a_missing_letter_and_an_added_file_are_named(issued):
    folder = issued.workspace.layout.letters / "EX-1-1-A"
    (folder / "added.txt").write_text("x")
    assert faults(issued) == [("letter-added", "error")]
    (folder / "added.txt").unlink()
    (folder / "letter.pdf").unlink()
    assert faults(issued) == [("letter-missing", "error")]
    folder.rename(folder.with_name("EX-9-1-A"))
    assert faults(issued) == [("letter-missing", "error")] * 5 + [("letter-unrecorded", "warning")]


def test_a_workspace_that_never_had_the_files_is_told_so_and_is_sound(issued):
    letters = issued.workspace.layout.letters
    letters.rename(letters.with_name("elsewhere"))
    assert faults(issued) == [("letter-elsewhere", "warning")]
    assert verification(issued.workspace).sound


def test_a_letter_is_in_the_backup_and_whole_after_restoring(issued, tmp_path):
    layout = issued.workspace.layout
    kept = {path.name: path.read_bytes() for path in (layout.letters / "EX-1-1-A").iterdir()}
    write_backup(layout, issued.workspace.store, tmp_path / "backup.zip")
    restore_backup(tmp_path / "backup.zip", tmp_path / "restored")
    with Workspace.open(tmp_path / "restored", clock=ticking_clock(), new_id=counting_ids()) as restored:
        folder = restored.layout.letters / "EX-1-1-A"
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == kept
        assert {path.stat().st_mode & 0o777 for path in (folder, folder.parent)} == {0o700}
        assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
        assert verification(restored).problems == ()


@pytest.mark.parametrize("name", ["letters/../x/letter.docx", "letters/.hidden/letter.docx", "letters/a/b/letter.docx"])
def test_a_backup_that_would_write_elsewhere_is_refused(tmp_path, name):
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as zipped:
        zipped.writestr("manifest.json", f'{{"{name}": "00"}}')
        zipped.writestr(name, b"x")
    with pytest.raises(BadRequestError, match="no backup writes"):
        restore_backup(tmp_path / "bad.zip", tmp_path / "restored")


def test_issued_files_say_nothing_of_who_made_them_when_and_with_what(issued):
    folder = issued.workspace.layout.letters / "EX-1-1-A"
    with zipfile.ZipFile(folder / "letter.docx") as word:
        names = word.namelist()
        core = word.read("docProps/core.xml").decode()
        about = word.read("docProps/app.xml").decode()
        everything = b"".join(word.read(name) for name in names).decode(errors="replace")
        assert {info.date_time for info in word.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    said = dict(re.findall(r"<(?:\w+:)?(\w+)[^<>]*>([^<>]+)</", core))
    said.pop("revision", None)  # a number that says nothing
    assert said == {
        "title": "Example Certification Office: letter EX-1-1-A",
        "creator": "Example Certification Office",
        "language": "en-GB",
    }
    assert re.sub(r"<[^<>]*>", "", about).strip() == ""
    assert not [name for name in names if "comments" in name or "custom" in name or "people" in name]
    for forbidden in ("python-docx", "docxtpl", "Quillfeather", "/home/", "<w:ins ", "<w:del ", "w:rsidR="):
        assert forbidden not in everything, forbidden


def test_the_pdf_says_title_author_and_language_and_nothing_else(issued):
    data = (issued.workspace.layout.letters / "EX-1-1-A" / "letter.pdf").read_bytes()
    document = pymupdf.open(stream=io.BytesIO(data))
    said = {key: value for key, value in document.metadata.items() if value}
    assert said.pop("format").startswith("PDF")
    assert said == {"title": "Example Certification Office: letter EX-1-1-A", "author": "Example Certification Office"}
    xmp = document.get_xml_metadata()
    for forbidden in ("CreateDate", "ModifyDate", "MetadataDate", "CreatorTool", "xmptk", "/home/"):
        assert forbidden not in xmp, forbidden
    assert document.xref_get_key(document.pdf_catalog(), "Lang") == ("string", "en-GB")
    for forbidden in (b"Typst", b"Quillfeather"):
        assert forbidden not in data
