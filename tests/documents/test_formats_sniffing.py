"""What a file is, told from its content."""

import io

import pytest
from extract_msg import OleWriter

from mrse_assess.documents.sniffing import sniff
from mrse_assess.terms import MediaKind

from .made_files import heic, msg, rtf, slides, xlsx


def compound(*streams: tuple[list[str], bytes]) -> bytes:
    """An old Office file that holds these streams."""
    writer = OleWriter()
    for path, content in streams:
        writer.addEntry(path, content)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


WORD = (["WordDocument"], b"\xec\xa5" + bytes(600))
LOCKED_WORD = (["WordDocument"], b"\xec\xa5" + bytes(8) + b"\x00\x01" + bytes(600))
BOOK = (["Workbook"], bytes(600))


@pytest.mark.parametrize(
    ("content", "media", "form"),
    [
        (compound(WORD), MediaKind.DOCX, "doc"),
        (compound(LOCKED_WORD), MediaKind.UNSUPPORTED, "office-encrypted"),
        (compound(WORD, (["ObjectPool", "_1", "Workbook"], b"inner")), MediaKind.DOCX, "doc"),
        (compound(BOOK, (["MBD1", "WordDocument"], b"inner")), MediaKind.SPREADSHEET, "xls"),
        (compound((["PowerPoint Document"], b"x"), (["MBD1", "Workbook"], b"inner")), MediaKind.SLIDES, "ppt"),
        (compound((["EncryptedPackage"], b"x"), (["EncryptionInfo"], b"x")), MediaKind.UNSUPPORTED, "office-encrypted"),
        (compound((["Something"], b"x")), MediaKind.UNSUPPORTED, "ole"),
        (msg(attached=(("a.doc", compound(WORD)),)), MediaKind.EMAIL, "msg"),
        (xlsx(), MediaKind.SPREADSHEET, "xlsx"),
        (slides(), MediaKind.SLIDES, "pptx"),
        (heic(), MediaKind.IMAGE, "heic"),
        (rtf("words"), MediaKind.DOCX, "rtf"),
        (b"\0\0\0\x18ftypisom" + bytes(40), MediaKind.UNSUPPORTED, "video"),
    ],
)
def test_the_kind_of_a_file_is_told_by_what_it_holds_and_not_by_its_name(tmp_path, content, media, form):
    path = tmp_path / "named.pdf"
    path.write_bytes(content)
    assert sniff(path) == (media, form)


def test_an_old_office_file_whose_directory_is_broken_is_told_by_the_names_in_it_however_far_back(tmp_path):
    path = tmp_path / "a.bin"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9_000_000) + "WordDocument".encode("utf-16-le"))
    assert sniff(path) == (MediaKind.DOCX, "doc")
