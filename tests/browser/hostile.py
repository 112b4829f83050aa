"""Texts that attack whoever shows them, and portfolios that carry them in every place an applicant can write to.

Each payload that makes an element gives it the id or class ``hz``, and each that runs sets ``window.__ran``.
"""

import io
import zipfile
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from itertools import zip_longest
from pathlib import Path

RAN = "window.__ran=1"
PAYLOADS = (
    f"<script id=hz>{RAN}</script>",
    f"</script><script id=hz>{RAN}</script>",
    f"<img id=hz src=x onerror={RAN}>",
    f'"><img id=hz src=x onerror="{RAN}">',
    f"'><svg id=hz onload={RAN}>",
    f"<svg id=hz><script>{RAN}</script></svg>",
    f"<svg id=hz><animate onbegin={RAN} attributeName=x dur=1s>",
    f"<math id=hz><mtext></mtext><mglyph><style><img src=x onerror={RAN}></style></math>",
    f"<math id=hz href=javascript:{RAN}>click</math>",
    f"<body id=hz onload={RAN}>",
    f"<details id=hz open ontoggle={RAN}>",
    f"<input id=hz autofocus onfocus={RAN}>",
    f"<video id=hz><source onerror={RAN}></video>",
    f"<iframe id=hz src=javascript:{RAN}></iframe>",
    '<iframe id=hz srcdoc="<script>parent.__ran=1</script>"></iframe>',
    "<object id=hz data=http://192.0.2.1/x></object>",
    "<embed id=hz src=//192.0.2.1/x>",
    "<link id=hz rel=stylesheet href=//192.0.2.1/x.css>",
    "<base id=hz href=//192.0.2.1/>",
    "<meta id=hz http-equiv=refresh content='0;url=//192.0.2.1/'>",
    "<form id=hz action=//192.0.2.1/><button>Send</button></form>",
    f"<a id=hz href=javascript:{RAN}>click</a>",
    f"javascript:{RAN}//",
    f"data:text/html,<script id=hz>{RAN}</script>",
    "<style id=hz>*{background:url(//192.0.2.1/x)}</style>",
    "<div id=hz style='position:fixed;inset:0;background:red'>",
    "</textarea><b id=hz>out</b>",
    "</title></style></noscript><b id=hz>out</b>",
    "<!--><b id=hz>out</b>-->",
    "<![CDATA[<b id=hz>]]>",
    "&lt;script&gt;window.__ran=1&lt;/script&gt;",
    "&#60;b id=hz&#62;entities&#60;/b&#62;",
    "&amp;lt;b&amp;gt; &nbsp; &copy;",
    "{{constructor.constructor('window.__ran=1')()}}",
    "${window.__ran=1} #{7*7} <%= 7*7 %> {% 7*7 %}",
    "$(touch hz) `touch hz` ; touch hz",
    "%s %n %x {0} {hz.__class__}",
    "[hz](javascript:window.__ran=1) ![x](//192.0.2.1/x)",
    "$$\\require{hz}\\href{javascript:window.__ran=1}{x}$$",
    '=HYPERLINK("http://192.0.2.1/","hz")',
    "=cmd|' /C calc'!A0",
    "+1+1 and @SUM(A1:A9)",
    "'; DROP TABLE events; --",
    "..\\..\\..\\hz.txt",
    "CON.NUL.hz",
    "quench \u202egnp.hz\u202c pipe",
    "\u2066isolated\u2069 and \u200fright\u200e",
    "zero\u200bwidth\u200djoined\ufeffmark",
    "\u05d0\u05d1\u05d2 hz \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "\U0001f9f2\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f1ec\U0001f1e7 hz",
    "\u0440\u0430ss \u0430nd f\u0430il hz",
    "Z\u0337\u0322\u0321a\u0336\u0321l\u0335g\u0338o\u0337 hz",
    "\uff1cscript\uff1ehz\uff1c/script\uff1e",
    "hz" * 150,
    "line one\u2028line two\u2029line three hz",
    "lone \ufffe\uffff not characters",
)
PLACES = (  # where each payload stands
    "applicant's name", "item title", "cell", "comment", "file name in a zip", "e-mail subject", "e-mail sender",
    "e-mail body", "Word text", "Word properties", "PDF words", "PDF properties",
)  # fmt: skip
AT_ONCE = 14


@dataclass(frozen=True)
class Hostile:
    """One portfolio: its zip, and the payload of each item by its id."""

    path: Path
    payloads: dict[str, str]


def portfolios(folder: Path) -> list[Hostile]:
    """All payloads in all places, so many to a portfolio."""
    chunks = [PAYLOADS[at : at + AT_ONCE] for at in range(0, len(PAYLOADS), AT_ONCE)]
    return [_portfolio(folder / f"hostile {number}.zip", chunk) for number, chunk in enumerate(chunks)]


def _portfolio(path: Path, payloads: tuple[str, ...]) -> Hostile:
    """A Word file with title page, contents list and table, and an e-mail, a Word file and a PDF in turn as items."""
    numbered = {str(number): payload for number, payload in enumerate(payloads, start=1)}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("00_front.docx", _front(numbered))
        for item, payload in numbered.items():
            kind, data = _item(int(item), payload)
            archive.writestr(f"{int(item):02}_{_as_name(payload)}.{kind}", data)
            if _as_name(payload) != payload:
                archive.writestr(f"../{payload[:120]}.txt", payload)
    return Hostile(path=path, payloads=numbered)


def _as_name(payload: str) -> str:
    """A payload as one name in a zip; with its slashes, which make folders of it, it stands there as another file."""
    return payload.replace("/", "\u2044").replace("\\", "\u2044")[:120]


def _item(number: int, payload: str) -> tuple[str, bytes]:
    if number % 3 == 0:
        return "docx", _word(payload)
    return ("pdf", _pdf(payload)) if number % 3 == 1 else ("eml", _mail(payload))


def _xml(payload: str) -> str:
    """A payload without what XML cannot hold."""
    return "".join(character for character in payload if character not in "\ufffe\uffff" and ord(character) >= 0x20)


def _front(payloads: dict[str, str]) -> bytes:
    import docx

    from mrse_assess.scheme import load_scheme

    document = docx.Document()
    document.add_paragraph("MRSE portfolio")
    document.add_paragraph(f"Applicant: Dr Ada {_xml(payloads['1'])}")
    document.add_paragraph("Date of submission: 1 September 2026")
    document.add_heading("Contents list", level=1)
    titles = [(f"Evidence {item}", _xml(payload)) for item, payload in payloads.items()]
    _table(document, ("No.", "Title"), titles)
    document.add_heading("Experience Cross Reference Table", level=1)
    codes = [unit.code for unit in load_scheme().sub_categories]
    claimed = [(f"E{item} {_xml(payload)}", _xml(payload)) for item, payload in payloads.items()]
    claimed.append((", ".join(f"E{item}" for item in payloads), "All of them"))  # whatever became of the cells before
    rows = [(code, *cells) for code, cells in zip_longest(codes, claimed, fillvalue=("", ""))]
    _table(document, ("Sub-category", "Evidence", "Comments"), rows)
    return _saved(document, "front")


def _table(document: object, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    for line, cells in ((head, table.rows[0].cells), *((row, table.add_row().cells) for row in rows)):
        for words, cell in zip(line, cells, strict=True):
            cell.text = words


def _word(payload: str) -> bytes:
    import docx

    document = docx.Document()
    document.add_heading(_xml(payload)[:200], level=1)
    document.add_paragraph(f"Words before {_xml(payload)} words after.")
    return _saved(document, _xml(payload)[:200])


def _saved(document: object, words: str) -> bytes:
    properties = document.core_properties
    properties.author = properties.title = properties.subject = properties.keywords = words[:200]
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _pdf(payload: str) -> bytes:
    import pymupdf

    document = pymupdf.open()
    page = document.new_page()
    page.insert_textbox(pymupdf.Rect(60, 60, 535, 780), f"Words before {payload} words after.", fontsize=9)
    document.set_metadata({"title": payload, "author": payload, "subject": payload, "keywords": payload})
    document.set_toc([[1, payload[:200], 1]])
    return document.tobytes()


def _mail(payload: str) -> bytes:
    mail = EmailMessage(policy=SMTP)
    one_line = " ".join(payload.split())
    mail["Subject"] = one_line
    mail["From"] = f'"{one_line.replace(chr(92), "/").replace(chr(34), chr(39))}" <a@example.org>'
    mail["To"] = "b@example.org"
    mail["Date"] = "Mon, 02 Mar 2026 10:15:00 +0000"
    mail.set_content(f"Words before {payload} words after.")
    mail.add_alternative(f"<html><body>{payload}</body></html>", subtype="html")
    mail.add_attachment(b"x", maintype="text", subtype="plain", filename=one_line[:100])
    return mail.as_bytes()
