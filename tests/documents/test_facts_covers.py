"""Words under covers, decided by pixels: what must be found, what must not, what nobody can say."""

import io

import pymupdf
import pytest
from PIL import Image, ImageDraw

from mrse_assess.documents.facts import file_facts
from mrse_assess.terms import Tri

BLACK, WHITE, YELLOW = (0, 0, 0), (1, 1, 1), (1, 1, 0)
BOX = (70, 88, 200, 106)
AT = (72, 100)


@pytest.fixture
def covers(room):
    """The covers of a page that a function draws."""

    def found(draw):
        return facts(room, draw).covers

    return found


@pytest.fixture
def hidden(room):
    def found(draw):
        return facts(room, draw).hidden

    return found


def facts(room, draw):
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((72, 300), "The protocol was reviewed by the safety group in March.")
        draw(page)
        content = document.tobytes()
    file = room.stored("item.pdf", content)
    return file_facts(file, room.originals, room.cache, room.pool)


def png(size=(200, 40), colour=(0, 0, 0), draw=None, mode="RGB"):
    image = Image.new(mode, size, colour)
    if draw is not None:
        draw(ImageDraw.Draw(image))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_words_under_a_black_box_are_a_cover_and_readable(covers):
    def draw(page):
        page.insert_text(AT, "Jocasta Meredith")
        page.draw_rect(BOX, fill=BLACK, color=None)

    (cover,) = covers(draw)

    assert (cover.kind, cover.words, cover.readable) == ("fill", 2, Tri.YES)
    assert cover.box == (70.0, 88.0, 200.0, 106.0)


def test_words_under_a_white_box_are_a_cover(covers):
    def draw(page):
        page.insert_text(AT, "Jocasta Meredith")
        page.draw_rect(BOX, fill=WHITE, color=None)

    assert [cover.words for cover in covers(draw)] == [2]


def test_black_letters_drawn_after_a_black_box_are_a_cover(covers):
    def draw(page):
        page.draw_rect(BOX, fill=BLACK, color=None)
        page.insert_text(AT, "Jocasta Meredith")

    assert [cover.kind for cover in covers(draw)] == ["fill"]


def test_a_thick_line_through_words_is_a_cover(covers):
    def draw(page):
        page.insert_text(AT, "Jocasta Meredith")
        page.draw_line((70, 97), (200, 97), width=16)

    assert [cover.words for cover in covers(draw)] == [2]


def test_words_under_a_box_that_says_something_else_are_a_cover(covers):
    def draw(page):
        page.insert_text(AT, "Jocasta Meredith of ward seven")
        page.draw_rect((70, 88, 260, 106), fill=BLACK, color=None)
        page.insert_text((90, 100), "name", color=WHITE)

    assert [cover.kind for cover in covers(draw)] == ["fill"]


def test_an_annotation_filled_with_black_is_a_cover(covers):
    def draw(page):
        page.insert_text(AT, "Jocasta Meredith")
        box = page.add_rect_annot(BOX)
        box.set_colors(fill=BLACK, stroke=BLACK)
        box.update()

    assert [cover.words for cover in covers(draw)] == [2]


def test_words_of_a_turned_page_are_found_where_the_page_shows_them(covers):
    def draw(page):
        page.insert_text(AT, "Jocasta Meredith")
        page.draw_rect(BOX, fill=BLACK, color=None)
        page.set_rotation(90)

    (cover,) = covers(draw)

    assert cover.box == (842 - 106, 70, 842 - 88, 200)


def test_a_mark_for_redaction_that_was_not_applied_is_a_cover(covers):
    def draw(page):
        page.insert_text(AT, "Jocasta Meredith")
        page.add_redact_annot(BOX)

    (cover,) = covers(draw)

    assert (cover.kind, cover.words, cover.readable) == ("redact_annotation", 2, Tri.YES)


def test_an_applied_redaction_is_no_cover(covers):
    def draw(page):
        page.insert_text(AT, "Jocasta Meredith")
        page.add_redact_annot(BOX, fill=BLACK)
        page.apply_redactions()

    assert covers(draw) == ()


def test_white_words_on_a_dark_banner_are_no_cover(covers):
    def draw(page):
        page.draw_rect(BOX, fill=(0.1, 0.2, 0.4), color=None)
        page.insert_text(AT, "Risk and control", color=WHITE)

    assert covers(draw) == ()


def test_a_shaded_table_head_is_no_cover(covers):
    def draw(page):
        page.draw_rect(BOX, fill=(0.8, 0.85, 0.9), color=BLACK)
        page.insert_text(AT, "Risk and control")

    assert covers(draw) == ()


def test_a_highlighter_is_no_cover(covers):
    def draw(page):
        page.insert_text(AT, "Risk and control")
        page.add_highlight_annot(BOX)
        page.insert_text((72, 150), "Hazard and harm")
        page.draw_rect((70, 138, 200, 156), fill=YELLOW, color=None, fill_opacity=0.4)

    assert covers(draw) == ()


def test_a_box_without_words_under_it_is_no_cover(covers):
    assert covers(lambda page: page.draw_rect(BOX, fill=BLACK, color=None)) == ()


def test_a_box_beside_words_is_no_cover(covers):
    def draw(page):
        page.insert_text(AT, "Jocasta Meredith")
        page.draw_rect((70, 101, 200, 120), fill=BLACK, color=None)

    assert covers(draw) == ()


def test_a_frame_around_words_is_no_cover(covers):
    def draw(page):
        page.insert_text(AT, "Jocasta Meredith")
        page.draw_rect(BOX, color=BLACK)

    assert covers(draw) == ()


def test_words_drawn_again_on_a_box_are_no_cover(covers):
    def draw(page):
        page.insert_text(AT, "Risk and control")
        page.draw_rect(BOX, fill=WHITE, color=None)
        page.insert_text(AT, "Risk and control")

    assert covers(draw) == ()


def test_the_word_that_a_program_prints_on_a_sound_redaction_is_no_cover(covers):
    def draw(page):
        page.draw_rect(BOX, fill=BLACK, color=None)
        page.insert_text(AT, "[REDACTED]")

    assert covers(draw) == ()


def test_words_that_run_up_the_page_are_counted_as_words(covers):
    def draw(page):
        page.insert_text((100, 200), "Jocasta Meredith", rotate=90)
        page.draw_rect((85, 80, 105, 210), fill=BLACK, color=None)

    assert [cover.words for cover in covers(draw)] == [2]


def test_what_a_picture_over_words_hides_is_undetermined(covers):
    def draw(page):
        page.insert_text(AT, "Jocasta Meredith")
        page.insert_image(BOX, stream=png(), keep_proportion=False)

    (cover,) = covers(draw)

    assert (cover.kind, cover.words, cover.readable) == ("picture", 2, Tri.UNDETERMINED)


def test_a_picture_that_can_be_seen_through_is_no_cover(covers):
    def draw(page):
        page.insert_text(AT, "Approved by the chair")
        stamp = png(
            mode="RGBA", colour=(0, 0, 0, 0), draw=lambda pen: pen.ellipse((5, 2, 195, 38), outline=(200, 0, 0, 255))
        )
        page.insert_image(BOX, stream=stamp, keep_proportion=False)

    assert covers(draw) == ()


def scan(page, *, blackened=False, mode=3):
    """A picture of a page with its own layer of text."""
    with pymupdf.open() as drawn:
        paper = drawn.new_page()
        for line in range(20):
            paper.insert_text((72, 100 + 30 * line), "Jocasta Meredith was scanned on Tuesday", fontsize=14)
        if blackened:
            paper.draw_rect((70, 205, 340, 226), fill=BLACK, color=None)
        picture = paper.get_pixmap(dpi=100).tobytes("png")
    page.insert_image(page.rect, stream=picture)
    for line in range(20):
        page.insert_text(
            (72, 100 + 30 * line), "Jocasta Meredith was scanned on Tuesday", fontsize=14, render_mode=mode
        )


def test_the_text_of_a_scan_is_neither_covered_nor_hidden(room):
    with pymupdf.open() as document:
        scan(document.new_page())
        file = room.stored("scan.pdf", document.tobytes())

    found = file_facts(file, room.originals, room.cache, room.pool)

    assert (found.covers, found.hidden) == ((), ())


def test_a_scan_drawn_over_its_text_is_no_cover(room):
    with pymupdf.open() as document:
        page = document.new_page()
        for line in range(20):
            page.insert_text((72, 100 + 30 * line), "Jocasta Meredith was scanned on Tuesday", fontsize=14)
        with pymupdf.open() as drawn:
            drawn.insert_pdf(document)
            picture = drawn[0].get_pixmap(dpi=100).tobytes("png")
        page.insert_image(page.rect, stream=picture)
        file = room.stored("scan.pdf", document.tobytes())

    assert file_facts(file, room.originals, room.cache, room.pool).covers == ()


def test_a_page_that_is_a_picture_has_its_layer_whatever_the_picture_shows(room):
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text(AT, "Jocasta Meredith was scanned on Tuesday")
        wrong = png((400, 600), (255, 255, 255), lambda pen: pen.line((20, 60, 380, 80), fill=0, width=3))
        page.insert_image(page.rect, stream=wrong, keep_proportion=False)
        file = room.stored("scan.pdf", document.tobytes())

    assert file_facts(file, room.originals, room.cache, room.pool).covers == ()


def test_words_blackened_in_a_scan_alone_are_a_cover(room):
    with pymupdf.open() as document:
        scan(document.new_page(), blackened=True)
        file = room.stored("scan.pdf", document.tobytes())

    (cover,) = file_facts(file, room.originals, room.cache, room.pool).covers

    assert (cover.kind, cover.readable) == ("picture", Tri.YES)
    assert cover.words == 6


def test_a_box_drawn_on_a_scan_covers_its_layer(room):
    with pymupdf.open() as document:
        page = document.new_page()
        scan(page)
        page.draw_rect((70, 205, 340, 226), fill=WHITE, color=None)
        file = room.stored("scan.pdf", document.tobytes())

    assert [cover.kind for cover in file_facts(file, room.originals, room.cache, room.pool).covers] == ["fill"]


def test_a_scan_blackened_without_text_is_no_cover(room):
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_image(
            page.rect, stream=png((400, 600), (255, 255, 255), lambda pen: pen.rectangle((20, 20, 200, 40), fill=0))
        )
        file = room.stored("scan.pdf", document.tobytes())

    assert file_facts(file, room.originals, room.cache, room.pool).covers == ()


def test_invisible_words_are_hidden(hidden):
    (found,) = hidden(lambda page: page.insert_text(AT, "Jocasta Meredith", render_mode=3))

    assert (found.kind, found.words) == ("invisible", 2)


def test_invisible_words_over_drawn_letters_are_their_layer(hidden):
    def draw(page):
        for stroke in range(12):
            page.draw_line((74 + 8 * stroke, 92), (74 + 8 * stroke, 100))
        page.insert_text(AT, "Jocasta Meredith", render_mode=3)

    assert hidden(draw) == ()


def test_invisible_words_over_visible_ones_are_hidden(hidden):
    def draw(page):
        page.insert_text(AT, "Local rules of the unit")
        page.insert_text(AT, "Jocasta Meredith", render_mode=3)

    assert [(found.kind, found.words) for found in hidden(draw)] == [("invisible", 2)]


def test_words_too_small_to_be_seen_are_hidden(hidden):
    (found,) = hidden(lambda page: page.insert_text(AT, "Jocasta Meredith", fontsize=0.6))

    assert (found.kind, found.words) == ("invisible", 2)


def test_white_words_on_paper_are_hidden(hidden):
    (found,) = hidden(lambda page: page.insert_text(AT, "Jocasta Meredith", color=WHITE))

    assert (found.kind, found.words) == ("paper_coloured", 2)


def test_words_outside_the_page_are_hidden(hidden):
    (found,) = hidden(lambda page: page.insert_text((800, 100), "Jocasta Meredith"))

    assert (found.kind, found.words, found.box) == ("outside", 2, None)


def test_words_cut_off_by_the_page_box_are_hidden(hidden):
    def draw(page):
        page.insert_text((72, 20), "Jocasta Meredith")
        page.set_cropbox((0, 50, 595, 842))

    assert [(found.kind, found.words) for found in hidden(draw)] == [("outside", 2)]


def test_white_words_on_a_photograph_are_shown(hidden):
    def draw(page):
        page.insert_image(BOX, stream=png(colour=(40, 60, 80)), keep_proportion=False)
        page.insert_text(AT, "Jocasta Meredith", color=WHITE)

    assert hidden(draw) == ()


def test_a_page_too_large_to_draw_is_unseen(room):
    with pymupdf.open() as document:
        page = document.new_page(width=9000, height=9000)
        page.insert_text(AT, "Jocasta Meredith")
        page.draw_rect(BOX, fill=BLACK, color=None)
        file = room.stored("plan.pdf", document.tobytes())

    found = file_facts(file, room.originals, room.cache, room.pool)

    assert found.covers == ()
    assert {"covers", "hidden"} <= found.unseen
