"""Files inside PDF files: portfolios, attachments, files pinned to a page, and how deep they are followed."""

import pymupdf

from mrse_assess.terms import MediaKind

from .made_files import binder, eml, msg


def names(taken) -> list[str]:
    return [file.name for file in taken.files]


def portfolio(*members: tuple[str, bytes]) -> bytes:
    """A PDF portfolio: a cover sheet and a collection of files, as Acrobat makes one."""
    with pymupdf.open("pdf", binder(*members)) as document:
        document.xref_set_key(document.pdf_catalog(), "Collection", "<</Type/Collection/View/D>>")
        return document.tobytes()


def test_the_files_of_a_pdf_portfolio_are_files_of_their_own(room, pdf):
    taken = room.take(room.sent("portfolio.pdf", portfolio(("Evidence 1.pdf", pdf("one")), ("mail.msg", msg()))))
    assert [(file.name, file.media) for file in taken.files] == [
        ("portfolio.pdf", MediaKind.PDF),
        ("portfolio.pdf/Evidence 1.pdf", MediaKind.PDF),
        ("portfolio.pdf/mail.msg", MediaKind.EMAIL),
    ]


def test_files_pinned_to_a_page_are_taken_in_too(room):
    taken = room.take(room.sent("p.pdf", binder(("whole.txt", b"whole"), pinned=(("../pinned.txt", b"pinned"),))))
    assert names(taken) == ["p.pdf", "p.pdf/whole.txt", "p.pdf/pinned.txt"]


def test_a_pdf_in_an_email_in_an_archive_gives_its_attachments(room, archive):
    inner = binder(("deep.txt", b"deep words"))
    taken = room.take(room.sent("p.zip", archive(("mail.eml", eml(("b.pdf", inner))))))
    assert names(taken) == ["mail.eml", "mail.eml/b.pdf", "mail.eml/b.pdf/deep.txt"]


def test_pdf_files_inside_each_other_are_followed_to_the_third_level_and_said_beyond(room, codes):
    content = binder(("five.txt", b"not taken in"))
    for name in ("four.pdf", "three.pdf", "two.pdf"):
        content = binder((name, content))
    taken = room.take(room.sent("one.pdf", content))
    assert names(taken)[-1] == "one.pdf/two.pdf/three.pdf/four.pdf"
    assert codes(taken.problems) == ["attachments-too-deep"]
    assert "four.pdf" in taken.problems[0].found


def test_archives_attached_to_a_pdf_keep_to_the_depth(room, archive, codes):
    nested = archive(("x.txt", b"words"))
    for number in range(3):
        nested = archive((f"{number}.zip", nested))
    taken = room.take(room.sent("p.pdf", binder(("a.zip", nested))))
    assert codes(taken.problems) == ["archive-too-deep"]


def test_an_email_with_a_bomb_attached_costs_only_the_bomb(room, archive, codes):
    bomb = archive(("zeros.txt", bytes(30 * 1024 * 1024)))
    taken = room.take(room.sent("p.zip", archive(("mail.eml", eml(("bomb.zip", bomb), ("note.txt", b"words"))))))
    assert names(taken) == ["mail.eml", "mail.eml/note.txt"]
    assert codes(taken.problems) == ["archive-entry-ratio"]
