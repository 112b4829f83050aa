"""Who applies and with what: the person, and the items with their labels and files."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final

from .chance import chance
from .model import Item, Person, Topic
from .plan import Plan
from .vocabulary import general, subs, topics

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ROMAN: Final = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"),
    *("XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "XXII"),
)
_SHORTER: Final = {
    "Evidence": ("Evidence {}", ("Evidence {}", "Evidence {}", "Ev {}", "{}", "E{}")),
    "E": ("E{}", ("E{}",)),
    "Item": ("Item {}", ("Item {}", "Item {}", "{}")),
    "Ev.": ("Ev. {}", ("Ev. {}", "Ev.{}")),
    "Document": ("Document {}", ("Document {}", "Doc {}", "Doc. {}")),
    "Appendix": ("Appendix {}", ("Appendix {}", "App. {}", "App {}")),
    "Exhibit": ("Exhibit {}", ("Exhibit {}", "Ex. {}")),
    "Annex": ("Annex {}", ("Annex {}",)),
    "Tab": ("Tab {}", ("Tab {}",)),
    "Decimal": ("Evidence {}", ("Evidence {}", "E{}")),
    "Doc": ("DOC {}", ("DOC {}", "Doc {}")),
    "Roman": ("Appendix {}", ("Appendix {}", "App. {}")),
    "Evidence No.": ("Evidence No. {}", ("No. {}",)),
}
_BARE_FITS: Final = ("brackets", "square")


def said_on(rng: Random, iso: str) -> str:
    """A day as people of the country write it."""
    on = date.fromisoformat(iso)
    name, end = MONTHS[on.month - 1], {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}.get(on.day, "th")
    forms = (f"{on.day} {name} {on.year}", f"{on:%d/%m/%Y}", f"{on.day}{end} {name} {on.year}", f"{on:%d.%m.%Y}")
    return rng.choice((*forms, f"{on.day} {name[:3]} {on.year}", f"{on.day} {name} {on.year}"))


def person_of(plan: Plan) -> Person:
    """The applicant and the referee."""
    rng, lists = chance("person", plan.seed), general()
    one, other = rng.sample(lists["first"], 2)
    surname, vouching = rng.sample(lists["last"], 2)
    submitted = date(rng.choice((2025, 2025, 2026)), rng.randint(1, 9), rng.randint(1, 28))
    signed = submitted - timedelta(days=rng.randint(0, 45))
    spoken = rng.random() < 0.85
    inked = plan["vouched"] not in {"unsigned", "absent"}
    return Person(
        name=f"{rng.choice(('', '', '', 'Dr '))}{one} {surname}",
        job=rng.choice(lists["jobs"]),
        hospital=rng.choice(lists["hospitals"]),
        submitted=submitted.isoformat() if spoken else "",
        submitted_said=said_on(rng, submitted.isoformat()) if spoken else "",
        referee=f"{rng.choice(('Dr ', 'Dr ', 'Prof ', '', 'Mrs '))}{other} {vouching}",
        role=rng.choice(lists["roles"]),
        signed=signed.isoformat() if inked else "",
        signed_said=said_on(rng, signed.isoformat()) if inked else "",
    )


def items_of(plan: Plan) -> tuple[Item, ...]:
    """The items, those that were not sent among them, in the order of the portfolio."""
    rng = chance("items", plan.seed)
    count = 24 if plan.large else _few(plan, rng) if plan["form"] == "scan" else rng.randint(9, 16)
    chosen = _topics(rng, count)
    absent = 0 if plan["missing"] == "none" else rng.choice((1, 1, 2))
    ids = _ids(plan, rng, chosen, absent)
    full, shorts = _SHORTER[plan["labels"]]
    short = rng.choice(shorts)
    if short == "{}" and (plan["hints"] not in _BARE_FITS or plan["table"] in {"ticks", "bare", "two_column", "typed"}):
        short = full
    lost = set(_lost(plan, rng, len(ids), absent))
    spare = iter(_spare(rng, chosen, absent))
    kept = iter(chosen)
    made = []
    for at, id_ in enumerate(ids):
        topic = next(spare) if at in lost else next(kept)
        said = f"0{id_}" if plan.seed % 4 == 1 and id_.isdigit() and len(id_) == 1 else id_
        made.append(
            Item(
                id=id_,
                label=full.format(said),
                short=short.format(id_ if plan.seed % 8 == 1 else said),
                topic=topic,
                dated=_dated(rng),
                main=topic.subs[0],
                parent=id_[:-1] if plan["segments"] == "sub_items" and id_[-1].isalpha() else "",
                sent=at not in lost,
            )
        )
    return _filed(plan, rng, _orphaned(plan, rng, made))


def _few(plan: Plan, rng: Random) -> int:
    """Items of a short scan."""
    return 4 if plan.divided else rng.randint(5, 7)


def _dated(rng: Random) -> str:
    return date(rng.randint(2021, 2024), rng.randint(1, 12), rng.randint(1, 28)).isoformat()


def _topics(rng: Random, count: int) -> list[Topic]:
    """Topics that serve as many sub-categories as they can, in the order of the scheme."""
    pool = list(topics())
    rng.shuffle(pool)
    chosen: list[Topic] = []
    due = list(subs())
    while len(chosen) < count and pool:
        best = max(pool, key=lambda one: len(set(one.subs) & set(due)))
        pool.remove(best)
        chosen.append(best)
        due = [sub for sub in due if sub not in best.subs]
    order = topics()
    return sorted(chosen, key=order.index)


def _spare(rng: Random, chosen: list[Topic], count: int) -> list[Topic]:
    return rng.sample([one for one in topics() if one not in chosen], count)


def _lost(plan: Plan, rng: Random, count: int, absent: int) -> list[int]:
    """Places of items that were not sent: the last ones where no list names them, else anywhere."""
    if plan["missing"] == "unlisted" or plan["labels"] == "Decimal":
        return list(range(count - absent, count))
    whole = range(2, count - 1) if plan["segments"] != "sub_items" else range(count - absent, count)
    return rng.sample(list(whole), absent)


def _ids(plan: Plan, rng: Random, chosen: list[Topic], absent: int) -> list[str]:
    count = len(chosen) + absent
    system = plan["labels"]
    if system in {"Appendix", "Annex"}:
        return ["ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at] for at in range(count)]
    if system == "Roman":
        return list(_ROMAN[:count])
    if system == "Decimal":
        return _decimal(chosen, absent)
    if plan["segments"] == "sub_items":
        return _paired(rng, len(chosen), absent)
    return [str(at + 1) for at in range(count)]


def _decimal(chosen: list[Topic], absent: int) -> list[str]:
    """Numbers within the category: 4.1, 4.2 are its first and second item, whatever the sub-category."""
    used: dict[str, int] = {}
    made = []
    for one in chosen:
        category = one.subs[0][0]
        used[category] = used.get(category, 0) + 1
        made.append(f"{category}.{used[category]}")
    return made + [f"8.{used.get('8', 0) + at + 1}" for at in range(absent)]


def _paired(rng: Random, count: int, absent: int) -> list[str]:
    """Some numbers have an a and a b, one a c too."""
    made: list[str] = []
    number = 0
    while len(made) < count:
        number += 1
        parts = min(rng.choice((1, 1, 2, 2, 3)) if number > 1 else 2, count - len(made))
        made += [f"{number}{'abc'[at]}" for at in range(parts)] if parts > 1 else [str(number)]
    return made + [str(number + at + 1) for at in range(absent)]


def _orphaned(plan: Plan, rng: Random, made: list[Item]) -> list[Item]:
    wanted = {"none": 0, "one": 1, "two": 2}[plan["orphans"]]
    mains = [item.main for item in made if item.sent]
    free = [item for item in made if item.sent and not item.parent and mains.count(item.main) > 1 and item.main != "3"]
    alone = {item.id for item in rng.sample(free, min(wanted, len(free)))}
    return [replace(item, orphan=item.id in alone) for item in made]


def _filed(plan: Plan, rng: Random, made: list[Item]) -> tuple[Item, ...]:
    """Each item with its file, where files are not the whole portfolio."""
    if plan.single or plan["form"] == "docx" or plan.divided:
        return tuple(made)
    style = rng.choice(("{n}_{slug}", "{n} {title}", "{label} - {title}", "{label}", "{label} {slug}"))
    filed = []
    for item in made:
        number = item.id.zfill(2) if item.id.isdigit() else item.id
        plain = item.title.replace(":", " -").replace(".", "")[:48].strip()
        name = style.format(n=number, slug=item.topic.file, title=plain, label=item.label)
        folder = f"{_folder(plan, item)}/" if plan["segments"] == "folders" else ""
        filed.append(replace(item, path=f"{folder}{name}{_ending(plan, rng, item)}"))
    return tuple(filed)


def _folder(plan: Plan, item: Item) -> str:
    number = item.main[0]
    names = ("Category {0}", "{0} {1}", "Cat {0} - {1}")
    return names[plan.seed % 3].format(number, general()["categories"][number].replace(",", ""))


def _ending(plan: Plan, rng: Random, item: Item) -> str:
    if item.topic.kind == "mail" and plan.seed % 3 == 0:
        return ".eml"
    if item.topic.kind == "certificate" and plan.seed % 2 == 0:
        return ".jpg"
    return ".docx" if item.topic.kind == "letter" and rng.random() < 0.35 else ".pdf"
