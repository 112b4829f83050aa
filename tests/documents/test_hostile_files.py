"""Files of other kinds that are damaged, or made to do harm: what is taken in, what is named, what never happens."""

import io
import zipfile

import pytest
from PIL import Image

from mrse_assess.documents import IntakeLimits, ReadingLimits, visible
from mrse_assess.errors import UnreadablePortfolioError

from . import hostile_files as hostile
from .made_files import eml, heic, msg, slides, xlsx

QUICK = ReadingLimits(conversion_seconds=20.0)


def files(room, name: str, content: bytes, **options):
    """The file beside a readable one, taken in."""
    room.sent("folder/~readable.txt", b"words")
    room.sent(f"folder/{name}", content)
    return room.take(room.folder / "sent/folder", **options)


def replaced(content: bytes, part: str, data: bytes) -> bytes:
    """The package with one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, data if name == part else source.read(name))
    return out.getvalue()


def laughs(root: str) -> bytes:
    """Entities that unfold to a thousand million laughs."""
    rows = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{rows}]><{root}>&l9;</{root}>'.encode()


def test_ten_thousand_files_are_taken_in_up_to_the_limit(room, codes):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for number in range(10_000):
            target.writestr(f"{number:05}.txt", b"words")
    taken = room.take(room.sent("p.zip", out.getvalue()), limits=IntakeLimits(files=100))
    assert len(taken.files) == 100
    assert "too-many-files" in codes(taken.problems)


def test_names_of_an_archive_never_become_paths(room, archive, codes):
    names = [
        "../../up.txt",
        "/abs.txt",
        "C:/win.txt",
        "a\x00b.txt",
        "tab\there.txt",
        "con",
        "x/../../y.txt",
        "\u202etxt.exe",
    ]
    taken = room.take(room.sent("p.zip", archive(*((name, name.encode()) for name in names))))
    assert len(taken.files) == len(names)
    assert all(not name.name.startswith("/") and ".." not in name.name.split("/") for name in taken.files)
    assert all(visible(file.name).isprintable() for file in taken.files)
    assert {path.name for path in room.folder.iterdir()} == {"sent", "originals"}
    assert {path.name for path in room.originals.iterdir()} == {file.sha256 for file in taken.files}


def test_a_link_in_an_archive_is_a_file_of_its_words(room):
    taken = room.take(room.sent("p.zip", hostile.with_link("link.txt", "/etc/passwd")))
    kept = {file.name: (room.originals / file.sha256).read_bytes() for file in taken.files}
    assert kept == {"link.txt": b"/etc/passwd", "a.txt": b"words"}


def test_an_archive_that_holds_itself_ends_at_the_depth(room, archive, codes):
    content = archive(("x.txt", b"words"))
    for _ in range(9):
        content = archive(("again.zip", content), ("again.zip/x.txt", b"other"))
    taken = room.take(room.sent("p.zip", content))
    assert "archive-too-deep" in codes(taken.problems)
    assert len({file.name for file in taken.files}) == len(taken.files)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/comments.xml"])
def test_entities_in_a_word_file_are_never_unfolded(room, word, codes, part):
    content = replaced(word(lambda document: document.add_paragraph("words")), part, laughs("x"))
    reading = room.reading("a.docx", content, limits=QUICK)
    assert reading.pages or codes(reading.problems) == ["document-damaged"]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_entities_in_a_spreadsheet_are_never_unfolded(room, codes, part):
    (_, stored) = files(room, "a.xlsx", replaced(xlsx(), part, laughs("worksheet"))).files
    reading = room.read(next(file for file in (stored, _) if file.form == "xlsx"), limits=QUICK)
    assert sum(len(page.words) for page in reading.pages) < 100


@pytest.mark.parametrize("part", ["ppt/slides/slide1.xml", "ppt/presentation.xml"])
def test_entities_in_a_presentation_are_never_unfolded(room, codes, part):
    taken = files(room, "a.pptx", replaced(slides(), part, laughs("p")))
    reading = room.read(next(file for file in taken.files if file.form == "pptx"), limits=QUICK)
    assert sum(len(page.words) for page in reading.pages) < 100
    assert codes(reading.problems)


def test_a_cell_at_the_far_corner_of_a_spreadsheet_costs_only_that_file(room, codes):
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
        b"</sheetData></worksheet>"
    )
    reading = room.reading("a.xlsx", replaced(xlsx(), "xl/worksheets/sheet1.xml", sheet), limits=QUICK)
    assert codes(reading.problems)
    assert "document-reader-failed" not in codes(reading.problems)


def test_a_part_that_packs_too_well_costs_only_its_file(room, codes):
    bomb = replaced(slides(), "ppt/slides/slide1.xml", b"<p>" + b" " * 200_000_000 + b"</p>")
    assert codes(room.reading("a.pptx", bomb, limits=QUICK).problems) == ["document-damaged"]


def test_deeply_nested_content_of_a_word_file_is_cut_and_named(room, word, codes):
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    inner = "<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60
    body = f"<w:document {space}><w:body>{inner}<w:p><w:r><w:t>words</w:t></w:r></w:p></w:body></w:document>".encode()
    reading = room.reading("a.docx", replaced(word(str), "word/document.xml", body), limits=QUICK)
    assert "not-drawn" in codes(reading.problems)


def test_a_table_of_many_cells_ends_within_its_limit(room, word, codes):
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    rows = "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>" * 150_000
    body = f"<w:document {space}><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>".encode()
    content = replaced(word(str), "word/document.xml", body)
    reading = room.reading("a.docx", content, limits=ReadingLimits(conversion_seconds=2.0))
    assert codes(reading.problems) == ["document-timed-out"]


@pytest.mark.parametrize(
    "content",
    [
        hostile.picture_head(100_000, 100_000),
        hostile.picture_head(1, 64_000_001),
        hostile.picture_head(0, 0),
        hostile.picture_head(5000, 5000),
        b"GIF89a\xff\xff\xff\xff\x00\x00\x00;",
        b"II*\0" + b"\x08\0\0\0" + b"\xff\xff" + bytes(200),
        b"BM" + bytes(4) + bytes(4) + b"\x36\0\0\0\x28\0\0\0\xff\xff\xff\x7f\xff\xff\xff\x7f\x01\0\x18\0" + bytes(30),
        b"RIFF\xff\xff\xff\xffWEBPVP8L" + bytes(40),
        heic()[:200] + bytes(400),
    ],
)
def test_a_picture_that_lies_about_itself_is_named(room, codes, content):
    assert codes(room.reading("a.png", content, limits=QUICK).problems) == ["document-damaged"]


def test_a_tiff_whose_pages_loop_ends(room):
    out = io.BytesIO()
    Image.new("L", (40, 40), 90).save(out, "TIFF")
    content = bytearray(out.getvalue())
    at = int.from_bytes(content[4:8], "little")
    after = at + 2 + 12 * int.from_bytes(content[at : at + 2], "little")
    content[after : after + 4] = at.to_bytes(4, "little")
    assert 1 <= len(room.reading("a.tif", bytes(content), limits=QUICK).pages) <= 500


def test_messages_inside_each_other_without_end_are_cut_at_the_depth(room, codes):
    content = msg()
    for number in range(8):
        content = msg(subject=f"level {number}", attached=(("inner.msg", content),))
    taken = room.take(room.sent("m.msg", content))
    assert len(taken.files) == 4
    assert codes(taken.problems) == ["attachments-too-deep"]


def test_an_email_of_many_nested_parts_is_read(room, codes):
    head = b"From: a@example.org\nTo: b@example.org\nSubject: x\n"
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number) for number in range(500)
    )
    reading = room.reading("m.eml", head + nested + b"Content-Type: text/plain\n\nwords\n", limits=QUICK)
    assert len(reading.pages) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", xlsx()[:900]),
        ("a.msg", msg()[:520] + bytes(6000)),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + bytes(4000)),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"words" * 900),
        ("a.heic", b"\0\0\0\x18ftypheic" + b"\xff" * 400),
        ("a.pptx", replaced(slides(), "ppt/presentation.xml", b"<broken")),
        ("a.xlsx", replaced(xlsx(), "xl/workbook.xml", b"")),
        ("a.eml", b"From: \xff\xfe\nSubject: =?x?y?z?=\nContent-Type: multipart/mixed; boundary=\n\n--\n"),
        ("a.rtf", b"{\\rtf1 words"),
        ("a.bin", bytes(range(256)) * 8),
        ("a.empty", b""),
    ],
)
def test_whatever_is_sent_is_listed_with_a_problem_or_its_pages(room, codes, name, content, monkeypatch):
    try:
        taken = files(room, name, content)
    except UnreadablePortfolioError:
        pytest.fail("one bad file among others must not refuse the portfolio")
    found = [file for file in taken.files if file.name == name]
    assert found or taken.problems
    for file in found:
        reading = room.read(file, limits=QUICK)
        assert reading.pages or codes(reading.problems)
        assert "document-reader-failed" not in codes(reading.problems)
        assert name != "a.doc" or not reading.pages


def test_an_email_that_names_its_attachment_by_a_path_keeps_it_inside(room, codes):
    taken = room.take(room.sent("m.eml", eml(("../../../etc/cron.d/x", b"words"), ("/abs", b"more"))))
    assert [file.name for file in taken.files] == ["m.eml", "m.eml/etc/cron.d/x", "m.eml/abs"]
    assert codes(taken.problems) == ["archive-name-outside"] * 2
