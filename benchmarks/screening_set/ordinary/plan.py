"""From a seed to a portfolio in words: people, items, what is special about each, and which rows cite them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random
from typing import Final

from .bodies import FORMS, Body, of_trap
from .chance import chance
from .heads import Head
from .model import Block, Item, Mark, People, Portfolio
from .signals import Signals
from .twins import add_twins
from .values import some_day
from .writing import Words, banks

EMPHASES: Final = (
    *("dates", "authors", "mhra", "simulated", "scope", "traps"),
    *("exam", "phi", "redactions", "similar", "active", "passages"),
)
TRAPS: Final = (
    *("1.1_enacts_only", "1.2_nominated_list", "1.2_risk_assessment", "2_whole_document", "2.2_equipment_audit"),
    *("3_risk_assessment", "3_no_safety_aim", "3_no_image_quality", "3_not_independent", "4_relay", "4.2_one_hazard"),
    *("5.1_mere_trainer", "6.1_software", "7_documents_review", "8.1_no_reflection", "8.1_course_certificate"),
    *("8.2_local_only", "commentary_only"),
)
EXAMS: Final = ("abmrs_mrse", "abmrs_mrso", "abmrs_mrmd", "course", "none")
SIGNATURES: Final = ("picture", "typed", "digital", "none")
CODES: Final = tuple(FORMS)


def plan(seed: int) -> Portfolio:
    """The portfolio of this seed, not yet drawn."""
    rng = chance("plan", seed)
    emphasis = EMPHASES[seed % 12]
    words = Words(chance("words", seed))
    people = _people(seed, emphasis, rng, words)
    submitted = some_day(rng, date(2025, 6, 1), date(2026, 6, 28))
    desk = Desk(seed, emphasis, rng, words, people, submitted)
    items = desk.items()
    folio = Portfolio(
        seed=seed,
        emphasis=emphasis,
        people=people,
        submitted=submitted.isoformat(),
        items=items,
        single=rng.random() < (0.2 if emphasis in {"active", "authors", "phi"} else 0.5),
        exam=EXAMS[(seed // 12) % 5]
        if emphasis == "exam"
        else rng.choice(("abmrs_mrse", "abmrs_mrse", "none", *EXAMS)),
    )
    add_twins(folio, desk.head, desk.words, rng)
    desk.signals.put(folio)
    folio.rows = _rows(folio, rng)
    return folio


def _people(seed: int, emphasis: str, rng: Random, words: Words) -> People:
    first, last, second = words.pick("first"), words.pick("last"), words.pick("last")
    name = f"{first} {last}" if rng.random() < 0.8 else f"{first} {rng.choice('ABEHJLMPRT')} {last}"
    hospital = words.pick("hospital")
    other = f"{rng.choice(('Dr ', 'Prof ', ''))}{words.pick('first')} {second}"
    domain = f"{hospital.split()[-2].lower().replace(chr(39), '')}.nhs.example"
    own = seed // 12 % 2 == 0 if emphasis == "exam" else rng.random() < 0.08
    return People(
        name=name,
        initials="".join(part[0] for part in name.split()),
        initial=first[0],
        last=last,
        post=words.pick("post"),
        hospital=hospital,
        domain=domain,
        mail=f"{first.lower()}.{last.lower()}@{domain}",
        referee=rng.choice((name, f"{first[0]} {last}")) if own else other,
        referee_post=words.pick("otherpost"),
        is_applicant=own,
        signature=SIGNATURES[(seed // 12 + seed) % 4],
    )  # fmt: skip


class Desk:
    """Makes the items of one portfolio."""

    def __init__(self, seed: int, emphasis: str, rng: Random, words: Words, people: People, submitted: date) -> None:
        """With the writers of heads, bodies and signals."""
        self.seed, self.emphasis, self.rng, self.words, self.submitted = seed, emphasis, rng, words, submitted
        self.head = Head(rng, words, people, submitted)
        self.body = Body(rng, words, people)
        self.signals = Signals(rng, words, emphasis)

    def items(self) -> list[Item]:
        """All of them, in their order."""
        long = 2 if self.emphasis == "passages" else int(self.rng.random() < 0.35)
        short = (
            self.rng.randint(2, 3) if long > 1 else self.rng.randint(4, 6 + 2 * (self.emphasis == "similar") - 2 * long)
        )
        made = [self._long() for _ in range(long)]
        traps = self._traps()
        made += [self._trapped(trap) for trap in traps]
        if "3_not_independent" in traps:
            made.append(self._trapped("3_not_independent"))
        barred = {of_trap(trap) for trap in traps}
        codes = [code for code in CODES if code != "3" and code not in barred and code[:1] not in barred]
        self.rng.shuffle(codes)
        if "3" not in barred and self.rng.random() < 0.5:
            codes = ["3", "3", *codes]
        for at in range(max(short - len(traps) // 2, 2 if codes[0] == "3" else 1, 4 - len(made))):
            extra = [code for code in codes[8:] if code[:1] != codes[at][:1]]
            more = (self.rng.choice(extra),) if self.rng.random() < 0.3 else ()
            made.append(self._item((codes[at], *more), pages=self.rng.choice((1, 1, 2, 2, 3))))
        self.rng.shuffle(made)
        for number, item in enumerate(made, 1):
            item.id = str(number)
        return made

    def _traps(self) -> list[str]:
        start = (self.seed // 12) * 4
        if self.emphasis == "traps":
            return [TRAPS[(start + at) % len(TRAPS)] for at in range(5)]
        chosen = [TRAPS[self.seed * 5 % len(TRAPS)]] if self.rng.random() < 0.8 else []
        return [trap for trap in chosen if trap != "2_whole_document" or self.emphasis not in {"passages", "similar"}]

    def _trapped(self, trap: str) -> Item:
        where = of_trap(trap)
        codes = [code for code in CODES if where in {code, code[:1], "commentary"}]
        if trap == "2_whole_document":
            return self._whole()
        form = {"1.2_risk_assessment": "risk", "3_risk_assessment": "risk", "4_relay": "email",
                "2.2_equipment_audit": "audit", "7_documents_review": "audit"}.get(trap, "")  # fmt: skip
        code = self.rng.choice([code for code in codes if code != "3" or where == "3"])
        if trap in {"1.2_nominated_list", "8.1_no_reflection", "8.1_course_certificate", "commentary_only"}:
            form = "note"
        return self._item((code,), pages=1, traps=[trap], form=form)

    def _item(self, codes: tuple[str, ...], *, pages: int, traps: Sequence[str] = (), form: str = "") -> Item:
        rng = self.rng
        title = self.words.pick(f"title {codes[0]}")
        item = Item(id="", title=title, form=form or rng.choice(FORMS[codes[0]]), codes=codes, traps=list(traps))
        odd = 0.6 if self.emphasis == "authors" else 0.15
        item.author = rng.choice(("other", "unclear")) if rng.random() < odd else "applicant"
        body = self.body.of(item, pages)
        if "3_not_independent" in traps:
            body.append(Block("para", self.words.pick("3_not_independent")))
        item.blocks = [*self._headed(item), *body]
        return item

    def _headed(self, item: Item) -> list[Block]:
        rng = self.rng
        mixed = self.emphasis == "dates"
        undated = item.form not in {"email", "minutes"} and rng.random() < (0.25 if mixed else 0.08)
        precision = rng.choices(("day", "month", "year"), (60, 28, 12) if mixed else (85, 11, 4))[0]
        old = rng.random() < (0.35 if mixed else 0.12)
        when = some_day(
            rng, date(2015, 1, 5) if old else date(2021, 2, 1), date(2019, 12, 1) if old else date(2025, 5, 20)
        )
        if mixed and rng.random() < 0.25:
            when = rng.choice((date(2020, 2, 29), date(2024, 2, 29)))
        keep, roles = item.author, item.roles
        blocks = self.head.of(item, undated=undated, precision=precision, when=when)
        if item.form == "minutes":
            item.author, item.roles = keep, roles
        return blocks  # fmt: skip

    def _long(self) -> Item:
        """An item of eight pages and more, cited for one or two sub-categories and without pages."""
        rng = self.rng
        targets = rng.sample(
            ("1.1", "2.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7.1", "8.2", "4.1"), rng.choice((1, 1, 2))
        )
        if len(targets) == 2 and targets[0][0] == targets[1][0]:
            targets.pop()
        others = [code for code in CODES if code[0] not in {target[0] for target in targets}]
        pages: list[tuple[str, bool]] = [(code, False) for code in (others * 2)[: rng.randint(7, 9)]]
        for target in targets:
            pages.insert(rng.randint(0, len(pages)), (target, True))
        title = rng.choice(("Collected work of the year", "Yearly account of MR safety work", "Day book of the unit",
                            "Report to the network on all matters", "Notes and letters of two years"))  # fmt: skip
        item = Item(id="", title=title, form="report", codes=tuple(sorted(targets)))
        item.blocks = self._headed(item)
        for at, (code, wanted) in enumerate(pages):
            item.blocks += [Block("break")] if at else []
            item.blocks += self._page(code, wanted=wanted)
        return item

    def _page(self, code: str, *, wanted: bool) -> list[Block]:
        heading = (
            self.words.pick(f"title {code}") if self.rng.random() < 0.6 else self.words.pick("object").capitalize()
        )
        marks = (Mark("passage", {"subcategory": code}),) if wanted else ()
        part = self.body.part(code, self.rng.randint(5, 6) if wanted else self.rng.randint(2, 4))
        return [Block("heading", heading, marks=marks), *part, Block("para", self.words.weave(self.rng.randint(3, 5)))]

    def _whole(self) -> Item:
        """Whole local rules, cited without a page."""
        item = Item(
            id="", title="Local rules of the MR unit", form="policy", codes=("2.1",), traps=["2_whole_document"]
        )
        item.blocks = [*self._headed(item), Block("para", self.words.pick("2_whole_document"))]
        for at in range(self.rng.randint(8, 9)):
            item.blocks += [Block("break")] if at else []
            item.blocks += [Block("heading", f"{at + 1}. {self.words.pick('object').capitalize()}")]
            item.blocks += [*self.body.part("2.1", 2), *(Block("para", self.words.weave(4)) for _ in range(2))]
        return item


def _rows(folio: Portfolio, rng: Random) -> list[tuple[str, str]]:
    rows = []
    for code in CODES:
        cited = []
        for item in folio.items:
            if code in item.codes:
                hint = item.hints.get(code, "")
                note = " (simulated)" if item.noted else ""
                cited.append(f"Evidence {item.id}{f', {hint}' if hint else ''}{note}")
        rows.append((code, "; ".join(cited) or rng.choice(("-", "-", "None"))))
    return rows


def codes_of(items: Sequence[Item]) -> set[str]:
    """All the sub-categories that are cited."""
    return {code for item in items for code in item.codes}


__all__ = ["CODES", "EMPHASES", "TRAPS", "banks", "codes_of", "plan", "replace"]
