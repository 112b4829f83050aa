"""How an applicant writes references: the item, the place, what is noted."""

from collections.abc import Sequence
from random import Random
from typing import Final

from .chance import chance, words
from .claims import Laid, Ref, numbers
from .feet import feet_of
from .plan import Item, Plan

_PAGE_WORDS: Final = (
    ("p. ", "pp. "),
    ("page ", "pages "),
    ("p", "pp"),
    ("p", "p"),
    ("pg ", "pgs "),
    ("Page ", "Pages "),
)
_PART_WORDS: Final = {
    "section": ("section ", "sect. ", "s. ", "§", "Section ", "para "),
    "table": ("table ", "Table "),
    "figure": ("figure ", "Fig. ", "Figure "),
    "slide": ("slide ", "Slide "),
    "row": ("row ", "row "),
}
_MANY: Final = {
    "Item": "Items",
    "Doc": "Docs",
    "Appendix": "Appendices",
    "Annex": "Annexes",
    "No.": "Nos.",
    "Piece": "Pieces",
}
_SIGNS: Final = {"star": "*", "footnote": "\u2020"}


class Wording:
    """The applicant's way, the same through the whole table."""

    def __init__(self, plan: Plan, laid: Laid, refs: Sequence[Ref]) -> None:
        """Choose the words that the applicant keeps to."""
        rng = chance("wording", plan.habits.seed)
        self.plan, self.laid, self.refs = plan, laid, refs
        self.page, self.pages = rng.choice(_PAGE_WORDS)
        self.dash = rng.choice(("-", "-", "\u2013", "\u2013", " to "))
        self.part_words = {kind: rng.choice(ways) for kind, ways in _PART_WORDS.items()}
        self.part_first = rng.random() < 0.35
        self.between = rng.choice(("\n", "\n", "\n", "; "))
        self.groups = rng.random() < 0.45
        self.simulated_word = rng.choice(words("wording")["simulated_words"])
        self.square = rng.random() < 0.2
        self.remarks = ("redacted", "joint work", "extract only") if rng.random() < 0.3 else ()

    def rows(self, code: str) -> list[Ref]:
        """The claims of a sub-category."""
        return [ref for ref in self.refs if ref.code == code]

    def cell(self, refs: Sequence[Ref]) -> str:
        """All references of a row in one cell."""
        style = self.plan.habits.style
        if self.groups and len(refs) > 1 and style not in {"titled", "prose"} and not any(map(self._needs_own, refs)):
            return self._grouped([ref.item for ref in refs])
        between = " " if style == "prose" else "\n" if style == "titled" else self.between
        return between.join(self.reference(ref) for ref in refs)

    def _needs_own(self, ref: Ref) -> bool:
        said = ref.placed and self.plan.habits.style != "column"
        return said or (ref.item.simulated and self.plan.habits.simulated in {"cell", *_SIGNS})

    def _grouped(self, items: Sequence[Item]) -> str:
        """Several items at once: "Evidence 3, 5 and 8", "E3-E5"."""
        shorts = [item.short for item in items]
        ids = [item.id for item in items]
        word, _, _rest = shorts[0].partition(" ")
        row = all(each.isdigit() for each in ids) and [int(each) for each in ids] == list(
            range(int(ids[0]), int(ids[0]) + len(ids))
        )
        if " " not in shorts[0]:
            return f"{shorts[0]}{self.dash}{shorts[-1]}" if row and len(ids) > 2 else ", ".join(shorts)
        many = _MANY.get(word, word)
        if row and len(ids) > 2:
            return f"{many} {ids[0]}{self.dash}{ids[-1]}"
        return f"{many} {', '.join(ids[:-1])} and {ids[-1]}"

    def reference(self, ref: Ref) -> str:
        """One reference in words, with its place where places are not a column."""
        style, item = self.plan.habits.style, ref.item
        name = f"{item.short} {item.title}" if style == "titled" and item.short != item.id else item.short
        if style == "titled" and item.short == item.id:
            name = f"{item.id}. {item.title}" if "." not in item.id else f"{item.id} {item.title}"
        name += self.sign(item)
        place = "" if style == "column" else self.place(ref)
        note = self.note(item)
        if style == "prose":
            return f"Please see {name}{f', in particular {place}' if place else ''}{note}."
        if not place:
            return name + note
        if style == "of":
            return f"{place[0].upper()}{place[1:]} of {name}{note}"
        joined = {"comma": f"{name}, {place}", "colon": f"{name}: {place}", "dash": f"{name} \u2013 {place}"}
        return joined.get(style, f"{name} ({place})") + note

    def note(self, item: Item) -> str:
        """The note in the cell itself."""
        if not item.simulated or self.plan.habits.simulated != "cell":
            plain = self.remarks and self.plan.habits.simulated != "cell"
            return (
                f" ({self.remarks[ord(item.id[-1]) % len(self.remarks)]})" if plain and len(item.title) % 5 == 0 else ""
            )
        return f" [{self.simulated_word}]" if self.square else f" ({self.simulated_word})"

    def sign(self, item: Item) -> str:
        """The sign that is explained below."""
        return _SIGNS.get(self.plan.habits.simulated, "") if item.simulated else ""

    def place(self, ref: Ref) -> str:
        """The pages and the part in words."""
        said = []
        if ref.pages:
            shown = numbers(self.laid, ref, self.plan.habits.counting)
            several = len(shown) > 1 or shown[0][0] != shown[0][1]
            ranges = [str(one) if one == two else f"{one}{self.dash}{two}" for one, two in shown]
            commas = self.dash != " to " and self.plan.habits.style != "comma"
            joined = (", " if commas else " and ").join(ranges)
            said.append(f"{self.pages if several else self.page}{joined}")
        if ref.part:
            said.append(f"{self.part_words[ref.part.kind]}{ref.part.number}")
        return ", ".join(reversed(said) if self.part_first else said)

    def places(self, refs: Sequence[Ref]) -> str:
        """The cell of a column of places: one line for each item."""
        if len(refs) == 1:
            return self.place(refs[0]) or ("All" if self.plan.habits.seed % 3 == 0 else "")
        return "\n".join(f"{ref.item.short}: {self.place(ref)}" for ref in refs if ref.placed)

    def simulated_cell(self, refs: Sequence[Ref]) -> str:
        """The cell of a column of simulated evidence."""
        there = [ref.item for ref in refs if ref.item.simulated]
        if not there:
            return "N" if self.plan.habits.seed % 2 else "No"
        yes = "Y" if self.plan.habits.seed % 2 else "Yes"
        return yes if len(refs) == 1 else f"{yes} ({', '.join(item.short for item in there)})"

    def comment(self, refs: Sequence[Ref], rng: Random) -> str:
        """The cell of a column of comments."""
        said = rng.choice(words("wording")["comments"]) if rng.random() < 0.6 else ""
        there = [ref.item for ref in refs if ref.item.simulated]
        if self.plan.habits.simulated == "comment" and there:
            names = " and ".join(item.short for item in there)
            return f"{names} {'are' if len(there) > 1 else 'is'} {self.simulated_word}. {said}".strip()
        return said

    def below(self) -> list[str]:
        """Sentences under the table: keys of signs, what is simulated, what page numbers count."""
        said = []
        there = [item for item in self.plan.sent if item.simulated]
        how = self.plan.habits.simulated
        if there and how in _SIGNS:
            said.append(f"{_SIGNS[how]} {self.simulated_word[0].upper()}{self.simulated_word[1:]}")
        if there and how == "sentence":
            names = " and ".join(item.short for item in there)
            said.append(
                f"Please note that {names} {'are' if len(there) > 1 else 'is'} simulated; all else is real work."
            )
        counted = self._counting_sentence()
        return [*said, counted] if counted else said

    def _counting_sentence(self) -> str:
        habits = self.plan.habits
        if not any(ref.pages for ref in self.refs) or self.plan.habits.form == "docx":
            return ""
        dividers = any(item.divider for item in self.plan.items)
        plain = habits.counting == "item" and not dividers
        if plain and habits.seed % 3 and feet_of(habits) != "running":
            return ""
        return {
            "item": "Pages are counted from the divider sheet of each item."
            if dividers
            else "Page numbers are those within each item.",
            "item_after_divider": "Page numbers begin after the divider sheet of each item.",
            "portfolio": "Page numbers refer to the page of this PDF." if habits.bound else "",
            "file": "Page numbers are those of the PDF that holds all of the evidence.",
            "printed": "Page numbers are those printed at the foot of the pages.",
        }[habits.counting]
