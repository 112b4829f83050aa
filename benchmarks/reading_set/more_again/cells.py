# ruff: noqa: RUF001 - applicants write dashes
"""References as the words of a cell."""

from ..more_references.chance import chance  # noqa: TID252 - the set is imported by two names
from .model import Item, Plan, Ref, Row
from .names import SLIPS
from .place import Numbering

JOINS = ("{l}, {h}", "{l} {h}", "{l} ({h})", "{l} – {h}", "{l}: {h}", "{l} [{h}]", "{l}; {h}")
BETWEEN = ("; ", ", ", "\n", "\n", ";\n", " and ", " + ", "; see also ", " / ", "; plus ")


class Cells:
    """How this applicant writes references; the same words each time it is asked."""

    def __init__(self, plan: Plan, number: Numbering) -> None:
        """For a plan and the numbers of its pages."""
        self.plan, self.number = plan, number
        rng = chance("more again, cells", plan.seed)
        self.joins = JOINS[:6] if plan.messy else (rng.choice(JOINS[:6]),)
        hinted_with_commas = any(ref.hint.form for row in plan.rows for ref in row.refs)
        able = [one for one in BETWEEN if one != ", " or not hinted_with_commas]
        self.between = able if plan.messy else (rng.choice(able),)

    def hint(self, ref: Ref) -> str:
        """The place in the item, in words; nothing for a whole item."""
        if not ref.hint.form:
            return ""
        item = ref.items[0]
        return ref.hint.form.format(*_ends(ref, item, self.number))

    def ref(self, code: str, ref: Ref) -> str:
        """One reference in one piece."""
        rng = chance("more again, ref", self.plan.seed, code, ref.id)
        hint = self.hint(ref)
        join = rng.choice(self.joins)
        if hint[:1] in "(“‘'" or "(" in hint or ";" in hint:
            join = "{l}, {h}"
        words = join.format(l=ref.label, h=hint) if hint else ref.label
        if self.plan.messy and rng.random() < 0.15:
            for right, slip in SLIPS:
                if right in words:
                    return words.replace(right, slip, 1) + ref.said
        return words + ref.said

    def row(self, row: Row) -> str:
        """The whole cell."""
        if row.text is not None:
            return row.text
        rng = chance("more again, row", self.plan.seed, row.code)
        return rng.choice(self.between).join(self.ref(row.code, ref) for ref in row.refs if ref.label) + row.tail

    def codes(self, item: Item) -> list[tuple[str, Ref]]:
        """Where an item is cited under its own number, or with all its siblings."""
        return [(row.code, ref) for row in self.plan.rows for ref in row.refs if item in ref.items]


def _ends(ref: Ref, item: Item, number: Numbering) -> list[int]:
    pages = ref.hint.pages
    if not pages:
        return []
    return [number(item, pages[0]), number(item, pages[-1])]
