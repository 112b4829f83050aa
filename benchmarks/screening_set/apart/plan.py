"""Which works the portfolio of a seed has, and what is slipped into them."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from .chance import chance, words
from .desk import Desk
from .model import People, Work
from .pairs import PAIRS, pair
from .people import people_of
from .slips import (
    BAD,
    GOOD,
    PERSONAL,
    cover,
    in_scope,
    link,
    look_alike,
    no_reference,
    not_simulated,
    out_of_scope,
    overlay,
    reference,
    simulate,
    tell,
    unseen_words,
)
from .special import SPECIAL, special
from .works import TARGETS, good, long, papers_of_three
from .wrong import TRAPS, wrong

EMPHASES: Final = (
    *("dates", "authors", "simulated", "mhra", "scope", "traps", "personal", "unseen", "covers", "similar"),
    *("active", "passages"),
)
FOLDERS: Final = {"unseen", "active"}
SCOPES: Final = ("medical", "image_harm", "image_quality", "ionising", "us_framework", "mr_safe_metal")
ACTIVE: Final = ("link_drive", "dead_icon", "launch", "attachment", "javascript")
SIMULATED: Final = ("words", "both", "note")
PLAIN: Final = ("1.1", "1.2", "2.1", "2.2", "4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7.1", "7.2", "8.1", "8.2")
MOST_PAGES: Final = 33


def emphasis_of(seed: int) -> str:
    """What the portfolio of this seed is chiefly about."""
    return EMPHASES[seed % len(EMPHASES)]


def folder_of(seed: int) -> bool:
    """Whether its items are files of their own."""
    return emphasis_of(seed) in FOLDERS or chance("folder", seed).random() < 0.5


def _trapped(seed: int) -> int:
    """How many traps are set in the portfolio of this seed."""
    return 4 if emphasis_of(seed) == "traps" else 1 + seed % 2


class Plan:
    """The works of one seed, in the order in which they are numbered."""

    def __init__(self, seed: int) -> None:
        """Choose the works and slip in what they are to hold."""
        self.seed, self.rng = seed, chance("plan", seed)
        self.people: People = people_of(seed)
        self.emphasis, self.folder = emphasis_of(seed), folder_of(seed)
        self.round = seed // len(EMPHASES)
        self.told: Counter[str] = Counter()
        self.works: list[Work] = []
        self.whole: list[str] = []
        self._works()
        self._slips()
        self.rng.shuffle(self.works)

    def desk(self, *what: object) -> Desk:
        """A desk for one purpose."""
        return Desk(self.seed, self.people, self.told, *what)

    def _counted(self, name: str, many: int, else_: int) -> int:
        return many if self.emphasis == name else else_

    # Works

    def _works(self) -> None:
        for trap in self._traps():
            self._add(*wrong(self.desk("trap", trap), trap))
        for at in range(self._counted("passages", 2, int(self.seed % 2 == 1 and self.emphasis != "traps"))):
            self._long(at)
        for at in range(self._counted("similar", 2, int(self.seed % 3 == 0))):
            kind = PAIRS[(self.seed // 3 + at * 3 + self.round) % len(PAIRS)]
            self._add(*pair(self.desk("pair", at), kind))
        if self.folder:
            for at in range(4 if self.emphasis in FOLDERS else 1):
                kind = SPECIAL[(self.seed // 2 + at) % len(SPECIAL)]
                self._add(special(self.desk("special", at), kind))
        if self.seed % 5 == 0 and not any("3" in work.codes for work in self.works):
            self._add(*papers_of_three(self.desk("three")))
        self._plain()

    def _traps(self) -> list[str]:
        begun = sum(_trapped(seed) for seed in range(self.seed))
        chosen: list[str] = []
        for at in range(len(TRAPS)):
            trap = TRAPS[(begun + at) * 7 % len(TRAPS)]
            three = trap[0] == "3" and any(one[0] == "3" for one in chosen)
            if not three and len(chosen) < _trapped(self.seed):
                chosen.append(trap)
        return chosen

    def _add(self, *works: Work) -> None:
        self.works += works

    def _long(self, at: int) -> None:
        desk = self.desk("long", at)
        first = TARGETS[(self.seed + at * 3) % len(TARGETS)]
        second = TARGETS[(self.seed + at * 3 + 4 + self.round) % len(TARGETS)]
        codes = tuple(dict.fromkeys(code for code in (first, second) if code == first or code[0] != first[0]))
        whole = self.emphasis != "passages" and self.seed % 8 == 1
        work = long(desk, ("2.1",) if whole else codes, whole=whole)
        work.hint = whole or (self.emphasis != "passages" and desk.rng.random() < 0.25)
        self._add(work)

    def _plain(self) -> None:
        least = self.rng.randint(7, 11)
        modes = ("applicant", "other", "reviewed", "revised", "initials", "none", "minutes")
        datings = ("undated", "month", "year", "month figures", "exact", "undated", "leap")
        at = 0
        while len(self.works) < least or (at < 4 and len(self.works) < 12):
            desk = self.desk("plain", at)
            code = self._fresh_code(at)
            codes = (code, "1.2") if code == "1.1" and desk.rng.random() < 0.4 else (code,)
            mode = modes[(at + self.round) % 7] if self.emphasis == "authors" else ""
            dating = datings[(at + self.round) % 7] if self.emphasis == "dates" else ""
            genre = "minutes" if mode == "minutes" else "paper" if (mode or dating) and desk.rng.random() < 0.7 else ""
            if dating == "leap":
                work = self._leap(desk, codes)
            else:
                work = good(desk, *codes, genre=genre, mode=mode, dating=dating)
            self._add(work)
            at += 1

    def _fresh_code(self, at: int) -> str:
        """A code of which the portfolio has said least, so that items are not alike by chance."""
        turn = [PLAIN[(self.seed * 4 + (at + more) * 7) % len(PLAIN)] for more in range(len(PLAIN))]
        return min(turn, key=lambda code: sum(self.told[text] > 0 for text in words("topics")[code]["text"]) // 3)

    def _leap(self, desk: Desk, codes: tuple[str, ...]) -> Work:
        from datetime import date  # noqa: PLC0415 - for this one day

        from .heading import headed  # noqa: PLC0415 - as above

        work = Work(title=desk.pick("titles", codes[0]), codes=codes, blocks=desk.body(codes[0], 4))
        work.extra["day"] = date(2024, 2, 29)
        headed(desk, work, mode="applicant", dating="exact")
        return work

    # What is slipped in

    def _hosts(self, *, mails: bool = True) -> Iterator[Work]:
        """Works into which something may be slipped, again and again in turn."""
        fits = [one for one in self.works if not (one.extra.get("long") or one.pair or one.dress or one.traps)]
        fits = [one for one in fits if mails or one.genre in {"paper", "minutes"}]
        fits = fits or [one for one in self.works if one.genre == "paper" and not one.pair and not one.dress]
        fits = fits if len(fits) < 3 else [one for one in fits if one.codes[0][0] != "8"] or fits
        self.rng.shuffle(fits)
        while True:
            yield from fits

    def _slips(self) -> None:
        self._simulations()
        self._references()
        self._scopes()
        self._personal()
        self._covers()
        self._links()

    def _simulations(self) -> None:
        hosts, taken = self._hosts(), set[int]()
        for at in range(self._counted("simulated", 3, int(self.seed % 3 == 1))):
            work = next(hosts)
            if id(work) not in taken:
                simulate(self.desk("simulate", at), work, how=SIMULATED[(self.seed // 3 + at) % 3])
                taken.add(id(work))
        for at in range(self._counted("simulated", 2, self.seed % 2)):
            work = next(hosts)
            if not work.simulated:
                not_simulated(self.desk("not simulated", at), work)

    def _references(self) -> None:
        hosts = self._hosts()
        for at in range(self._counted("mhra", 7, 2)):
            grade = ("applied", "traceable", "mention")[(self.seed + at) % 3]
            reference(self.desk("reference", at), next(hosts), grade)
        for at in range(self._counted("mhra", 2, self.seed % 2)):
            no_reference(self.desk("no reference", at), next(hosts))

    def _scopes(self) -> None:
        hosts = self._hosts(mails=False)
        for at in range(self._counted("scope", 4, int(self.seed % 5 == 2))):
            out_of_scope(self.desk("scope", at), next(hosts), SCOPES[(self.seed // 5 + self.round + at) % 6])
        for at in range(self._counted("scope", 2, int(self.seed % 3 == 2))):
            in_scope(self.desk("in scope", at), next(hosts))

    def _personal(self) -> None:
        hosts = self._hosts()
        for at in range(self._counted("personal", 5, int(self.seed % 4 == 2))):
            kinds = [PERSONAL[(self.seed // 4 + at + self.round) % 5]]
            if at % 3 == 2:
                kinds.append(PERSONAL[(self.seed + at + 2) % 5])
            tell(self.desk("personal", at), next(hosts), *dict.fromkeys(kinds))
        for at in range(self._counted("personal", 4, 2)):
            look_alike(self.desk("look alike", at), next(hosts))
        paper = self._hosts(mails=False)
        for at in range(self._counted("unseen", 2, int(self.seed % 6 == 3))):
            overlay(self.desk("overlay", at), next(paper), real=(self.seed + at) % 2 == 1)
        if self.emphasis == "unseen" or self.seed % 10 == 5:
            unseen_words(self.desk("hidden"), next(paper))
        if self.emphasis == "unseen":
            self.whole += ["metadata", "earlier"][: 1 + self.round % 2]

    def _covers(self) -> None:
        hosts = self._hosts(mails=False)
        many = self._counted("covers", 7, self.seed % 2)
        kinds = (*BAD, *GOOD, "image")
        for at in range(many):
            cover(
                self.desk("cover", at),
                next(hosts),
                kinds[(self.round * many + at if many > 1 else self.seed // 2) % len(kinds)],
            )

    def _links(self) -> None:
        hosts = self._hosts(mails=False)
        kinds = ACTIVE if self.emphasis == "active" else (ACTIVE[self.seed // 2 % 5],) if self.seed % 4 == 3 else ()
        for at, kind in enumerate(kinds):
            if kind in {"attachment", "javascript"}:
                self.whole.append(kind)
            else:
                link(self.desk("link", at), next(hosts), kind)
        if self.seed % 3 == 0:
            link(self.desk("harmless"), next(hosts), "harmless")
