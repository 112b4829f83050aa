"""How one applicant puts references and sub-categories into words."""

import re
from collections.abc import Sequence
from typing import Any, Final

from .chance import chance
from .data import title, words
from .model import Item, Part, Ref
from .numbers import Numbers, spans

Said = str | list[Any]
_WITHOUT_FOOTNOTES: Final = frozenset({"inverted", "ticks", "typed", "two_column"})
_CLAUSES: Final = frozenset({"para {}", "paragraph {}", "clause {}"})
_PLURAL: Final = {
    "Item ": "Items ",
    "item ": "items ",
    "Document ": "Documents ",
    "Appendix ": "Appendices ",
    "Annex ": "Annexes ",
    "Tab ": "Tabs ",
}


class Phrases:
    """One applicant's way of writing; drawn once, kept throughout but for those who are careless."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self.plan = numbers.plan
        self.habit = numbers.plan.habit
        rng = chance("phrases", self.habit.seed)
        bank = words("wordings")
        self.style = rng.choice(bank["place"]["styles"])
        self.apart = rng.choice(bank["place"]["apart"])
        self.column = rng.choice(bank["place"]["column"])
        self.all = rng.choice(bank["place"]["whole"])
        self.parts = {kind: rng.choice(ways) for kind, ways in bank["part"].items()}
        self.dash = rng.choice(("-", "-", "\u2013", " to ", "-"))
        self.comma = rng.choice((", ", ", ", " and ", " & "))
        self.join = rng.choice(("\n", "\n", "; ", "; ", ", "))
        if ";" in self.style and self.join == "; ":
            self.join = "\n"
        self.last = rng.choice((" and ", " & ", ", ", ", "))
        self.plural = rng.random() < 0.5
        self.runs = rng.random() < 0.4
        self.plain_many = rng.random() < 0.6
        self.titled = (
            rng.random() < 0.2
            and self.habit.table in {"plain", "per_ref", "broken", "per_category"}
            and self.habit.family != "named"
        )
        self.careless = rng.random() < 0.2
        self.empty = rng.choice(bank["table"]["empty"])
        self.drawn = chance("careless", self.habit.seed)

    # The names of items

    def name(self, ref: Ref) -> str:
        """The item as the table names it; a bare number only where a column is headed for it."""
        item = ref.item
        if ref.id != item.id:
            return item.cited.replace(item.number, ref.id)
        return self.cited(item)

    def cited(self, item: Item) -> str:
        """One item in the applicant's short form."""
        bare = item.cited == item.number and self.habit.family in {"number", "sub"}
        return (
            f"Evidence {item.number}"
            if bare and self.habit.table in {"typed", "transposed", "two_column"}
            else item.cited
        )

    @property
    def mark(self) -> str:
        """What stands behind the name of a simulated item."""
        return str(words("wordings")["notes"][self.notes][0]) if self.notes != "contents" else ""

    @property
    def notes(self) -> str:
        """How simulated evidence is marked here: in another way where this one would not be seen."""
        habit = self.habit
        if habit.notes == "contents" and habit.contents == "absent":
            return "brackets"
        unfit = habit.picture or habit.written or habit.table in _WITHOUT_FOOTNOTES
        return "star" if habit.notes == "footnote" and unfit else habit.notes

    @property
    def legend(self) -> str:
        """What the mark means, or the sentence that names the items."""
        imagined = [ref for ref in self.plan.refs if ref.simulated]
        if not imagined or self.notes == "footnote":
            return ""
        return str(words("wordings")["notes"][self.notes][1]).format(w=self.cited(imagined[0].item))

    # References

    def ref(self, ref: Ref, *, place: bool = True, remark: bool = True) -> str:
        """A reference in one piece."""
        said = self.name(ref)
        if self.titled and len(ref.items) == 1 and said != ref.item.title:
            said = f"{said} {ref.item.title}" if self.habit.seed % 2 else f"{said} ({ref.item.title})"
        if ref.simulated:
            said += self.mark
        if place:
            said = self.with_place(said, ref)
        if not remark or not ref.remark:
            return said
        return said + ref.remark if ref.remark.startswith(" (") else f"{said} \u2013 {ref.remark}"

    def with_place(self, said: str, ref: Ref) -> str:
        """Words for the item, and where in it to look."""
        if ref.pages:
            bank = words("wordings")["place"]["styles"]
            style = self.drawn.choice(bank[:8]) if self.careless else self.style
            pages = self.pages(ref)
            style = self._many(style, pages)
            if ref.parts:
                pages = f"{pages}, {self.part(ref.parts)}"
            return str(style.format(w=said, p=pages))
        if ref.parts:
            return str(self.apart.format(w=said, s=self.part(ref.parts)))
        return said

    def pages(self, ref: Ref) -> str:
        """The pages in figures."""
        return spans(self.numbers.shown(ref), self.dash, self.comma)

    def place(self, ref: Ref) -> str:
        """Where in the item to look, for a column of its own."""
        if ref.pages:
            pages = self.pages(ref)
            said = self._many(self.column, pages).format(p=pages)
            return f"{said}, {self.part(ref.parts)}" if ref.parts else str(said)
        return self.part(ref.parts) if ref.parts else self.all

    def short_place(self, ref: Ref) -> str:
        """The place in few letters, for brackets behind a code."""
        if ref.pages:
            return f"p{self.pages(ref)}" + (f", {self.part(ref.parts)}" if ref.parts else "")
        return self.part(ref.parts) if ref.parts else ""

    def part(self, parts: Sequence[Part]) -> str:
        """One part, or two sections."""
        if len(parts) > 1:
            return f"sections {parts[0].number} and {parts[1].number}"
        way = self.parts[parts[0].kind]
        if way in _CLAUSES and "." not in parts[0].number:
            way = "section {}"  # a numbered heading is no clause
        return str(way.format(parts[0].number))

    @staticmethod
    def _many(style: str, pages: str) -> str:
        if not re.search(r"\D", pages):
            return style
        for one, many in (("page {p}", "pages {p}"), ("Page {p}", "Pages {p}"), ("p. {p}", "pp. {p}")):
            if one in style:
                return style.replace(one, many)
        return style

    def cell(self, refs: Sequence[Ref], *, place: bool = True, remark: bool = True) -> Said:
        """All references of a sub-category in one cell."""
        if not refs:
            return str(self.empty)
        if self.notes == "footnote" and any(ref.simulated for ref in refs):
            return self._with_footnotes(refs, place=place, remark=remark)
        if self.habit.layout == "story" and place:
            return self._told(refs)
        bare = all(
            not (place and (ref.pages or ref.parts)) and not ref.simulated and not (remark and ref.remark)
            for ref in refs
        )
        if bare and len(refs) > 1 and not self.titled and self.plain_many and self.habit.family != "named":
            return self._in_one_breath(refs)
        long = (
            any(place and (ref.pages or ref.parts or ref.remark) for ref in refs)
            or self.titled
            or self.habit.family == "named"
        )
        join = "; " if self.join == ", " and long else self.join
        return join.join(self.ref(ref, place=place, remark=remark) for ref in refs)

    def _with_footnotes(self, refs: Sequence[Ref], *, place: bool, remark: bool) -> Said:
        """The same, with a raised mark and a note at the foot of the page."""
        made: list[Any] = []
        for at, ref in enumerate(refs):
            lead = "\n" if at else ""
            said = self.ref(ref, place=place, remark=remark)
            made.append(
                {"t": lead + said, "fn": words("wordings")["notes"]["footnote"][1]} if ref.simulated else lead + said
            )
        return made

    def _told(self, refs: Sequence[Ref]) -> str:
        """References in sentences."""
        bank = words("wordings")["talk"]
        said = [self.drawn.choice(bank["more" if at else "one"]).format(r=self.ref(ref)) for at, ref in enumerate(refs)]
        return " ".join(one[0].upper() + one[1:] for one in said)

    def _in_one_breath(self, refs: Sequence[Ref]) -> str:
        """Several items without places: "Evidence 1, 4 and 9", "E3-E5", or each with its word."""
        names, numbers = (
            [self.name(ref) for ref in refs],
            [ref.item.number if ref.id == ref.item.id else ref.id for ref in refs],
        )
        stems = {name.removesuffix(number) for name, number in zip(names, numbers, strict=True)}
        stem = next(iter(stems))
        spoken = len(stems) == 1 and stem.endswith(" ") and self.plural
        if spoken:
            names[0] = _PLURAL.get(stem, stem) + numbers[0]
            stem = _PLURAL.get(stem, stem)
        said = [names[0], *numbers[1:]] if spoken and self.habit.family not in {"theme", "named"} else names
        if self.runs and len(stems) == 1 and all(number.isdigit() for number in numbers):
            said = self._runs([int(number) for number in numbers], numbers, stem, spoken=spoken)
        return said[0] if len(said) == 1 else ", ".join(said[:-1]) + self.last + said[-1]

    @staticmethod
    def _runs(values: Sequence[int], numbers: Sequence[str], stem: str, *, spoken: bool) -> list[str]:
        """Three and more in a row are written as a run."""
        groups: list[list[int]] = []
        for at, value in enumerate(values):
            if groups and value == values[groups[-1][-1]] + 1:
                groups[-1].append(at)
            else:
                groups.append([at])
        made: list[str] = []
        for group in groups:
            lead = stem if not made or not spoken else ""
            follow = "" if spoken else stem
            if len(group) > 2:
                made.append(f"{lead}{numbers[group[0]]}-{follow}{numbers[group[-1]]}")
            else:
                made += [
                    f"{stem if not made or not spoken else ''}{numbers[group[0]]}",
                    *(f"{follow}{numbers[at]}" for at in group[1:]),
                ]
        return made

    # Sub-categories

    def code(self, code: str, *, titled: bool = False) -> str:
        """A sub-category as this applicant writes it."""
        style = self.habit.codes
        said = {
            "dot": f"{code}.",
            "bracket": f"({code})",
            "sc": f"SC {code}",
            "cat": f"Cat. {code}",
            "sub": "Category 3" if code == "3" else f"Sub-category {code}",
        }.get(style, code)
        if titled or style in {"title", "colon"}:
            return f"{said}{': ' if style == 'colon' else ' '}{title(code)}"
        return said

    def short_code(self, code: str) -> str:
        """A sub-category in few letters, for matrices and lists of claims."""
        return {"bracket": f"({code})"}.get(self.habit.codes, code)
