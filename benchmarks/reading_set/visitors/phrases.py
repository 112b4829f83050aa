"""One applicant's way of writing: items, places, sub-categories and what is simulated."""

from collections.abc import Sequence
from typing import Any

from .chance import chance
from .claims import of_code
from .data import code_title, codes, data
from .model import Item, Part, Ref
from .numbers import Numbers, in_figures

_INLINE = {"brackets", "hypothetical", "star", "footnote", "letter"}


class Phrases:
    """Words for the references of a portfolio."""

    def __init__(self, numbers: Numbers, refs: tuple[Ref, ...]) -> None:
        self.numbers, self.plan, self.refs = numbers, numbers.plan, refs
        self.habits = self.plan.habits
        self.words: dict[str, Any] = data("wording")
        rng = chance("phrases", self.habits.seed)
        self.page = rng.choice(self.words["pages"])
        self.page_alone = rng.choice(self.words["alone"])
        self.with_part = rng.choice(self.words["with_part"])
        self.part_words = {kind: rng.choice(words) for kind, words in self.words["parts"].items()}
        if self.habits.family == "item":
            self.part_words["minute"] = "minute {}"
        self.dash = rng.choice(("-", "-", "\u2013", " to "))
        self.joined = rng.choice(self.words["joins"])
        self.titled = rng.choice(self.words["with_title"]) if rng.random() < 0.25 else ""
        self.careless = rng.random() < 0.2
        self.whole = rng.choice(self.words["whole"])
        self.bracket = rng.choice(self.words["simulated"]["brackets"])
        self.hypothetical = rng.choice(self.words["simulated"]["hypothetical"])
        self.rng = chance("careless", self.habits.seed)

    def head(self, what: str) -> str:
        """The head of a column."""
        return str(chance("head", what, self.habits.seed).choice(self.words["heads"][what]))

    def title(self, what: str) -> str:
        """The title of a part of the front."""
        return str(chance("title", what, self.habits.seed).choice(self.words["titles"][what]))

    # Simulated evidence

    def marked(self, item: Item, said: str) -> str:
        """What was said of the item, with the mark of a simulated one where marks stand in the text."""
        if not item.simulated or self.habits.simulated not in _INLINE:
            return said
        styles = {"brackets": self.bracket, "hypothetical": self.hypothetical}
        form = styles.get(self.habits.simulated) or self.words["simulated"][self.habits.simulated]
        return str(form.format(said))

    def key(self) -> str:
        """What stands below the table about simulated evidence."""
        items = list(dict.fromkeys(ref.item for ref in self.refs if ref.item.simulated))
        how = self.habits.simulated
        if not items:
            return ""
        rng = chance("key", self.habits.seed)
        if how == "sentence":
            names = " and ".join(item.label for item in items)
            form = (
                self.words["simulated"]["sentence"][2]
                if len(items) > 1
                else rng.choice(self.words["simulated"]["sentence"])
            )
            return str(form.format(names))
        return str(rng.choice(self.words["simulated"][f"{how}_key"])) if f"{how}_key" in self.words["simulated"] else ""

    def counting(self) -> str:
        """Which page numbers are meant, where it must be said or this applicant says it."""
        habits = self.habits
        if not self.numbers.hinted(self.refs):
            return ""
        if not self.numbers.unclear(self.refs) and chance("says", habits.seed).random() < 0.7:
            return ""
        way = "item_divided" if habits.counting == "item" and habits.divided else habits.counting
        return str(self.words["counting"][way])

    # References

    def part(self, part: Part) -> str:
        """A part in words."""
        return str(self.part_words[part.kind].format(part.number))

    def place(self, ref: Ref) -> str:
        """The place alone, as in a column of its own."""
        pages = in_figures(self.numbers.shown(ref), self.dash)
        said = self.page_alone[self._many(pages)].format(p=pages) if pages else ""
        return ", ".join(each for each in (said, self.part(ref.part) if ref.part else "") if each)

    def ref(self, ref: Ref, *, titled: bool = False) -> str:
        """A reference in one piece."""
        said = ref.item.name
        if titled and self.titled and "." not in said[-5:]:
            said = self.titled.format(n=said, t=ref.item.title)
        said = self.marked(ref.item, said)
        if ref.pages:
            pages = in_figures(self.numbers.shown(ref), self.dash)
            page = self.rng.choice(self.words["pages"]) if self.careless else self.page
            form = page[self._many(pages)]
            if ref.part:
                form = (
                    form.replace("{p}", "{p}, " + self.part(ref.part).replace("{", ""))
                    if form[-1] in ")]"
                    else f"{form}, {self.part(ref.part)}"
                )
            return str(form.format(n=said, p=pages))
        return str(self.with_part.format(n=said, s=self.part(ref.part))) if ref.part else said

    @staticmethod
    def _many(pages: str) -> bool:
        return not pages.isdigit()

    def cell(self, refs: Sequence[Ref], *, placed: bool = True) -> str:
        """All references of a row; without their places where these have a column of their own."""
        if not refs:
            return str(self.words["empty_words"][self.habits.empties])
        if not placed:
            return "\n".join(self.marked(ref.item, ref.item.name) for ref in refs)
        join = "; " if self.joined == ", " and any(ref.pages for ref in refs) else self.joined
        if len(refs) > 1 and self._plain(refs):
            return self._listed(refs)
        titled = bool(self.titled)
        return ("\n" if titled else join).join(self.ref(ref, titled=titled) for ref in refs)

    def _plain(self, refs: Sequence[Ref]) -> bool:
        """Whether only the numbers differ."""
        fronts = {ref.item.name.removesuffix(ref.item.number) for ref in refs}
        bare = all(not ref.pages and not ref.part and not ref.item.simulated for ref in refs)
        return (
            bare
            and not self.titled
            and fronts in ({"Evidence "}, {"Item "}, {"Document "})
            and self.habits.seed % 3 > 0
        )

    def _listed(self, refs: Sequence[Ref]) -> str:
        """In one breath: "Evidence 1, 4 and 9"."""
        front = refs[0].item.name.removesuffix(refs[0].item.number).strip()
        front += "s" if front in {"Item", "Document"} else ""
        numbers = [ref.item.number for ref in refs]
        last = (" and ", " & ", ", ")[self.habits.seed % 3]
        return f"{front} {', '.join(numbers[:-1])}{last}{numbers[-1]}"

    def places(self, refs: Sequence[Ref]) -> str:
        """The column of places of a row."""
        if len(refs) == 1:
            return self.place(refs[0]) or (self.whole if self.habits.places != "none" else "")
        said = [(ref, self.place(ref)) for ref in refs]
        return "\n".join(f"{ref.item.name}: {place}" for ref, place in said if place)

    # Sub-categories

    def short_code(self, code: str) -> str:
        """A sub-category in few letters."""
        style = self.habits.code_style
        if style == "roman" and code != "3":
            return f"{code[0]}({'i' * int(code[2])})"
        if style == "three_one" and code == "3":
            return "3.1"
        return f"{code}." if style == "point" else code

    def code(self, code: str) -> str:
        """A sub-category as in the first column."""
        short = self.short_code(code)
        style = self.habits.code_style
        if style == "word":
            return f"Category {code}" if code == "3" else f"Sub-category {code}"
        if style == "dash_title":
            return f"{short} \u2013 {code_title(code)}"
        return f"{short} {code_title(code)}"

    def rows(self) -> list[tuple[str, list[Ref]]]:
        """The rows of a table by sub-categories."""
        rows = [(code, of_code(self.refs, code)) for code in codes()]
        return [(code, refs) for code, refs in rows if refs or self.habits.empties != "left_out"]
