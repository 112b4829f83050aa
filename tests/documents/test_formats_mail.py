"""Outlook messages: shown like any e-mail, their attachments files of the portfolio."""

import pytest

from mrse_assess.terms import MediaKind

from .made_files import eml, msg


def test_an_outlook_message_shows_headers_words_and_the_names_of_its_attachments(room, words, codes):
    content = msg(attached=(("Report\u202e.txt", b"words"), ("pic.png", b"\x89PNG")))
    reading = room.reading("mail.msg", content)
    assert words(reading) == (
        "From A. Person <a@example.org> To B. Reader Date Mon, 02 Mar 2026 10:15:00 +0000 Subject Quench pipe "
        "Attachments Report\u27e8U+202E\u27e9.txt; pic.png The outlet is clear."
    )
    assert (reading.media, reading.rendered_by, codes(reading.problems)) == (MediaKind.EMAIL, "own e-mail layout 2", [])


def test_attachments_of_an_outlook_message_are_files_of_their_own(room, pdf, archive):
    zipped = archive(("n.txt", b"zipped"))
    taken = room.take(room.sent("mail.msg", msg(attached=(("../report.pdf", pdf("report")), ("more.zip", zipped)))))
    assert [(file.name, file.media) for file in taken.files] == [
        ("mail.msg", MediaKind.EMAIL),
        ("mail.msg/report.pdf", MediaKind.PDF),
        ("mail.msg/more.zip/n.txt", MediaKind.TEXT),
    ]


def test_a_message_attached_to_a_message_is_taken_in_with_its_own_attachments(room, words):
    inner = msg(subject="Inner", body="inner words", attached=(("deep.txt", b"deep words"),))
    taken = room.take(room.sent("outer.msg", msg(attached=(("inner.msg", inner),))))
    assert [file.name for file in taken.files] == ["outer.msg", "outer.msg/inner.msg", "outer.msg/inner.msg/deep.txt"]
    assert "inner words" in words(room.read(taken.files[1]))


def test_a_message_embedded_by_outlook_is_a_file_named_by_its_subject(room, words):
    inner = {"subject": "Zone IV access", "body": "inner words", "attached": (("deep.txt", b"deep words"),)}
    taken = room.take(room.sent("outer.msg", msg(embedded=(inner,))))
    names = [file.name for file in taken.files]
    assert names == ["outer.msg", "outer.msg/Zone IV access.msg", "outer.msg/Zone IV access.msg/deep.txt"]
    assert "inner words" in words(room.read(taken.files[1]))


def test_an_outlook_message_of_html_alone_is_turned_to_text(room, words):
    html = b"<p>Dear <b>all</b></p><script>alert(1)</script><img src='http://example.org/x.png'>"
    shown = words(room.reading("m.msg", msg(body=None, html=html)))
    assert shown.endswith("Quench pipe Dear all [picture]")


def test_a_message_under_another_name_is_known_by_its_content(room):
    assert room.stored("letter.doc", msg()).media is MediaKind.EMAIL


@pytest.mark.parametrize("length", [600, 1500, 4000])
def test_a_message_cut_short_is_a_named_problem_and_never_an_exception(room, codes, length):
    room.sent("folder/a.txt", b"something readable")
    room.sent("folder/m.msg", msg(attached=(("x.txt", b"words " * 900),))[:length])
    taken = room.take(room.folder / "sent/folder")
    read = room.read(taken.files[-1])
    assert read.pages or codes(read.problems)


def test_emails_in_archives_in_emails_are_followed_to_the_third_level_and_said_beyond(room, archive, codes):
    deepest = eml(("left.txt", b"not taken in"))
    source = archive(("one.eml", eml(("two.zip", archive(("three.eml", deepest))))))
    taken = room.take(room.sent("p.zip", source))
    assert [file.name for file in taken.files] == ["one.eml", "one.eml/two.zip/three.eml"]
    assert codes(taken.problems) == ["attachments-too-deep"]


def test_emoji_and_other_characters_beyond_the_first_plane_keep_their_meaning(room, words):
    text = "Done \U0001f600 \U0001f44d, vector \U0001d49c, digits \U0001d7cf\U0001d7d0"
    assert words(room.reading("m.eml", eml(body=text))).endswith(text)


def test_a_character_that_cannot_be_drawn_is_named(room, words):
    assert words(room.reading("m.eml", eml(body="no \U0001f9f2 here"))).endswith("no [magnet] here")
