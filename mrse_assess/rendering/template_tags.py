"""The tags of a letter template one by one: which is wrong, and where it stands. Run in the worker only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from mrse_assess.model.problem import Problem
from mrse_assess.terms import Severity

_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LOOSE: Final = re.compile(r"\{\{|\}\}|\{%|%\}")
_STATEMENT: Final = re.compile(r"\{%-?\s*(?:p|tr|tc|r)?\s*(\w+)(.*?)-?%\}", re.DOTALL)
_OVER_BLOCKS: Final = re.compile(r"\bfor\s+(\w+)\s+in\s+blocks\b")
_OF_BLOCK: Final = frozenset(
    {"kind", "level", "text", "lead", "apart", "entries", "header", "rows", "weights", "short"}
)
_KINDS: Final = frozenset({"heading", "paragraph", "list", "notice", "table"})
_CLOSES: Final = {"endfor": "for", "endif": "if"}
_WITHIN: Final = {"elif": "if", "else": "if"}
_LONGEST: Final = 60  # characters of a tag that are shown


@dataclass(frozen=True)
class _Tag:
    text: str
    place: str

    @property
    def shown(self) -> str:
        """The tag as it stands, shortened, with its place."""
        words = " ".join(self.text.split())
        return f"{words if len(words) <= _LONGEST else words[:_LONGEST] + ' ...'} in {self.place}"


def tag_faults(opened: Any) -> Iterator[Problem]:
    """Every tag that is not closed, cannot be read, stands without its partner or names nothing of a block."""
    paragraphs = list(_paragraphs(opened))
    for text, place in paragraphs:
        if _LOOSE.search(_TAG.sub("", text)):
            found = f"A tag in {place} is not closed: {' '.join(text.split())[:_LONGEST]}"
            yield _problem("tag-open", found, "Every {{ needs its }}, every {% its %}, in the same paragraph.")
    tags = [_Tag(match.group(), place) for text, place in paragraphs for match in _TAG.finditer(text)]
    yield from _unreadable(tags)
    yield from _unpaired(tags)
    yield from _of_blocks(tags)


def _paragraphs(opened: Any) -> Iterator[tuple[str, str]]:
    """Every paragraph with tags, and its place: body with its tables in order, headers and footers."""
    from docx.text.paragraph import Paragraph

    body = opened.element.body
    for number, element in enumerate(body.iter(f"{{{body.nsmap['w']}}}p"), 1):
        yield Paragraph(element, opened).text, f"paragraph {number} of the text"
    for section in opened.sections:
        for name in (
            "header",
            "first_page_header",
            "even_page_header",
            "footer",
            "first_page_footer",
            "even_page_footer",
        ):
            for paragraph in getattr(section, name).paragraphs:
                yield paragraph.text, f"the {name.replace('_', ' ')}"


def _unreadable(tags: list[_Tag]) -> Iterator[Problem]:
    """Expressions that are no expressions, and statements that no template knows."""
    from jinja2 import Environment, TemplateSyntaxError

    environment = Environment(autoescape=True)
    first = {tag.text: tag for tag in reversed(tags)}  # one that stands in many places is told once
    for tag in tags:
        if first[tag.text] is not tag:
            continue
        statement = _STATEMENT.fullmatch(tag.text)
        word, rest = statement.groups() if statement else ("", "")
        whole = {"for": "{% for" + rest + "%}{% endfor %}", "if": "{% if" + rest + "%}{% endif %}"}
        alone = {"elif": "{% if x %}{% elif" + rest + "%}{% endif %}", "else": "", "endfor": "", "endif": ""}
        try:
            environment.from_string({**whole, **alone}.get(word, tag.text))
        except TemplateSyntaxError as error:
            yield _problem("tag-wrong", f"The tag {tag.shown} cannot be read: {error.message}.", _COMPARE)


def _unpaired(tags: list[_Tag]) -> Iterator[Problem]:
    """Begins without an end and ends without a beginning, part by part of the document."""
    for _, of_part in groupby(tags, key=lambda tag: tag.place.rpartition(" of ")[2]):
        still_open: list[tuple[str, _Tag]] = []
        for tag in of_part:
            statement = _STATEMENT.fullmatch(tag.text)
            word = statement.group(1) if statement else ""
            if word in _CLOSES.values():
                still_open.append((word, tag))
            wanted = _CLOSES.get(word) or _WITHIN.get(word)
            if wanted and (not still_open or still_open[-1][0] != wanted):
                yield _problem("tag-unpaired", f"The tag {tag.shown} has no {wanted} that it belongs to.", _COMPARE)
                return
            if word in _CLOSES:
                still_open.pop()
        for word, tag in still_open:
            yield _problem("tag-unpaired", f"The tag {tag.shown} has no end{word}.", _COMPARE)


def _of_blocks(tags: list[_Tag]) -> Iterator[Problem]:
    """What is asked of a block that no block has: it would be printed as nothing, in every letter."""
    names = {name for tag in tags for name in _OVER_BLOCKS.findall(tag.text)}
    for tag in tags:
        for name in names:
            for asked in re.findall(rf"\b{name}\.(\w+)", tag.text):
                if asked not in _OF_BLOCK:
                    found = f"The tag {tag.shown} asks for {name}.{asked}, which no block has."
                    yield _problem("tag-unknown", found, f"Use one of: {', '.join(sorted(_OF_BLOCK))}.")
            for kind in re.findall(rf"\b{name}\.kind\s*==\s*[\"'\u201c\u2018](.*?)[\"'\u201d\u2019]", tag.text):
                if kind not in _KINDS:
                    found = f"The tag {tag.shown} asks for blocks of the kind {kind}, which there are none of."
                    yield _problem("tag-unknown", found, f"Use one of: {', '.join(sorted(_KINDS))}.")


_COMPARE: Final = "Compare it with the template that comes with the program."


def _problem(code: str, found: str, advice: str) -> Problem:
    return Problem(code=f"template-{code}", severity=Severity.ERROR, found=found, advice=advice)
