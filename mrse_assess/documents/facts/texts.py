"""What text files carry beside their words: links and scripts of HTML, objects and data of rich text."""

import html.parser
import re
from pathlib import Path

from mrse_assess.documents.facts.addresses import leading
from mrse_assess.documents.facts.values import Found
from mrse_assess.documents.facts.wording import properties, short
from mrse_assess.model.facts import Carried

_MOST_BYTES = 16 * 1024 * 1024
_MOST_HTML = 4_000_000  # characters
_MOST_LINKS = 2000
_RTF_LINK = re.compile(r'HYPERLINK\s{1,10}"([^"]{1,1000})"', re.IGNORECASE)
_RTF_OBJECT = re.compile(r"\\objdata\b|\\objocx\b")
_RTF_TEMPLATE = re.compile(r"\\\*\\template\s{0,4}([^{}]{1,1000})")
_RTF_SAID = re.compile(r"\{\\(author|title|company|operator)\s([^{}\\]{1,300})\}")
_RTF_DAY = re.compile(r"\\(creatim|revtim)\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_NAMES = {"operator": "last_modified_by", "creatim": "created", "revtim": "modified"}


def text_facts(path: str, form: str) -> Found:
    """The facts of a text file. Plain text carries nothing beside its words; rich text is only glanced through."""
    if form not in {"html", "rtf"}:
        return Found()
    with Path(path).open("rb") as stream:
        content = stream.read(_MOST_BYTES).decode("latin-1")
    if form == "html":
        return Found(carried=tuple(html_links(content)))
    return _rich(content)


def html_links(content: str) -> list[Carried]:
    """Where HTML leads, and whether it holds scripts."""
    reader = _Links()
    try:
        reader.feed(content[:_MOST_HTML])
        reader.close()
    except (ValueError, AssertionError):
        pass
    return reader.found


class _Links(html.parser.HTMLParser):
    """Gathers links and scripts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Carried] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A link, a script, an object."""
        if len(self.found) >= _MOST_LINKS:
            return
        if tag == "script":
            self.found.append(Carried("javascript", 1))
        elif tag in {"object", "embed", "iframe"}:
            self.found.append(Carried("embedded_object", 1))
        elif tag in {"a", "area"}:
            where = leading(dict(attrs).get("href") or "")
            if where is not None:
                self.found.append(Carried(where.kind, 1, short(where.name)))


def _rich(content: str) -> Found:
    links = [
        where for found in _RTF_LINK.findall(content)[:_MOST_LINKS] if (where := leading(found.replace("\\\\", "\\")))
    ]
    carried = [Carried(where.kind, 1, short(where.name)) for where in links]
    carried += [Carried("embedded_object", 1) for _ in _RTF_OBJECT.findall(content)[:_MOST_LINKS]]
    carried += [Carried("external_relationship", 1, "template") for _ in _RTF_TEMPLATE.findall(content)[:1]]
    said: dict[str, object] = {_NAMES.get(name, name): text for name, text in _RTF_SAID.findall(content)}
    for name, year, month, day in _RTF_DAY.findall(content)[:10]:
        said[_NAMES[name]] = f"{year}-{int(month):02d}-{int(day):02d}"
    return Found(
        properties=properties(said), carried=tuple(carried), unseen=frozenset({"traces", "covers", "hidden", "photos"})
    )
