# ruff: noqa: RUF001 - applicants write dashes and curly quotes
"""Ways of calling items of evidence: in cells, on their first pages, in lists and in names of files. Plain data."""

from dataclasses import dataclass
from typing import Final

ROMAN: Final = tuple("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split())  # noqa: SIM905 - shorter


@dataclass(frozen=True, kw_only=True)
class Style:
    """How one applicant calls items. ``{n}`` is the number as this kind of numbering writes it, ``{z}`` with zeros.

    ``many`` begins a list of several numbers; ``heading`` is used on the item itself.
    """

    name: str
    heading: str
    cells: tuple[str, ...]
    many: tuple[str, ...]
    short: str
    numbering: str = "number"
    barred: tuple[str, ...] = ()  # kinds of hint whose word is the label's own


STYLES: Final = (
    Style(
        name="evidence",
        heading="Evidence {n}",
        short="E{z}",
        many=("Evidence ", "Evidence items "),
        cells=("Evidence {n}", "evidence {n}", "Ev {n}", "Ev. {n}", "Evid. {n}", "EVIDENCE {n}", "Evidence no. {n}"),
    ),
    Style(
        name="e",
        heading="E{n}",
        short="E{n}",
        many=(),
        cells=("E{n}", "E{z}", "E {n}", "E-{n}", "E.{n}", "e{n}"),
    ),
    Style(
        name="ev",
        heading="Ev {z}",
        short="Ev{z}",
        many=("Ev ", "Evs "),
        cells=("Ev{z}", "Ev {z}", "EV{n}", "Ev-{z}", "EV-{z}", "Ev_{z}"),
    ),
    Style(
        name="evidence item",
        heading="Evidence item {n}",
        short="Evidence {n}",
        many=("Evidence items ", "Items "),
        cells=("Evidence item {n}", "Evidence Item no. {n}", "evidence item {n}", "Item {n}", "Ev. item {n}"),
        barred=("clause",),
    ),
    Style(
        name="item",
        heading="Item {n}",
        short="Item {z}",
        many=("Items ", "items "),
        barred=("clause",),
        cells=("Item {n}", "item {n}", "ITEM {n}", "Item no. {n}", "Item #{n}", "Item No {n}"),
    ),
    Style(
        name="document",
        heading="Document {n}",
        short="Doc{z}",
        many=("Documents ", "Docs "),
        cells=("Document {n}", "Doc {n}", "Doc. {n}", "doc {n}", "Doc{z}", "Document no. {n}", "Doc #{n}"),
    ),
    Style(
        name="exhibit",
        heading="Exhibit {n}",
        short="Exhibit {n}",
        many=("Exhibits ",),
        numbering="letter",
        cells=("Exhibit {n}", "Ex. {n}", "Exh. {n}", "exhibit {n}", "EXHIBIT {n}"),
        barred=("appendix", "section"),
    ),
    Style(
        name="appendix",
        heading="Appendix {n}",
        short="Appendix {n}",
        many=("Appendices ", "Apps "),
        numbering="letter",
        cells=("Appendix {n}", "App. {n}", "App {n}", "Appx {n}", "appendix {n}", "APPENDIX {n}"),
        barred=("appendix",),
    ),
    Style(
        name="appendix number",
        heading="Appendix {n}",
        short="App{z}",
        many=("Appendices ",),
        cells=("Appendix {n}", "App. {n}", "App {n}", "Appendix no. {n}", "Appx. {n}"),
        barred=("appendix",),
    ),
    Style(
        name="annex",
        heading="Annex {n}",
        short="Annex {n}",
        many=("Annexes ", "Annexes: "),
        numbering="roman",
        cells=("Annex {n}", "annex {n}", "ANNEX {n}", "Annexe {n}"),
        barred=("appendix",),
    ),
    Style(
        name="attachment",
        heading="Attachment {n}",
        short="Att{z}",
        many=("Attachments ",),
        cells=("Attachment {n}", "Att. {n}", "Att {n}", "Attach. {n}", "attachment {n}", "Att{z}"),
    ),
    Style(
        name="tab",
        heading="Tab {n}",
        short="Tab {z}",
        many=("Tabs ",),
        cells=("Tab {n}", "tab {n}", "TAB {n}", "Tab no. {n}"),
        barred=("table",),
    ),
    Style(
        name="file",
        heading="File {n}",
        short="File {z}",
        many=("Files ",),
        cells=("File {n}", "file {n}", "File no. {n}", "File {z}", "FILE {n}"),
    ),
    Style(
        name="portfolio section",
        heading="Portfolio section {n}",
        short="Section {z}",
        many=("Portfolio sections ",),
        cells=("Portfolio section {n}", "Section {n} of portfolio", "Portfolio sect. {n}"),
        barred=("section", "paragraph", "clause", "appendix"),
    ),
    Style(
        name="dotted",
        heading="Evidence {n}",
        short="Evidence {n}",
        many=("Evidence ",),
        numbering="dotted",
        cells=("Evidence {n}", "Ev {n}", "Ev. {n}", "Evidence no. {n}"),
    ),
    Style(
        name="item dotted",
        heading="Item {n}",
        short="Item {n}",
        many=("Items ",),
        numbering="dotted",
        cells=("Item {n}", "item {n}", "Item no. {n}"),
        barred=("clause",),
    ),
    Style(
        name="number and letter",
        heading="Evidence {n}",
        short="E{n}",
        many=("Evidence ",),
        numbering="lettered",
        cells=("Evidence {n}", "E{n}", "Ev. {n}", "Ev {n}"),
    ),
    Style(
        name="letters",
        heading="Evidence {n}",
        short="Evidence {n}",
        many=("Evidence ",),
        numbering="letter",
        cells=("Evidence {n}", "Ev. {n}", "Ev {n}", "Evidence item {n}"),
        barred=("appendix", "section"),
    ),
    Style(
        name="roman",
        heading="Evidence {n}",
        short="Evidence {n}",
        many=("Evidence ",),
        numbering="roman",
        cells=("Evidence {n}", "Ev. {n}", "Evidence no. {n}", "Ev {n}"),
    ),
    Style(
        name="number alone",
        heading="{n}",
        short="{z}",
        many=("",),
        cells=("{n}", "#{n}", "No. {n}", "no. {n}"),
        barred=("clause",),
    ),
    Style(
        name="enclosure",
        heading="Enclosure {n}",
        short="Enc{z}",
        many=("Enclosures ",),
        cells=("Enclosure {n}", "Enc. {n}", "Encl. {n}", "Enc {n}", "enclosure {n}"),
    ),
    Style(
        name="supporting document",
        heading="Supporting document {n}",
        short="Supporting document {n}",
        many=("Supporting documents ",),
        cells=("Supporting document {n}", "Supporting doc. {n}", "Supp. doc. {n}"),
    ),
    Style(
        name="paper",
        heading="Paper {n}",
        short="Paper {z}",
        many=("Papers ",),
        cells=("Paper {n}", "paper {n}", "Paper no. {n}", "PAPER {n}"),
    ),
)
"""Every way of calling items; no kind of hint that a style bars is used with it."""

SEVERAL: Final = ("{0}, {1}", "{0} and {1}", "{0} & {1}", "{0}/{1}", "{0} + {1}", "{0}, {1} and {2}", "{0}, {1}, {2}")
"""Several numbers after one word."""

FIRST_TO_LAST: Final = ("{0}-{1}", "{0} to {1}", "{0}–{1}", "{0} - {1}")
"""A run of three items or more after one word."""


def number(style: Style, index: int) -> tuple[str, str]:
    """The number of the item with this index from 0, as written, and with zeros before it."""
    if style.numbering == "letter":
        return (letter := chr(ord("A") + index)), letter
    if style.numbering == "roman":
        return ROMAN[index], ROMAN[index]
    if style.numbering == "dotted":
        return (dotted := f"{index // 2 + 1}.{index % 2 + 3}"), dotted
    if style.numbering == "lettered":
        return (both := f"{index // 2 + 1}{'ab'[index % 2]}"), both
    return str(index + 1), f"{index + 1:02d}"
