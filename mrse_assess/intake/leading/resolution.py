"""Where each reference leads: to exact pages of an item, or nowhere, with a Problem for every doubt."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.dimness import dim_signs
from mrse_assess.intake.cells.ranges import page_numbers
from mrse_assess.intake.front.contents_list import ContentsList
from mrse_assess.intake.leading.counting import Found, counting_note, find_counting
from mrse_assess.intake.leading.open_hints import closed
from mrse_assess.intake.leading.sections import Sections
from mrse_assess.intake.leading.slide_numbers import is_title_slide
from mrse_assess.intake.leading.targets import targets
from mrse_assess.intake.table.claims import Claim, doubted
from mrse_assess.intake.text.labels import id_key
from mrse_assess.intake.text.lines import FileLines
from mrse_assess.intake.text.page_numbers import Hinted, Listed, Numbers, Place, numbers_of
from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import COUNTED, CrossReferenceEntry, EvidenceItem, PageCounting
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Counting, MediaKind, Severity

_FEW_WORDS: Final = 45
_LOW: Final = 0.7
_USUAL: Final = 0.8  # share of the references that are written in the table's own style
_SAID_BEFORE: Final = frozenset({Sign.PAGES_OUTSIDE, Sign.STANDS_FOR})  # signs with a Problem of their own


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """Every claim with its pages, what leads nowhere, what nobody cites, and what was odd.

    ``signs`` are the signs of doubt behind each entry's confidence, in the entries' order.
    """

    entries: tuple[CrossReferenceEntry, ...]
    unresolved: tuple[tuple[str, str], ...]
    orphans: tuple[str, ...]
    problems: tuple[Problem, ...]
    counting: PageCounting | None = None
    signs: tuple[frozenset[Sign], ...] = ()


def resolve(
    claims: Sequence[Claim],
    items: Sequence[EvidenceItem],
    files: Sequence[FileLines],
    contents: ContentsList | None = None,
    said: Collection[Counting] = (),
) -> Resolution:
    """Each claim's pages. A hint beyond the item's pages leads to the whole item, with a Problem.

    ``files`` stand in the portfolio's order. The page numbers of the contents list help to tell what pages count, and
    so does what the applicant says of them (``said``).
    """
    return _Resolver(items, files, contents).run(claims, said)


class _Resolver:
    """Holds what all claims are resolved against."""

    def __init__(
        self, items: Sequence[EvidenceItem], files: Sequence[FileLines], contents: ContentsList | None
    ) -> None:
        self.items = {item.id: item for item in items}
        self.files = {file.file: file for file in files}
        self.sections = Sections(self.files)
        self.listed = self._listed(contents)
        used = frozenset(span.file for item in items for span in item.spans)
        self.numbers: Numbers = numbers_of(files, used, self.listed)
        self.problems: list[Problem] = []
        self.cited: set[str] = set()

    def run(self, claims: Sequence[Claim], said: Collection[Counting]) -> Resolution:
        claims = _with_style([found for claim in claims for found in self._items_on_pages(claim)])
        hinted = [self._hinted(claim) for claim in claims]
        counted = [
            hint
            for claim, hint in zip(claims, hinted, strict=True)
            if hint is not None and Sign.ORDINAL not in claim.reference.signs
        ]
        counted = counted or [hint for hint in hinted if hint is not None]
        counting = find_counting(counted, self.listed, self.numbers, said)
        if counting is not None:
            self.problems.append(counting_note(counting))
        judged = [self._entry(claim, hint, counting) for claim, hint in zip(claims, hinted, strict=True)]
        entries = tuple(entry for entry, _ in judged)
        missing = tuple(dict.fromkeys((each.sub_category, each.evidence_id) for each in entries if not each.spans))
        orphans = tuple(sorted((each for each in self.items if each not in self.cited), key=id_key))
        if claims:  # a table that was not read says nothing about the items
            self.problems.extend(self._orphan(each) for each in orphans)
        return Resolution(
            entries=entries,
            unresolved=missing,
            orphans=orphans,
            problems=tuple(self.problems),
            counting=counting.counting if counting is not None else None,
            signs=tuple(signs for _, signs in judged),
        )

    def _listed(self, contents: ContentsList | None) -> tuple[Listed, ...]:
        """Items of the contents list with a page number."""
        found = []
        for entry in contents.entries if contents is not None else ():
            item = self.items.get(entry.id)
            if item is not None and item.spans and entry.page is not None:
                found.append(Listed(entry.page, _places(item), self._is_divided(item)))
        return tuple(found)

    def _items_on_pages(self, claim: Claim) -> list[Claim]:
        """A claim that names pages only, as claims for the items on them."""
        if claim.loose_pages is None:
            return [claim]
        numbers = set(page_numbers(claim.loose_pages))
        there = [
            item.id
            for item in self.items.values()
            if any(self._bears(file, page, numbers) for file, page in _places(item))
        ]
        found = "pages " + claim.loose_pages
        self._warn(
            "pages-without-item",
            f'The row of {claim.sub_category} names {found} and no item: "{claim.text}".',
            "It was read as the items on those pages. Check them against the table.",
            claim,
        )
        ids = there or [found]
        return [claim._replace(reference=replace(claim.reference, evidence_id=each), loose_pages=None) for each in ids]

    def _bears(self, file: str, page: int, numbers: set[int]) -> bool:
        """Whether the page has one of the numbers, printed by the file's offset or as its place in the file."""
        printed = self.numbers.printed
        offset = printed[file].offset if file in printed else None
        return page - (offset or 0) in numbers

    def _hinted(self, claim: Claim) -> Hinted | None:
        numbers = page_numbers(claim.reference.page_hint or "")
        found = self._targets(claim)
        if not numbers or not found:
            return None
        item = tuple(dict.fromkeys(place for each in found for place in _places(each)))
        sections = self.sections.places(claim.reference.section_hint, item)
        return Hinted(numbers, item, self._is_divided(found[0]), sections)

    def _is_divided(self, item: EvidenceItem) -> bool:
        first = item.spans[0]
        file = self.files.get(first.file)
        if file is None or first.last <= first.first or file.page(first.first).word_count > _FEW_WORDS:
            return False
        return not is_title_slide(file.page(first.first), file.page(first.first + 1))

    def _targets(self, claim: Claim) -> list[EvidenceItem]:
        return targets(claim.reference.evidence_id, claim.sub_category, self.items)

    def _entry(
        self, claim: Claim, hint: Hinted | None, counting: Found | None
    ) -> tuple[CrossReferenceEntry, frozenset[Sign]]:
        found = self._targets(claim)
        self.cited.update(item.id for item in found)
        reference = doubted(claim.reference, *dim_signs(claim.place, self.files))
        spans = tuple(span for item in found for span in item.spans)
        if not found:
            self._missing(claim)
        elif found[0].id.rpartition("/")[2] != reference.evidence_id.rpartition("/")[2]:
            reference = doubted(reference, Sign.STANDS_FOR)
            self._stands_for(claim, found)
        shown, onwards = closed(reference.page_hint, hint, counting)
        if hint is not None and counting is not None:
            there, signs = self._hint_places(claim, hint, counting)
            there = tuple(dict.fromkeys((*there, *onwards)))
            spans = _as_spans(there) if there else spans
            reference = doubted(reference, *signs)
        if reference.confidence < _LOW and reference.signs - _SAID_BEFORE:
            self._uncertain(claim._replace(reference=reference))
        in_folder = len(found) == 1 and found[0].id.endswith("/" + reference.evidence_id)
        entry = CrossReferenceEntry(
            sub_category=claim.sub_category,
            evidence_id=found[0].id if in_folder else reference.evidence_id,
            text=claim.text,
            page_hint=shown,
            section_hint=reference.section_hint,
            notes=reference.notes,
            spans=spans,
            confidence=round(reference.confidence, 3),
            cell=claim.place,
            section_spans=_as_spans(self.sections.sure(reference.section_hint, _pages_of(spans), claim.text)),
        )
        return entry, reference.signs

    def _hint_places(self, claim: Claim, hint: Hinted, counting: Found) -> tuple[tuple[Place, ...], set[Sign]]:
        """The pages of a hint. In a file without pages of its own a heading says more than a page's number."""
        if Sign.ORDINAL in claim.reference.signs and (placed := _counted_off(hint)):
            return placed, set()
        there = counting.places(hint)
        flowing = hint.item[0][0] in self.files and self.files[hint.item[0][0]].reading.media is MediaKind.DOCX
        if flowing and hint.sections:
            return hint.sections, set()
        if len(there) < len(hint.numbers):
            self._out_of_range(claim, hint, counting)
            return there, {Sign.PAGES_OUTSIDE}
        return there, {Sign.PAGES_OPEN} if counting.is_open(hint) else set()

    def _missing(self, claim: Claim) -> None:
        self._warn(
            "reference-unresolved",
            f"{claim.sub_category} cites item {claim.reference.evidence_id}, which was not found in the portfolio.",
            "Look whether it is there under another label, and correct the reference. If not, it was not offered.",
            claim,
        )

    def _stands_for(self, claim: Claim, targets: Sequence[EvidenceItem]) -> None:
        names = ", ".join(item.id for item in targets)
        self._warn(
            "reference-by-part",
            f"{claim.sub_category} cites item {claim.reference.evidence_id}; the portfolio has {names}.",
            "It was read as meaning these pages. Correct the reference if it means others.",
            claim,
        )

    def _out_of_range(self, claim: Claim, hint: Hinted, counting: Found) -> None:
        lead = "the pages that do exist" if counting.places(hint) else "the whole item"
        other = counting.otherwise(hint)
        instead = f" Counted {COUNTED[other]} it would have." if other is not None else ""
        self._warn(
            "page-hint-out-of-range",
            f"{claim.sub_category} cites page {claim.reference.page_hint} of item {claim.reference.evidence_id}, "
            f"which has no such page, counted {COUNTED[counting.counting.counted]}.{instead}",
            f"The reference leads to {lead}. Look for the page meant.",
            claim,
        )

    def _uncertain(self, claim: Claim) -> None:
        why = "; ".join(sorted(sign.value for sign in claim.reference.signs))
        self._warn(
            "reference-uncertain",
            f'The row of {claim.sub_category} can be read in more than one way: "{claim.text}"'
            + (f" ({why})." if why else "."),
            f"It was read as item {claim.reference.evidence_id}. Check it against the table and correct it if needed.",
            claim,
        )

    def _warn(self, code: str, found: str, advice: str, claim: Claim) -> None:
        self.problems.append(
            Problem(code=code, severity=Severity.WARNING, found=found, advice=advice, locator=claim.place)
        )

    def _orphan(self, evidence_id: str) -> Problem:
        return Problem(
            code="item-not-cited",
            severity=Severity.NOTE,
            found=f"Item {evidence_id} is in the portfolio and the table cites it nowhere.",
            advice="It is shown among the items. It is judged only if you take it up yourself.",
            locator=None,
        )


def _with_style(claims: Sequence[Claim]) -> list[Claim]:
    """Claims, with a sign of doubt on those written otherwise than nearly all of the table."""
    styles = Counter(claim.reference.labelled for claim in claims)
    usual, count = styles.most_common(1)[0] if styles else (True, 0)
    if count < _USUAL * len(claims):
        return list(claims)
    return [
        claim
        if claim.reference.labelled == usual
        else claim._replace(reference=doubted(claim.reference, Sign.OTHER_STYLE))
        for claim in claims
    ]


def _counted_off(hint: Hinted) -> tuple[Place, ...]:
    """The pages of "the third page", counted in the item whatever its page numbers count."""
    within = [number for number in hint.numbers if number <= len(hint.item)]
    return tuple(hint.item[number - 1] for number in within) if len(within) == len(hint.numbers) else ()


def _places(item: EvidenceItem) -> tuple[Place, ...]:
    return _pages_of(item.spans)


def _pages_of(spans: Sequence[PageSpan]) -> tuple[Place, ...]:
    return tuple((span.file, page) for span in spans for page in span.pages)


def _as_spans(found: Sequence[Place]) -> tuple[PageSpan, ...]:
    spans: list[PageSpan] = []
    for file, group in groupby(sorted(set(found)), key=lambda place: place[0]):
        for _, run in groupby(enumerate(page for _, page in group), key=lambda pair: pair[1] - pair[0]):
            pages = [page for _, page in run]
            spans.append(PageSpan(file=file, first=pages[0], last=pages[-1]))
    return tuple(spans)
