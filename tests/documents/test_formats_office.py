"""Texts and presentations that only an office program opens: through LibreOffice, under its limits, or said."""

import io
import os
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from mrse_assess.documents import office, read_document
from mrse_assess.documents.fence import fence
from mrse_assess.documents.office import OfficeError, converted, find_office
from mrse_assess.documents.rich_text import rich_text
from mrse_assess.errors import WorkerTimeoutError
from mrse_assess.isolation import WorkerPool
from mrse_assess.terms import MediaKind

from .made_files import rtf, slides

MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.{kind}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{inner}</manifest:file-entry>'
    "</manifest:manifest>"
)
SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>'
    "<dc:creator>S. Editor</dc:creator><dc:date>2025-02-03T09:00:00</dc:date></office:change-info>"
    "<text:p>old words</text:p></text:deletion></text:changed-region></text:tracked-changes>"
)
TABLE = (
    '<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/>'
    "<table:table-row><table:table-cell><text:p>1.1</text:p></table:table-cell>"
    "<table:table-cell><text:p>E1, page 2</text:p></table:table-cell></table:table-row></table:table>"
)


def odt(body: str, inner: str = "", kind: str = "text") -> bytes:
    """An OpenDocument file with this body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        target.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        target.writestr("META-INF/manifest.xml", MANIFEST.format(inner=inner, kind=kind))
        target.writestr(
            "content.xml",
            f'<office:document-content {SPACES} office:version="1.2"><office:body><office:{kind}>{body}'
            f"</office:{kind}></office:body></office:document-content>",
        )
    return out.getvalue()


@pytest.fixture(scope="session")
def libreoffice() -> str:
    """The LibreOffice of this machine; REQUIRE_OFFICE=1 makes its absence a failure."""
    found = find_office()
    if found is None:
        if os.environ.get("REQUIRE_OFFICE") == "1":
            pytest.fail("REQUIRE_OFFICE is set and LibreOffice is not installed")
        pytest.skip("LibreOffice is not installed")
    return found.name


def made_by_libreoffice(folder: Path, name: str, content: bytes, ending: str) -> bytes:
    """A file saved by LibreOffice in another format."""
    source = folder / name
    source.write_bytes(content)
    command = [find_office().program, f"-env:UserInstallation={(folder / 'own').as_uri()}", "--headless"]
    command += ["--convert-to", ending, "--outdir", str(folder / "made"), str(source)]
    for _ in range(2):
        subprocess.run(command, check=False, capture_output=True, timeout=120)
    return (folder / "made" / f"{source.stem}.{ending}").read_bytes()


def test_an_opendocument_text_keeps_its_table_and_its_tracked_changes(room, words, codes, libreoffice):
    body = f'{CHANGES}<text:p>Kept<text:change text:change-id="c1"/> words</text:p>{TABLE}<text:p>End</text:p>'
    reading = room.reading("a.odt", odt(body))
    assert reading.media is MediaKind.DOCX
    assert reading.rendered_by.startswith(libreoffice)
    assert [[cell.text for cell in row] for row in reading.tables[0].rows] == [["1.1", "E1, page 2"]]
    assert "old words [deleted by S. Editor, 3 February 2025]" in words(reading)
    assert codes(reading.problems) == ["layout-differs", "tracked-deletions"]
    assert not list(room.cache.glob("office-*"))


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["doc", "rtf"])
def test_an_old_word_file_and_rich_text_are_read_through_libreoffice(room, words, libreoffice, tmp_path, ending):
    content = made_by_libreoffice(tmp_path, "a.odt", odt(f"<text:p>Words</text:p>{TABLE}<text:p>End</text:p>"), ending)
    stored = room.stored("named.bin", content)
    reading = room.read(stored)
    assert (stored.form, stored.media) == (ending, MediaKind.DOCX)
    assert words(reading).split()[0] == "Words"
    assert [[cell.text for cell in row] for row in reading.tables[0].rows] == [["1.1", "E1, page 2"]]


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["odp", "ppt"])
def test_an_old_presentation_is_drawn_by_libreoffice_a_page_for_each_slide(room, words, libreoffice, tmp_path, ending):
    content = made_by_libreoffice(tmp_path, "s.pptx", slides(), ending)
    stored = room.stored("s.bin", content)
    reading = room.read(stored)
    assert (stored.form, stored.media, len(reading.pages)) == (ending, MediaKind.SLIDES, 2)
    assert "Zones of the scanner" in words(reading, 1)
    assert reading.rendered_by.startswith(libreoffice)


def test_a_damaged_text_is_said_by_name(room, codes, libreoffice):
    content = odt("<text:p>Words</text:p>").replace(b"office:document-content", b"office:document-kontent")
    reading = room.reading("a.odt", content)
    assert codes(reading.problems) == ["office-failed"]


def test_libreoffice_follows_no_link_to_a_file_of_this_machine(room, libreoffice, tmp_path):
    from PIL import Image

    secret = tmp_path / "secret.png"
    Image.new("RGB", (200, 200), "red").save(secret)
    link = f'xlink:href="{secret.as_uri()}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    size = 'svg:x="1cm" svg:y="1cm" svg:width="9cm" svg:height="9cm"'
    page = f'<draw:page draw:name="p"><draw:frame {size}><draw:image {link}/></draw:frame></draw:page>'
    stored = room.stored("a.odp", odt(page, kind="presentation"))
    assert len(room.read(stored).pages) == 1
    drawn = Image.open(io.BytesIO(room.picture(stored, 1, dpi=40).data)).convert("RGB")
    assert not any(red > 180 and green < 80 for _, (red, green, _) in drawn.getcolors(1_000_000))


def test_an_encrypted_opendocument_text_is_said_to_be_protected(room, codes):
    room.sent("folder/z.txt", b"readable")
    room.sent("folder/a.odt", odt("<text:p>Words</text:p>", inner="<manifest:encryption-data/>"))
    reading = room.read(room.take(room.folder / "sent/folder").files[0])
    assert codes(reading.problems) == ["document-unsupported"]
    assert "protected by a password" in reading.problems[0].found


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """Puts a program of these shell lines in the place of LibreOffice."""

    def put(*lines: str) -> Path:
        program = tmp_path / "bin" / "soffice"
        program.parent.mkdir()
        version = 'if [ "$1" = --version ]; then echo LibreOffice 0.0.1.2 x; exit 0; fi'
        program.write_text("\n".join(["#!/bin/sh", version, *lines, ""]))
        program.chmod(0o755)
        monkeypatch.setenv("MRSE_ASSESS_OFFICE", str(program))
        return program

    return put


@pytest.fixture
def no_office(monkeypatch):
    """A machine without LibreOffice, and a worker of its own there."""
    monkeypatch.setenv("MRSE_ASSESS_OFFICE", "none")
    with WorkerPool() as pool:
        yield pool


def ended(number: int) -> bool:
    """Whether a process is gone, or only its entry is left; it is given some seconds to go."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def converting(folder: str, seconds: float = 20.0) -> str:
    """What came out of converting a file, or the code of its Problem; also run in a worker."""
    source = Path(folder, "source.odt")
    source.write_bytes(odt("<text:p>Words</text:p>"))
    try:
        with converted(source, "odt", Path(folder), seconds) as (made, _):
            return made.read_text()
    except OfficeError as error:
        return error.code


@pytest.fixture
def unfenced(monkeypatch):
    """Lets the program write down its number outside its folder."""
    monkeypatch.setattr(office, "fence", lambda *_: None)


@pytest.mark.usefixtures("unfenced")
def test_an_office_program_that_hangs_is_ended_with_all_it_started(fake, tmp_path):
    fake(f"sleep 600 & echo $! $$ > {tmp_path}/numbers; wait")
    assert converting(str(tmp_path), seconds=1.0) == "office-timed-out"
    assert all(ended(int(number)) for number in (tmp_path / "numbers").read_text().split())
    assert not list(tmp_path.glob("office-*"))


@pytest.mark.usefixtures("unfenced")
def test_what_an_office_program_leaves_running_is_ended_too(fake, tmp_path):
    fake(f"sleep 600 >/dev/null & echo $! > {tmp_path}/numbers; exit 0")
    assert converting(str(tmp_path)) == "office-failed"
    assert ended(int((tmp_path / "numbers").read_text()))


def test_an_office_program_may_not_write_without_end(fake, tmp_path, monkeypatch):
    monkeypatch.setattr(office, "MOST_OUTPUT", 1_000_000)
    fake("exec head -c 5000000 /dev/urandom > out/in.docx")
    assert converting(str(tmp_path)) == "office-too-large"


def test_an_office_program_ends_with_the_worker(fake, tmp_path):
    fake("echo $$ > number; exec sleep 600")
    with WorkerPool() as pool, pytest.raises(WorkerTimeoutError):
        pool.run(converting, str(tmp_path), seconds=3.0)
    (number,) = tmp_path.glob("office-*/number")
    assert ended(int(number.read_text()))


def test_an_office_program_has_the_network_the_memory_and_little_of_the_environment_of_the_worker(fake, tmp_path):
    fake("(ls /sys/class/net 2>/dev/null || echo none; echo -; ulimit -v; echo -; env) > out/in.docx")
    with WorkerPool() as pool:
        told = pool.run(converting, str(tmp_path))
    _, memory, environment = told.split("-\n", 2)
    assert int(memory) == 2048 * 1024
    names = {line.partition("=")[0] for line in environment.splitlines()}
    assert "HOME" in names
    assert not names & {"DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "SSH_AUTH_SOCK", "MRSE_ASSESS_OFFICE"}


def test_an_office_program_cannot_reach_a_server_of_this_machine(fake, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server, WorkerPool() as pool:
        code = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]}), 5); print('reached')"
        fake(f'{sys.base_prefix}/bin/python3 -c "{code}" > out/in.docx 2>/dev/null; echo done >> out/in.docx')
        told = pool.run(converting, str(tmp_path))
        assert (told == "done\n") == ("no network" in pool.protections())


def test_an_office_program_sees_and_writes_nothing_of_this_user_s_beside_its_folder(fake, tmp_path):
    (tmp_path / "secret").write_text("another portfolio")
    fake(f"cat {tmp_path}/secret > out/in.docx; echo x > {tmp_path}/written; echo done >> out/in.docx; ls {tmp_path}")
    told = converting(str(tmp_path))
    probe = fence(tmp_path, ())
    assert (told == "done\n") == (probe is not None)
    assert (tmp_path / "written").exists() == (probe is None)


def test_without_libreoffice_the_problem_says_what_to_do_and_is_asked_again_later(room, codes, no_office):
    stored = room.stored("a.odt", odt("<text:p>Words</text:p>"))
    reading = read_document(stored, room.originals, room.cache, no_office)
    assert (reading.pages, codes(reading.problems)) == ((), ["office-missing"])
    assert "an OpenDocument text (.odt)" in reading.problems[0].found
    assert "Install LibreOffice" in reading.problems[0].advice
    assert not list(room.cache.glob("*.gz"))


def test_without_libreoffice_the_words_of_rich_text_are_shown_and_said_to_be_only_that(room, codes, no_office, words):
    stored = room.stored("a.rtf", rtf(r"Zone IV\par the quench pipe"))
    reading = read_document(stored, room.originals, room.cache, no_office)
    assert words(reading) == "Zone IV the quench pipe"
    assert codes(reading.problems) == ["words-only"]
    assert reading.rendered_by == "own text layout 2"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"one\par two\line three\tab four", "one\ntwo\nthree\tfour"),
        (r"caf\'e9 \u8211?\u55357?\u56832? \{x\}", "caf\u00e9 \u2013\U0001f600 {x}"),
        (r"{\header not this}{\*\unheard of}{\info{\author nobody}}shown", "shown"),
        (r"{\b bold}{\deleted gone}{\revised\i new}", "boldnew"),
        (r"1.1\cell E1\cell\row 1.2\cell E2\cell\row", "1.1 | E1 | \n1.2 | E2 |"),
        (r"{\pict 89504e47}{\field{\*\fldinst PAGE}{\fldrslt 3}}", "3"),
        (r"open {never closed", "open never closed"),
        (r"closed} twice}", "closed twice"),
        ("{" * 50_000, ""),
    ],
)
def test_words_of_rich_text(body, text):
    assert rich_text(rtf(body)).rstrip() == text


def test_what_a_worker_that_was_ended_left_behind_is_removed_by_a_later_one(fake, tmp_path):
    left = tmp_path / "office-left"
    left.mkdir()
    left.joinpath("in.doc").write_bytes(b"words of an applicant")
    os.utime(left, (1, 1))
    fresh = tmp_path / "office-at-work"
    fresh.mkdir()
    fake("exit 1")
    assert converting(str(tmp_path)) == "office-failed"
    assert (left.exists(), fresh.exists()) == (False, True)
