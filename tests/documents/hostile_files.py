"""Files made to hang, crash, fill or fool a reader. Each builder gives the bytes of one; all of them are small."""

import io
import struct
import zipfile
import zlib


def pdf(*objects: str | bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with a right table of places."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        body = content if isinstance(content, bytes) else content.encode("latin-1")
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(places) + 1, rows))
    out.write(b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, root, start))
    return out.getvalue()


def stream(content: bytes, entries: str = "", *, packed: bool = False) -> bytes:
    if packed:
        content, entries = zlib.compress(content, 9), f"{entries}/Filter/FlateDecode"
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries.encode(), len(content), content)


def page(
    content: bytes = b"", *more: str | bytes, box: str = "[0 0 595 842]", entries: str = "", packed: bool = False
) -> bytes:
    """A PDF of one page with this content; ``more`` are objects from number 5."""
    return pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox{box}/Contents 4 0 R{entries}>>",
        stream(content, packed=packed),
        *more,
    )


TEXT = b"BT /F 12 Tf 60 700 Td (words that survive) Tj ET"
FONT = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"


def many_pages(count: int) -> bytes:
    """A PDF of so many pages, all of them showing the same words."""
    kids = " ".join(f"{number} 0 R" for number in range(4, count + 4))
    one = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<<{FONT}>>>>"
    pages = f"<</Type/Pages/Kids[{kids}]/Count {count}>>"
    return pdf("<</Type/Catalog/Pages 2 0 R>>", pages, stream(TEXT), *[one] * count)


def recursive_form() -> bytes:
    form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
    entries = "/Resources<</XObject<</X 5 0 R>>>>"
    return page(b"/X Do", stream(b"/X Do /X Do", form), entries=entries)


def doubling_forms(levels: int = 40) -> bytes:
    """Each form draws the next one twice: two to the power of ``levels`` drawings."""
    forms = [
        stream(
            b"/X Do /X Do",
            f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {number + 6} 0 R>>>>",
        )
        for number in range(levels)
    ]
    last = stream(b"0 0 9 9 re f", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return page(b"/X Do", *forms, last, entries="/Resources<</XObject<</X 5 0 R>>>>")


def recursive_type3_font() -> bytes:
    font = (
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 97/LastChar 97/Widths[9]"
        "/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>"
    )
    glyph = stream(b"9 0 d0 BT /F 9 Tf (aa) Tj ET")
    return page(b"BT /F 9 Tf 60 60 Td (aa) Tj ET", font, glyph, entries="/Resources<</Font<</F 5 0 R>>>>")


def many_annotations(count: int = 100_000) -> bytes:
    notes = [b"<</Type/Annot/Subtype/Ink/Rect[0 0 9 9]/InkList[[0 0 9 9]]>>"] * count
    places = " ".join(f"{number} 0 R" for number in range(6, count + 6))
    entries = f"/Resources<<{FONT}>>/Annots[{places}]"
    return page(TEXT, "null", *notes, entries=entries)


def endless_content() -> bytes:
    """Some kilobytes that unpack to 100 million bytes of drawing."""
    return page(b"0 0 m 9 9 l S " * 7_000_000 + TEXT, entries=f"/Resources<<{FONT}>>", packed=True)


def gigantic_picture() -> bytes:
    entries = "/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB"
    return page(
        b"q 500 0 0 500 0 0 cm /X Do Q",
        stream(bytes(30_000), entries, packed=True),
        entries="/Resources<</XObject<</X 5 0 R>>>>",
    )


def packed_again_and_again(levels: int = 6) -> bytes:
    """A content stream packed several times over, as filters allow."""
    content = bytes(60_000_000)
    for _ in range(levels):
        content = zlib.compress(content, 9)
    entries = f"<</Length {len(content)}/Filter[{'/FlateDecode ' * levels}]>>".encode()
    return pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        entries + b"stream\n" + content + b"\nendstream",
    )


def looping_page_tree() -> bytes:
    return pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>")


def deep_page_tree(depth: int = 20_000) -> bytes:
    nodes = [f"<</Type/Pages/Kids[{number + 3} 0 R]/Count 1>>" for number in range(depth)]
    return pdf("<</Type/Catalog/Pages 2 0 R>>", *nodes, "<</Type/Page/MediaBox[0 0 595 842]>>")


def false_count() -> bytes:
    return pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 4000000>>")


def looping_outline() -> bytes:
    return pdf(
        "<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        "<</First 5 0 R/Last 5 0 R/Count 1>>",
        "<</Title(a)/Parent 4 0 R/Next 5 0 R/First 5 0 R/Last 5 0 R/Dest[3 0 R/Fit]>>",
    )


def looping_attachments() -> bytes:
    return pdf(
        "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 4 0 R>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        "<</Kids[4 0 R 4 0 R]/Limits[(a)(z)]>>",
    )


def attached_bomb() -> bytes:
    """An attachment of 400 million zeros that says it has ten bytes."""
    packed = zlib.compressobj(9)
    content = b"".join(packed.compress(bytes(1_000_000)) for _ in range(400)) + packed.flush()
    file = b"<</Type/EmbeddedFile/Params<</Size 10>>/Filter/FlateDecode/Length %d>>stream\n" % len(content)
    return pdf(
        "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.txt) 4 0 R(b.txt) 6 0 R]>>>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        "<</Type/Filespec/F(a.txt)/UF(a.txt)/EF<</F 5 0 R>>>>",
        file + content + b"\nendstream",
        "<</Type/Filespec/F(b.txt)/UF(b.txt)/EF<</F 7 0 R>>>>",
        stream(b"words", "/Type/EmbeddedFile/Params<</Size 5>>"),
    )


def crossed_tables() -> bytes:
    """A table of places that is its own predecessor."""
    good = page(TEXT, entries=f"/Resources<<{FONT}>>")
    start = good.rindex(b"startxref\n") + 10
    place = good[start:].split(b"\n")[0]
    return good.replace(b"/Root 1 0 R>>", b"/Root 1 0 R/Prev " + place + b">>")


def wrong_places() -> bytes:
    """Every place in the table is wrong."""
    good = page(TEXT, entries=f"/Resources<<{FONT}>>")
    start = good.index(b"xref\n")
    return good[:start] + good[start:].replace(b" 00000 n", b" 00007 n").replace(b"00000000", b"00000999")


def nested(opening: bytes, times: int = 200_000) -> bytes:
    return page(opening * times)


PDFS = {
    "bytes after the head": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "cut short": many_pages(40)[:3000],
    "no pages": false_count(),
    "no objects": b"%PDF-1.7\n%%EOF",
    "own predecessor": crossed_tables(),
    "wrong places": wrong_places(),
    "looping page tree": looping_page_tree(),
    "deep page tree": deep_page_tree(),
    "looping outline": looping_outline(),
    "looping attachments": looping_attachments(),
    "recursive form": recursive_form(),
    "recursive font": recursive_type3_font(),
    "nested arrays": nested(b"["),
    "nested dictionaries": nested(b"<<"),
    "nested states": nested(b"q "),
    "nested marks": nested(b"/P BMC "),
    "huge page": page(TEXT, box="[0 0 1e9 1e9]", entries=f"/Resources<<{FONT}>>"),
    "page without end": page(TEXT, box="[-1e38 -1e38 1e38 1e38]", entries=f"/Resources<<{FONT}>>"),
    "page turned inside out": page(TEXT, box="[842 595 0 0]", entries=f"/Resources<<{FONT}>>/Rotate 91"),
    "page without size": page(TEXT, box="[0 0 0 0]", entries=f"/Resources<<{FONT}>>"),
    "gigantic picture": gigantic_picture(),
    "numbers without end": page(b"9" * 500_000 + b" 0 m " + b"1" * 400 + b"." + b"1" * 400 + b" 0 l S"),
    "unfinished text": page(b"BT (" + b"(" * 300_000),
}
"""Those that a reader is done with at once."""


def zip_of(*entries: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as target:
        for name, content in entries:
            target.writestr(zipfile.ZipInfo(name), content, compression)
    return out.getvalue()


def with_link(name: str, target: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.external_attr = 0o120777 << 16
        archive.writestr(info, target)
        archive.writestr("a.txt", "words")
    return out.getvalue()


def picture_head(width: int, height: int) -> bytes:
    """A PNG that says it has this size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
