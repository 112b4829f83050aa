"""The bound document cut into the files that the applicant sends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pillow_heif
import pymupdf
from PIL import Image

from benchmarks.reading_set.set_aside.binding import Bound
from benchmarks.reading_set.set_aside.claims import Item
from benchmarks.reading_set.set_aside.opening import bundle_of
from benchmarks.reading_set.set_aside.scanner import draw_scanner, scan
from benchmarks.reading_set.set_aside.story import Story, folder_of


@dataclass(frozen=True, kw_only=True)
class Cut:
    """Pages of the bound document, from 1, that go into one file."""

    name: str
    first: int
    last: int


def cuts_of(story: Story, bound: Bound, pages: int) -> list[Cut]:
    """How the document is cut: not at all, into bundles, or one file for each item."""
    if story.axes["file"] == "pdf":
        return [Cut(name=_single(story), first=1, last=pages)]
    begin = min(bound.firsts.values())
    front = story.rng("front file").choice(
        ("00 Application and contents.pdf", "Portfolio front matter.pdf", "0_Contents.pdf", "Application.pdf")
    )
    made = [Cut(name=front, first=1, last=begin - 1)]
    if story.shape["files"] == "each":
        return made + [
            _cut(bound, folder_of(story, item) + story.files[item.id], (item,)) for item in story.claims.items
        ]
    bundles = list(dict.fromkeys(bundle_of(story, item.id) for item in story.claims.items))
    form = story.rng("bundle names").choice(("Bundle {}.pdf", "Volume {}.pdf", "Portfolio volume {}.pdf"))
    for letter, ids in zip("XYZ", bundles, strict=False):
        made.append(_cut(bound, form.format(letter), [item for item in story.claims.items if item.id in ids]))
    return made


def _cut(bound: Bound, name: str, items: Sequence[Item]) -> Cut:
    return Cut(name=name, first=bound.firsts[items[0].id], last=bound.firsts[items[-1].id] + items[-1].length - 1)


def _single(story: Story) -> str:
    last = story.person.name.split()[-1].replace("'", "")
    return story.rng("name").choice(
        ("Portfolio.pdf", f"MRSE_portfolio_{last}.pdf", f"{last} MRSE final.pdf", "combined.pdf", "scan0001.pdf")
    )


def cut_up(story: Story, bound: Bound) -> tuple[list[Cut], dict[str, bytes]]:
    """Every file with its bytes."""
    whole = pymupdf.open(stream=bound.sheets.pdf)
    cuts = cuts_of(story, bound, whole.page_count)
    by_name = {
        folder_of(story, item) + story.files[item.id]: item for item in story.claims.items if item.id in story.files
    }
    return cuts, {cut.name: _bytes(story, bound, whole, cut, by_name.get(cut.name)) for cut in cuts}


def _bytes(story: Story, bound: Bound, whole: pymupdf.Document, cut: Cut, item: Item | None) -> bytes:
    if item is not None and cut.name.endswith(".eml"):
        return _mail(item)
    if cut.name.endswith(tuple(_PICTURES)):
        return _photograph(whole[cut.first - 1], _PICTURES[cut.name[cut.name.rindex(".") :]])
    part = pymupdf.open()
    part.insert_pdf(whole, from_page=cut.first - 1, to_page=cut.last - 1)
    if story.axes["source"] != "digital":
        rng = story.rng("scan")
        scanner = draw_scanner(rng, layer=story.axes["source"] == "ocr_layer")
        part = scan(story.rng(f"scan {cut.name}"), part, scanner)
    if story.axes["segments"] == "bookmarks":
        part.set_toc(_outline(story, bound, cut))
    part.set_metadata(
        {
            "producer": story.look.producer,
            "title": "",
            "creationDate": "D:20250601120000Z",
            "modDate": "D:20250601120000Z",
        }
    )
    return bytes(part.tobytes(garbage=3, deflate=True, no_new_id=True))


def _photograph(page: pymupdf.Page, form: str) -> bytes:
    """The page as a picture of this form."""
    shot = page.get_pixmap(dpi=130)
    picture = Image.frombytes("RGB", (shot.width, shot.height), shot.samples)
    held = BytesIO()
    picture.save(held, form, quality=80)
    return held.getvalue()


def _outline(story: Story, bound: Bound, cut: Cut) -> list[list[object]]:
    form = story.rng("outline").choice(("{0} {1}", "{0}: {1}", "{0} - {1}"))
    marks = [("Contents", bound.pages("c")), ("Cross reference table", bound.pages("t"))]
    entries = [(pages[0], name) for name, pages in marks if pages]
    entries += [
        (bound.firsts[item.id], form.format(story.claims.labels.long(item.id), item.title))
        for item in story.claims.items
    ]
    return [[1, name, page - cut.first + 1] for page, name in sorted(entries) if cut.first <= page <= cut.last]


def _mail(item: Item) -> bytes:
    head, *rest = (block.text for block in item.paper.pages[0])
    fields = dict(line.split(": ", 1) for line in head.split("\n"))
    mail = EmailMessage()
    for name, value in (
        ("From", _address(fields["From"])),
        ("To", _address(fields["To"])),
        ("Subject", fields["Subject"]),
    ):
        mail[name] = value
    mail["Date"] = "Tue, 14 May 2024 10:12:00 +0100"
    mail.set_content("\n\n".join(rest) + "\n")
    return mail.as_bytes()


def _address(name: str) -> str:
    return f"{name} <{name.split(maxsplit=1)[0].lower()}@hospital.invalid>"


def write_folder(files: Mapping[str, bytes], folder: Path) -> Path:
    """The files in a folder of the applicant's."""
    for name, data in files.items():
        path = folder / "portfolio" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / "portfolio"


def write_zip(files: Mapping[str, bytes], path: Path) -> Path:
    """The files in a zip, with one date for all so that the bytes are the same each time."""
    path.write_bytes(zipped(files))
    return path


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = ZipInfo(name, (2025, 6, 1, 12, 0, 0))
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, data)
    return held.getvalue()


_PICTURES: Final = {".jpg": "JPEG", ".png": "PNG", ".tif": "TIFF", ".heic": "HEIF"}
pillow_heif.register_heif_opener()
