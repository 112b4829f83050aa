"""What items are called and in which files and folders they lie: a function for each special habit, forms for the rest.

In forms ``{n}`` is the number, ``{nn}`` the same with two digits, ``{t}`` some words of the title, ``{u}`` these with
underscores, ``{c}`` without spaces, ``{d}`` and ``{e}`` dates, ``{i}`` initials, ``{y}`` a year, ``{k}`` a kind.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import Final

from ..more_references.topics import CODES  # noqa: TID252 - the set is imported by two names
from .model import Item

SINGLE: Final = "Portfolio.pdf"
FORMS: Final[dict[str, tuple[str, str, str]]] = {
    "plain": ("Evidence {n}", "Evidence {n}", "Evidence {n}.pdf"),
    "dated": ("Evidence {n}", "Evidence {n}", "{d} Evidence {n} {t}.pdf"),
    "initials": ("E{n}", "E{n}", "{i}_E{nn}_{u}_v3.pdf"),
    "final v2": ("Evidence {n}", "Ev {n}", "Evidence {n} - {t} final v2.pdf"),
    "behind": ("Evidence {n}", "Evidence {n}", "{t} (Evidence {n}).pdf"),
    "behind short": ("Ev{n}", "Ev{n}", "{u}_ev{nn}.pdf"),
    "capitals": ("EVIDENCE {nn}", "EVIDENCE {nn}", "EVIDENCE_{nn}_{u}_SIGNED.pdf"),
    "no spaces": ("E{n}", "E {n}", "E{n}-{c}-FINAL.pdf"),
    "number first": ("Item {n}", "Item {n}", "{nn}. {t}.pdf"),
    "file cited": ("{n}", "{nn}_{u}.pdf", "{nn}_{u}.pdf"),
    "hash": ("Document {n}", "Doc #{n}", "Document {nn} {t}.pdf"),
    "attachment": ("Attachment {n}", "Att. {n}", "Attachment {n} {t} ({e}).pdf"),
    "years": ("E{n}", "E{n}", "{y}/E{nn} {t}.pdf"),
    "kinds": ("Item {n}", "item {n}", "{k}/Item {n} - {t}.pdf"),
    "one folder": ("Evidence {n}", "Evid. {n}", "Evidence/Ev {nn} {t}.pdf"),
    "exhibit": ("Exhibit {a}", "Exhibit {a}", "Exhibit {a} - {t}.pdf"),
    "enclosure": ("Enclosure {n}", "Encl. {n}", "Enclosures/Encl {n} {e} {t}.pdf"),
    "mixed": ("Evidence {n}", "Evidence {n}", "Evidence {n} {t}.pdf"),
    "hundreds": ("E{h}", "E{h}", "E{h} {t}.pdf"),
    "categories": ("Evidence {n}", "Evidence {n}", "Category {q}/Evidence {n} - {t}.pdf"),
}
SMALL: Final = frozenset("a an the of in on for to and by at across about my from with against".split())  # noqa: SIM905 - shorter
KINDS: Final = ("Reports", "Correspondence", "Policies", "Meetings", "Teaching")
Pack = Callable[[Random, Sequence[str]], list[Item]]


def _words(title: str, many: int = 4) -> str:
    found = re.sub(r"[^A-Za-z ]", " ", title).split()[:many]
    while len(found) > 1 and found[-1].lower() in SMALL:
        found.pop()
    return " ".join(found)


def _named(rng: Random, form: str, at: int, title: str, initials: str) -> str:
    t = _words(title)
    y, m, d = rng.randint(2021, 2025), rng.randint(1, 12), rng.randint(13, 28)
    return form.format(
        n=at, nn=f"{at:02d}", h=100 + at, a="ABCDEFGHIJKLMNOPQ"[at - 1], t=t, u=t.replace(" ", "_"),
        c=t.title().replace(" ", ""), d=f"{y}-{m:02d}-{d}", e=f"{d}.{m:02d}.{y}", i=initials, y=y, k=rng.choice(KINDS),
        q=(at * 8 - 1) // 13 % 8 + 1,
    )  # fmt: skip


def by_form(pack: str) -> Pack:
    """One file for each item, named by a form."""
    label, cited, file = FORMS[pack]

    def made(rng: Random, titles: Sequence[str]) -> list[Item]:
        initials = rng.choice(("MQ", "PR", "IT", "tp"))
        items = []
        for at, title in enumerate(titles, 1):
            name = _named(rng, file, at, title, initials)
            stem = cited.replace("{u}", _words(title).replace(" ", "_"))
            called, said = _named(rng, label, at, title, ""), _named(rng, stem, at, title, "")
            number = {"exhibit": "ABCDEFGHIJKLMNOPQ"[at - 1], "hundreds": str(100 + at)}.get(pack, str(at))
            items.append(Item(id=number, label=called, cited=said, title=title, files=(name,),
                              labelled=pack not in {"file cited", "number first"}))  # fmt: skip
            if pack == "mixed" and at % 3 == 0:
                items[-1] = replace(items[-1], files=(name.replace(".pdf", ".docx"),))
        return items

    return made


# Numbers that begin anew


def _anew(rng: Random, titles: Sequence[str], homes: Sequence[str], folder: str, label: str, file: str) -> list[Item]:
    left = list(titles)
    items: list[Item] = []
    for home in homes:
        for at in range(1, rng.choice((1, 2, 2, 3)) + 1):
            if not left:
                break
            title, number = left.pop(0), label.replace("Evidence ", "").format(n=at, a="ABC"[at - 1])
            called = label.format(n=at, a="ABC"[at - 1])
            place = f"{folder.format(c=home)}/{file.format(l=called, t=_words(title), n=at)}"
            items.append(Item(id=number, label=called, cited=called, title=title, files=(place,), home=home))
    many = Counter(one.id for one in items)
    return [replace(one, id=f"{one.files[0].split('/')[0]}/{one.id}") if many[one.id] > 1 else one for one in items]


def anew_by_code(folder: str, label: str, file: str) -> Pack:
    """A folder for each sub-category; numbers begin anew in each."""
    return lambda rng, titles: _anew(rng, titles, sorted(rng.sample(CODES, 12)), folder, label, file)


def anew_by_category(folder: str, label: str, file: str) -> Pack:
    """A folder for each category; numbers begin anew in each."""
    return lambda rng, titles: _anew(rng, titles, "12345678", folder, label, file)


# Items in parts, several in a file


def _parted(ends: Sequence[str], label: str, file: str, *, alone: bool = True) -> Pack:
    """Some items come in parts that have numbers of their own."""

    def made(rng: Random, titles: Sequence[str]) -> list[Item]:
        left, split = list(titles), set(rng.sample(range(2, 8), 3))
        items: list[Item] = []
        for at in range(1, 20):
            for end in ends[: rng.choice((2, 2, 3))] if at in split else ("",):
                if not left:
                    return items
                title, number = left.pop(0), f"{at}{end}"
                name = file.format(n=number, t=_words(title), p=at) if alone else SINGLE
                called = label.format(n=number)
                items.append(Item(id=re.sub(r"[()]", "", number).lower(), label=called, cited=called, title=title,
                                  files=(name,), kin=str(at) if end else ""))  # fmt: skip
        return items

    return made


def several_files(rng: Random, titles: Sequence[str]) -> list[Item]:
    """A folder for each item with its documents in it."""
    names = ("1 report.pdf", "2 e-mails.pdf", "3 drawing.pdf", "4 comments.pdf")
    return [
        Item(id=str(at), label=f"Evidence {at}", cited=f"Evidence {at}", title=title,
             files=tuple(f"Evidence {at} - {_words(title)}/{one}" for one in names[: rng.choice((1, 2, 2, 3))]))
        for at, title in enumerate(titles, 1)
    ]  # fmt: skip


def part_files(rng: Random, titles: Sequence[str]) -> list[Item]:
    """Items cut into part 1 and part 2."""
    made = []
    for at, title in enumerate(titles, 1):
        files: tuple[str, ...] = (f"E{at:02d} {_words(title)}.pdf",)
        if rng.random() < 0.4:
            files = tuple(f"E{at:02d} {_words(title)} part {part}.pdf" for part in range(1, rng.choice((3, 3, 4))))
        made.append(Item(id=str(at), label=f"E{at}", cited=f"E{at}", title=title, files=files))
    return made


def annexes(rng: Random, titles: Sequence[str]) -> list[Item]:
    """Annexes of an item are files beside it."""
    made = []
    for at, title in enumerate(titles, 1):
        files: tuple[str, ...] = (f"Evidence {at} {_words(title)}.pdf",)
        many = rng.choice((0, 0, 1, 2)) if at > 1 else 2
        files += tuple(f"Evidence {at} Annex {letter}.pdf" for letter in "ABC"[:many])
        made.append(Item(id=str(at), label=f"Evidence {at}", cited=f"Evidence {at}", title=title, files=files,
                         annexed=many > 0))  # fmt: skip
    return made


def volumes(label: str, file: str, sizes: Sequence[int]) -> Pack:
    """Several items to a file."""

    def made(_rng: Random, titles: Sequence[str]) -> list[Item]:
        items: list[Item] = []
        first = part = 1
        while len(items) < len(titles):
            last = min(first + sizes[(part - 1) % len(sizes)] - 1, len(titles))
            name = file.format(a=first, b=last, p=part)
            for at in range(first, last + 1):
                called = label.format(n=at)
                items.append(Item(id=str(at), label=called, cited=called, title=titles[at - 1], files=(name,)))
            first, part = last + 1, part + 1
        return items

    return made


def single(label: str, cited: str) -> Pack:
    """All in one PDF."""

    def made(_rng: Random, titles: Sequence[str]) -> list[Item]:
        return [
            Item(id="ABCDEFGHIJKLMNOPQ"[at - 1] if "{a}" in label else str(at),
                 label=label.format(n=at, a="ABCDEFGHIJKLMNOPQ"[at - 1]),
                 cited=cited.format(n=at, a="ABCDEFGHIJKLMNOPQ"[at - 1]), title=title, files=(SINGLE,))
            for at, title in enumerate(titles, 1)
        ]  # fmt: skip

    return made


ANEW: Final[dict[str, Pack]] = {
    "anew code": anew_by_code("{c}", "Evidence {n}", "{l}.pdf"),
    "anew code titled": anew_by_code("{c}", "Evidence {n}", "{l} - {t}.pdf"),
    "anew sub-category": anew_by_code("Sub-category {c}", "Evidence {n}", "{l} {t} final.pdf"),
    "anew letters": anew_by_code("{c}", "Evidence {a}", "{l} {t}.pdf"),
    "anew category": anew_by_category("Category {c}", "Evidence {n}", "{l}.pdf"),
    "anew cat": anew_by_category("Cat {c}", "Evidence {n}", "Ev {n} {t}.pdf"),
    "anew number first": anew_by_category("Category {c}", "Evidence {n}", "{n:02d} {t}.pdf"),
}
PACKS: Final[dict[str, Pack]] = {
    **{name: by_form(name) for name in FORMS},
    **ANEW,
    "letters": _parted(("a", "b", "c"), "Evidence {n}", "Evidence {n} {t}.pdf"),
    "letters in folder": _parted(("a", "b", "c"), "E{n}", "E{p}/E{n} {t}.pdf"),
    "points": _parted((".1", ".2", ".3"), "Evidence {n}", "Evidence {n} - {t}.pdf"),
    "romans": _parted(("(i)", "(ii)", "(iii)"), "Evidence {n}", "Evidence {n} {t}.pdf"),
    "single letters": _parted(("a", "b", "c"), "Evidence {n}", "", alone=False),
    "single romans": _parted(("(i)", "(ii)", "(iii)"), "Evidence {n}", "", alone=False),
    "single points": _parted((".1", ".2", ".3"), "Item {n}", "", alone=False),
    "several files": several_files,
    "part files": part_files,
    "annexes": annexes,
    "volumes": volumes("Evidence {n}", "Evidence {a}-{b}.pdf", (3, 4)),
    "volumes to": volumes("E{n}", "Volume {p} (E{a} to E{b}).pdf", (4, 5)),
    "bundles": volumes("Item {n}", "Bundle {p}.pdf", (2, 3, 4)),
    "single": single("Evidence {n}", "Evidence {n}"),
    "single e": single("E{n}", "E{n}"),
    "single item": single("Item {n}", "item {n}"),
    "single appendix": single("Exhibit {a}", "Exh. {a}"),
    "single bare": single("Evidence {n}", "{n}"),
    "single doc": single("Document {n}", "Doc. {n}"),
}
