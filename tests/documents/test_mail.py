"""E-mails: what is shown of them, whatever shape they are in."""

from email.message import EmailMessage

import pytest

from mrse_assess.terms import MediaKind

HEAD = b"From: a@example.org\nSubject: x\n"


def message(body: str = "The quench pipe outlet is blocked.\n  Please advise.", **headers: str) -> EmailMessage:
    built = EmailMessage()
    for name, value in {"From": "A. Person <a@example.org>", "To": "b@example.org", "Subject": "Quench pipe"}.items():
        built[name] = value
    built["Date"] = "Mon, 02 Mar 2026 10:15:00 +0000"
    for name, value in headers.items():
        built[name] = value
    built.set_content(body)
    return built


def test_headers_and_words_are_shown(room, words, codes):
    reading = room.reading("m.eml", message(Cc="c@example.org").as_bytes())
    shown = words(reading)
    assert shown.startswith(
        'From "A. Person" <a@example.org> To b@example.org Cc c@example.org '
        "Date Mon, 02 Mar 2026 10:15:00 +0000 Subject Quench pipe"
    )
    assert shown.endswith("The quench pipe outlet is blocked. Please advise.")
    assert (reading.media, reading.rendered_by, codes(reading.problems)) == (MediaKind.EMAIL, "own e-mail layout 2", [])


def test_attachments_are_listed_by_name(room, words):
    built = message()
    built.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="report\u202e.pdf")
    assert "Attachments report\u27e8U+202E\u27e9.pdf" in words(room.reading("m.eml", built.as_bytes()))


def test_the_plain_words_are_preferred_to_html(room, words):
    built = message("plain words")
    built.add_alternative("<p>html words</p>", subtype="html")
    shown = words(room.reading("m.eml", built.as_bytes()))
    assert "plain words" in shown
    assert "html words" not in shown


def test_html_alone_is_turned_to_text_and_nothing_is_fetched(room, words):
    built = message()
    html = (
        "<html><head><title>no</title><style>p{}</style><body><p>Dear &amp; all</p><script>alert(1)</script>"
        "<table><tr><td>Zone</td><td>IV</td></tr></table><ul><li>first</li></ul>"
        "<img src='http://example.org/x.png' alt='logo'>"
        "<a href='http://example.org'>the link</a>"
    )
    built.set_content(html, subtype="html")
    shown = words(room.reading("m.eml", built.as_bytes()))
    assert shown.endswith("Dear & all Zone | IV \u2022 first [picture: logo] the link")


def test_an_unknown_character_set_is_read_as_well_as_can_be_and_said_so(room, words, codes):
    content = message().as_bytes().replace(b'charset="utf-8"', b'charset="x-unheard-of"')
    reading = room.reading("m.eml", content)
    assert "quench pipe outlet" in words(reading)
    assert codes(reading.problems) == ["mail-part-unreadable"]


@pytest.mark.parametrize(
    "content",
    [
        b"From: a@example.org\nSubject: =?utf-8?q?broken=ZZ?=\nTo: <<<>>>, ;;\nDate: no date\n\nthe words\n",
        HEAD + b"Content-Type: multipart/mixed; boundary=zz\n\n--zz\nContent-Type: text/plain\n\nthe words\n",
        HEAD + b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\ndGhlIHdvcmRz!!!\n",
        b"From someone Mon Mar  2 10:00:00 2026\nFrom: a@example.org\nSubject: x\n\nthe words\n",
        b"From: a@example.org\nSubject: x\nContent-Type: multipart/mixed\n\nthe words\n",
        b"\xef\xbb\xbfFrom: a@example.org\nSubject: x\n\nthe words\n",
    ],
)
def test_broken_messages_are_shown_as_far_as_they_go(room, words, content):
    room.sent("folder/z.txt", b"so that something is readable")
    room.sent("folder/a.eml", content)
    stored = room.take(room.folder / "sent/folder").files[0]
    assert "words" in words(room.read(stored))


def test_an_attached_message_is_a_file_of_its_own(room):
    built = message()
    built.add_attachment(message("inner words", Cc="d@example.org"))
    names = [(file.name, file.media) for file in room.take(room.sent("m.eml", built.as_bytes())).files]
    assert names == [("m.eml", MediaKind.EMAIL), ("m.eml/part 2.eml", MediaKind.EMAIL)]


def test_markup_in_headers_stays_text(room, words):
    content = b"From: <img src=x>@example.org\nTo: b@example.org\nSubject: </td><b>bold</b> &amp;\n\n<i>words</i>\n"
    assert "</td><b>bold</b> &amp; <i>words</i>" in words(room.reading("m.eml", content))
