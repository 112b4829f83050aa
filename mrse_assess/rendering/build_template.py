"""Builds ``templates/letter.docx``, the template that an office may then edit in Word. Run as a module to rebuild it.

The file is committed; a test rebuilds it and compares, so that it cannot drift from this script.
"""

import io
from pathlib import Path
from typing import Any, Final

from mrse_assess.rendering.zip_order import rewritten

TEMPLATE: Final = Path(__file__).parent / "templates" / "letter.docx"

_FONT: Final = "Cambria"
_ACCENT: Final = "1F4E6B"
_INK: Final = "1C2430"
_ALARM: Final = "8A2B1F"
_PALE: Final = "9FB0BB"
_APP: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_NOT_WANTED: Final = frozenset({"thumbnail", "customXml", "stylesWithEffects"})
_WORD_2013: Final = "15"  # lower, and Word opens the file in its compatibility mode
_HEADING_SIZES: Final = {1: 18.0, 2: 14.0, 3: 12.0}
_BLOCKS: Final = (  # tag of a branch, style of the paragraph, its text
    ('{%p if block.kind == "heading" and block.level == 1 %}', "Heading 1", "{{ block.text }}"),
    ('{%p elif block.kind == "heading" and block.level == 2 %}', "Heading 2", "{{ block.text }}"),
    ('{%p elif block.kind == "heading" %}', "Heading 3", "{{ block.text }}"),
)


def template_bytes() -> bytes:
    """The template as DOCX bytes, the same every time."""
    import docx

    document = docx.Document()
    _strip(document)
    _properties(document)
    _page(document)
    _styles(document)
    _header_and_footer(document)
    _body(document)
    saved = io.BytesIO()
    document.save(saved)
    return rewritten(saved.getvalue())


def _strip(document: Any) -> None:
    """Take out what the library's own template carries: a picture of a page, custom data, the program that made it."""
    package = document.part.package
    for rels in (package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.rsplit("/", 1)[-1] in _NOT_WANTED]:
            del rels[key]
    for part in package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = _APP  # noqa: SLF001  the library has no public way to write it
    for paragraph in list(document.paragraphs):
        paragraph._element.getparent().remove(paragraph._element)  # noqa: SLF001  nor to remove a paragraph


def _properties(document: Any) -> None:
    properties = document.core_properties
    properties.author = ""
    properties.title = "Decision letter"
    properties.language = "en-GB"
    properties.comments = ""
    properties.last_modified_by = ""
    element = properties._element  # noqa: SLF001  the library cannot remove a date
    for child in list(element):
        if child.tag.rsplit("}", 1)[-1] in {"created", "modified", "lastModifiedBy", "description", "keywords"}:
            element.remove(child)


def _page(document: Any) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(26)
    section.top_margin = section.bottom_margin = Mm(26)
    section.header_distance = section.footer_distance = Mm(13)


def _styles(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    styles = document.styles
    _language(document)
    _style(styles["Normal"], size=11.5, before=0, after=8, line=1.2)
    for level, size in _HEADING_SIZES.items():
        accent = _INK if level == 3 else _ACCENT  # noqa: PLR2004  the third level stands in the text's own colour
        _style(
            styles[f"Heading {level}"], size=size, bold=True, colour=accent, before=30 - 7 * level, after=5, line=1.1
        )
    _style(styles["List Bullet"], size=11.5, before=0, after=3, line=1.15)
    for name in ("Header", "Footer"):
        _style(styles[name], size=11, colour="46525E", before=0, after=0, line=1.0)
    for name, options in (
        ("Letter Office", {"size": 15, "bold": True, "colour": _ACCENT, "after": 6, "line": 1.1}),
        ("Letter Head", {"size": 11.5, "after": 2, "line": 1.1}),
        ("Letter Table", {"size": 11, "before": 3, "after": 3, "line": 1.1}),
        ("Letter Table Head", {"size": 11, "bold": True, "colour": _ACCENT, "before": 3, "after": 3, "line": 1.1}),
        ("Letter After Table", {"size": 4, "after": 0, "line": 1.0}),
        ("Letter Apart", {"size": 11.5, "before": 24, "after": 8, "line": 1.2}),
        ("Letter Notice", {"size": 11.5, "bold": True, "colour": _ALARM, "before": 8, "after": 3, "line": 1.15}),
        ("Letter Mark", {"size": 12, "bold": True, "colour": _ALARM, "after": 0, "line": 1.0}),
    ):
        added = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        added.base_style = styles["Normal"]
        _style(added, **options)
    _border(styles["Letter Office"], "bottom", _ACCENT, 12)
    styles["Letter Office"].paragraph_format.space_after = Pt(8)
    _border(styles["Footer"], "top", _PALE, 4)


def _style(
    style: Any, *, size: float, bold: bool = False, colour: str = _INK, before: float = 0, after: float, line: float
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), line
    form.alignment = WD_ALIGN_PARAGRAPH.LEFT
    form.widow_control = True


def _language(document: Any) -> None:
    from docx.oxml.ns import qn

    for language in document.styles.element.iter(qn("w:lang")):
        for name in ("val", "eastAsia"):
            language.set(qn(f"w:{name}"), "en-GB")
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)


def _border(style: Any, side: str, colour: str, eighths: int) -> None:
    borders = _element("w:pBdr")
    borders.append(_element(f"w:{side}", val="single", sz=eighths, space=4, color=colour))
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _header_and_footer(document: Any) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    section = document.sections[0]
    mark = section.header.paragraphs[0]
    mark.style = document.styles["Letter Mark"]
    mark.add_run("{{ mark }}")
    footer_style = document.styles["Footer"]
    for position in range(len(footer_style.paragraph_format.tab_stops) - 1, -1, -1):
        del footer_style.paragraph_format.tab_stops[position]  # its own stops are those of a wider page
    foot = section.footer.paragraphs[0]
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(158), WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run("{{ foot | join(' · ') }}\tpage ")
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")


def _field(paragraph: Any, code: str) -> None:
    for kind, text in (("begin", None), (None, code), ("separate", None), ("shown", "1"), ("end", None)):
        run = paragraph.add_run(text if kind == "shown" else "")
        if kind is None:
            instruction = _element("w:instrText")
            instruction.text = f" {text} "
            run._element.append(instruction)  # noqa: SLF001  the library has no fields
        elif kind != "shown":
            run._element.append(_element("w:fldChar", fldCharType=kind))  # noqa: SLF001


def _body(document: Any) -> None:
    _add(document, "{%p for line in head[:1] %}", ("Letter Office", "{{ line }}"), "{%p endfor %}")
    _add(document, "{%p for line in head[1:] %}", ("Letter Head", "{{ line }}"), "{%p endfor %}")
    _add(document, "{%p for block in blocks %}")
    for tag, style, text in _BLOCKS:
        _add(document, tag, (style, text))
    entries = ("{%p for entry in block.entries %}", ("List Bullet", "{{ entry }}"), "{%p endfor %}")
    _add(document, '{%p elif block.kind == "list" %}', *entries)
    _add(document, '{%p elif block.kind == "notice" %}', ("Letter Notice", "{{ block.lead }}"), *entries)
    _add(document, '{%p elif block.kind == "table" %}')
    _table(document)
    _add(document, ("Letter After Table", ""))
    _add(document, "{%p elif block.apart %}", ("Letter Apart", "{{ block.text }}"), "{%p else %}")
    paragraph = document.add_paragraph()
    paragraph.add_run("{% if block.lead %}")
    paragraph.add_run("{{ block.lead }} ").bold = True
    paragraph.add_run("{% endif %}{{ block.text }}")
    _add(document, "{%p endif %}", "{%p endfor %}")


def _add(document: Any, *parts: str | tuple[str, str]) -> None:
    for part in parts:
        style, text = ("Normal", part) if isinstance(part, str) else part
        document.add_paragraph(text, style=style)


def _table(document: Any) -> None:
    """A header row and a row of tags; ``tr`` and ``tc`` tags stand in rows and cells that vanish."""
    rows = (
        (("Letter Table Head", ("{%tc for cell in block.header %}", "{{ cell }}", "{%tc endfor %}"))),
        (("Letter Table", ("{%tr for row in block.rows %}", "", ""))),
        (("Letter Table", ("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}"))),
        (("Letter Table", ("{%tr endfor %}", "", ""))),
    )
    table = document.add_table(rows=len(rows), cols=3)
    for row, (style, cells) in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.paragraphs[0].style = document.styles[style]
            cell.paragraphs[0].add_run(text)
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))  # noqa: SLF001  the library has no such property
    table.rows[0]._tr.trPr.append(_element("w:tblHeader"))  # noqa: SLF001
    _lines(table)


def _lines(table: Any) -> None:
    borders = _element("w:tblBorders")
    for side, colour, eighths in (("top", _ACCENT, 8), ("bottom", _PALE, 4), ("insideH", _PALE, 4)):
        borders.append(_element(f"w:{side}", val="single", sz=eighths, space=0, color=colour))
    margins = _element("w:tblCellMar")
    for side, twips in (("left", 0), ("right", 170)):
        margins.append(_element(f"w:{side}", w=twips, type="dxa"))
    properties = table._tbl.tblPr  # noqa: SLF001
    look = properties.find(_element("w:tblLook").tag)
    for element in (borders, _element("w:tblLayout", type="fixed"), margins):
        look.addprevious(element)


def _element(tag: str, **attributes: str | int) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element


if __name__ == "__main__":
    TEMPLATE.write_bytes(template_bytes())
