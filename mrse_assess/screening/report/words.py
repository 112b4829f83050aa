"""The report's sentences, from the passages that the scheme holds for it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from mrse_assess.errors import SchemeError
from mrse_assess.letter.wording import Basis, Wording
from mrse_assess.model.letter import Heading, Notice, Paragraph, Sentence
from mrse_assess.model.scheme import Scheme

_LONGEST_NAME: Final = 40  # characters of a name that somebody else chose
_CUT: Final = "\N{HORIZONTAL ELLIPSIS}"
_TO: Final = "\N{EN DASH}"
_Part = TypeVar("_Part")


class ReportWords:
    """The passages of one scheme's screening report, ready to be filled."""

    def __init__(self, scheme: Scheme) -> None:
        self._passages = scheme.report_passages
        self._wording = Wording(replace(scheme, passages=scheme.report_passages), {})

    def text(self, passage: str, **slots: object) -> str:
        """A passage as plain text.

        Raises:
            SchemeError: the scheme does not have it, or it has a slot that nothing fills.
        """
        return self.say(passage, **slots).text

    def say(self, passage: str, **slots: object) -> Sentence:
        """A passage as a sentence of the report; raises as :meth:`text`."""
        if passage not in self._passages:
            raise SchemeError(f"The scheme has no passage {passage}; add it to the report_passages of its files.")
        filled = {name: str(value) for name, value in slots.items()}
        return self._wording.must_say(passage, Basis(section=passage.partition(".")[0]), filled)

    def heading(self, passage: str, level: int) -> Heading:
        """A heading."""
        return Heading(level=level, sentence=self.say(passage))

    def row(self, lead: str, *sentences: Sentence, **slots: object) -> Paragraph:
        """One line of the report: what was looked at, and what was found."""
        return Paragraph(lead=self.say(f"lead.{lead}", **slots), sentences=sentences)

    def notice(self, lead: str, entries: Iterable[Sentence]) -> Notice:
        """What stands at the top, set apart."""
        return Notice(lead=self.say(lead), entries=tuple((entry,) for entry in entries))

    def commas(self, parts: Sequence[_Part], most: int, name: Callable[[_Part], str] = str) -> str:
        """Parts after one another: "a, b and c"; beyond so many "a, b and 7 more". Only those that stand are named."""
        kept = [name(part) for part in parts[:most]]
        if len(parts) > most:
            return self.text("list.more", list=self.text("list.comma").join(kept), n=len(parts) - most)
        *others, last = kept
        return self.text("list.and", first=self.text("list.comma").join(others), last=last) if others else last

    def semicolons(self, parts: Sequence[_Part], most: int, name: Callable[[_Part], str] = str) -> str:
        """Longer parts after one another: "a; b"; beyond so many "a; b; and 7 more"."""
        kept = self.text("list.semicolon").join(name(part) for part in parts[:most])
        return self.text("list.further", list=kept, n=len(parts) - most) if len(parts) > most else kept

    def pages(self, pages: Iterable[int], most: int) -> str:
        """Pages, each row of them as one: "pages 2-4, 7 and 9"; beyond so many rows "pages 2-4 and 12 others"."""
        numbers = sorted(set(pages))
        found = _runs(numbers)
        if len(numbers) == 1:
            return self.text("where.page", page=numbers[0])
        left = sum(last - first + 1 for first, last in found[most:])
        if left <= 1:
            return self.text("where.pages", pages=self.commas([_run(each) for each in found], len(found)))
        kept = self.text("list.comma").join(_run(each) for each in found[:most])
        return self.text("where.pages_cut", pages=kept, n=left)


def short(name: str) -> str:
    """A name that somebody else chose, without its middle where it is long."""
    name = " ".join(name.split())
    half = (_LONGEST_NAME - 1) // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half]}{_CUT}{name[-half:]}"


def inside(title: str) -> str:
    """The title of a finding inside a sentence: with a small letter, unless it begins with an abbreviation."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Rows of numbers in ascending order, each by its first and last."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def _run(run: tuple[int, int]) -> str:
    return str(run[0]) if run[0] == run[1] else f"{run[0]}{_TO}{run[1]}"
