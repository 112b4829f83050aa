"""How references and sub-categories are put into words."""

from collections.abc import Sequence
from typing import Final

from .chance import chance
from .counting import Numbers
from .labels import PLURAL
from .model import Item, Ref
from .said import spans
from .words import TITLES

_PAGES: Final = (
    *("{n}, p. {p}", "{n} (p. {p})", "{n} (page {p})", "{n}, page {p}", "{n} p{p}", "{n} (p{p})", "{n} - page {p}"),
    *("{n} pg {p}", "{n}, p{p}", "{n} [p. {p}]"),
)
_WITH_TITLE: Final = ("{n} - {t}", "{n}: {t}", "{n} {t}", "{n} ({t})")
_PART_WORDS: Final = {
    "section": ("section {}", "Section {}", "sec. {}", "\u00a7{}", "s. {}", "part {}"),
    "minute": ("minute {}", "Minute {}"),
    "table": ("Table {}", "table {}"),
    "figure": ("Figure {}", "Fig. {}", "fig {}"),
    "slide": ("slide {}", "Slide {}"),
    "row": ("row {}", "Row {}"),
    "step": ("step {}", "Step {}"),
}


class Wording:
    """One applicant's way of writing references."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self.plan = numbers.plan
        self.choice = numbers.plan.choice
        rng = chance("wording", self.choice.seed)
        self.dash = rng.choice(("-", "-", "\u2013"))
        self.style = rng.choice(_PAGES)
        self.titled = rng.random() < 0.25 and self.choice.table not in {"two_column", "typed"}
        self.title_style = rng.choice(_WITH_TITLE)
        self.words = {kind: rng.choice(words) for kind, words in _PART_WORDS.items()}
        self.paragraph = rng.choice(("para {}", "paragraph {}", "para. {}"))
        self.join = rng.choice(("\n", "\n", "; ", "; ", ", "))
        self.plural = rng.random() < 0.5
        self.last = rng.choice((" and ", " & ", ", "))
        self.runs = rng.random() < 0.5
        self.messy = chance("messy", self.choice.seed)

    def name(self, item: Item) -> str:
        """The item as the table names it; a bare number only where a column is headed for it."""
        bare = item.name == item.number and self.choice.table in {"typed", "none"}
        return item.label if bare else item.name

    def mark(self, item: Item) -> str:
        """What stands behind the name of a simulated item."""
        if not item.simulated:
            return ""
        return {
            "brackets": " (simulated)",
            "star": "*",
            "hypothetical": " (hypothetical case)",
            "comma": " - simulated",
            "letter": " [S]",
            "column": " (simulated)",
        }[self.choice.notes]

    @property
    def legend(self) -> str:
        """What the mark means, where it must be said."""
        if not any(ref.item.simulated for ref in self.plan.refs):
            return ""
        return {"star": "* simulated evidence", "letter": "[S] = simulated evidence"}.get(self.choice.notes, "")

    def pages(self, ref: Ref) -> str:
        """The pages in figures."""
        return spans(self.numbers.shown(ref), self.dash)

    def part(self, ref: Ref) -> str:
        """The part in words."""
        if ref.paragraph:
            return self.paragraph.format(ref.paragraph)
        if not ref.parts:
            return ""
        numbers = [part.number for part in ref.parts]
        if len(numbers) > 1:
            return f"sections {numbers[0]} and {numbers[1]}"
        return self.words[ref.parts[0].kind].format(numbers[0])

    def ref(self, ref: Ref, name: str = "", *, titled: bool | None = None) -> str:
        """A reference in one piece."""
        said = name or self.name(ref.item)
        if (self.titled if titled is None else titled) and not name and "." not in said[-5:]:
            said = self.title_style.format(n=said, t=ref.item.title)
        said += self.mark(ref.item)
        if not ref.placed and not ref.paragraph:
            return said
        part = self.part(ref)
        if not ref.pages:
            return f"{said}, {part}" if self.choice.seed % 3 else f"{said} ({part})"
        style = self.messy.choice(_PAGES) if self.choice.mix == "messy" else self.style
        pages = self.pages(ref)
        if part:
            style = style.replace("{p}", "{p}, " + part) if "(" in style or "[" in style else f"{style}, {part}"
        return self._plural(style, pages).format(n=said, p=pages)

    def _plural(self, style: str, pages: str) -> str:
        if not set(pages) & set("-\u2013,") or self.choice.seed % 4 == 3:
            return style
        return style.replace("page ", "pages ").replace("p. {", "pp. {").replace(" p{", " pp{").replace("(p{", "(pp{")

    def cell(self, refs: Sequence[Ref]) -> str:
        """All references of a sub-category."""
        if not refs:
            return self.empty
        plain = all(not ref.placed and not ref.item.simulated for ref in refs) and not self.titled
        prefix = {self.name(ref.item).removesuffix(ref.item.number) for ref in refs}
        word = f"{next(iter(prefix))}{{}}"
        if plain and self.plural and len(refs) > 1 and len(prefix) == 1 and word in PLURAL:
            return PLURAL[word].format(self._listed([ref.item.number for ref in refs]))
        join = self.join
        if join == ", " and any(ref.placed for ref in refs):
            join = "; "
        return ("\n" if self.titled else join).join(self.ref(ref) for ref in refs)

    def _listed(self, numbers: list[str]) -> str:
        """The numbers in one breath: "1, 4 and 9", "3, 5-7"."""
        said = self._in_runs(numbers) if self.runs and all(number.isdigit() for number in numbers) else numbers
        return said[0] if len(said) == 1 else ", ".join(said[:-1]) + self.last + said[-1]

    def _in_runs(self, numbers: list[str]) -> list[str]:
        runs: list[list[str]] = []
        for number in numbers:
            if runs and int(number) == int(runs[-1][-1]) + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        made = []
        for run in runs:
            made += [f"{run[0]}{self.dash}{run[-1]}"] if len(run) > 2 else run
        return made

    @property
    def empty(self) -> str:
        """What stands where nothing is claimed."""
        return {"dash": "-", "n/a": "N/A", "not_claimed": "Not claimed", "no_evidence": "No evidence submitted"}.get(
            self.choice.empties, ""
        )

    def code(self, code: str, *, titled: bool = False) -> str:
        """A sub-category; with its title where this applicant writes it or the form wants it."""
        style = self.choice.codes
        said = {
            "point": f"{code}.",
            "bracket": f"{code})",
            "roman": code if code == "3" else f"{code[0]}({'i' * int(code[2])})",
            "sub_word": "Category 3" if code == "3" else f"Sub-category {code}",
            "three_one": "3.1" if code == "3" else code,
        }.get(style, code)
        if titled or style in {"titled", "dash"}:
            return f"{said}{' - ' if style == 'dash' else ' '}{TITLES[code]}"
        return said

    def short_code(self, code: str) -> str:
        """A sub-category in few letters, for matrices and lists of sub-categories."""
        if code == "3" and self.choice.codes == "sub_word":
            return code
        return self.code(code).split(" - ")[0].removesuffix(TITLES[code]).removeprefix("Sub-category ").strip()
