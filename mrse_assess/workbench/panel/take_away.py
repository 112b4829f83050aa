"""The meeting on paper: what the panel would see on its page, in case there is no page on the evening."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future

from mrse_assess.errors import MrseAssessError
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.letter import Block, Heading, Listing, Notice, Paragraph, RuleTable, Sentence, StructuredDocument
from mrse_assess.model.listing import listed
from mrse_assess.panel.comparing import Key
from mrse_assess.rendering import render
from mrse_assess.workbench.history import VERDICT_WORDS
from mrse_assess.workbench.panel import wording
from mrse_assess.workbench.panel.pages import page_for_panel
from mrse_assess.workbench.panel.sides import topic_view
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.panel.views import PanelAgenda, PanelHeading, Side, TopicView
from mrse_assess.workbench.views import PagePicture
from mrse_assess.workbench.zipped import zipped

_DPI = 110
_BOX = "\N{BALLOT BOX}"
_LINE = "_" * 60


def take_away(table: PanelTable, heading: PanelHeading, agenda: PanelAgenda) -> "Future[bytes]":
    """A zip: the agenda as PDF and Word file, and a picture of each page that a disputed judgement rests on.

    Files are named by the number of the unit on the agenda, never by what an applicant called it.
    """
    units = _in_order(table, agenda)
    document = agenda_document(heading, agenda, units, _rules(table))
    pictures = dict(_pictures(table, units))
    return table.workspace.background.submit(_packed, document, pictures, table.workspace.pool)


def _packed(document: StructuredDocument, pictures: "Mapping[str, Future[PagePicture]]", pool: WorkerPool) -> bytes:
    files = {f"agenda{kind}": render(document, kind, pool) for kind in (".pdf", ".docx")}
    for name, drawing in pictures.items():
        try:
            picture = drawing.result()
        except MrseAssessError as error:  # one page less, and the agenda all the same
            files[f"pages/{name}, not drawn.txt"] = f"{error}\n".encode()
            continue
        files[f"pages/{name}.{picture.media.rpartition('/')[2]}"] = picture.data
    return zipped(files)


def agenda_document(
    heading: PanelHeading, agenda: PanelAgenda, units: Sequence[TopicView], rules: RuleTable
) -> StructuredDocument:
    """The agenda as a text with room to write: groups by consequence, each unit side by side, the agreed rest."""
    of = f"{heading.application}, attempt {heading.attempt}"
    return StructuredDocument(
        title=f"Panel on {of}",
        head=(_say(f"Panel on {of}"), _say(f"{heading.state}.")),
        blocks=(
            _heading(1, f"Agenda: {agenda.left} to settle"),
            Notice(lead=_say(wording.PACK_LEAD), entries=tuple((_say(words),) for words in wording.PACK_NOTES)),
            _line("Meeting", _LINE),
            _line("Present", _LINE),
            *_groups(agenda, units),
            _heading(2, f"Agreed: {agenda.agreed}"),
            _line("Drawn for a check", listed(agenda.sampled) or "none"),
            _heading(2, "The rules now"),
            rules,
        ),
        foot=(_say(f"Panel on {of}"),),
        mark="Confidential: for this panel only",
    )


def _in_order(table: PanelTable, agenda: PanelAgenda) -> list[TopicView]:
    topics = {item.topic.key: item.topic for item in table.agenda.items}
    keys: list[Key] = [(row.sub_category, row.evidence_id) for group in agenda.groups for row in group.rows]
    return [topic_view(table, topics[key]) for key in keys]


def _groups(agenda: PanelAgenda, units: Sequence[TopicView]) -> Iterator[Block]:
    numbered = iter(enumerate(units, start=1))
    for group in agenda.groups:
        yield _heading(2, group.heading)
        for _, (number, unit) in zip(group.rows, numbered, strict=False):
            yield _heading(3, f"{number}. {unit.heading}")
            yield from _unit(unit)


def _unit(unit: TopicView) -> Iterator[Block]:
    for side in unit.sides:
        yield _line(side.label, f"{VERDICT_WORDS[side.verdict]}.")
        if lines := _said(side):
            yield Listing(entries=tuple((_say(line),) for line in lines))
    if unit.without:
        yield Paragraph(sentences=(_say(f"{unit.without} made no judgement of it."),))
    if unit.settled:
        yield _line("Recorded by the panel", f"{VERDICT_WORDS[unit.settled.verdict]}. {unit.settled.why}")
        return
    yield _line("Agreed", _boxes([VERDICT_WORDS[verdict] for verdict in unit.verdicts]))
    if unit.evidence_id:
        piece = ["independent piece ____"] if unit.groups else []
        yield _line("If satisfactory", _boxes(["simulated", "MHRA reference", *piece]))
    yield _line("Why", _LINE)


def _said(side: Side) -> list[str]:
    pages = [f"“{quote.text}” ({f'page {quote.page}' if quote.page else 'not found now'})" for quote in side.quotes]
    said = (("To the panel", side.to_panel), ("To the applicant", side.feedback))
    return [*side.lines, *pages, *(f"{whom}: {words}" for whom, words in said if words)]


def _rules(table: PanelTable) -> RuleTable:
    scheme = table.workspace.scheme
    rows = [(wording.rule_words(scheme, one), wording.range_words(one)) for one in table.decision.rules]
    return RuleTable(header=(_say("Rule"), _say("Now")), rows=tuple((_say(rule), _say(count)) for rule, count in rows))


def _pictures(table: PanelTable, units: Sequence[TopicView]) -> "Iterator[tuple[str, Future[PagePicture]]]":
    for number, unit in enumerate(units, start=1):
        quoted = {quote.page for side in unit.sides for quote in side.quotes if quote.page}
        for page in sorted(quoted | ({unit.opening} if unit.opening else set())):
            yield f"{number:02} page {page}", page_for_panel(table, unit.evidence_id, page, _DPI)


def _boxes(choices: Sequence[str]) -> str:
    return "   ".join(f"{_BOX} {choice}" for choice in choices)


def _heading(level: int, words: str) -> Heading:
    return Heading(level=level, sentence=_say(words))


def _line(lead: str, words: str) -> Paragraph:
    return Paragraph(sentences=(_say(words),), lead=_say(f"{lead}:"))


def _say(words: str) -> Sentence:
    return Sentence(text=words)
