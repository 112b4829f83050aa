"""Every bar of the guidance in turn, for each item and sub-category for which it is cited."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from mrse_assess.model.observation import Observation
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.checks.traps.citing import each_item_cited
from mrse_assess.screening.checks.traps.commentary import belongs, marked_throughout
from mrse_assess.screening.checks.traps.forms import is_whole, pieces_alike
from mrse_assess.screening.checks.traps.weighing import Page, speaks_for, without_title
from mrse_assess.screening.item_texts import ItemText, texts_of
from mrse_assess.screening.material import Material
from mrse_assess.screening.phrases import PhraseBook, book_of
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData, lists_of
from mrse_assess.terms import Likelihood, Look

_LONG: Final = 8  # pages from which only those named in the table are looked at

Pages = Mapping[str, tuple[Page, ...]]


def look(material: Material, data: CheckData) -> Looked:
    """Every item with what the guidance bars for the sub-categories it is cited for; unread pages are said to be so."""
    prose = {text.item.id: text for text in texts_of(material, lists_of("similar"))}
    material = each_item_cited(material)
    book = book_of(data.lists)
    texts = {item.id: material.pages_of(item) for item in material.portfolio.evidence}
    signals = book.signals(page for each in texts.values() for page in each)
    pages = {
        item.id: tuple(without_title(page, signals[page.file, page.number], item.title) for page in texts[item.id])
        for item in material.portfolio.evidence
    }
    observations: list[Observation] = []
    for item in material.portfolio.evidence:
        observations.extend(_answers(material, data, prose[item.id], pages, book))
    return Looked(observations=tuple(observations))


def _answers(
    material: Material, data: CheckData, prose: ItemText, pages: Pages, book: PhraseBook
) -> Iterator[Observation]:
    item = prose.item
    codes = material.cited_for.get(item.id, ())
    if not codes:
        return
    concerns = [
        *_of_item(material, data, prose, pages[item.id]),
        *_whole(material, data, item, pages[item.id], book),
        *_pieces(material, data, item, pages),
    ]
    yield from concerns
    if not all(page.text.seen for page in pages[item.id]):
        yield say(material, data, "unread", Look.NOT_CHECKABLE, item=item.id)
    elif pages[item.id] and not concerns:
        yield say(material, data, "clear", Look.CLEAR, item=item.id, codes=", ".join(codes))


def _of_item(material: Material, data: CheckData, prose: ItemText, pages: tuple[Page, ...]) -> tuple[Observation, ...]:
    """The bars that show in the words of the item, and in the applicant's own marks where its words say nothing."""
    found = _in_words(material, data, prose.item, pages)
    kinds, codes = {each.kind for each in found}, material.cited_for[prose.item.id]
    marks = ((rule["id"], marked_throughout(rule, prose, codes)) for rule in data.tables["marked"])
    return *found, *(
        say(
            material,
            data,
            kind,
            Look.CONCERN,
            item=prose.item.id,
            sub_category=codes[0],
            places=places,
            likelihood=Likelihood.POSSIBLE,
        )
        for kind, places in marks
        if places and kind not in kinds
    )


def _in_words(
    material: Material, data: CheckData, item: EvidenceItem, pages: tuple[Page, ...]
) -> tuple[Observation, ...]:
    """The bars that show in the words of the item, each said once, for the first sub-category that it concerns."""
    found: dict[str, Observation] = {}
    unsaid: set[str] = set()
    is_read = all(page.text.seen for page in pages)
    for rule in data.tables["trap"]:
        if rule["id"] in unsaid or (rule.get("absence") and not is_read):
            continue
        asked_for = not set(rule.get("asked_for_in", ())).isdisjoint(material.cited_for[item.id])
        for code in _concerned(material, rule, item):
            cited, is_part = _cited(material, item, code, pages), belongs(rule, material.cited_for[item.id])
            if places := speaks_for(rule, cited, pages, asked_for=asked_for, belong=is_part):
                found[rule["id"]] = say(
                    material, data, rule["id"], Look.CONCERN, item=item.id, sub_category=code, places=places,
                    likelihood=Likelihood.POSSIBLE,
                )  # fmt: skip
                unsaid.update(rule.get("instead_of", ()))
                break
    return tuple(found.values())


def _concerned(material: Material, rule: Mapping[str, Any], item: EvidenceItem) -> tuple[str, ...]:
    """The sub-categories for which the item is cited and the bar holds; all of them where it names none."""
    cited = material.cited_for.get(item.id, ())
    return tuple(code for code in cited if not rule["codes"] or code in rule["codes"])


def _cited(material: Material, item: EvidenceItem, code: str, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages of a long item that the table names for the sub-category; else all of them."""
    entries = [
        one
        for one in material.portfolio.cross_references
        if (one.evidence_id, one.sub_category) == (item.id, code) and one.page_hint
    ]
    named = {(span.file, page) for entry in entries for span in entry.spans for page in span.pages}
    some = tuple(page for page in pages if (page.text.file, page.text.number) in named)
    return some if some and len(pages) >= _LONG else pages


def _whole(
    material: Material, data: CheckData, item: EvidenceItem, pages: Sequence[Page], book: PhraseBook
) -> Iterator[Observation]:
    for rule in data.tables["whole"]:
        for code in _concerned(material, rule, item):
            if is_whole(material, rule, item, code, pages, book):
                place = pages[0].text.place(0, 1, quoted=False)
                yield say(
                    material, data, rule["id"], Look.CONCERN, item=item.id, sub_category=code, places=[place],
                    pages=len(pages),
                )  # fmt: skip
                break


def _pieces(material: Material, data: CheckData, item: EvidenceItem, pages: Pages) -> Iterator[Observation]:
    for rule in data.tables["pieces"]:
        for code in _concerned(material, rule, item):
            several = [
                (one, pages[one.id])
                for one in material.portfolio.evidence
                if code in material.cited_for.get(one.id, ())
            ]
            why, places = _why(rule, item, several)
            if why:
                yield say(
                    material, data, rule["id"], Look.CONCERN, item=item.id, sub_category=code, places=places, why=why
                )


def _why(
    rule: Mapping[str, Any],
    item: EvidenceItem,
    several: Sequence[tuple[EvidenceItem, tuple[Page, ...]]],
) -> tuple[str, Any]:
    """Why there may be too few pieces, in the words of the data, and where it shows; "" where there are enough."""
    if len(several) < rule["pieces"]:
        return str(rule["alone"]), ()
    alike = tuple(pieces_alike(rule, several))
    piece = next((each for each in alike if each.item.id == item.id), None)
    if piece is None:
        return (str(rule["left"]), ()) if len(several) - len(alike) < rule["pieces"] else ("", ())
    if piece.other is None:
        return str(rule["says_so"]), piece.places
    return str(rule["like"]).format(other=piece.other.id), piece.places
