"""How this applicant writes: codes of sub-categories, references, places in evidence, remarks."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from .chance import chance
from .model import Ref, Spot
from .numbers import Numbers, ranged
from .plan import Plan
from .vocabulary import general

_NOTE_WORDS = ("(simulated)", "(hypothetical case)", "(simulated evidence)", "- simulated")


@dataclass(frozen=True, kw_only=True)
class Wording:
    """Puts the claims of one portfolio into words."""

    plan: Plan
    numbers: Numbers

    def chance(self, *what: object) -> Random:
        """Chance for a decision of this applicant."""
        return chance("wording", self.plan.seed, *what)

    # Codes

    def code(self, sub: str) -> str:
        """A sub-category as written in the table."""
        if sub == "3":
            return self.plan["third"]
        category, number = sub.split(".")
        roman = ("i", "ii", "iii")[int(number) - 1]
        return {
            "stop": f"{sub}.",
            "bracket": f"{sub})",
            "roman": f"{category}({roman})",
            "letter": f"{category}({'abc'[int(number) - 1]})",
            "word": f"Sub-category {sub}",
            "short": f"SC {sub}",
        }.get(self.plan["codes"], sub)

    def title(self, sub: str) -> str:
        """The name of a sub-category, long or short."""
        return str(general()["subs"][sub][self.plan.seed % 5 == 0])

    def category(self, number: str) -> str:
        """The name of a category."""
        return str(general()["categories"][number])

    # References

    def place(self, ref: Ref) -> str:
        """The place in the item, without what joins it to the item; nothing for all of it."""
        parts = [self._pages(ref)] if ref.pages else []
        parts += [self._spot(ref.spot)] if ref.spot else []
        if self.plan.seed % 2 and len(parts) == 2:
            parts.reverse()
        return ", ".join(parts)

    def _pages(self, ref: Ref) -> str:
        numbers = [self.numbers.page(ref.items[0], page) for page in ref.pages]
        said = ranged(numbers).replace("-", ("-", "-", "\u2013")[self.plan.seed % 3])
        many = len(numbers) > 1
        if many and "," in said and self.plan.seed % 2:
            said = said.replace(",", " and")
        manner = self.plan["pages"]
        word = {"p. ": "pp. ", "page ": "pages ", "pp": "pp", "pg ": "pgs "}.get(manner, manner) if many else manner
        return f"{'p' if word == 'pp' and not many else word}{said}"

    def _spot(self, spot: Spot) -> str:
        return f"{self.plan['parts']}{spot.said}" if spot.section else spot.said

    def ref(self, ref: Ref, *, placed: bool = True, noted: bool = True) -> str:
        """One reference, with its place and its note."""
        said, place = ref.short, self.place(ref) if placed else ""
        if place:
            said = {
                "brackets": f"{said} ({place})",
                "square": f"{said} [{place}]",
                "comma": f"{said}, {place}",
                "colon": f"{said}: {place}",
                "before": f"{place} of {said}",
            }.get(self.plan["hints"], f"{said} {place}")
        return f"{said}{self.note(ref)}" if noted and ref.simulated else said

    def note(self, ref: Ref) -> str:
        """What stands behind a simulated reference."""
        if not ref.simulated:
            return ""
        return {
            "word": f" {_NOTE_WORDS[self.plan.seed % 4]}",
            "star": "*",
            "key": " [S]",
        }.get(self.plan["notes"], "")

    def cell(self, refs: Sequence[Ref], *, placed: bool = True) -> str:
        """All references of a row in one cell."""
        joint = self.plan["joint"]
        if joint == "grouped" and len(refs) > 1 and all(self._bare(ref, placed=placed) for ref in refs):
            return self._grouped(refs)
        said = [self.ref(ref, placed=placed) for ref in refs]
        commas = any("," in one for one in said)
        if joint in {"and", "ampersand"} and not commas and len(said) > 1:
            return f"{', '.join(said[:-1])} {'&' if joint == 'ampersand' else 'and'} {said[-1]}"
        if joint == "lines":
            return "\n".join(said)
        return ("; " if joint == "semicolon" or commas or joint != "comma" else ", ").join(said)

    def _bare(self, ref: Ref, *, placed: bool) -> bool:
        return not ref.simulated and not (placed and self.place(ref)) and ref.short.endswith(ref.id)

    def _grouped(self, refs: Sequence[Ref]) -> str:
        """References in one breath: "Evidence 3, 7 and 9", or "Evidence 3-5" where they follow each other."""
        ids = [ref.id for ref in refs]
        stem = refs[0].short.removesuffix(ids[0])
        plural = f"{stem.rstrip()}s " if stem.strip() in {"Item", "Document", "Exhibit", "Annex"} else stem
        plural = {"Annexs ": "Annexes "}.get(plural, plural)
        numbers = [int(one) for one in ids if one.isdigit()]
        if len(numbers) == len(ids) > 2 and numbers == list(range(numbers[0], numbers[0] + len(ids))):
            return f"{plural}{ids[0]}-{ids[-1]}" if len(stem) > 1 else f"{stem}{ids[0]}-{stem}{ids[-1]}"
        return f"{plural}{', '.join(ids[:-1])} and {ids[-1]}" if len(stem) > 1 else ", ".join(ref.short for ref in refs)

    def nothing(self) -> str:
        """What stands beside a sub-category that is not claimed."""
        second = self.plan.seed % 2
        words = {"dash": ("-", "\u2013")[second], "na": ("N/A", "Not claimed")[second]}
        return words.get(self.plan["empty"], "")

    # Words about the table

    def remark(self, ref: Ref) -> str:
        """What a column of remarks says of a reference; nothing that is a place."""
        rng = self.chance("remark", ref.sub, ref.id)
        own = ("I wrote the text.", "I led the work.", "My comments were taken up.", "Joint work; my part is marked.")
        more = ("See the title for the scanner.", "Real case.", "Carried out in 2023.", "Used at 1.5 T and 3 T.", "")
        return f"{rng.choice(own)} {rng.choice(more)}".strip()

    def legend(self) -> str:
        """The sentence below the table that says what a sign means, or which evidence is simulated."""
        simulated = next((ref for ref in self.numbers.story.refs if ref.simulated), None)
        if simulated is None:
            return ""
        forms = (
            "{} describes a simulated case.",
            "Please note: {} is a hypothetical scenario.",
            "{} is simulated evidence.",
        )
        return {
            "star": ("* simulated evidence", "* = hypothetical case")[self.plan.seed % 2],
            "key": self._key(),
            "sentence": forms[self.plan.seed % 3].format(
                simulated.short if len(simulated.short) > 2 else simulated.items[0].label
            ),
        }.get(self.plan["notes"], "")

    def _key(self) -> str:
        """What the letter S means, in brackets where it stands so."""
        sign = "S" if self.plan["table"] == "ticks" else "[S]"
        return f"{sign} = simulated evidence" if self.plan.seed % 2 else f"{sign} marks a simulated case"

    def key(self) -> tuple[str, ...]:
        """The lines below the table that explain it."""
        lines = [self.legend()]
        if self.plan["table"] == "ticks" and any(ref.pages for ref in self.numbers.story.refs):
            lines.append("A number in the table is the page to look at.")
        return tuple(line for line in lines if line)

    def counting(self) -> str:
        """A sentence that says what page numbers count, where it needs to be said or is said anyway."""
        counting = self.plan["counting"]
        if not any(ref.pages for ref in self.numbers.story.refs):
            return ""
        told = {
            "item": "Page numbers count from the title sheet of each item, which is page 1."
            if self.plan.divided
            else "Page numbers refer to the pages of each item, not of the whole portfolio.",
            "item_after_divider": "Page numbers are those of the document itself; its title sheet is not counted.",
            "file": "Page numbers are those of the PDF file that holds the item.",
            "portfolio": "Page numbers are those of this PDF as a whole.",
            "printed": "Page numbers are those at the foot of the page.",
        }
        always = (self.plan.divided and counting.startswith("item")) or counting == "file"
        return told.get(counting, "") if always or self.plan.seed % 3 == 0 else ""
