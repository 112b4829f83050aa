"""What is put into the items for a careful assessor to notice, and what only looks like it."""

from random import Random
from typing import Final

from . import personal
from .citing import not_a_reference, reference
from .model import Block, Item, Mark, Portfolio
from .writing import Words

SCOPES: Final = ("medical", "image_harm", "image_quality", "ionising", "us_framework", "mr_safe_metal")
BAD: Final = ("black box", "white box", "grey box", "redact annotation", "thick line", "square annotation")
GOOD: Final = ("removed", "rasterised", "black header", "banner", "highlighter", "see-through", "empty box", "shaded",
               "applied")  # fmt: skip
UNSURE: Final = ("image over text",)
ACTIVE_PDF: Final = ("link_drive", "dead_icon", "attachment", "javascript", "launch")
ACTIVE_WORD: Final = ("embedded_object", "external_relationship", "link_drive", "dead_icon")
HARMLESS: Final = ("web link", "mail link", "inner link")
HOW: Final = ("words", "words", "words", "form", "overlay", "hidden", "exif", "revision", "metadata")
NOT_SECRET: Final = {
    "Price of the order: {s}": "{a} {b} pounds",
    "Supplier's offer: {s}": "{a},{b}.00 without tax",
    "Name of the reporter: {s}": "the {who}, day shift",
    "Pay band: {s}": "band {a} point {b}",
    "Code of the door: {s}": "C{a}{b}X",
    "Withheld: {s}": "not for readers outside the Trust",
}
NOT_SCANNED: Final = frozenset({"active", "cover", "picture", "hidden"})
PDF_ONLY: Final = frozenset(
    {"rasterised", "black header", "banner", "highlighter", "see-through", "empty box", "shaded"}
)


class Signals:
    """Puts them into one portfolio; what the emphasis names comes often, all else now and then."""

    def __init__(self, rng: Random, words: Words, emphasis: str) -> None:
        """For a portfolio of this emphasis."""
        self.rng, self.words, self.emphasis = rng, words, emphasis
        self.turns: dict[tuple[str, ...], list[str]] = {}

    def turn(self, kinds: tuple[str, ...]) -> str:
        """One kind after the other, so that no kind is rare; where it begins is chance."""
        if not self.turns.get(kinds):
            self.turns[kinds] = self.rng.sample(kinds, len(kinds))
        return self.turns[kinds].pop()

    def often(self, kind: str, high: float, low: float) -> bool:
        """Chance, high where the emphasis is on it."""
        return self.rng.random() < (high if self.emphasis == kind else low)

    def put(self, folio: Portfolio) -> None:
        """All of it."""
        twins = {name for pair in folio.pairs for name in pair[:2]}
        self._carriers(folio, twins)
        for item in folio.items:
            if item.id in twins:
                continue
            self._simulated(item)
            self._scope(item)
            self._references(item)
            self._personal(item, single=folio.single)
            self._covers(item)
            self._active(item)
        self._pictures(folio)
        self._unseen(folio, twins)
        self._hints(folio)

    def _carriers(self, folio: Portfolio, twins: set[str]) -> None:
        for item in folio.items:
            if folio.single or item.id in twins or len(item.blocks) > 40:
                continue
            if item.form == "email" and self.rng.random() < 0.5:
                item.carrier = "eml"
            elif item.form == "review" or (
                item.form != "email" and self.often("authors", 0.45, 0.45 if self.emphasis == "active" else 0.22)
            ):
                item.carrier = "docx"
                self._changes(item)

    def _changes(self, item: Item) -> None:
        """Tracked changes or comments by the applicant in what another wrote."""
        if item.author == "other" and item.form != "minutes":
            item.changes = self.rng.choice(("revise", "review", "both"))
            new = ("revise", "review") if item.changes == "both" else (item.changes,)
            item.roles = sorted({*item.roles, *new})

    def _simulated(self, item: Item) -> None:
        if not item.traps and self.often("simulated", 0.5, 0.14):
            item.simulated = True
            if self.rng.random() < 0.15:
                item.noted = True
            else:
                text = self.words.pick("simulated")
                self._insert(item, Block("para", text), early=self.rng.random() < 0.6)
        elif self.often("simulated", 0.6, 0.15):
            self._insert(item, Block("para", f"{self.words.weave(1)} {self.words.pick('not_simulated')}"))

    def _scope(self, item: Item) -> None:
        if self.often("scope", 0.7, 0.18):
            kind = self.turn(SCOPES)
            text = f"{self.words.pick(f'scope_{kind}')} {self.words.pick(f'scope_{kind}')} {self.words.weave(1)}"
            self._insert(item, Block("para", text, marks=(Mark("scope", {"kind": kind}),)))
        if self.often("scope", 0.6, 0.15):
            self._insert(item, Block("para", f"{self.words.pick('scope_not')} {self.words.weave(1)}"))

    def _references(self, item: Item) -> None:
        for _ in range(self.rng.randint(1, 3) if self.emphasis == "mhra" else self.rng.random() < 0.25):
            self._insert(item, reference(self.rng, self.words))
        if self.often("mhra", 0.6, 0.1):
            self._insert(item, not_a_reference(self.words))

    def _personal(self, item: Item, *, single: bool) -> None:
        if self.often("phi", 0.8, 0.17):
            how = self.turn(HOW)
            if how in {"revision", "metadata"} and not single and item.carrier in {"pdf", "docx"}:
                self._in_file(item, how)
            else:
                self._insert(item, self._patient(item, how))
        if self.often("phi", 0.7, 0.2):
            self._insert(item, personal.look_alike(self.rng, self.words))
        if item.carrier != "eml" and self.often("phi", 0.15, 0.04):
            self._insert(item, personal.overlay(self.rng, self.words, anonymous=True))

    def _patient(self, item: Item, how: str) -> Block:
        rng, words = self.rng, self.words
        if item.carrier == "eml" or how in {"words", "revision", "metadata"}:
            return personal.in_words(rng, words, self.turn(personal.WORDED))
        if how == "form":
            return personal.form(rng, words)
        if how == "overlay":
            return personal.overlay(rng, words, anonymous=False)
        if how == "hidden":
            return personal.hidden(rng, words)
        return Block("picture", how="exif", marks=(Mark("phi", {"kind": "exif_gps"}),))

    def _in_file(self, item: Item, how: str) -> None:
        """Kept where no page shows it."""
        if how == "revision":
            text, value = personal.said(self.rng, self.words, "patient_name")
            kept = (Mark("phi", {"kind": "revision"}),) if item.carrier == "docx" else ()
            self._insert(item, Block("revision", text, secret=value, marks=kept))
            item.metadata["revision"] = "yes"
        else:
            name, born = personal.patient(self.rng, self.words), personal.birthday(self.rng, self.words)
            item.metadata["title"] = f"Scan of {name}, {born}"

    def _covers(self, item: Item) -> None:
        if item.carrier == "eml":
            return
        for _ in range(self.rng.randint(1, 3) if self.emphasis == "redactions" else self.rng.random() < 0.3):
            kind = self.turn(("bad", "good", "bad", "good", "bad", "good", "unsure"))
            if item.carrier == "docx":
                kind = "good" if kind == "unsure" else kind
            how = self.turn({"bad": BAD, "good": GOOD, "unsure": UNSURE}[kind])
            if item.carrier == "docx":
                how = "removed" if kind == "good" else "black box"
            self._insert(item, self._cover(kind, how))

    def _cover(self, kind: str, how: str) -> Block:
        key = {"bad": "bad_redactions", "good": "good_redactions", "unsure": "redactions_unsure"}[kind]
        private = self.rng.random() < 0.6 and how not in PDF_ONLY - {"rasterised"}
        if private:
            sort = self.rng.choice(("nhs_number", "dob", "patient_name"))
            label = {"nhs_number": "NHS number: {s}", "dob": "Date of birth: {s}", "patient_name": "Patient: {s}"}[sort]
            value = personal.VALUES[sort](self.rng, self.words)
            mark = Mark("not_phi") if kind == "good" else Mark("phi", {"kind": sort})
            return Block("cover", label, how=how, secret=value, marks=(Mark(key), mark))
        label = self.rng.choice(tuple(NOT_SECRET))
        numbers = {"a": self.rng.randint(12, 98), "b": self.rng.randint(100, 999), "who": self.words.pick("otherpost")}
        return Block("cover", label, how=how, secret=NOT_SECRET[label].format(**numbers), marks=(Mark(key),))

    def _active(self, item: Item) -> None:
        if item.carrier == "eml":
            return
        if self.often("active", 0.9, 0.12):
            kind = self.turn(ACTIVE_WORD if item.carrier == "docx" else ACTIVE_PDF)
            self._insert(
                item, Block("active", self.words.pick("object"), how=kind, marks=(Mark("active", {"kind": kind}),))
            )
        if item.carrier == "pdf" and self.often("active", 0.3, 0.02):
            item.metadata["opens"] = self.turn(("javascript", "attachment"))
        if self.often("active", 0.6, 0.12):
            self._insert(item, Block("active", self.words.pick("object"), how=self.turn(HARMLESS)))

    def _pictures(self, folio: Portfolio) -> None:
        """A picture as an item of its own."""
        if folio.single or not self.often("phi", 0.7, 0.1):
            return
        how, carrier = self.rng.choice((("overlay", "png"), ("exif", "jpg"), ("anonymous", "png")))
        block = personal.overlay(self.rng, self.words, anonymous=how == "anonymous")
        if how == "exif":
            block = Block("picture", how="exif", marks=(Mark("phi", {"kind": "exif_gps"}),))
        item = Item(id=str(len(folio.items) + 1), title="Picture of the console", form="picture", codes=("7.2",))
        item.carrier, item.blocks, item.author, item.unseen = carrier, [block], None, "picture item"
        folio.items.append(item)

    def _unseen(self, folio: Portfolio, twins: set[str]) -> None:
        """An item that nobody can read, or one that is a scan."""
        fit = [item for item in folio.items if _plain(item) and item.id not in twins]
        if fit and folio.seed % 7 in {3, 5} and len(folio.items) > 3:
            item = self.rng.choice(fit)
            item.unseen = ("blurred scan", "outlines")[folio.seed // 7 % 2]
            item.simulated = item.noted = False
            return
        fit = [item for item in fit if not any(block.kind in NOT_SCANNED for block in item.blocks)]
        if fit and folio.seed % 11 == 5:
            self.rng.choice(fit).metadata["scan"] = "yes"

    def _hints(self, folio: Portfolio) -> None:
        """Some rows name the page; those that cite a long item do not."""
        for item in folio.items:
            if item.carrier == "pdf" and len(item.blocks) < 40 and self.rng.random() < 0.3:
                item.hints = dict.fromkeys(item.codes, "page 1")

    def _insert(self, item: Item, block: Block, *, early: bool = False) -> None:
        """Put a block after the head; never between a heading and its text."""
        head = next((at for at, each in enumerate(item.blocks) if each.kind in {"heading", "para"}), len(item.blocks))
        places = [
            at
            for at in range(head, len(item.blocks) + 1)
            if at == 0 or item.blocks[at - 1].kind not in {"heading", "break"}
        ]
        item.blocks.insert(places[0] if early and places else self.rng.choice(places or [len(item.blocks)]), block)


def _plain(item: Item) -> bool:
    """A short item in a PDF, without traps and with nothing in the file besides its pages."""
    return not (item.carrier != "pdf" or item.traps or "3" in item.codes or len(item.blocks) >= 40 or item.metadata)
