"""What this applicant's page numbers count, found from all references together and what else speaks for it.

A counting fits a reference when all its pages are pages of the item. Where several fit as many references, the numbers
of the contents list, those printed inside the items and the headings of named sections decide; what they leave open is
a rival, and references that it leads elsewhere are for a person to look at.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.text.page_numbers import Hinted, Listed, Numbers, Place, place_of, places
from mrse_assess.model.portfolio import COUNTED, PageCounting
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Counting, Severity

_THROUGH: Final = (Counting.PRINTED, Counting.IN_FILE, Counting.IN_PORTFOLIO)
_ORDER: Final = (
    *(Counting.IN_ITEM, Counting.AFTER_DIVIDER),
    *(Counting.PRINTED, Counting.IN_FILE, Counting.IN_PORTFOLIO),
)
"""The likelier of two that fit alike first: numbers that stand on the pages are what people see."""
_DECIDES: Final = 0.9  # support that sets one counting over another with as many references
_MOSTLY: Final = 0.6
_LEAST: Final = 4  # references that must agree before an offset is taken from them alone
_SAID: Final = 1.5  # references that a sentence about page numbers is worth
_NEXT_TO_NONE: Final = 0.1  # share of the pages
_FAR: Final = 2.0  # references more than by any other counting


class Found(NamedTuple):
    """The counting with what it rests on, and what pages are called."""

    counting: PageCounting
    numbers: Numbers
    support: float

    def places(self, hint: Hinted) -> tuple[Place, ...]:
        """Where the hint leads."""
        return places(hint, self.counting.counted, self.numbers)

    def is_open(self, hint: Hinted) -> bool:
        """Whether a rival leads elsewhere."""
        here = self.places(hint)
        return any(places(hint, rival, self.numbers) != here for rival in self.counting.rivals)

    def otherwise(self, hint: Hinted) -> Counting | None:
        """For a hint that leads out of its item: another counting by which all its pages are there."""
        return next((other for other in _ORDER if _fits(hint, other, self.numbers)), None)


def find_counting(
    hints: Sequence[Hinted], listed: Sequence[Listed], numbers: Numbers, said: Collection[Counting] = ()
) -> Found | None:
    """The counting that fits most references. None without hints. ``said`` is what the applicant says of it."""
    if not hints:
        return None
    fits = {counting: _count(hints, counting, numbers) for counting in Counting}
    if (offsets := _offsets_of_hints(hints)) and _count(
        hints, Counting.PRINTED, shifted := numbers.with_offsets(offsets)
    ) >= max(_LEAST, _FAR + max(fits.values())):
        numbers = shifted
        fits[Counting.PRINTED] = _count(hints, Counting.PRINTED, numbers)
    support = {each: _support(hints, listed, each, numbers) + _SAID * (each in said) for each in Counting}
    best = max(_ORDER, key=lambda each: (fits[each] + support[each], -_ORDER.index(each)))
    best = Counting.IN_FILE if best is Counting.PRINTED and _is_place(hints, numbers) else best
    rivals = _rivals(
        hints, best, {each: fits[each] for each in _ORDER if support[best] - support[each] < _DECIDES}, numbers
    )
    counting = PageCounting(
        counted=best,
        fitting=fits[best],
        total=len(hints),
        offset=_offset(hints, numbers) if best is Counting.PRINTED else None,
        rivals=rivals,
    )
    return Found(counting, numbers, support[best])


def _is_place(hints: Sequence[Hinted], numbers: Numbers) -> bool:
    """Whether numbers called printed stand on next to no page, and are those of the pages' places in their files."""
    files = {place[0] for hint in hints for place in hint.item}
    printed = [numbers.printed[file] for file in files if file in numbers.printed]
    seen = sum(page in found for each in printed for page, found in each.seen.items())
    pages = sum(len(each.seen) for each in printed)
    alike = all(places(hint, Counting.PRINTED, numbers) == places(hint, Counting.IN_FILE, numbers) for hint in hints)
    return alike and seen <= _NEXT_TO_NONE * pages


def _rivals(
    hints: Sequence[Hinted], best: Counting, fits: Mapping[Counting, int], numbers: Numbers
) -> tuple[Counting, ...]:
    """Countings that fit as many references and lead elsewhere; of those that lead to the same pages the first."""
    seen = {tuple(places(hint, best, numbers) for hint in hints)}
    rivals: list[Counting] = []
    for other, fitting in fits.items():
        leads = tuple(places(hint, other, numbers) for hint in hints)
        if fitting >= fits[best] and leads not in seen and _is_likely(hints, best, other, numbers):
            seen.add(leads)
            rivals.append(other)
    return tuple(rivals)


def _is_likely(hints: Sequence[Hinted], best: Counting, other: Counting, numbers: Numbers) -> bool:
    """Whether a rival is worth a person's time: leaving dividers out is a habit, seen on more items than one."""
    if Counting.AFTER_DIVIDER not in {best, other}:
        return True
    differing = {hint.item for hint in hints if places(hint, best, numbers) != places(hint, other, numbers)}
    return len(differing) > 1


def counting_note(found: Found) -> Problem:
    """What was found, with what it rests on."""
    counting = found.counting
    way = COUNTED[counting.counted]
    share = f"{counting.fitting} of {counting.total} references with pages fit"
    if counting.rivals:
        others = " or ".join(COUNTED[rival] for rival in counting.rivals)
        return Problem(
            code="page-counting-open",
            severity=Severity.WARNING,
            found=f"Page numbers were counted {way}; {share}, and as many counted {others}.",
            advice="Open one such reference and see whether it shows the page meant.",
        )
    also = ", and so do the contents list, printed numbers, headings or a sentence" if found.support >= _DECIDES else ""
    offset = f" The file has {counting.offset} pages before the one numbered 1." if counting.offset else ""
    return Problem(
        code="page-counting",
        severity=Severity.NOTE,
        found=f"Page numbers in the table were counted {way}: {share}{also}.{offset}",
        advice="Nothing to do unless a reference opens at the wrong page.",
    )


def _count(hints: Sequence[Hinted], counting: Counting, numbers: Numbers) -> int:
    return sum(_fits(hint, counting, numbers) for hint in hints)


def _fits(hint: Hinted, counting: Counting, numbers: Numbers) -> bool:
    """Whether all pages are the item's. Nobody cites a divider, unless with the whole item."""
    there = places(hint, counting, numbers)
    at_divider = hint.divided and hint.item[0] in there and len(there) < len(hint.item)
    return len(there) == len(hint.numbers) and not at_divider


def _support(hints: Sequence[Hinted], listed: Sequence[Listed], counting: Counting, numbers: Numbers) -> float:
    """What speaks for a counting besides the references that fit, in references."""
    sections = sum(
        0.5 * bool(set(places(hint, counting, numbers)) & set(hint.sections)) for hint in hints if hint.sections
    )
    return sections + _listed_support(listed, counting, numbers) + _inside_support(hints, counting, numbers)


def _listed_support(listed: Sequence[Listed], counting: Counting, numbers: Numbers) -> float:
    """The contents list counts as the table does, unless the table counts within items."""
    if counting not in _THROUGH or not listed:
        return 0.0
    agree = sum(_begins(entry, counting, numbers) for entry in listed)
    others = max(sum(_begins(entry, each, numbers) for entry in listed) for each in _THROUGH)
    if agree == others >= max(2, _MOSTLY * len(listed)):
        return 1.0
    return -1.0 if others >= max(2, _MOSTLY * len(listed)) else 0.0


def _begins(entry: Listed, counting: Counting, numbers: Numbers) -> bool:
    """Whether the number is that of the item's first page, or of the page after its divider."""
    hint = Hinted((entry.number,), entry.item, entry.divided)
    return place_of(entry.number, hint, counting, numbers) in entry.item[: 1 + entry.divided]


def _inside_support(hints: Sequence[Hinted], counting: Counting, numbers: Numbers) -> float:
    """Numbers printed inside the items say whether their dividers are counted."""
    if counting not in {Counting.IN_ITEM, Counting.AFTER_DIVIDER}:
        return 0.0
    after = {hint.item[1] for hint in hints if hint.divided and len(hint.item) > 1}
    seen = [numbers.printed[file].seen.get(page, frozenset()) for file, page in after if file in numbers.printed]
    ones, twos = sum(1 in found for found in seen), sum(2 in found and 1 not in found for found in seen)  # noqa: PLR2004 - the second page
    ahead = ones - twos if counting is Counting.AFTER_DIVIDER else twos - ones
    return 1.0 if len(after) > 1 and ahead > _MOSTLY * len(after) else 0.0


def _offsets_of_hints(hints: Sequence[Hinted]) -> dict[str, int]:
    """For each file the offset by which most references lead into their items."""
    votes: dict[str, Counter[int]] = {}
    for hint in hints:
        wanted = set(hint.numbers)
        for file in {file for file, _ in hint.item}:
            pages = {page for each, page in hint.item if each == file}
            fitting = {page - min(wanted) for page in pages if {page - min(wanted) + one for one in wanted} <= pages}
            votes.setdefault(file, Counter()).update(fitting)
    best = {file: counts.most_common(2) for file, counts in votes.items() if counts}
    return {
        file: top[0][0]
        for file, top in best.items()
        if top[0][1] >= _LEAST and (len(top) == 1 or top[0][1] >= top[1][1] + _FAR)
    }


def _offset(hints: Sequence[Hinted], numbers: Numbers) -> int | None:
    """The offset of the file in which most references lead."""
    files = Counter(hint.item[0][0] for hint in hints if hint.item)
    file = files.most_common(1)[0][0] if files else ""
    return numbers.printed[file].offset if file in numbers.printed else None
