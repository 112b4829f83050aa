"""Where each reference leads: to exact pages of an item, or nowhere, with a Problem for every doubt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from mrse_assess.intake.claims import Claim
from mrse_assess.intake.labels import id_key
from mrse_assess.intake.lines import FileLines
from mrse_assess.intake.page_numbers import (
    Counting,
    Found,
    Hinted,
    Place,
    Printed,
    find_counting,
    places,
    printed_numbers,
)
from mrse_assess.intake.ranges import page_numbers
from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import CrossReferenceEntry, EvidenceItem
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Severity

_FEW_WORDS: Final = 45
_GUESS: Final = 0.5
_DOUBTFUL: Final = 0.7
_LOW: Final = 0.7


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """Every claim with its pages, what leads nowhere, what nobody cites, and what was odd."""

    entries: tuple[CrossReferenceEntry, ...]
    unresolved: tuple[tuple[str, str], ...]
    orphans: tuple[str, ...]
    problems: tuple[Problem, ...]


def resolve(claims: Sequence[Claim], items: Sequence[EvidenceItem], files: Sequence[FileLines]) -> Resolution:
    """Each claim's pages. A hint beyond the item's pages leads to the whole item, with a Problem."""
    return _Resolver(items, files).run(claims)


class _Resolver:
    """Holds what all claims are resolved against."""

    def __init__(self, items: Sequence[EvidenceItem], files: Sequence[FileLines]) -> None:
        self.items = {item.id: item for item in items}
        self.files = {file.file: file for file in files}
        self.printed: dict[str, Printed] = {
            name: printed_numbers(self.files[name])
            for name in {span.file for item in items for span in item.spans}
            if name in self.files
        }
        self.problems: list[Problem] = []
        self.cited: set[str] = set()

    def run(self, claims: Sequence[Claim]) -> Resolution:
        claims = [found for claim in claims for found in self._items_on_pages(claim)]
        hinted = [self._hinted(claim) for claim in claims]
        counting = find_counting([hint for hint in hinted if hint is not None], self.printed)
        if counting is not None:
            self.problems.append(_counting_note(counting))
        entries = tuple(self._entry(claim, hint, counting) for claim, hint in zip(claims, hinted, strict=True))
        missing = tuple(dict.fromkeys((each.sub_category, each.evidence_id) for each in entries if not each.spans))
        orphans = tuple(sorted((each for each in self.items if each not in self.cited), key=id_key))
        self.problems.extend(self._orphan(each) for each in orphans)
        return Resolution(entries=entries, unresolved=missing, orphans=orphans, problems=tuple(self.problems))

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
        offset = self.printed[file].offset if file in self.printed else None
        return page - (offset or 0) in numbers

    def _hinted(self, claim: Claim) -> Hinted | None:
        numbers = page_numbers(claim.reference.page_hint or "")
        targets = self._targets(claim)
        if not numbers or len(targets) != 1:
            return None
        item = targets[0]
        return Hinted(numbers, _places(item), self._is_divided(item))

    def _is_divided(self, item: EvidenceItem) -> bool:
        first = item.spans[0]
        file = self.files.get(first.file)
        return file is not None and first.last > first.first and file.page(first.first).word_count <= _FEW_WORDS

    def _targets(self, claim: Claim) -> list[EvidenceItem]:
        """The item that the claim names; else its parts, the item that it is part of, or one in a fitting folder."""
        wanted = claim.reference.evidence_id
        if wanted in self.items:
            return [self.items[wanted]]
        same = [item for each, item in self.items.items() if each.rpartition("/")[2] == wanted and "/" in each]
        if same:
            category = claim.sub_category.partition(".")[0]
            fitting = [item for item in same if claim.sub_category in item.id] or [
                item
                for item in same
                if category in "".join(c if c.isdecimal() else " " for c in item.id.rpartition("/")[0]).split()
            ]
            return fitting if len(fitting) == 1 else []
        parts = [
            item
            for each, item in self.items.items()
            if wanted.isdecimal() and each[:-1] == wanted and each[-1:].isalpha()
        ]
        if parts:
            return parts
        whole = wanted[:-1] if wanted[-1:].isalpha() and wanted[:-1].isdecimal() else ""
        return [self.items[whole]] if whole in self.items else []

    def _entry(self, claim: Claim, hint: Hinted | None, counting: Found | None) -> CrossReferenceEntry:
        targets = self._targets(claim)
        self.cited.update(item.id for item in targets)
        reference = claim.reference
        confidence = reference.confidence
        spans = tuple(span for item in targets for span in item.spans)
        if not targets:
            self._missing(claim)
        elif targets[0].id != reference.evidence_id:
            confidence = min(confidence, _GUESS)
            self._stands_for(claim, targets)
        if hint is not None and counting is not None:
            spans, confidence = self._hint_spans(claim, hint, counting, spans, confidence)
        if confidence < _LOW:
            self._uncertain(claim)
        evidence_id = (
            targets[0].id
            if len(targets) == 1 and targets[0].id.endswith("/" + reference.evidence_id)
            else reference.evidence_id
        )
        return CrossReferenceEntry(
            sub_category=claim.sub_category,
            evidence_id=evidence_id,
            text=claim.text,
            page_hint=reference.page_hint,
            section_hint=reference.section_hint,
            notes=reference.notes,
            spans=spans,
            confidence=round(confidence, 2),
            cell=claim.place,
        )

    def _hint_spans(
        self, claim: Claim, hint: Hinted, counting: Found, whole: tuple[PageSpan, ...], confidence: float
    ) -> tuple[tuple[PageSpan, ...], float]:
        there = places(hint, counting.counting, self.printed)
        if len(there) < len(hint.numbers):
            self._out_of_range(claim, counting.counting, partly=bool(there))
            confidence = min(confidence, _DOUBTFUL)
        elif counting.rivals:
            confidence = min(confidence, _DOUBTFUL)
        return (_as_spans(there) if there else whole), confidence

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

    def _out_of_range(self, claim: Claim, counting: Counting, *, partly: bool) -> None:
        lead = "the pages that do exist" if partly else "the whole item"
        self._warn(
            "page-hint-out-of-range",
            f"{claim.sub_category} cites page {claim.reference.page_hint} of item {claim.reference.evidence_id}, "
            f"which has no such page, counted {counting.value}.",
            f"The reference leads to {lead}. Look for the page meant.",
            claim,
        )

    def _uncertain(self, claim: Claim) -> None:
        self._warn(
            "reference-uncertain",
            f'The row of {claim.sub_category} can be read in more than one way: "{claim.text}".',
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


def _counting_note(found: Found) -> Problem:
    share = f"{found.fitting} of {found.total} references with pages fit"
    if found.rivals:
        others = " or ".join(rival.value for rival in found.rivals)
        return Problem(
            code="page-counting-open",
            severity=Severity.WARNING,
            found=f"Page numbers were counted {found.counting.value}; {share}, and as many counted {others}.",
            advice="Open one such reference and see whether it shows the page meant.",
        )
    return Problem(
        code="page-counting",
        severity=Severity.NOTE,
        found=f"Page numbers in the table were counted {found.counting.value}: {share}.",
        advice="Nothing to do unless a reference opens at the wrong page.",
    )


def _places(item: EvidenceItem) -> tuple[Place, ...]:
    return tuple((span.file, page) for span in item.spans for page in span.pages)


def _as_spans(found: Sequence[Place]) -> tuple[PageSpan, ...]:
    spans: list[PageSpan] = []
    for file, group in groupby(sorted(set(found)), key=lambda place: place[0]):
        for _, run in groupby(enumerate(page for _, page in group), key=lambda pair: pair[1] - pair[0]):
            pages = [page for _, page in run]
            spans.append(PageSpan(file=file, first=pages[0], last=pages[-1]))
    return tuple(spans)
