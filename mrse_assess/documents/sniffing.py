"""What kind of file some bytes are, by their content. Runs in the worker."""
# mypy: disable-error-code="no-untyped-call"
# olefile carries no types.

import mmap
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from mrse_assess.terms import MediaKind

HEAD_BYTES = 64 * 1024
_MANIFEST_BYTES = 1024 * 1024

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
    (b"\x1f\x8b", "gzip"),
    (b"%!PS", "postscript"),
    (b"ID3", "audio"),
    (b"\x1aE\xdf\xa3", "video"),
)
_MEDIA: Mapping[MediaKind, frozenset[str]] = MappingProxyType(
    {
        MediaKind.PDF: frozenset({"pdf"}),
        MediaKind.DOCX: frozenset({"docx", "doc", "odt", "rtf"}),
        MediaKind.IMAGE: frozenset({"png", "jpeg", "gif", "bmp", "tiff", "webp", "heic"}),
        MediaKind.EMAIL: frozenset({"eml", "msg"}),
        MediaKind.TEXT: frozenset({"text", "html", "csv"}),
        MediaKind.SPREADSHEET: frozenset({"xlsx", "xls", "ods"}),
        MediaKind.SLIDES: frozenset({"pptx", "ppt", "odp"}),
    }
)
_OLE_STREAMS = (
    ("EncryptedPackage", "office-encrypted"),
    ("__properties_version1.0", "msg"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
_FIB_FLAGS = 10  # where the flags of an old Word file stand
_FIB_ENCRYPTED = 0x01  # in the second byte of them
_HEIF_BRANDS = frozenset(
    {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1", b"avif", b"avis"}
)
_PACKAGES = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
)
_OPEN_DOCUMENT = (("text", "odt"), ("spreadsheet", "ods"), ("presentation", "odp"))
_MAIL_HEADER = re.compile(
    rb"^(from|to|cc|subject|date|message-id|mime-version|received|return-path|delivered-to):", re.IGNORECASE
)
_HEADER_LINE = re.compile(rb"^[!-9;-~]+:")
_HTML = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_MAIL_HEADERS_NEEDED = 2


def sniff(path: Path) -> tuple[MediaKind, str]:
    """The media kind of the file at ``path`` and its finer form."""
    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    form = _form(head, path)
    return _media(form), form


def _media(form: str) -> MediaKind:
    return next((media for media, forms in _MEDIA.items() if form in forms), MediaKind.UNSUPPORTED)


def _form(head: bytes, path: Path) -> str:
    if not head:
        return "empty"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_form(path)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    form = next((form for magic, form in _MAGIC if head.startswith(magic)), None)
    if form == "ole":
        return _ole_form(path)
    return form or _container_form(head) or _text_form(head) or "unknown"


def _container_form(head: bytes) -> str | None:
    if head[:4] == b"RIFF":
        return {b"WEBP": "webp", b"AVI ": "video", b"WAVE": "audio"}.get(head[8:12], "unknown")
    if head[:2] == b"BM" and head[6:10] == bytes(4):
        return "bmp"
    if head[4:8] == b"ftyp":
        return "heic" if head[8:12] in _HEIF_BRANDS else "video"
    return None


def _zip_form(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = frozenset(info.filename for info in archive.infolist())
            if "[Content_Types].xml" in names:
                return next((form for part, form in _PACKAGES if part in names), "zip")
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:  # noqa: PLR2004 - a media type is short
                kind = archive.read("mimetype").decode("latin-1")
                form = next((form for word, form in _OPEN_DOCUMENT if f"opendocument.{word}" in kind), "zip")
                return "office-encrypted" if form != "zip" and _is_locked(archive) else form
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return "zip"  # the archive reader says what is wrong with it
    return "zip"


def _is_locked(archive: zipfile.ZipFile) -> bool:
    """Whether an OpenDocument file is protected by a password, as its list of contents says."""
    try:
        with archive.open("META-INF/manifest.xml") as stream:
            return b"encryption-data" in stream.read(_MANIFEST_BYTES)
    except KeyError:
        return False


def _ole_form(path: Path) -> str:
    """By what stands at the top of the file; one whose directory is broken, by the names anywhere in it."""
    import olefile

    try:
        with olefile.OleFileIO(path) as file:
            top = {entry[0].lower() for entry in file.listdir() if entry}
            form = next((form for name, form in _OLE_STREAMS if name.lower() in top), "ole")
            if form == "doc":
                with file.openstream("WordDocument") as stream:
                    flags = stream.read(_FIB_FLAGS + 2)[_FIB_FLAGS:]
                return "office-encrypted" if flags[1:] and flags[1] & _FIB_ENCRYPTED else "doc"
            return form
    except Exception:  # noqa: BLE001 - the library raises many kinds on broken files; what is wrong is said on reading
        return _ole_form_by_names(path)


def _ole_form_by_names(path: Path) -> str:
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return next((form for name, form in _OLE_STREAMS if content.find(name.encode("utf-16-le")) >= 0), "ole")


def _text_form(head: bytes) -> str | None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "text"
    if b"\0" in head or _share_of_controls(head) > 0.01:  # noqa: PLR2004 - one control in a hundred is not writing
        return None
    if _HTML.match(head):
        return "html"
    return "eml" if _looks_like_mail(head) else "text"


def _share_of_controls(head: bytes) -> float:
    controls = sum(head.count(bytes([code])) for code in range(32) if code not in {9, 10, 12, 13, 27})
    return controls / len(head)


def _looks_like_mail(head: bytes) -> bool:
    """Whether the first lines are message headers: at least two of the usual ones and nothing but header lines."""
    found = 0
    lines = head.lstrip(b"\xef\xbb\xbf").splitlines()
    if lines and lines[0].startswith(b"From "):  # a mailbox separator
        lines = lines[1:]
    for line in lines[:200]:
        if not line.strip():
            break
        if line[:1] in b" \t":
            continue
        if not _HEADER_LINE.match(line):
            return False
        found += bool(_MAIL_HEADER.match(line))
    return found >= _MAIL_HEADERS_NEEDED


UNSUPPORTED_WORDS = {
    "doc": ("an old Word file (.doc)", "Ask the applicant to save it as PDF or .docx."),
    "ppt": ("an old PowerPoint file (.ppt)", "Ask the applicant to save it as PDF."),
    "odt": ("an OpenDocument text (.odt)", "Ask the applicant to save it as PDF or .docx."),
    "odp": ("an OpenDocument presentation (.odp)", "Ask the applicant to save it as PDF."),
    "office-encrypted": (
        "an Office file protected by a password",
        "Ask the applicant to save it without a password, or as PDF.",
    ),
    "rtf": ("a rich text file (.rtf)", "Ask the applicant to save it as PDF or .docx."),
    "video": ("a video", "Ask the applicant for a written account of what it shows."),
    "audio": ("a sound recording", "Ask the applicant for a written account of what it holds."),
    "postscript": ("a PostScript file", "Ask the applicant to save it as PDF."),
    "7z": ("a 7-Zip archive", "Ask the applicant for a .zip archive or the files themselves."),
    "rar": ("a RAR archive", "Ask the applicant for a .zip archive or the files themselves."),
    "gzip": ("a compressed archive", "Ask the applicant for a .zip archive or the files themselves."),
    "zip": ("an archive too deep inside others", "Ask the applicant for its files outside an archive."),
    "ole": ("an old Office file of an unknown kind", "Ask the applicant to save it as PDF."),
}
UNKNOWN_WORDS = ("a file of a kind that cannot be read here", "Ask the applicant to save it as PDF.")
