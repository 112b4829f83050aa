"""PDF files that are damaged, or made to do harm: answered within the limits, with a named Problem, no exception."""

import pymupdf
import pytest

from mrse_assess.documents import ReadingLimits

from . import hostile_files as hostile

QUICK = ReadingLimits(batch_seconds=20.0, page_seconds=5.0, conversion_seconds=10.0)
IMPATIENT = ReadingLimits(batch_seconds=1.0, page_seconds=1.0)
QUIET = {
    "own predecessor",
    "deep page tree",
    "looping outline",
    "looping attachments",
    "recursive form",
    "recursive font",
    "nested dictionaries",
    "nested marks",
    "huge page",
    "page without end",
    "page turned inside out",
    "page without size",
    "numbers without end",
    "unfinished text",
}
"""Of these everything that is there is read, so nothing need be said."""


def stands_outside(room) -> list[str]:
    """What was written beside the files that this room keeps."""
    kept = {room.folder / "sent", room.originals, room.cache}
    return [str(path) for path in room.folder.iterdir() if path not in kept]


@pytest.mark.parametrize("name", hostile.PDFS)
def test_a_hostile_pdf_is_answered_at_once_and_named(room, codes, name):
    stored = room.stored("hostile.pdf", hostile.PDFS[name])
    reading = room.read(stored, limits=QUICK)
    assert reading.pages or codes(reading.problems)
    assert bool(codes(reading.problems)) == (name not in QUIET)
    assert "document-reader-failed" not in codes(reading.problems)
    assert all(0 < page.width < 20_000 and 0 < page.height < 20_000 for page in reading.pages)
    assert stands_outside(room) == []


@pytest.mark.parametrize("name", ["own predecessor", "wrong places", "huge page", "page without end"])
def test_words_of_a_broken_pdf_that_can_be_read_are_read(room, words, name):
    assert words(room.reading("hostile.pdf", hostile.PDFS[name])) == "words that survive"


@pytest.mark.slow
@pytest.mark.parametrize("build", [hostile.doubling_forms, hostile.endless_content, hostile.many_annotations])
def test_a_page_that_would_take_for_ever_is_ended_at_its_limit_and_named(room, codes, build):
    reading = room.reading("hostile.pdf", build(), limits=IMPATIENT)
    assert len(reading.pages) == 1
    assert set(codes(reading.problems)) & {"page-failed", "page-partly-read"}


def test_a_page_packed_several_times_over_costs_no_more_than_its_limit(room):
    reading = room.reading("hostile.pdf", hostile.packed_again_and_again(), limits=QUICK)
    assert len(reading.pages) == 1


def test_of_a_document_with_more_pages_than_the_limit_the_first_are_read_and_the_rest_named(room, codes):
    reading = room.reading("long.pdf", hostile.many_pages(300), limits=ReadingLimits(pages=100))
    assert (len(reading.pages), codes(reading.problems)) == (100, ["document-too-many-pages"])


def test_an_attachment_that_lies_about_its_size_costs_itself_alone(room, codes):
    taken = room.take(room.sent("bomb.pdf", hostile.attached_bomb()))
    assert [file.name for file in taken.files] == ["bomb.pdf", "bomb.pdf/b.txt"]
    assert set(codes(taken.problems)) <= {"file-not-taken-in", "file-too-large"}
    assert codes(taken.problems)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_pdf_cut_anywhere_gives_pages_or_says_why_not(room, codes, pdf, share):
    whole = pdf(*(f"page {number} " * 40 for number in range(30)))
    reading = room.reading("cut.pdf", whole[: int(len(whole) * share)])
    assert codes(reading.problems)


@pytest.mark.parametrize("method", [pymupdf.PDF_ENCRYPT_RC4_40, pymupdf.PDF_ENCRYPT_AES_256])
def test_an_encrypted_pdf_is_named_with_none_and_with_a_wrong_password(room, codes, pdf, method):
    secret = pdf("secret", encryption=method, user_pw="right", owner_pw="owner")
    stored = room.stored("secret.pdf", secret)
    assert codes(room.read(stored).problems) == ["document-encrypted"]
    assert codes(room.read(stored, password="wrong").problems) == ["document-password-wrong"]  # noqa: S106 - a test's
    assert len(room.read(stored, password="right").pages) == 1  # noqa: S106


def test_a_script_of_a_pdf_is_named_and_not_run(room, codes):
    action = "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
    content = hostile.pdf(
        f"<</Type/Catalog/Pages 2 0 R{action}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    )
    assert codes(room.reading("script.pdf", content).problems) == ["document-active"]
