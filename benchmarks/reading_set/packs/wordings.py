# ruff: noqa: RUF001 - applicants write dashes and curly quotes
"""Words for places, for notes and for what is not claimed. Plain data, and the choice of a place."""

from random import Random
from typing import Final

from ..places.model import Spot  # noqa: TID252 - the set is imported by two names
from .model import Hint, Item

WORDS: Final = {
    "section": ("section {x}", "s{x}", "§{x}", "Sec. {x}", "sect. {x}", "s. {x}", "Section {x}", "see section {x}",
                "§ {x}", "section {x} only", "mainly section {x}", "sub-section {x}", "section no. {x}"),
    "paragraph": ("para {x}", "para. {x}", "paragraph {x}", "¶ {x}", "Para {x}", "see para {x}", "par. {x}"),
    "clause": ("clause {x}", "cl. {x}", "Clause {x}", "see clause {x}", "clause no. {x}"),
    "minute": ("minute {x}", "Minute {x}", "min. {x}", "minute no. {x}", "see minute {x}"),
    "slide": ("slide {x}", "Slide {x}", "slide no. {x}", "see slide {x}", "on slide {x}"),
    "table": ("Table {x}", "table {x}", "Tab. {x}", "see Table {x}"),
    "figure": ("Figure {x}", "Fig. {x}", "fig {x}", "see Figure {x}"),
    "appendix": ("Appendix {x}", "App. {x}", "appendix {x}", "its Appendix {x}"),
    "heading": ("headed ‘{x}’", "under “{x}”", "the part headed “{x}”", "“{x}”", "section headed '{x}'",
                "see ‘{x}’", "heading “{x}”"),
}  # fmt: skip
RUNS: Final = {
    "section": ("sections {x}-{y}", "§§{x}–{y}", "sections {x} to {y}"),
    "paragraph": ("paras {x}-{y}", "para {x}–{y}", "paragraphs {x} to {y}"),
    "clause": ("clauses {x}-{y}", "clauses {x} to {y}"),
    "minute": ("minutes {x}-{y}", "minutes {x} to {y}"),
    "slide": ("slides {x}-{y}", "slides {x} to {y}"),
}
KEPT: Final = ("table", "figure", "slide")
ONE: Final = ("p. {p}", "page {p}", "p{p}", "pg {p}", "p.{p}")
MORE: Final = ("pp. {p}-{q}", "pages {p}-{q}", "pp {p}–{q}", "p. {p}-{q}", "pages {p} to {q}")
BOTH: Final = ("{p}, {s}", "{s}, {p}", "{s} on {p}", "{p} {s}", "{s} ({p})")
SIMULATED: Final = {
    "simulated": (" (simulated)", " - simulated", " [simulated]", " (Simulated)"),
    "hypothetical": (" (hypothetical example)", " (hypothetical)", " - hypothetical case", " (hypothetical scenario)"),
    "sim": (" (sim.)", " sim.", " (sim)", " [sim.]"),
    "scenario": (" (simulated scenario)", " (simulated case)", " - simulated exercise"),
}
NEUTRAL: Final = (" (anonymised)", " (redacted)", " - supporting only", " (joint work)", " (my comments in red)",
                  " (real case)", " (extract)", " (names removed)")  # fmt: skip
REMARKS: Final = ("Anonymised", "Redacted", "Supporting only", "Joint work with the vendor", "Lead author",
                  "Names removed", "My comments are in red", "Written by me")  # fmt: skip
MARKS: Final = (
    ("*", "* simulated evidence"),
    ("†", "† = simulated"),
    (" #", "# denotes a simulated case"),
    ("‡", "‡ hypothetical example"),
    (" ^", "^ Simulated"),
)
PLAIN_MARKS: Final = (("†", "† redacted"), ("‡", "‡ joint work with colleagues"), ("~", "~ anonymised"))
SHOWS: Final = (
    "I rewrote the section on visitors",
    "Covers section 4 of the MHRA guidance",
    "My advice on page layout of the form",
    "The appendix on stents is mine",
    "Describes how I advised the unit",
    "Shows the paragraphs that I proposed",
    "Answers to the questions of the ward",
    "A table of values that I measured",
    "Which part of the policy I changed and why",
    "Work with the architect over two years",
    "Advice to a referring consultant",
)
BARE: Final = ("N/A", "Not claimed", "-", "n/a", "none", "Not offered", "")


class Voice:
    """How one applicant writes places: one form for each kind, another now and then."""

    def __init__(self, rng: Random, paged: float, placed: float) -> None:
        """With how often pages and places are named."""
        self.rng, self.paged, self.placed = rng, paged, placed
        self.usual = {kind: rng.choice(forms) for kind, forms in WORDS.items()}
        self.one, self.more, self.both = rng.choice(ONE), rng.choice(MORE), rng.choice(BOTH)

    def hint(self, item: Item) -> Hint:
        """A place in the item, or none."""
        if not item.sent or len(item.spans) != 1 or item.files[0].endswith(".docx"):
            return self._annex(item) if item.annexed else self._section_only(item)
        if item.spots and self.rng.random() < self.placed:
            found = self._place(item)
            if self.rng.random() < self.paged and not found.form.endswith(" only"):
                return self._with_page(found)
            return found
        return self._pages(item) if self.rng.random() < self.paged else Hint()

    def _annex(self, item: Item) -> Hint:
        if not item.sent or self.rng.random() < 0.35:
            return Hint()
        at = self.rng.randrange(1, len(item.spans))
        words = self.rng.choice(("Annex {x}", "annex {x}", "see Annex {x}"))
        led = tuple(range(1, item.spans[at].count + 1))
        return Hint(form=words.format(x="ABC"[at - 1]), section="ABC"[at - 1], led=led, at=at)

    def _section_only(self, item: Item) -> Hint:
        alone = item.sent and len(item.spans) == 1 and item.spots
        return self._place(item) if alone and self.rng.random() < self.placed else Hint()

    def _place(self, item: Item) -> Hint:
        rng, spot = self.rng, self.rng.choice(item.spots)
        same = [one for one in item.spots if one.kind == spot.kind and _level(one) == _level(spot)]
        kin = [one for one in same if one.number.split(".")[:-1] == spot.number.split(".")[:-1]]
        kept = f"{spot.kind} " if spot.kind in KEPT else ""
        if spot.kind in RUNS and len(kin) > 2 and rng.random() < 0.2:
            start = rng.randrange(len(kin) - 2)
            run = kin[start : start + 3]
            words = rng.choice(RUNS[spot.kind]).format(x=run[0].number, y=run[-1].number)
            led = tuple(sorted({one.page for one in run}))
            return Hint(form=words, section=f"{kept}{run[0].number}-{run[-1].number}", led=led)
        form = self.usual[spot.kind] if rng.random() < 0.75 else rng.choice(WORDS[spot.kind])
        return Hint(form=form.format(x=spot.number), section=kept + spot.number, led=(spot.page,))

    def _with_page(self, hint: Hint) -> Hint:
        on = tuple(range(hint.led[0], hint.led[-1] + 1))
        form = self.both.format(p=self.one if len(on) == 1 else self.more, s=hint.form)
        return Hint(form=form, pages=on, section=hint.section, led=on)

    def _pages(self, item: Item) -> Hint:
        last = item.spans[0].count - item.spans[0].divided
        if last == 1 and self.rng.random() < 0.6:
            return Hint()
        first = self.rng.randint(1, last)
        end = self.rng.randint(first, last)
        on = tuple(range(first, end + 1))
        return Hint(form=self.one if len(on) == 1 else self.more, pages=on, led=on)


def _level(spot: Spot) -> int:
    return spot.number.count(".")
