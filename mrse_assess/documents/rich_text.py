"""The words of a rich text file, where nothing is at hand that lays it out. Runs in the worker."""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

_TOKEN = re.compile(
    rb"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    rb"|\\'(?P<byte>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-z])"
    rb"|(?P<open>\{)|(?P<close>\})"
    rb"|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)
_SILENT = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "objdata",
        "header",
        "headerl",
        "headerr",
        "headerf",
        "footer",
        "footerl",
        "footerr",
        "footerf",
        "themedata",
        "datastore",
        "listtable",
        "listoverridetable",
        "revtbl",
        "rsidtbl",
        "generator",
        "xmlnstbl",
        "filetbl",
        "fldinst",
        "mmathPr",
        "latentstyles",
        "bkmkstart",
        "bkmkend",
        "atnid",
        "atnauthor",
        "atndate",
        "atnref",
        "datafield",
        "nonshppict",
        "pgdsctbl",
    ]
)  # destinations whose content is no text of the document
_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "par": "\n",
        "line": "\n",
        "sect": "\n",
        "page": "\n",
        "row": "\n",
        "tab": "\t",
        "cell": " | ",
        "nestcell": " | ",
        "nestrow": "\n",
        "emdash": "\u2014",
        "endash": "\u2013",
        "lquote": "\u2018",
        "rquote": "\u2019",
        "ldblquote": "\u201c",
        "rdblquote": "\u201d",
        "bullet": "\u2022",
    }
)
_ESCAPED: Mapping[bytes, str] = MappingProxyType(
    {b"~": "\u00a0", b"-": "", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n", b"\t": "\t"}
)
_DEEPEST = 10_000
_UNIT = 0x10000


@dataclass(frozen=True)
class _Group:
    """What holds inside a pair of braces: no text, text deleted with changes tracked, what stands in for a sign."""

    silent: bool = False
    deleted: bool = False
    passed: int = 1


@dataclass
class _Reader:
    encoding: str = "cp1252"
    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    units: list[bytes] = field(default_factory=list)  # text so far as UTF-16
    pending: bytearray = field(default_factory=bytearray)  # bytes of the code page not yet read
    skip: int = 0
    begun: bool = False  # whether a group has just begun
    starred: bool = False

    @property
    def group(self) -> _Group:
        return self.groups[-1]

    def add(self, text: str) -> None:
        self.flush()
        if not self.group.silent and not self.group.deleted:
            self.units.append(text.encode("utf-16-le", "surrogatepass"))

    def flush(self) -> None:
        waiting, self.pending = bytes(self.pending), bytearray()
        if waiting and not self.group.silent and not self.group.deleted:
            self.units.append(waiting.decode(self.encoding, "replace").encode("utf-16-le"))

    def raw(self, content: bytes) -> None:
        dropped = min(self.skip, len(content))
        self.skip -= dropped
        self.pending += content[dropped:]

    def word(self, name: str, number: int | None) -> None:
        self.flush()
        first, self.begun = self.begun, False
        if first and (name in _SILENT or self.starred):
            self._change(silent=True)
        elif name == "ansicpg" and number is not None:
            self.encoding = _code_page(number)
        elif name == "u" and number is not None:
            self.add(chr(number % _UNIT))
            self.skip = self.group.passed
        elif name == "uc" and number is not None:
            self._change(passed=max(number, 0))
        elif name == "deleted":
            self._change(deleted=number != 0)
        elif name in _SIGNS:
            self.add(_SIGNS[name])

    def _change(self, **values: bool | int) -> None:
        self.groups[-1] = replace(self.group, **values)  # type: ignore[arg-type]


def rich_text(content: bytes) -> str:
    """The words of an RTF file: a line for each paragraph and table row, cells separated by a bar.

    Text deleted with changes tracked is left out. Of a damaged file, the words before the damage.
    """
    reader = _Reader()
    for found in _TOKEN.finditer(content):
        if not _take(found, reader):
            break
    reader.flush()
    return b"".join(reader.units).decode("utf-16-le", "replace").replace("\0", "").strip("\n")


def _take(found: "re.Match[bytes]", reader: _Reader) -> bool:
    """One token; false when reading has to end."""
    kind = found.lastgroup
    if kind == "open":
        reader.flush()
        reader.groups.append(reader.group)
        reader.begun, reader.starred = True, False
        return len(reader.groups) < _DEEPEST
    if kind == "close":
        reader.flush()
        reader.skip = 0
        if len(reader.groups) > 1:
            reader.groups.pop()
        reader.begun = False
    elif kind in {"word", "number"}:
        number = found["number"]
        reader.word(found["word"].decode("ascii"), None if number is None else int(number))
    elif kind == "byte":
        reader.begun = False
        reader.raw(bytes([int(found["byte"], 16)]))
    elif kind == "sign" and found["sign"] == b"*":
        reader.starred = True
    elif kind == "sign":
        reader.begun = False
        reader.add(_ESCAPED.get(found["sign"], ""))
    elif kind == "text":
        reader.begun = False
        reader.raw(found["text"])
    return True


def _code_page(number: int) -> str:
    try:
        return codecs.lookup(
            f"cp{number}" if number not in {10000, 65001} else {65001: "utf-8"}.get(number, "mac_roman")
        ).name
    except LookupError:
        return "cp1252"
