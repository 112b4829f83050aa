"""What reading a PDF gives, and how each fault of it is said."""

import gzip
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from pathlib import Path

import pymupdf
import pytest
from pebble import ProcessExpired

from mrse_assess.documents import ReadingLimits, forget_reading, read_document, reader_name
from mrse_assess.errors import WorkerCrashError
from mrse_assess.isolation import WorkerPool
from mrse_assess.terms import MediaKind, Severity, TextSource

RIGHT, WRONG = "quench", "helium"  # passwords
PROSE = "The fringe field survey was repeated after the quench pipe had been altered. " * 12


def _document(*, pages: int = 1) -> pymupdf.Document:
    document = pymupdf.open()
    for _ in range(pages):
        document.new_page(width=600, height=800)
    return document


def test_words_come_in_reading_order_with_boxes_in_points(room, pdf):
    reading = room.reading("p.pdf", pdf("Implant risk assessment", "Second page"))
    page = reading.pages[0]
    assert [word.text for word in page.words] == ["Implant", "risk", "assessment"]
    assert (page.number, page.width, page.height) == (1, 595, 842)
    assert 59 < page.words[0].x0 < 62
    assert 55 < page.words[0].y0 < page.words[0].y1 < 80
    assert page.words[0].x1 < page.words[1].x0
    assert reading.reader == reader_name()
    assert reading.rendered_by is None
    assert reading.problems == ()


def test_ligatures_are_read_as_their_letters(room):
    document = _document()
    pymupdf.TOOLS.set_small_glyph_heights(False)
    story = pymupdf.Story("<p style='font-family:serif'>five field offices</p>")
    out = room.folder / "ligature.pdf"
    writer = pymupdf.DocumentWriter(str(out))
    device = writer.begin_page(pymupdf.Rect(0, 0, 400, 400))
    story.place(pymupdf.Rect(20, 20, 380, 380))
    story.draw(device)
    writer.end_page()
    writer.close()
    document.close()
    assert "\ufb01" in pymupdf.open(out)[0].get_text()
    assert [word.text for word in room.reading("p.pdf", out.read_bytes()).pages[0].words] == [
        "five",
        "field",
        "offices",
    ]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_word_boxes_sit_on_the_print_of_a_rotated_and_cropped_page(room, rotation):
    document = _document()
    page = document[0]
    page.insert_text((200, 300), "FRINGE", fontsize=30)
    page.insert_text((20, 20), "outside", fontsize=10)
    page.set_cropbox(pymupdf.Rect(100, 100, 500, 700))
    page.set_rotation(rotation)
    stored = room.stored("p.pdf", document.tobytes())
    read = room.read(stored).pages[0]
    assert [word.text for word in read.words] == ["FRINGE"]
    assert (read.width, read.height) == ((400, 600) if rotation % 180 == 0 else (600, 400))
    assert _dark_share(room.picture(stored, dpi=72), read.words[0]) > 0.1


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_of_a_picture_turned_by_the_reader_sit_on_its_print(room, turn):
    document = _document()
    document[0].insert_text((200, 300), "FRINGE", fontsize=30)
    document[0].set_rotation(90)
    drawn = room.picture(room.stored("p.pdf", document.tobytes()), dpi=72, rotation=turn)
    assert (drawn.width_pt, drawn.height_pt) == ((800, 600) if turn % 180 == 0 else (600, 800))
    assert (drawn.width_px, drawn.height_px) == (drawn.width_pt, drawn.height_pt)
    assert _dark_share(drawn, drawn.words[0]) > 0.1


def _dark_share(drawn, word) -> float:
    """The share of dark pixels in the word's box; none outside it may be dark."""
    from io import BytesIO

    from PIL import Image

    image = Image.open(BytesIO(drawn.data)).convert("L").point(lambda level: 255 if level < 128 else 0)
    scale = drawn.dpi / 72
    box = tuple(round(edge * scale) for edge in (word.x0, word.y0, word.x1, word.y1))
    inside = image.crop(box)
    total, within = image.histogram()[255], inside.histogram()[255]
    assert total == within, "there is print outside the word's box"
    return within / (inside.width * inside.height)


def test_table_borders_drawn_piece_by_piece_become_whole_lines(room):
    document = _document()
    for row in range(4):
        for column in range(3):
            left, top = 100 + column * 100, 200 + row * 30
            document[0].draw_rect(pymupdf.Rect(left, top, left + 100, top + 30))
    rulings = room.reading("p.pdf", document.tobytes()).pages[0].rulings
    level = [(line.x0, line.y0, line.x1) for line in rulings if line.y0 == line.y1]
    upright = [(line.x0, line.y0, line.y1) for line in rulings if line.x0 == line.x1]
    assert level == [(100, y, 400) for y in (200, 230, 260, 290, 320)]
    assert sorted(upright) == [(x, 200, 320) for x in (100, 200, 300, 400)]


def test_rulings_turn_with_the_page(room):
    document = _document()
    document[0].draw_line((100, 200), (300, 200))
    document[0].set_rotation(90)
    (line,) = room.reading("p.pdf", document.tobytes()).pages[0].rulings
    assert (line.x0, line.y0, line.x1, line.y1) == (600, 100, 600, 300)


def _scribble(page: pymupdf.Page, left: float, top: float) -> None:
    """A signature 90 points wide and 20 high, drawn as one path of curves."""
    shape = page.new_shape()
    for step in range(6):
        x = left + 15 * step
        shape.draw_bezier((x, top + 20), (x + 5, top - 5), (x + 10, top - 5), (x + 15, top + 20))
    shape.finish(closePath=False)
    shape.commit()


@pytest.mark.parametrize(
    ("rotation", "corner"), [(0, (100, 300)), (90, (478, 100)), (180, (410, 478)), (270, (300, 410))]
)
def test_a_drawn_signature_is_ink_where_it_is_shown(room, rotation, corner):
    document = _document()
    _scribble(document[0], 100, 302)
    document[0].set_rotation(rotation)
    (box,) = room.reading("p.pdf", document.tobytes()).pages[0].inked
    assert box[:2] == pytest.approx(corner, abs=4)
    assert sorted((box[2] - box[0], box[3] - box[1])) == pytest.approx([20, 90], abs=5)


def test_pictures_and_marks_by_hand_are_ink_and_boxes_and_bullets_are_not(room, picture):
    document = _document()
    page = document[0]
    page.insert_image(pymupdf.Rect(100, 100, 220, 180), stream=picture())
    page.add_ink_annot([[(300, 400), (340, 380), (380, 410)]])
    page.draw_rect(pymupdf.Rect(50, 500, 300, 560), radius=0.2)
    page.draw_rect(pymupdf.Rect(50, 600, 300, 660))
    page.draw_line((50, 700), (300, 700))
    page.draw_circle((60, 720), 2)
    first, second = room.reading("p.pdf", document.tobytes()).pages[0].inked
    assert first == (100, 100, 220, 180)
    assert second == pytest.approx((300, 380, 380, 410), abs=8)


def test_marks_by_hand_turn_with_the_page(room):
    document = _document()
    document[0].add_ink_annot([[(300, 400), (340, 380), (380, 410)]])
    document[0].set_rotation(90)
    (box,) = room.reading("p.pdf", document.tobytes()).pages[0].inked
    assert box == pytest.approx((390, 300, 420, 380), abs=8)


def test_a_page_of_many_curves_keeps_the_largest(room):
    document = _document()
    for at in range(250):
        _scribble(document[0], 10 + 2 * at, 5 + 3 * at)
    assert len(room.reading("p.pdf", document.tobytes()).pages[0].inked) == 200


def test_a_page_with_too_many_lines_keeps_the_longest_and_says_so(room, codes):
    document = _document()
    shape = document[0].new_shape()
    for at in range(60):
        shape.draw_line((50, 100 + at * 5), (60 + at, 100 + at * 5))
    shape.finish()
    shape.commit()
    document[0].insert_text((50, 500), PROSE[:70])
    reading = room.reading("p.pdf", document.tobytes(), limits=ReadingLimits(rulings_on_page=10))
    assert {line.x1 - line.x0 for line in reading.pages[0].rulings} == set(range(60, 70))
    assert codes(reading.problems) == ["page-crowded"]


def test_larger_and_bold_lines_are_headings(room):
    document = _document()
    page = document[0]
    page.insert_text((60, 80), "Evidence 7: tattoo advice", fontsize=16)
    page.insert_textbox((60, 100, 540, 400), PROSE, fontsize=10)
    page.insert_text((60, 450), "Commentary", fontsize=10, fontname="hebo")
    page.insert_text((60, 470), "plain line after it", fontsize=10)
    headings = room.reading("p.pdf", document.tobytes()).pages[0].headings
    assert [(heading.text, heading.bold) for heading in headings] == [
        ("Evidence 7: tattoo advice", False),
        ("Commentary", True),
    ]
    assert headings[0].size == 16


def test_labels_and_bookmarks_are_those_of_the_file(room):
    document = _document(pages=3)
    document.set_page_labels(
        [{"startpage": 0, "style": "r", "firstpagenum": 1}, {"startpage": 1, "style": "D", "prefix": "A-"}]
    )
    document.set_toc([[1, "Contents", 1], [2, "Item 1", 3]])
    reading = room.reading("p.pdf", document.tobytes())
    assert [page.label for page in reading.pages] == ["i", "A-1", "A-2"]
    assert [(mark.level, mark.title, mark.page) for mark in reading.bookmarks] == [(1, "Contents", 1), (2, "Item 1", 3)]


def _with_picture(text: str, picture: bytes, box: tuple[int, int, int, int] = (0, 0, 600, 800)) -> bytes:
    document = _document()
    document[0].insert_image(pymupdf.Rect(box), stream=picture, keep_proportion=False)
    document[0].insert_textbox((20, 20, 580, 780), text, fontsize=9)
    return document.tobytes()


def test_a_scan_with_a_stamp_is_a_picture_of_text_and_says_that_it_was_not_read(room, picture, codes):
    reading = room.reading("scan.pdf", _with_picture("Portfolio of A. Person, page 3 of 60", picture()))
    assert not reading.pages[0].has_text
    assert reading.pages[0].picture_share == 1.0
    assert codes(reading.problems) == ["pages-without-text"]
    assert "page 1" in reading.problems[0].found


def test_a_page_of_prose_with_a_photograph_has_text(room, picture):
    reading = room.reading("p.pdf", _with_picture(PROSE, picture(), (0, 400, 600, 800)))
    assert reading.pages[0].has_text
    assert reading.pages[0].picture_share == pytest.approx(0.5, abs=0.03)


def test_a_blank_page_and_a_divider_were_read_but_outlined_writing_was_not(room):
    document = _document(pages=3)
    document[1].insert_text((200, 300), "Appendix A", fontsize=24)
    shape = document[2].new_shape()
    for row in range(30):
        for column in range(40):
            shape.draw_oval(pymupdf.Rect(50 + column * 12, 60 + row * 20, 58 + column * 12, 72 + row * 20))
    shape.finish(fill=(0, 0, 0))
    shape.commit()
    assert [page.has_text for page in room.reading("p.pdf", document.tobytes()).pages] == [True, True, False]


@pytest.mark.parametrize("unseen", [True, False])
def test_words_of_a_text_recognition_are_said_to_be_so(room, codes, unseen):
    document, shown = _document(), _document()
    shown[0].insert_textbox((20, 20, 580, 780), PROSE, fontsize=11)
    scan = shown[0].get_pixmap(dpi=110).tobytes("png")
    page = document[0]
    if unseen:  # a picture of the page with unseen words over it
        page.insert_image(page.rect, stream=scan, keep_proportion=False)
        page.insert_textbox((20, 20, 580, 780), PROSE, fontsize=11, render_mode=3)
    else:  # words with a picture of the page over them
        page.insert_textbox((20, 20, 580, 780), PROSE, fontsize=11)
        page.insert_image(page.rect, stream=scan, keep_proportion=False)
    reading = room.reading("p.pdf", document.tobytes())
    assert codes(reading.problems) == ["pages-recognised"]
    assert reading.pages[0].has_text
    assert reading.pages[0].text_source is TextSource.LAYER


def test_words_over_a_picture_of_the_page_are_not_taken_for_recognised(room, picture):
    assert room.reading("slide.pdf", _with_picture(PROSE, picture())).problems == ()


def test_runs_of_pages_are_said_once(room, picture):
    document = _document(pages=6)
    for number in (1, 2, 4):
        document[number].insert_image(document[number].rect, stream=picture(), keep_proportion=False)
    (said,) = room.reading("p.pdf", document.tobytes()).problems
    assert "pages 2 to 3 and 5" in said.found
    assert said.locator.page == 2


def test_an_encrypted_document_asks_for_its_password_and_opens_with_it(room, pdf, codes, words):
    locked = pdf("secret words", encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=RIGHT, owner_pw="o")
    stored = room.stored("locked.pdf", locked)
    closed = room.read(stored)
    assert (closed.pages, codes(closed.problems)) == ((), ["document-encrypted"])
    assert codes(room.read(stored, password=WRONG).problems) == ["document-password-wrong"]
    assert words(room.read(stored, password=RIGHT)) == "secret words"
    kept = b"".join(path.read_bytes() for path in room.cache.iterdir())
    assert b"quench" not in kept
    assert b"quench" not in b"".join(gzip.decompress(path.read_bytes()) for path in room.cache.glob("*.gz"))


def test_a_repaired_document_says_so(room, pdf, codes, words):
    content = pdf("words that survive")
    broken = content[: content.rindex(b"startxref")]
    reading = room.reading("p.pdf", broken)
    assert words(reading) == "words that survive"
    assert codes(reading.problems) == ["document-repaired"]
    assert reading.problems[0].severity is Severity.NOTE


def test_damaged_and_pageless_documents_are_said_apart(room, codes):
    catalog, tree = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj ", b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj "
    pageless = b"%PDF-1.4\n" + catalog + tree + b"trailer<</Root 1 0 R>>"
    assert "document-empty" in codes(room.reading("none.pdf", pageless).problems)
    assert set(codes(room.reading("bad.pdf", b"%PDF-1.7\n" + bytes(200)).problems)) & {
        "document-damaged",
        "document-empty",
    }


@pytest.mark.parametrize(
    ("name", "content", "words_said"),
    [
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        ("a.mp4", b"\0\0\0\x18ftypisom" + bytes(40), "a video"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(40), "7-Zip"),
        ("a.bin", bytes(range(256)) * 4, "cannot be read here"),
    ],
)
def test_a_file_of_another_kind_is_said_not_to_have_been_opened(room, codes, name, content, words_said):
    room.sent(f"folder/{name}", content)
    room.sent("folder/z.txt", b"so that something is readable")
    stored = room.take(room.folder / "sent/folder").files[0]
    reading = room.read(stored)
    assert (stored.media, reading.pages, codes(reading.problems)) == (
        MediaKind.UNSUPPORTED,
        (),
        ["document-unsupported"],
    )
    assert words_said in reading.problems[0].found
    assert "not opened" in reading.problems[0].found
    assert reading.problems[0].advice


def test_scripts_and_attached_files_are_reported(room, codes):
    document = _document()
    document.embfile_add("hidden.txt", b"words")
    document.xref_set_key(document.pdf_catalog(), "OpenAction", "<</S/JavaScript/JS(app.alert\\(1\\))>>")
    assert codes(room.reading("p.pdf", document.tobytes()).problems) == ["document-active", "document-attachments"]


def test_a_document_of_too_many_pages_is_read_up_to_the_limit(room, codes):
    reading = room.reading("p.pdf", _document(pages=9).tobytes(), limits=ReadingLimits(pages=5, batch_pages=2))
    assert [page.number for page in reading.pages] == [1, 2, 3, 4, 5]
    assert codes(reading.problems) == ["document-too-many-pages"]


def test_a_second_reading_comes_from_the_cache_and_is_the_same(room, pdf):
    class NoWorker:
        """A pool that must not be asked."""

        closed = True

    stored = room.stored("p.pdf", pdf("one", "two"))
    first = room.read(stored)
    assert read_document(stored, room.originals, room.cache, NoWorker()) == first
    forget_reading(stored, room.cache)
    with pytest.raises(WorkerCrashError):
        read_document(stored, room.originals, room.cache, NoWorker())


def test_equal_contents_share_a_cached_reading_under_their_own_names(room, picture):
    room.sent("folder/a.png", picture())
    room.sent("folder/b.png", picture())
    one, two = room.take(room.folder / "sent/folder").files
    assert "a.png" in room.read(one).problems[0].found
    assert "b.png" in room.read(two).problems[0].found
    assert room.read(two).problems[0].locator.file == "b.png"


DAMAGED = {
    "empty": b"",
    "not a reading": b"not a reading",
    "no line": gzip.compress(b"{}"),
    "no page": gzip.compress(b'{"pages":1}\n[]'),
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)  # what gzip makes holds the time: no name for a test
def test_a_damaged_cache_is_made_anew(room, pdf, damage):
    stored = room.stored("p.pdf", pdf("one"))
    first = room.read(stored)
    (kept,) = room.cache.glob("*.gz")
    kept.write_bytes(damage)
    assert room.read(stored) == first


def test_a_missing_original_is_said_and_not_remembered(room, pdf, codes):
    content = pdf("one")
    stored = room.stored("p.pdf", content)
    (room.originals / stored.sha256).unlink()
    assert codes(room.read(stored).problems) == ["document-missing"]
    room.stored("p.pdf", content)
    assert len(room.read(stored).pages) == 1


def test_progress_is_told_page_by_page(room, pdf):
    seen: list[tuple[int, int]] = []
    stored = room.stored("p.pdf", pdf("one", "two", "three"))
    room.read(stored, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


class _Failing:
    """A pool whose worker fails for some pages, in their batch and alone; words alone may still be read."""

    def __init__(self, pool: WorkerPool, error: Exception, *, pages: set[int], words_too: bool) -> None:
        self.pool, self.error, self.pages, self.words_too = pool, error, pages, words_too
        self.asked: list[tuple[int, int, bool]] = []

    def run(self, task, *args, **options):
        return self.pool.run(task, *args, **options)

    def submit(self, task, asked, *args, **options):
        self.asked.append((asked.first, asked.last, asked.full))
        fails = self.pages & set(range(asked.first, asked.last + 1)) and (asked.full or self.words_too)
        if not fails:
            return self.pool.submit(task, asked, *args, **options)
        future: Future[bytes] = Future()
        future.set_exception(self.error)
        return future

    closed = False
    result = staticmethod(WorkerPool.result)


def _read_failing(room, document, pool, **limits):
    stored = room.stored("p.pdf", document)
    return read_document(stored, room.originals, room.cache, pool, limits=ReadingLimits(batch_pages=4, **limits))


def test_a_page_that_hangs_costs_only_itself(room, pdf, codes, words):
    failing = _Failing(room.pool, FutureTimeoutError(), pages={7}, words_too=True)
    reading = _read_failing(room, pdf(*(f"page {number}" for number in range(1, 11))), failing)
    assert [words(reading, number) for number in (6, 7, 8)] == ["page 6", "", "page 8"]
    assert not reading.pages[6].has_text
    assert codes(reading.problems) == ["page-failed"]
    assert "longer than its time limit" in reading.problems[0].found
    assert reading.problems[0].locator.page == 7
    assert (1, 4, True) in failing.asked
    assert (7, 7, False) in failing.asked


def test_a_page_whose_drawing_hangs_still_gives_its_words(room, pdf, codes, words):
    failing = _Failing(room.pool, ProcessExpired("died"), pages={2}, words_too=False)
    reading = _read_failing(room, pdf("one", "two", "three"), failing)
    assert words(reading, 2) == "two"
    assert codes(reading.problems) == ["page-partly-read"]


def test_a_document_is_given_up_after_some_lost_pages(room, pdf, codes):
    failing = _Failing(room.pool, MemoryError(), pages=set(range(1, 30)), words_too=True)
    reading = _read_failing(room, pdf(*["x"] * 20), failing, pages_lost=3)
    assert len(reading.pages) == 20
    assert codes(reading.problems) == ["page-failed"] * 3 + ["pages-not-read"]
    assert "pages 4 to 20" in reading.problems[-1].found
    assert len(failing.asked) <= 2 + 3 * 2


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (FutureTimeoutError(), "document-timed-out"),
        (MemoryError(), "document-memory"),
        (ProcessExpired("x"), "document-reader-ended"),
    ],
)
def test_a_document_that_cannot_even_be_opened_in_time_says_why(room, pdf, codes, error, code):
    class Dead:
        closed = False
        result = staticmethod(WorkerPool.result)

        def run(self, *_, **__):
            future: Future[bytes] = Future()
            future.set_exception(error)
            return self.result(future)

    stored = room.stored("p.pdf", pdf("one"))
    reading = read_document(stored, room.originals, room.cache, Dead())
    assert (reading.pages, codes(reading.problems)) == ((), [code])


def test_a_reading_broken_off_by_the_end_of_the_workbench_is_not_remembered(room, pdf, words):
    class Ending(_Failing):
        closed = True

    stored = room.stored("p.pdf", pdf("one", "two"))
    ending = Ending(room.pool, ProcessExpired("stopped"), pages={2}, words_too=True)
    with pytest.raises(WorkerCrashError, match="read the file again"):
        read_document(stored, room.originals, room.cache, ending)
    assert words(room.read(stored)) == "one two"


def test_a_built_in_exception_of_the_worker_is_the_file_s_problem_and_not_ours(room, pdf, codes, words):
    failing = _Failing(room.pool, IndexError("string index out of range"), pages={2}, words_too=True)
    reading = _read_failing(room, pdf("one", "two", "three"), failing)
    assert words(reading) == "one three"
    assert codes(reading.problems) == ["page-failed"]


def test_an_answer_for_other_pages_than_asked_is_not_believed(room, pdf, codes):
    class Lying(_Failing):
        def submit(self, task, asked, *args, **options):
            return self.pool.submit(task, asked._replace(first=1, last=1), *args, **options)

    lying = Lying(room.pool, MemoryError(), pages=set(), words_too=False)
    reading = _read_failing(room, pdf("one", "two"), lying)
    assert [page.number for page in reading.pages] == [1, 2]
    assert "page-failed" in codes(reading.problems)


def test_importing_the_room_imports_no_parser():
    import subprocess
    import sys

    code = (
        "import sys, mrse_assess.documents; "
        "print(sorted({'pymupdf', 'fitz', 'docx', 'lxml', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert done.stdout.strip() == "[]"
