"""Who applies and with what: people and items, before anything is written."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from .chance import chance, codes, words
from .habits import Habits, habits

_ROMAN: Final = [
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
    "xvii",
    "xviii",
    "xix",
    "xx",
    "xxi",
    "xxii",
    "xxiii",
    "xxiv",
]
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LABELS: Final = {
    "evidence": ("Evidence {}", "Evidence {}"),
    "e": ("E{}", "E{}"),
    "item": ("Item {}", "Item {}"),
    "appendix": ("Appendix {}", "Appendix {}"),
    "appendix_number": ("Appendix {}", "App. {}"),
    "doc": ("Document {}", "Doc {}"),
    "ev": ("EV{:0>2}", "EV{:0>2}"),
    "bare": ("{}", "{}"),
    "by_code": ("Evidence {}", "{}"),
    "annex": ("Annex {}", "Annex {}"),
    "number": ("Evidence No. {}", "No. {}"),
    "piece": ("Piece of evidence {}", "Piece {}"),
    "mrse": ("MRSE-{:0>2}", "MRSE-{:0>2}"),
    "capital_e": ("EVIDENCE {}", "Ev. {}"),
}


@dataclass(frozen=True, kw_only=True)
class People:
    """The applicant, the referee and their days."""

    applicant: str
    letters: str
    post: str
    site: str
    referee: str
    referee_title: str
    referee_letters: str
    referee_post: str
    submitted: date | None
    vouched: date
    day_form: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """An item of evidence; one that is not ``sent`` is only spoken of."""

    id: str
    label: str
    short: str
    code: str
    claimed: tuple[str, ...]
    kind: str
    title: str
    heading: str
    line: str
    when: date
    leaves: int
    simulated: bool = False
    sent: bool = True
    divider: bool = False
    carrier: str = "pdf"
    first_printed: int = 1
    parent: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All that is decided beforehand."""

    habits: Habits
    people: People
    items: tuple[Item, ...]

    @property
    def sent(self) -> tuple[Item, ...]:
        """The items that are in the portfolio."""
        return tuple(item for item in self.items if item.sent)


def planned(seed: int) -> Plan:
    """The plan of a seed."""
    dealt = habits(seed)
    people = _people(dealt)
    return Plan(habits=dealt, people=people, items=_items(dealt, people))


def _people(dealt: Habits) -> People:
    rng, pool = chance("people", dealt.seed), words("people")
    sent = date(2024, 3, 1) + timedelta(days=rng.randrange(900))
    said = dealt.cover != "over_table" and rng.random() < 0.85
    return People(
        applicant=rng.choice(pool["applicants"]),
        letters=rng.choice(pool["letters"]),
        post=rng.choice(pool["posts"]),
        site=rng.choice(pool["sites"]),
        referee=rng.choice(pool["referees"]),
        referee_title=rng.choice(pool["titles"]),
        referee_letters=rng.choice(pool["letters"]),
        referee_post=rng.choice(pool["referee_posts"]),
        submitted=sent if said else None,
        vouched=sent - timedelta(days=rng.randint(1, 20)),
        day_form=rng.choice(("long", "long", "slashes", "short", "dashes")),
    )


def _items(dealt: Habits, people: People) -> tuple[Item, ...]:
    rng = chance("items", dealt.seed)
    scan = dealt.form == "scan"
    covered = codes()
    left_out = set(rng.sample([code for code in covered if code != "3"], 2 if rng.random() < 0.75 else 1))
    topics = [
        (code, topic)
        for code in codes()
        if code in covered and code not in left_out
        for topic in _some(code, rng, scan=scan)
    ]
    if dealt.family != "by_code" and rng.random() < 0.3:
        rng.shuffle(topics)
    topics = topics[: len(_LETTERS)]
    strays = dealt.strays
    lost = set(rng.sample(range(1, len(topics)), rng.choice((1, 1, 2)))) if strays in {"missing", "both"} else set()
    over = (
        set(rng.sample(sorted(set(range(len(topics))) - lost), rng.choice((1, 1, 2))))
        if strays in {"orphan", "both"}
        else set()
    )
    ids = _ids(dealt, [code for code, _ in topics])
    made = [
        _item(dealt, people, ids[at], code, topic, rng, sent=at not in lost, used=at not in over, covered=covered)
        for at, (code, topic) in enumerate(topics)
    ]
    return tuple(_with_simulated(dealt, made, rng))


def _some(code: str, rng: Random, *, scan: bool) -> list[str]:
    topics = words("topics")["topics"][code]
    many = 2 if code == "3" else rng.choice((1, 1, 2) if not scan else (1,))
    return rng.sample(topics, min(many, len(topics)))


def _ids(dealt: Habits, of: list[str]) -> list[tuple[str, str]]:
    """The number or letter of each item, and its parent's."""
    if dealt.family in {"appendix", "annex"}:
        series = _ROMAN if dealt.family == "annex" and dealt.seed % 2 else list(_LETTERS)
        return [(series[at], "") for at in range(len(of))]
    if dealt.family == "by_code":
        earlier = [of[:at].count(code) for at, code in enumerate(of)]
        endings = [(chr(ord("a") + many), f"-{many + 1}", f".{many + 1}")[dealt.seed % 3] for many in earlier]
        return [(code + ending, "") for code, ending in zip(of, endings, strict=True)]
    if dealt.marked != "sub_items":
        return [(str(at + 1), "") for at in range(len(of))]
    ids: list[tuple[str, str]] = []
    parent, rng = 0, chance("families", dealt.seed)
    while len(ids) < len(of):
        parent += 1
        children = rng.choice((1, 2, 2, 3))
        ids += [
            (f"{parent}{'abc'[at]}" if children > 1 else str(parent), str(parent) if children > 1 else "")
            for at in range(children)
        ]
    return ids[: len(of)]


def _item(
    dealt: Habits,
    people: People,
    own: tuple[str, str],
    code: str,
    topic: str,
    rng: Random,
    *,
    sent: bool,
    used: bool,
    covered: list[str],
) -> Item:
    kind, title, heading, line = topic.split("|")
    number, parent = own
    label, short = _LABELS[dealt.family]
    near = [each for each in covered if each != code and (each[0] == code[0] or rng.random() < 0.08)]
    more = rng.sample(near, 1) if near and rng.random() < 0.4 else []
    leaves = {"email": 1, "certificate": 1, "letter": 1, "plan": 1, "protocol": 2, "slides": 4}.get(
        kind, rng.choice((2, 3, 4))
    )
    if dealt.form == "scan":
        leaves = min(leaves, 2)
    listed = dealt.contents != "absent" or dealt.marked in {"dividers", "headings", "sub_items"}
    return Item(
        id=number,
        label=label.format(number),
        short=short.format(number),
        code=code,
        claimed=tuple(sorted({code, *more}, key=codes().index)) if used else (),
        kind=kind,
        title=title,
        heading=heading if listed and rng.random() < 0.5 else title,
        line=line,
        when=(people.submitted or people.vouched) - timedelta(days=rng.randint(40, 1500)),
        leaves=leaves,
        sent=sent,
        divider=dealt.marked in {"dividers", "volume"} or (dealt.marked == "sub_items" and dealt.bound),
        carrier=_carrier(dealt, kind, rng),
        first_printed=rng.choice((1, 3, 7, 12, 21))
        if dealt.counting == "printed" and kind not in {"email", "slides", "certificate", "letter"}
        else 1,
        parent=parent,
    )


def _carrier(dealt: Habits, kind: str, rng: Random) -> str:
    if dealt.form == "docx":
        return "docx"
    if dealt.bound or dealt.marked == "volume" or dealt.counting == "printed":
        return "pdf"
    if kind == "email":
        return "eml" if rng.random() < 0.55 else "pdf"
    if kind in {"certificate", "plan"} and rng.random() < 0.35:
        return "jpg"
    return "docx" if kind in {"sop", "policy", "risk", "minutes", "reflection"} and rng.random() < 0.35 else "pdf"


_CAN_BE_SIMULATED: Final = frozenset({"email", "risk", "letter", "report", "protocol", "sop", "policy", "plan"})


def _with_simulated(dealt: Habits, items: list[Item], rng: Random) -> list[Item]:
    if dealt.simulated == "none":
        return items
    fit = [at for at, item in enumerate(items) if item.sent and item.claimed and item.kind in _CAN_BE_SIMULATED]
    chosen = set(rng.sample(fit, rng.choice((1, 1, 2))))
    return [replace(item, simulated=True) if at in chosen else item for at, item in enumerate(items)]
