"""What is wrong with a letter template that an office has edited: its tags, and whether everyone can read it.

Run in the worker only; :func:`mrse_assess.rendering.render.template_faults` is the door.
"""

import io
from collections.abc import Callable, Iterator
from typing import Any, Final
from zipfile import BadZipFile

from mrse_assess.errors import BadRequestError
from mrse_assess.model.problem import Problem
from mrse_assess.rendering.payload import Payload, texts
from mrse_assess.rendering.template_tags import tag_faults
from mrse_assess.rendering.word_file import word_file
from mrse_assess.terms import Severity

_KNOWN: Final = frozenset({"title", "language", "author", "mark", "head", "foot", "blocks"})
_NEEDED: Final = ("head", "blocks", "foot", "mark")
_LANGUAGE: Final = "en-GB"
_SMALLEST: Final = 11.0  # points
_HIDDEN: Final = {
    "ins": "a tracked insertion",
    "del": "a tracked deletion",
    "vanish": "hidden text",
    "txbxContent": "a text box",
    "commentReference": "a comment",
    "gridSpan": "merged cells",
    "vMerge": "merged cells",
}
_SAMPLE: Final[Payload] = {  # no two texts alike, so that each can be looked for
    "title": "the title",
    "language": _LANGUAGE,
    "author": "the author",
    "mark": "the mark of a draft",
    "head": ["the office", "the reference"],
    "foot": ["the letter's id"],
    "blocks": [
        *({"kind": "heading", "level": level, "text": f"a heading of level {level}"} for level in (1, 2, 3)),
        {"kind": "paragraph", "lead": "a paragraph's lead", "text": "a paragraph", "apart": False},
        {"kind": "list", "entries": ["an entry of a list"]},
        {"kind": "notice", "lead": "a notice", "entries": ["an entry of a notice"]},
        {
            "kind": "table", "header": ["a head of the table", "another head"],
            "rows": [["a cell of the table", "another cell"]], "weights": [1, 1], "short": [True, True],
        },
        {"kind": "paragraph", "lead": "", "text": "the signature", "apart": True},
    ],
}  # fmt: skip


def faults(template: bytes) -> tuple[Problem, ...]:
    """Every fault of a template, wrong tags first; () when letters can be made from it."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        opened = docx.Document(io.BytesIO(template))
    except (BadZipFile, KeyError, ValueError, PackageNotFoundError):
        return (_problem("unreadable", "The template is not a Word file that can be read.", "Save it as .docx again."),)
    wrong_tags = tuple(tag_faults(opened)) or tuple(_wrong_tags(template, opened))
    if wrong_tags:
        return wrong_tags
    made = docx.Document(io.BytesIO(word_file(_SAMPLE, template=template)))
    return tuple(problem for check in _CHECKS for problem in check(made))


def _wrong_tags(template: bytes, opened: Any) -> Iterator[Problem]:
    """Tags that cannot be read, that name nothing of a letter, or that have been lost."""
    from docxtpl.template import DocxTemplate
    from jinja2 import TemplateError

    document = DocxTemplate(io.BytesIO(template))
    try:
        used = document.get_undeclared_template_variables()
        word_file(_SAMPLE, template=template)
    except (TemplateError, BadRequestError) as error:
        advice = "Compare it with the template that comes with the program."
        yield _problem("tag-wrong", f"A tag cannot be read: {error}", advice)
        return
    for name in sorted(used - _KNOWN):
        found = f"The tag {name}, in {_where(opened, name)}, names nothing that a letter has."
        yield _problem("tag-unknown", found, f"Use one of: {', '.join(sorted(_KNOWN))}.")
    for name in _NEEDED:
        if name not in used:
            found = f"The tag {name} is missing, so that part of every letter would be lost."
            yield _problem("tag-missing", found, "Copy it from the template that comes with the program.")


def _where(opened: Any, name: str) -> str:
    """The place of a tag in words: the paragraph that holds it."""
    section = opened.sections[0]
    places = (
        *((paragraph.text, "the text") for paragraph in opened.paragraphs),
        *((cell.text, "a table") for table in opened.tables for row in table.rows for cell in row.cells),
        *((paragraph.text, "the header") for paragraph in section.header.paragraphs),
        *((paragraph.text, "the footer") for paragraph in section.footer.paragraphs),
    )
    return next((f'{place} ("{text.strip()[:60]}")' for text, place in places if name in text), "the template")


def _headings(made: Any) -> Iterator[Problem]:
    styles = [paragraph.style.name for paragraph in made.paragraphs]
    for level in (1, 2, 3):
        if f"Heading {level}" not in styles:
            found = f"Headings of level {level} are not set in the style Heading {level}."
            yield _problem("heading", found, "Use Word's own heading styles: a screen reader finds its way by them.")


def _table(made: Any) -> Iterator[Problem]:
    from docx.oxml.ns import qn

    for table in made.tables:
        properties = [row._tr.trPr for row in table.rows]  # noqa: SLF001 - the library has no such property
        if properties[0] is None or properties[0].find(qn("w:tblHeader")) is None:
            advice = "Mark it in Word as a row to be repeated as header."
            yield _problem("table-header", "The first row of the table is not marked as its header.", advice)
        if any(one is None or one.find(qn("w:cantSplit")) is None for one in properties):
            advice = "Take the permission away in the properties of the table's rows."
            yield _problem("table-split", "A row of the table may be split between two pages.", advice)


def _language(made: Any) -> Iterator[Problem]:
    from docx.oxml.ns import qn

    languages = {element.get(qn("w:val")) for element in made.styles.element.iter(qn("w:lang"))}
    if languages - {_LANGUAGE, None} or _LANGUAGE not in languages:
        yield _problem("language", f"The language of the text is not {_LANGUAGE} throughout.", "Set it for all styles.")


def _sizes(made: Any) -> Iterator[Problem]:
    used = {paragraph.style.name: paragraph.style for paragraph in made.paragraphs if paragraph.text.strip()}
    for name, style in sorted(used.items()):
        if style.font.size is not None and style.font.size.pt < _SMALLEST:
            found = f"The style {name} is set in {style.font.size.pt:g} points."
            yield _problem("size", found, f"Use {_SMALLEST:g} points or more.")


def _hidden(made: Any) -> Iterator[Problem]:
    from docx.oxml.ns import qn

    for what in sorted(set(_HIDDEN.values())):
        names = [name for name, said in _HIDDEN.items() if said == what]
        if any(True for _ in made.element.body.iter(*(qn(f"w:{name}") for name in names))):
            yield _problem("hidden", f"The template holds {what}.", "Take it out: it would be in every letter.")


def _nothing_lost(made: Any) -> Iterator[Problem]:
    """Each piece of a letter is printed somewhere."""
    section = made.sections[0]
    printed = [paragraph.text for paragraph in made.element.body.iter() if paragraph.tag.endswith("}p")]
    printed += [paragraph.text for part in (section.header, section.footer) for paragraph in part.paragraphs]
    everything = "\n".join(printed)
    for text in (*texts(_SAMPLE), *_SAMPLE["foot"], _SAMPLE["mark"]):
        if text not in everything:
            found = (
                f'What stands for "{text}" in a letter is printed nowhere, so that part of every letter would be lost.'
            )
            yield _problem("lost", found, "Copy its tag from the template that comes with the program.")


_CHECKS: Final[tuple[Callable[[Any], Iterator[Problem]], ...]] = (
    _nothing_lost,
    _headings,
    _table,
    _language,
    _sizes,
    _hidden,
)


def _problem(code: str, found: str, advice: str) -> Problem:
    return Problem(code=f"template-{code}", severity=Severity.ERROR, found=found, advice=advice)
