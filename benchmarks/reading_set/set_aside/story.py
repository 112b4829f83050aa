"""Everything that is decided about one portfolio before it is set: people, look, claims, manner, files."""

from dataclasses import dataclass, replace
from random import Random
from typing import Final

from benchmarks.reading_set.set_aside.chance import chance
from benchmarks.reading_set.set_aside.claims import Claims, Item, draw_claims
from benchmarks.reading_set.set_aside.labels import draw_labels
from benchmarks.reading_set.set_aside.people import Person, draw_person
from benchmarks.reading_set.set_aside.plan import Axes
from benchmarks.reading_set.set_aside.setting import Look, draw_look
from benchmarks.reading_set.set_aside.words import CATEGORIES
from benchmarks.reading_set.set_aside.writing import Manner, draw_manner


@dataclass(frozen=True, kw_only=True)
class Story:
    """One portfolio. ``shape`` are its decisions by name; ``files`` gives each item's file where it has its own."""

    seed: int
    axes: Axes
    person: Person
    look: Look
    claims: Claims
    manner: Manner
    shape: dict[str, str]
    files: dict[str, str]

    def rng(self, purpose: str) -> Random:
        """Chance for one purpose: the same however often the portfolio is set."""
        return chance(f"{self.seed} {purpose}")


def draw_story(seed: int, axes: Axes) -> Story:
    """Decide everything for a seed."""
    rng = chance(str(seed))
    shape = _shape(rng, axes)
    person = draw_person(rng)
    amounts = _amounts(rng, axes)
    labels = draw_labels(rng, axes["segments"], amounts[0])
    shape |= {"system": labels.system, "names": str(seed)}
    claims = draw_claims(rng, labels, person.name.removeprefix("Dr "), shape, amounts)
    files = {item.id: _file_name(rng, item, claims, shape) for item in claims.items} if shape["files"] == "each" else {}
    return Story(
        seed=seed,
        axes=axes,
        person=person,
        look=draw_look(rng, axes["table"]),
        claims=claims,
        manner=_manner(rng, shape),
        shape=shape,
        files=files,
    )


def _manner(rng: Random, shape: dict[str, str]) -> Manner:
    """A manner; tables without a column for pages say "page", and where rows are to break each reference has a line."""
    manner = draw_manner(rng, shape)
    if shape["table"] in {"typed", "ticks", "inverted", "broken_rows"} and not manner.one:
        manner = replace(manner, one="p ", many="pp ")
    if shape["table"] != "broken_rows":
        return manner
    return replace(manner, joint="\n", page_column=False, form=rng.choice(("titled", "paren", "see")))


def _amounts(rng: Random, axes: Axes) -> tuple[int, int]:
    """How many items, and the most pages of one: fewer where pages are pictures, more once in a while."""
    if axes["source"] != "digital":
        return rng.randint(8, 12), 2
    if axes["table"] == "ticks":
        return rng.randint(10, 20), 3
    if rng.random() < 0.07:
        return rng.randint(26, 34), 4
    return rng.randint(8, 25), rng.choice((2, 3, 4, 5))


def _shape(rng: Random, axes: Axes) -> dict[str, str]:
    segments, counting, single = axes["segments"], axes["counting"], axes["file"] == "pdf"
    divided = (
        segments == "dividers" or counting == "item_after_divider" or (segments == "sub_items" and rng.random() < 0.4)
    )
    footer = _footer(rng, counting, divided, single)
    pages_listed = segments == "contents_pages" or (single and rng.random() < 0.4)
    listed = pages_listed or axes["table"] == "none" or rng.random() < 0.9
    return {
        "table": axes["table"],
        "counting": counting,
        "divider": _yes(divided),
        "parts": _yes(axes["table"] != "ticks"),
        "hints": _yes(counting != "none"),
        "files": "each" if segments in {"files", "folders"} else "one",
        "footer": footer,
        "roman": _yes(rng.random() < 0.6),
        "contents": _yes(listed),
        "contents_pages": _yes(pages_listed),
        "contents_subs": _yes(rng.random() < 0.55),
        "contents_wrong": _yes(rng.random() < 0.15),
        "shared": _yes(rng.random() < 0.25 and axes["table"] not in {"landscape", "two_column", "picture", "docx"}),
        "table_last": _yes(single and segments != "stamps" and rng.random() < 0.25),
        "guidance": _yes(rng.random() < 0.15),
        "older": _yes(
            rng.random() < 0.15 and axes["table"] not in {"none", "docx", "picture", "typed", "ticks", "inverted"}
        ),
        "statement": _yes(rng.random() < 0.4),
        "declaration": _yes(rng.random() < 0.25),
        "contents_missing": _yes(rng.random() < 0.4),
    }


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _footer(rng: Random, counting: str, divided: bool, single: bool) -> str:
    """What is printed at the foot of pages: nothing, the portfolio's numbers, or each document's own."""
    if counting == "printed":
        return "printed"
    if counting in {"portfolio", "file"}:
        return "none"
    choices = ["none", "none"] + (["printed"] if single else [])
    choices += ["own"] if counting == "item_after_divider" or (counting == "item" and not divided) else []
    return rng.choice(choices)


def _file_name(rng: Random, item: Item, claims: Claims, shape: dict[str, str]) -> str:
    """The path of an item's own file: the same form through one portfolio."""
    form = chance(f"names {shape['names']}").choice(_NAMES)
    short = " ".join(item.title.replace(",", "").split()[:2])
    written = claims.labels.written(item.id)
    if claims.labels.system == "letter" or form == "long":
        stem = f"{claims.labels.long(item.id)} - {short}"
    elif form == "number":
        stem = f"{item.id:0>2}_{short.lower().replace(' ', '_')}"
    else:
        stem = f"{claims.labels.brief(item.id)} {short}" if form == "brief" else f"{claims.labels.word} {written}"
    ending = _ending(rng, item, shape)
    return f"{stem}{ending}"


def _ending(rng: Random, item: Item, shape: dict[str, str]) -> str:
    if item.divider or item.length > 1 or shape.get("plain") == "yes":
        return ".pdf"
    kinds = {"email": (".eml", ".pdf"), "photo": (".jpg", ".png", ".tif", ".heic", ".pdf")}
    return rng.choice(kinds.get(item.paper.kind, (".pdf",)))


def folder_of(story: Story, item: Item) -> str:
    """The folder of an item where files are sorted by category, with its slash; else nothing or one for all."""
    if story.axes["segments"] == "folders":
        category = item.main[0]
        form = story.rng("folders").choice(("Category {0}", "{0} {1}", "Cat {0} - {1}"))
        return form.format(category, CATEGORIES[category]) + "/"
    return story.rng("folders").choice(("", "Evidence/", "evidence files/"))


_NAMES: Final = ("number", "number", "long", "brief", "word")
