"""Which works the portfolio of a seed has, and what is slipped into them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Final

from ..apart.model import People, Work  # noqa: TID252 - the set is imported by two names
from .barred import TRAPS, barred
from .chance import chance, turned
from .desk import Desk
from .heads import headed
from .pairs import PAIRS, pair
from .people import people_of
from .personal import BAD, GOOD, PERSONAL, cover, look_alike, overlay, tell, unseen_words
from .slips import (
    GRADES,
    LATER_GRADES,
    in_scope,
    link,
    no_reference,
    not_simulated,
    out_of_scope,
    reference,
    simulate,
)
from .special import SPECIAL, special
from .works import TARGETS, good, long, pieces_of_three

EMPHASES: Final = (
    *("mhra", "dates", "personal", "traps", "similar", "authors", "scope", "covers", "simulated", "passages"),
    *("active", "files"),
)
FOLDERS: Final = frozenset({"files", "active"})
SCOPES: Final = ("medical", "us_framework", "ionising", "mr_safe_metal", "image_quality", "image_harm")
ACTIVE: Final = ("link_drive", "dead_icon", "attachment", "launch", "javascript")
SIMULATED: Final = ("words", "note", "both", "words")
PLAIN: Final = ("2.1", "4.1", "5.2", "6.2", "7.1", "1.1", "4.3", "8.1", "2.2", "6.1", "5.1", "7.2", "1.2", "4.2", "8.2")
CLINICAL: Final = ("4.1", "5.2", "4.2", "4.3")
"""What is about single patients, so that their data or a patient made up may stand there."""
MADE_UP: Final = ("4.1", "4.2", "4.3")
CLINICAL_FIRST: Final = frozenset({"simulated", "personal", "covers"})
MODES: Final = ("applicant", "other", "minutes", "joint", "reviewed", "initials", "none", "revised", "minutes")
DATINGS: Final = ("undated", "month", "exact", "year", "month figures", "leap", "exact", "month short")


def emphasis_of(seed: int) -> str:
    """What the portfolio of this seed is chiefly about."""
    return turned(EMPHASES, seed)


def _trapped(seed: int) -> int:
    return 3 if emphasis_of(seed) == "traps" else 1 + (seed % 4 == 0)


class Plan:
    """The works of one seed, in the order in which they are numbered."""

    def __init__(self, seed: int) -> None:
        """Choose the works and slip in what they are to hold."""
        self.seed, self.rng, self.round = seed, chance("plan", seed), seed // len(EMPHASES)
        self.people: People = people_of(seed)
        self.emphasis = emphasis_of(seed)
        self.folder = self.emphasis in FOLDERS or chance("folder", seed).random() < 0.45
        self.told: Counter[str] = Counter()
        self.works: list[Work] = []
        self.whole: list[str] = []
        self._works()
        self._slips()
        self.rng.shuffle(self.works)

    def desk(self, *what: object) -> Desk:
        """A desk for one purpose."""
        return Desk(self.seed, self.people, self.told, *what)

    def _many(self, name: str, many: int, otherwise: int) -> int:
        return many if self.emphasis == name else otherwise

    # Works

    def _works(self) -> None:
        for trap in self._traps():
            self.works += barred(self.desk("trap", trap), trap)
        for at in range(self._many("similar", 2, int(self.seed % 4 == 1))):
            kind = PAIRS[(self.seed // 2 + at * 3 + self.round) % len(PAIRS)]
            self.works += pair(self.desk("pair", at), kind)
        whole = any("2_whole_document" in work.traps for work in self.works)
        for at in range(0 if whole else self._many("passages", 2, int(self.seed % 3 != 1))):
            self._long(at)
        if self.folder:
            for at in range(4 if self.emphasis in FOLDERS else 1):
                self.works.append(special(self.desk("special", at), SPECIAL[self._turn(at)]))
        if self.seed % 3 == 0 and not any("3" in work.codes for work in self.works):
            self.works += pieces_of_three(self.desk("three"))
        self._plain()

    def _turn(self, at: int) -> int:
        """So that every kind of file comes in its turn over the seeds."""
        begun = sum(4 if emphasis_of(seed) in FOLDERS else 1 for seed in range(self.seed))
        return (begun + at) % len(SPECIAL)

    def _traps(self) -> list[str]:
        begun = sum(_trapped(seed) for seed in range(self.seed))
        chosen: list[str] = []
        for at in range(len(TRAPS)):
            trap = TRAPS[(begun + at) % len(TRAPS)]
            three = trap[0] == "3" and any(one[0] == "3" for one in chosen)
            if not three and len(chosen) < _trapped(self.seed):
                chosen.append(trap)
        return chosen

    def _long(self, at: int) -> None:
        desk = self.desk("long", at)
        if self.emphasis != "passages" and self.round % 2 and self.seed % 2:
            work = long(desk, "2.1", whole=True)
            work.hint = True
        else:
            work = long(desk, TARGETS[(self.seed // 3 + at * 5 + self.round) % len(TARGETS)])
        self.works.append(work)

    def _plain(self) -> None:
        least, at = self.rng.randint(7, 10), 0
        while len(self.works) < least or (at < 4 and len(self.works) < 12):
            desk = self.desk("plain", at)
            code = self._next_code(at)
            mode = turned(MODES, at + self.round * 4) if self.emphasis == "authors" else ""
            dating = turned(DATINGS, at + self.round * 3) if self.emphasis == "dates" else ""
            if mode in {"reviewed", "revised", "minutes"} and code == "8.1":
                code = "2.1"
            if dating == "leap":
                self.works.append(self._leap(desk, code))
            else:
                genre = "minutes" if mode == "minutes" else "paper" if mode or dating else ""
                genre = "paper" if self._single() and at < len(CLINICAL) and not genre else genre
                self.works.append(good(desk, code, genre=genre, mode=mode, dating=dating))
            at += 1

    def _single(self) -> bool:
        """Whether works about single patients are needed, for what is slipped in."""
        return self.emphasis in CLINICAL_FIRST or self.seed % 4 == 2 or self.seed % 3 == 1

    def _next_code(self, at: int) -> str:
        """The code of which the portfolio has said least, so that items are not alike by chance."""
        if self._single() and at < len(CLINICAL) and not self.told[CLINICAL[at]]:
            return CLINICAL[at]
        turn = [PLAIN[(self.seed * 4 + at + more) % len(PLAIN)] for more in range(len(PLAIN))]
        return min(turn, key=lambda code: self.told[code])

    def _leap(self, desk: Desk, code: str) -> Work:
        work = Work(title=desk.title(code), codes=(code,), blocks=desk.body(code, 3))
        work.extra["day"] = date(2024, 2, 29)
        headed(desk, work, mode="applicant", dating="exact")
        return work

    # What is slipped in

    def _hosts(self, *, plain: bool = False, of: tuple[str, ...] = PLAIN) -> Iterator[Work]:
        """Works into which something may be slipped, again and again in turn."""
        fits = [w for w in self.works if not (w.extra.get("long") or w.pair or w.dress or w.traps)]
        fits = [
            w for w in fits if w.genre in ({"paper", "minutes"} if plain else {"paper", "minutes", "mail", "slides"})
        ]
        fits = [w for w in fits if w.codes[0][0] not in "38"] or fits
        fits = [w for w in fits if w.codes[0] in of] or fits
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
        hosts, taken = self._hosts(plain=True, of=MADE_UP), set[int]()
        for at in range(self._many("simulated", 3, int(self.seed % 4 == 2))):
            work = next(hosts)
            if id(work) not in taken and work.codes[0] in MADE_UP:
                simulate(self.desk("simulate", at), work, how=turned(SIMULATED, self.seed // 4 + at))
            taken.add(id(work))
        for at in range(self._many("simulated", 2, int(self.seed % 3 == 0))):
            work = next(hosts)
            if not work.simulated:
                not_simulated(self.desk("not simulated", at), work)

    def _references(self) -> None:
        hosts = self._hosts()
        for at in range(self._many("mhra", 6, 2)):
            first = turned(GRADES, self.seed * 2 + at)
            key = turned(LATER_GRADES, self.seed + at) if at > 3 else first
            reference(self.desk("reference", at), next(hosts), key)
        for at in range(self._many("mhra", 2, int(self.seed % 2 == 0))):
            no_reference(self.desk("no reference", at), next(hosts))

    def _scopes(self) -> None:
        hosts = self._hosts(plain=True)
        for at in range(self._many("scope", 4, int(self.seed % 3 == 0))):
            kind = turned(SCOPES, self.seed // 5 + self.round + at)
            out_of_scope(self.desk("scope", at), next(hosts), kind)
        for at in range(self._many("scope", 2, int(self.seed % 4 == 0))):
            in_scope(self.desk("in scope", at), next(hosts))

    def _personal(self) -> None:
        hosts, any_host = self._hosts(of=CLINICAL), self._hosts()
        for at in range(self._many("personal", 4, int(self.seed % 3 == 1))):
            kinds = [turned(PERSONAL, self.seed // 3 + at + self.round)]
            kinds += ["nhs_number"] if kinds[0] in {"patient_name", "dob"} and at % 2 else []
            tell(self.desk("tell", at), next(hosts), *kinds)
        for at in range(self._many("personal", 4, 1 + self.seed % 2)):
            look_alike(self.desk("look", at), next(any_host), self.seed * 2 + at * 5)
        papers = self._hosts(plain=True, of=CLINICAL)
        if self.emphasis == "personal" or self.seed % 6 == 4:
            real = (self.seed // 2 + self.round) % 2 == 0
            overlay(self.desk("overlay"), next(papers), real=real)
        if self.emphasis == "personal" or self.seed % 12 == 5:
            unseen_words(self.desk("unseen"), next(papers), ("white", "mode")[self.round % 2])
        if self.emphasis == "personal" or self.seed % 14 == 9:
            self.whole.append(("metadata", "earlier")[self.seed // 2 % 2])

    def _covers(self) -> None:
        hosts, others = self._hosts(plain=True, of=CLINICAL), self._hosts(plain=True)
        for at in range(self._many("covers", 3, int(self.seed % 5 == 1))):
            cover(self.desk("bad", at), next(hosts), turned(BAD, self.seed // 5 + self.round + at))
        for at in range(self._many("covers", 3, int(self.seed % 3 == 1))):
            cover(self.desk("good", at), next(others), turned(GOOD, self.seed // 3 + self.round + at * 2))
        if self.emphasis == "covers" or self.seed % 9 == 4:
            cover(self.desk("unsure"), next(others), "image")

    def _links(self) -> None:
        hosts = self._hosts(plain=True)
        for at in range(self._many("active", 4, int(self.seed % 6 == 3))):
            kind = turned(ACTIVE, self.seed // 6 + self.round + at)
            if kind in {"attachment", "javascript"}:
                self.whole.append(kind)
            else:
                link(self.desk("link", at), next(hosts), kind)
        if self.seed % 2 == 1:
            link(self.desk("harmless"), next(hosts), "harmless")
