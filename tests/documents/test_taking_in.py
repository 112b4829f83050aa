"""What a portfolio may look like on arrival, and what is never done with it."""

import errno
import io
import os
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pymupdf
import pytest

from mrse_assess.documents import IntakeLimits, PortfolioLockedError, take_in, visible
from mrse_assess.errors import BadRequestError, UnreadablePortfolioError, WorkerCrashError
from mrse_assess.terms import MediaKind

RIGHT, WRONG = "quench", "helium"  # passwords
SMALL = IntakeLimits(files=3, total_bytes=40_000, file_bytes=20_000, ratio=50, ratio_from_bytes=1000, batch_files=2)
MAIL = b"From: a@example.org\r\nTo: b@example.org\r\nSubject: Quench\r\n\r\nThe pipe is clear.\r\n"


def test_a_folder_gives_its_files_in_the_order_of_their_names_with_paths_inside_it(room, pdf, picture):
    for name, content in {"b/02 scan.png": picture(), "a.pdf": pdf("one"), "b/01 note.txt": b"words"}.items():
        room.sent(f"folder/{name}", content)
    taken = room.take(room.folder / "sent/folder")
    assert [(file.name, file.media) for file in taken.files] == [
        ("a.pdf", MediaKind.PDF),
        ("b/01 note.txt", MediaKind.TEXT),
        ("b/02 scan.png", MediaKind.IMAGE),
    ]
    assert taken.problems == ()


def test_numbers_in_names_of_files_and_folders_count_by_their_value(room):
    names = ["Part 2/Evidence 2.txt", "Part 2/evidence 9.txt", "Part 2/Evidence 010.txt", "Part 10/1.txt"]
    for name in reversed(names):
        room.sent(f"folder/{name}", name.encode())
    assert [file.name for file in room.take(room.folder / "sent/folder").files] == names


def test_originals_are_kept_unchanged_by_their_hash_and_read_only_for_this_user(room, pdf):
    content = pdf("one")
    stored = room.stored("portfolio.pdf", content)
    kept = room.originals / stored.sha256
    assert kept.read_bytes() == content
    assert stat.S_IMODE(kept.stat().st_mode) == 0o400
    assert stat.S_IMODE(room.originals.stat().st_mode) == 0o700
    assert [path.name for path in room.originals.iterdir()] == [stored.sha256]


def test_the_same_portfolio_taken_in_twice_has_the_same_digest_as_folder_and_as_zip(room, pdf, archive):
    one, two = pdf("one"), pdf("two")
    room.sent("folder/a.pdf", one)
    room.sent("folder/b.pdf", two)
    first = room.take(room.folder / "sent/folder")
    again = room.take(room.sent("p.zip", archive(("b.pdf", two), ("a.pdf", one))))
    assert first.digest == again.digest
    assert first.digest != room.take(room.sent("q.zip", archive(("b.pdf", two)))).digest


def test_a_file_is_known_by_its_content_not_by_its_name(room, pdf):
    assert room.stored("letter.docx", pdf("one")).media is MediaKind.PDF
    assert room.stored("scan.pdf", b"just words\n").media is MediaKind.TEXT


def test_names_that_point_outside_are_kept_inside_and_reported(room, archive, codes):
    names = ["../../etc/passwd", "/root/x.txt", "C:\\windows\\y.txt", "ok/../z.txt"]
    taken = room.take(room.sent("p.zip", archive(*((name, name.encode()) for name in names))))
    assert sorted(file.name for file in taken.files) == ["etc/passwd", "ok/z.txt", "root/x.txt", "windows/y.txt"]
    assert codes(taken.problems) == ["archive-name-outside"] * 4
    outside = {path.name for path in room.folder.rglob("*")} - {"originals", "sent", "p.zip"}
    assert outside == {file.sha256 for file in taken.files}


@pytest.mark.parametrize(
    "name", ["\u202egpj.exe.txt", "line\nbreak.txt", "x" * 300 + ".txt", "<img src=x onerror=alert(1)>.txt"]
)
def test_a_hostile_name_is_kept_as_sent_and_shown_safely(room, archive, name):
    taken = room.take(room.sent("p.zip", archive((name, b"words"))))
    assert taken.files[0].name == name
    assert visible(name).isprintable()


def test_a_name_longer_than_the_limit_loses_its_middle_and_keeps_its_ending(room, archive, codes):
    taken = room.take(room.sent("p.zip", archive(("x" * 5000 + "-end.txt", b"words"))))
    assert len(taken.files[0].name) <= 1000
    assert taken.files[0].name.endswith("-end.txt")
    assert codes(taken.problems) == ["file-name-shortened"]


def test_names_written_in_utf8_without_saying_so_are_read_as_meant(room, archive):
    content = bytearray(archive(("caf_ .txt", b"words")))
    for at in [found for found in range(len(content)) if content.startswith(b"caf_ .txt", found)]:
        content[at : at + 9] = "caf\u00e9.txt".encode()
    assert room.take(room.sent("p.zip", bytes(content))).files[0].name == "caf\u00e9.txt"


def test_two_entries_of_one_name_are_both_kept_and_reported(room, archive, codes):
    content = archive(("a/x.txt", b"first"), ("a/y.txt", b"second")).replace(b"a/y.txt", b"a/x.txt")
    taken = room.take(room.sent("p.zip", content))
    assert [file.name for file in taken.files] == ["a/x.txt", "a/x (2).txt"]
    assert len({file.sha256 for file in taken.files}) == 2
    assert codes(taken.problems) == ["archive-name-repeated"]


def test_equal_contents_under_two_names_are_noted(room, archive, codes):
    taken = room.take(room.sent("p.zip", archive(("a.txt", b"same"), ("b.txt", b"same"))))
    assert [file.name for file in taken.files] == ["a.txt", "b.txt"]
    assert codes(taken.problems) == ["file-repeated"]
    assert "b.txt has exactly the same content as a.txt" in taken.problems[0].found


def test_an_entry_that_packs_too_well_is_refused_and_the_rest_goes_on(room, archive, codes):
    taken = room.take(room.sent("p.zip", archive(("bomb.txt", bytes(15_000)), ("ok.txt", b"words"))), limits=SMALL)
    assert [file.name for file in taken.files] == ["ok.txt"]
    assert codes(taken.problems) == ["archive-entry-ratio"]
    assert len(list(room.originals.iterdir())) == 1


def test_a_size_that_the_archive_lies_about_is_counted_while_reading(room, archive, codes):
    content = bytearray(archive(("big.txt", os.urandom(30_000)), ("ok.txt", b"words"), compression=zipfile.ZIP_STORED))
    central = content.index(b"PK\x01\x02")
    content[central + 24 : central + 28] = struct.pack("<I", 10)  # the size it claims to unpack to
    taken = room.take(room.sent("p.zip", bytes(content)), limits=SMALL)
    assert [file.name for file in taken.files] == ["ok.txt"]
    assert codes(taken.problems) in (["file-too-large"], ["archive-entry-damaged"])


def test_limits_on_file_total_and_count_name_what_was_left_out(room, codes):
    for name, size in {"a": 25_000, "b": 19_000, "c": 19_000, "d": 19_000, "e": 10, "f": 10}.items():
        room.sent(f"folder/{name}.txt", (name * size).encode())
    taken = room.take(room.folder / "sent/folder", limits=SMALL)
    assert [file.name for file in taken.files] == ["b.txt", "c.txt"]
    assert codes(taken.problems) == ["file-too-large", "too-many-files"]
    taken = room.take(room.folder / "sent/folder", limits=IntakeLimits(total_bytes=40_000))
    assert [file.name for file in taken.files] == ["a.txt", "e.txt", "f.txt"]
    assert codes(taken.problems) == ["portfolio-too-large"] * 3


def test_of_three_thousand_entries_the_first_two_thousand_are_taken_in(room, codes):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for number in range(3000):
            target.writestr(f"{number:04}.txt", str(number))
    seen: list[tuple[int, int]] = []
    taken = room.take(room.sent("p.zip", out.getvalue()), progress=lambda done, total: seen.append((done, total)))
    assert len(taken.files) == 2000
    assert codes(taken.problems) == ["too-many-files"]
    assert seen[-1] == (2000, 2000)
    assert len(seen) == 40


def test_archives_three_deep_are_opened_and_a_fourth_is_kept_closed(room, archive, codes):
    nested = ("deep.txt", b"words")
    for name in ("four.zip", "three.zip", "two.zip"):
        nested = (name, archive(nested))
    taken = room.take(room.sent("one.zip", archive(nested, ("top.txt", b"top"))))
    assert [file.name for file in taken.files] == ["two.zip/three.zip/four.zip", "top.txt"]
    assert taken.files[0].media is MediaKind.UNSUPPORTED
    assert codes(taken.problems) == ["archive-too-deep"]


def test_entries_that_share_bytes_are_refused_and_the_rest_goes_on(room, archive, codes):
    entries = (("a.txt", b"first" * 40), ("b.txt", b"second"), ("c.txt", b"third"))
    content = bytearray(archive(*entries, compression=zipfile.ZIP_STORED))
    second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
    content[second + 42 : second + 46] = struct.pack("<I", 10)  # inside the first entry
    taken = room.take(room.sent("p.zip", bytes(content)))
    assert [file.name for file in taken.files] == ["c.txt"]
    assert codes(taken.problems) == ["archive-entry-overlaps"] * 2


def test_an_entry_with_a_wrong_checksum_is_reported_and_the_rest_goes_on(room, archive, codes):
    content = bytearray(archive(("a.txt", b"first words"), ("b.txt", b"second"), compression=zipfile.ZIP_STORED))
    content[content.index(b"first words")] ^= 1
    taken = room.take(room.sent("p.zip", bytes(content)))
    assert [file.name for file in taken.files] == ["b.txt"]
    assert codes(taken.problems) == ["archive-entry-damaged"]


def _encrypted(password: str, *entries: tuple[str, bytes]) -> bytes:
    """An archive encrypted in the traditional way, which the standard library reads but does not write."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in entries:
            info = zipfile.ZipInfo(name)
            check = bytes(11) + bytes([zlib.crc32(content) >> 24])
            target.writestr(info, _scrambled(check + content, password.encode()))
    content = bytearray(out.getvalue())
    with zipfile.ZipFile(io.BytesIO(content)) as written:
        infos = written.infolist()
    central = content.index(b"PK\x01\x02")
    for info, (_, plain) in zip(infos, entries, strict=True):
        for start, checksum, size, flags in (
            (info.header_offset, 14, 22, 6),
            (central, 16, 24, 8),
        ):
            content[start + flags] |= 1
            content[start + checksum : start + checksum + 4] = struct.pack("<I", zlib.crc32(plain))
            content[start + size : start + size + 4] = struct.pack("<I", len(plain))
        central = content.find(b"PK\x01\x02", central + 4)
    return bytes(content)


def _scrambled(content: bytes, password: bytes) -> bytes:
    """The traditional cipher of the zip format."""
    keys = [0x12345678, 0x23456789, 0x34567890]

    def update(byte: int) -> None:
        keys[0] = ~zlib.crc32(bytes([byte]), ~keys[0] & 0xFFFFFFFF) & 0xFFFFFFFF
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = ~zlib.crc32(bytes([keys[1] >> 24]), ~keys[2] & 0xFFFFFFFF) & 0xFFFFFFFF

    for byte in password:
        update(byte)
    out = bytearray()
    for byte in content:
        mask = (keys[2] | 2) & 0xFFFF
        out.append(byte ^ ((mask * (mask ^ 1)) >> 8 & 0xFF))
        update(byte)
    return bytes(out)


def test_an_encrypted_archive_opens_with_its_password_only(room, codes):
    source = room.sent("p.zip", _encrypted(RIGHT, ("a.txt", b"words about the quench pipe")))
    taken = room.take(source, password=RIGHT)
    assert (room.originals / taken.files[0].sha256).read_bytes() == b"words about the quench pipe"
    assert taken.problems == ()
    for wrong in (None, WRONG):
        with pytest.raises(PortfolioLockedError, match="password"):
            room.take(source, password=wrong)


def test_an_encrypted_entry_among_others_is_reported_and_the_rest_goes_on(room, archive, codes):
    inner = _encrypted(RIGHT, ("secret.txt", b"words"))
    taken = room.take(room.sent("p.zip", archive(("inner.zip", inner), ("open.txt", b"open"))))
    assert [file.name for file in taken.files] == ["open.txt"]
    assert codes(taken.problems) == ["archive-entry-encrypted"]


def test_what_systems_leave_behind_is_passed_over_with_one_note(room, archive, codes):
    names = ["__MACOSX/._a.txt", ".DS_Store", "sub/Thumbs.db", "~$letter.docx", "a.txt"]
    taken = room.take(room.sent("p.zip", archive(*((name, b"x") for name in names))))
    assert [file.name for file in taken.files] == ["a.txt"]
    assert codes(taken.problems) == ["files-ignored"]
    assert taken.problems[0].found.startswith("4 files")


def test_links_are_reported_and_never_followed(room, codes):
    secret = room.sent("elsewhere/secret.txt", b"not part of the portfolio")
    room.sent("folder/a.txt", b"words")
    (room.folder / "sent/folder/link.txt").symlink_to(secret)
    (room.folder / "sent/folder/folder-link").symlink_to(secret.parent)
    taken = room.take(room.folder / "sent/folder")
    assert [file.name for file in taken.files] == ["a.txt"]
    assert codes(taken.problems) == ["link-not-followed", "link-not-followed"]


def test_a_pipe_in_the_folder_does_not_hang_the_reader(room, codes):
    room.sent("folder/a.txt", b"words")
    os.mkfifo(room.folder / "sent/folder/pipe")
    assert codes(room.take(room.folder / "sent/folder").problems) == ["special-file"]


def test_attachments_of_an_email_are_files_of_their_own(room, pdf, archive):
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "Quench pipe"
    message.set_content("See attached.")
    message.add_attachment(pdf("report"), maintype="application", subtype="pdf", filename="../report.pdf")
    message.add_attachment(archive(("n.txt", b"zipped")), maintype="application", subtype="zip", filename="more.zip")
    taken = room.take(room.sent("mail.eml", message.as_bytes()))
    assert [(file.name, file.media) for file in taken.files] == [
        ("mail.eml", MediaKind.EMAIL),
        ("mail.eml/report.pdf", MediaKind.PDF),
        ("mail.eml/more.zip/n.txt", MediaKind.TEXT),
    ]


def _binder(*attached: tuple[str, bytes]) -> bytes:
    """A PDF of one page with files attached, as some programs bind a portfolio."""
    with pymupdf.open() as document:
        document.new_page().insert_text((60, 60), "Open the attachments")
        for name, content in attached:
            document.embfile_add(name, content, filename=name, ufilename=name)
        return document.tobytes()


def test_files_attached_to_a_pdf_are_files_of_their_own_however_deep(room, pdf):
    inner = _binder(("deep.pdf", pdf("deep")))
    taken = room.take(room.sent("binder.pdf", _binder(("../Evidence 1.pdf", pdf("one")), ("more.pdf", inner))))
    assert [(file.name, file.media) for file in taken.files] == [
        ("binder.pdf", MediaKind.PDF),
        ("binder.pdf/Evidence 1.pdf", MediaKind.PDF),
        ("binder.pdf/more.pdf", MediaKind.PDF),
        ("binder.pdf/more.pdf/deep.pdf", MediaKind.PDF),
    ]


def test_attachments_keep_to_the_limits(room, codes):
    taken = room.take(room.sent("binder.pdf", _binder(*((f"{n}.txt", b"x" * 9000) for n in range(5)))), limits=SMALL)
    assert [file.name for file in taken.files] == ["binder.pdf", "binder.pdf/0.txt", "binder.pdf/1.txt"]
    assert "too-many-files" in codes(taken.problems)
    limits = IntakeLimits(file_bytes=20_000)
    taken = room.take(room.sent("binder.pdf", _binder(("big.txt", b"x" * 30_000), ("ok.txt", b"ok"))), limits=limits)
    assert [file.name for file in taken.files] == ["binder.pdf", "binder.pdf/ok.txt"]
    assert codes(taken.problems) == ["file-too-large"]


def test_a_damaged_archive_among_other_files_is_reported(room, codes):
    room.sent("folder/broken.zip", b"PK\x03\x04" + bytes(50))
    room.sent("folder/a.txt", b"words")
    taken = room.take(room.folder / "sent/folder")
    assert [file.name for file in taken.files] == ["a.txt"]
    assert codes(taken.problems) == ["archive-damaged"]


def test_an_empty_file_is_reported(room, codes):
    room.sent("folder/empty.pdf", b"")
    room.sent("folder/a.txt", b"words")
    assert codes(room.take(room.folder / "sent/folder").problems) == ["file-empty"]


@pytest.mark.parametrize("content", [b"PK\x05\x06" + bytes(18), b"PK\x03\x04broken", b"\x7fELF" + bytes(99), b""])
def test_a_source_with_nothing_readable_is_refused(room, content):
    with pytest.raises(UnreadablePortfolioError):
        room.take(room.sent("p.zip", content))


def test_an_empty_folder_and_a_missing_path_are_refused(room):
    (room.folder / "empty").mkdir()
    with pytest.raises(UnreadablePortfolioError):
        room.take(room.folder / "empty")
    with pytest.raises(BadRequestError, match="check the path"):
        room.take(room.folder / "missing.pdf")


class _OneBadMember:
    """A pool whose worker dies whenever one member is in the batch."""

    closed = False

    def __init__(self, pool, bad: str, error: Exception) -> None:
        self.pool, self.bad, self.error = pool, bad, error

    def run(self, task, *args, **options):
        if task.__name__ == "store_members" and any(member.name == self.bad for member in args[0].members):
            Path(args[0].originals, "part-left-behind").write_bytes(b"half")
            raise self.error
        return self.pool.run(task, *args, **options)


@pytest.mark.parametrize("error", [WorkerCrashError("died"), IndexError("out of range"), PermissionError(13, "no")])
def test_a_member_that_fails_the_worker_costs_only_itself(room, pool, codes, error):
    for name in "abcde":
        room.sent(f"folder/{name}.txt", name.encode())
    failing = _OneBadMember(pool, "c.txt", error)
    taken = take_in(room.folder / "sent/folder", room.originals, failing, limits=IntakeLimits(batch_files=4))
    assert [file.name for file in taken.files] == ["a.txt", "b.txt", "d.txt", "e.txt"]
    assert codes(taken.problems) == ["file-not-taken-in"]
    assert not list(room.originals.glob("part-*"))


def test_a_full_disk_is_not_said_to_be_the_applicant_s_fault(room, pool):
    room.sent("folder/a.txt", b"words")
    failing = _OneBadMember(pool, "a.txt", OSError(errno.ENOSPC, "No space left on device"))
    with pytest.raises(BadRequestError, match="disk is full"):
        take_in(room.folder / "sent/folder", room.originals, failing)


def test_an_entry_without_a_name_is_kept(room, archive):
    content = archive(("x", b"words")).replace(b"\x01\x00\x00\x00x", b"\x01\x00\x00\x00x")
    name = content.index(b"PK\x01\x02")
    nameless = bytearray(content[: name + 28] + b"\0\0" + content[name + 30 : name + 46] + content[name + 47 :])
    end = nameless.index(b"PK\x05\x06")
    nameless[end + 12 : end + 16] = struct.pack("<I", end - name)
    nameless[26:28] = b"\0\0"
    nameless = bytearray(bytes(nameless[:30]) + bytes(nameless[31:]))
    end -= 1
    nameless[end + 16 : end + 20] = struct.pack("<I", name - 1)
    assert [file.name for file in room.take(room.sent("p.zip", bytes(nameless))).files] == ["unnamed"]


def test_too_many_files_inside_archives_are_said_once(room, archive, codes):
    inner = archive(*((f"{number}.txt", str(number).encode()) for number in range(9)))
    taken = room.take(room.sent("p.zip", archive(("one.zip", inner), ("two.zip", inner))), limits=SMALL)
    assert len(taken.files) == 2
    assert codes(taken.problems) == ["too-many-files"]


def test_mail_is_known_by_its_headers(room):
    assert room.stored("m.eml", MAIL).media is MediaKind.EMAIL
    assert room.stored("n.txt", b"Note: this is\nnot mail\nFrom: nobody").media is MediaKind.TEXT
