"""The whole plan of a seed, but for places inside items: those are known when the items are typeset."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from . import naming
from .chance import chance
from .data import codes, words
from .desk import Asked
from .model import Habit, Item, Piece, Plan, Work, habit_of
from .papers import written

_IMAGINED: Final = frozenset({"risk", "incident", "mail", "protocol"})
_QUIET: Final = frozenset({"bookmarks", "contents_pages"})
_FOLDERS: Final = ("Category {c}", "{c} {name}", "Cat{c}")


@dataclass(frozen=True, kw_only=True)
class _Draft:
    """An item before its paper is written."""

    topic: tuple[str, str, str]
    codes: tuple[str, ...]
    dated: date


def planned(seed: int) -> Plan:
    """What this applicant sends."""
    habit = habit_of(seed)
    rng = chance("people", seed)
    people = words("people")
    first, other = rng.sample(people["first"], 2)
    last, last_other = rng.sample(people["last"], 2)
    applicant = f"{rng.choice(('Dr ', '', '', '', 'Dr ', 'Ms '))}{first} {last}"
    submitted = date(2025, 2, 3) + timedelta(days=rng.randint(0, 420))
    place = rng.choice(people["place"])
    return Plan(
        habit=habit,
        applicant=applicant,
        post=rng.choice(people["post"]),
        place=place,
        submitted=submitted if habit.cover not in {"none", "by"} and rng.random() < 0.75 else None,
        referee=f"{rng.choice(('Dr ', '', 'Prof. ', 'Dr ', 'Professor '))}{other} {last_other}",
        letters=rng.choice(("", "", "", "PhD FIPEM", "MSc CSci")),
        role=rng.choice(people["referee_post"]),
        vouched=submitted - timedelta(days=rng.randint(0, 24)),
        items=_items(habit, f"{first} {last}", place, submitted),
    )


def _items(habit: Habit, author: str, place: str, submitted: date) -> tuple[Item, ...]:
    rng = chance("items", habit.seed)
    drafts = _drafts(habit, rng, submitted)
    written_as = naming.numbers(habit, [one.topic for one in drafts], [one.codes[0] for one in drafts], rng)
    label, ways = words("wordings")["family"][habit.family]
    cited = rng.choice(ways)
    unsent = _unsent(habit, rng, len(drafts))
    imagined = _imagined(habit, rng, drafts, unsent)
    items = []
    for at, (draft, number) in enumerate(zip(drafts, written_as, strict=True)):
        title, heading, kind = draft.topic
        if habit.segments in _QUIET or habit.contents == "absent":
            heading = title
        style = chance("dates", habit.seed, at % 3).choice(("long", "slashes", "short", "dots"))
        asked = Asked(
            key=f"{at}", kind=kind, heading=heading, author=author, dated=draft.dated, place=place,
            length=_length(habit, rng), style=style, faces=_faces(habit),
        )  # fmt: skip
        called = label.format(n=number)
        kin = number[:-1] if habit.segments == "sub_items" and number[-1].isalpha() else ""
        items.append(
            Item(
                id=naming.normal(number),
                number=number,
                label=called,
                cited=cited.format(n=number),
                title=title,
                heading=heading,
                kind=kind,
                codes=draft.codes,
                dated=draft.dated,
                sent=at not in unsent,
                simulated=at in imagined,
                kin=kin,
                pieces=_pieces(habit, rng, asked, called, number, title, draft.codes[0], len(drafts), at),
            )
        )
    return tuple(items)


def _drafts(habit: Habit, rng: Random, submitted: date) -> list[_Draft]:
    """Topics that cover most sub-categories, in the applicant's order."""
    topics = list(words("topics")["topic"])
    rng.shuffle(topics)
    wanted = list(codes())
    rng.shuffle(wanted)
    chosen: list[Any] = []
    for code in wanted:
        found = next((topic for topic in topics if topic[3][0] == code and topic not in chosen), None)
        if found and len(chosen) < habit.items:
            chosen.append(found)
    chosen += [topic for topic in topics if topic not in chosen][: habit.items - len(chosen)]
    drafts = []
    for title, heading, kind, fitting in chosen:
        mine = [fitting[0], *(code for code in fitting[1:] if rng.random() < 0.6)]
        if rng.random() < 0.12:
            mine.append(rng.choice([code for code in codes() if code not in mine]))
        dated = submitted - timedelta(days=rng.randint(40, 1700))
        drafts.append(_Draft(topic=(str(title), str(heading), str(kind)), codes=tuple(mine), dated=dated))
    if habit.order == "code" or habit.family in {"cat", "sub", "dash"}:
        drafts.sort(key=lambda one: codes().index(one.codes[0]))
    elif habit.order == "date":
        drafts.sort(key=lambda one: one.dated)
    return drafts


def _unsent(habit: Habit, rng: Random, count: int) -> set[int]:
    return set(rng.sample(range(2, count), rng.choice((1, 1, 2)))) if habit.extra in {"missing", "both"} else set()


def _imagined(habit: Habit, rng: Random, drafts: list[_Draft], unsent: set[int]) -> set[int]:
    """Which items are made up: often none, never more than the scheme's two sub-categories would bear."""
    if rng.random() < 0.35:
        return set()
    fit = [at for at, one in enumerate(drafts) if one.topic[2] in _IMAGINED and at not in unsent]
    many = 1 if habit.notes == "sentence" else rng.choice((1, 1, 2))
    return set(rng.sample(fit, min(many, len(fit))))


def _length(habit: Habit, rng: Random) -> int:
    if habit.long:
        return rng.choice((2, 3, 3, 3))
    return rng.choice((1, 1, 1, 2)) if habit.scan or habit.form == "docx" else rng.choice((1, 1, 2, 2, 2, 3))


def _faces(habit: Habit) -> tuple[str, ...]:
    return (
        "Office Sans",
        "Office Serif",
        "DejaVu Sans",
        "STIXGeneral",
        "Libertinus Serif",
        *([habit.font] * 3 if habit.font != "mixed" else []),
    )


def _pieces(
    habit: Habit, rng: Random, asked: Asked, label: str, number: str, title: str, code: str, count: int, at: int
) -> tuple[Piece, ...]:
    """The documents of an item and the files in which they lie."""
    if habit.bound or habit.form == "docx":
        return (Piece(work=written(rng, asked)),)
    if habit.volumes:
        half = (count + 1) // 2
        name = chance("volumes", habit.seed).choice(
            ("Evidence volume {}.pdf", "Evidence part {}.pdf", "Volume {} of 2.pdf")
        )
        return (Piece(work=written(rng, asked), file=name.format(1 + (at >= half))),)
    carrier = _carrier(rng, asked.kind)
    asked = Asked(**{**vars(asked), "length": 1 if carrier in {"eml", "jpg"} else asked.length})
    work = written(rng, asked)
    style = _file_style(habit)
    initials = "".join(word[0] for word in asked.author.split()[:2])
    stem = naming.file_name(style, label=label, number=number, title=title, initials=initials)
    if habit.segments == "folders" and chance("folders", habit.seed).random() < 0.5:
        form = chance("folder form", habit.seed).choice(_FOLDERS)
        home = form.format(c=code[0], name=words("scheme")["category"][code[0]])
        return (Piece(work=work, carrier=carrier, file=f"{home}/{stem}.{carrier}"),)
    if habit.segments == "folders":
        first = Piece(work=work, carrier=carrier, file=f"{stem}/{naming.short(asked.heading)}.{carrier}")
        return (first, *_beside(rng, asked, stem))
    inside = "Evidence/" if chance("inside", habit.seed).random() < 0.35 else ""
    return (Piece(work=work, carrier=carrier, file=f"{inside}{stem}.{carrier}"),)


def _carrier(rng: Random, kind: str) -> str:
    roll = rng.random()
    if kind == "mail":
        return "eml" if roll < 0.4 else "pdf"
    if kind == "photo":
        return "jpg" if roll < 0.6 else "pdf"
    if kind in {"slides", "drawing"}:
        return "pdf"
    return "docx" if roll < 0.16 else "odt" if roll < 0.19 else "pdf"


def _file_style(habit: Habit) -> str:
    if habit.family == "named":
        return "named"
    styles = ["dashed", "dashed", "scored", "behind", "initials"]
    if habit.family in {"number", "file", "item", "doc", "evidence"} and habit.segments != "sub_items":
        styles.append("number")
    return "number" if habit.family == "number" else chance("files", habit.seed).choice(styles)


def _beside(rng: Random, asked: Asked, folder: str) -> list[Piece]:
    """What else lies in an item's folder: an e-mail about it, a photograph."""
    made = []
    if rng.random() < 0.4:
        mail = Asked(**{**vars(asked), "key": f"{asked.key}m", "kind": "mail", "length": 1})
        made.append(Piece(work=_alone(written(rng, mail)), carrier="eml", file=f"{folder}/covering e-mail.eml"))
    if rng.random() < 0.25:
        photo = Asked(
            **{
                **vars(asked),
                "key": f"{asked.key}p",
                "kind": "photo",
                "length": 1,
                "heading": f"{asked.heading}, photographs",
            }
        )
        made.append(Piece(work=_alone(written(rng, photo)), carrier="jpg", file=f"{folder}/photographs.jpg"))
    return made


def _alone(work: Work) -> Work:
    """The same without places: nobody points into what lies beside the main document."""
    return Work(sections=work.sections)
