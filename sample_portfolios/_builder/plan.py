"""What a sample portfolio is to hold: read from ``portfolios/NAME.toml``, where the choices and the words are."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "portfolios"
ABOUT = FOLDER.parent / "documents" / "about.toml"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item of evidence. ``source`` is a typst file of ``documents/``; ``form`` how it is sent (pdf, docx, eml, png)."""

    id: str
    title: str
    source: str
    date: str  # ISO date on which it was written, sent or measured
    kind: str = ""
    role: str = ""  # the applicant's own words on their part
    commentary: str = ""
    params: dict[str, Any] = field(default_factory=dict)
    author: str = ""
    simulated: bool = False
    treatment: str = ""  # "scan", "boxes" or "redacted"
    form: str = "pdf"
    file: str = ""
    label: str = ""  # instead of the portfolio's usual one


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the cross reference table and what a fair assessor makes of it.

    ``refs`` are "7" (whole item), "7@mark" (a page) or "7@mark..mark" (pages),
    either with "+mark" for one page more; ``text`` is the cell where it is not
    composed from them, with "{7@mark}" for a page number. ``judge`` holds the judgement for each item id.
    """

    sub: str
    refs: tuple[str, ...] = ()
    text: str | None = None
    comment: str = ""
    notes: dict[str, list[str]] = field(default_factory=dict)
    conclusion: str = "satisfactory"
    conclude: dict[str, Any] = field(default_factory=dict)
    judge: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One portfolio. ``setting`` is the case its documents are set in: applicant, hospital, people, scanners."""

    name: str
    shows: str
    expected: str
    application: str
    submitted: str
    setting: dict[str, Any]
    front: dict[str, Any]
    labels: dict[str, str]
    parts: dict[str, bool]
    items: tuple[Item, ...]
    rows: tuple[Row, ...]
    absent: tuple[str, ...]  # ids that the table cites and nobody sent

    def item(self, item_id: str) -> Item | None:
        """The item with this id, or None when it was not sent."""
        return next((item for item in self.items if item.id == item_id), None)


PARTS = ("contents_list", "evidence", "cross_reference_table", "authentication", "exam")


def load(name: str) -> Plan:
    """Reads one plan. Raises TypeError or KeyError where a key is unknown or missing: the plan is ours."""
    data = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    about = tomllib.loads(ABOUT.read_text(encoding="utf-8"))
    items = tuple(_item(item, about[item["source"]]) for item in data.pop("item"))
    sources = {item.id: about[item.source] for item in items}
    rows = tuple(_row(row, sources) for row in data.pop("row"))
    return Plan(
        name=name,
        items=items,
        rows=rows,
        parts={part: data.get("parts", {}).get(part, True) for part in PARTS},
        setting={key: data[key] for key in ("applicant", "hospital", "people", "scanners")},
        absent=tuple(data.get("absent", ())),
        **{key: data[key] for key in ("shows", "expected", "application", "submitted", "front", "labels")},
    )


def _item(said: dict[str, Any], about: dict[str, Any]) -> Item:
    """An item with the usual words about its document where the plan says nothing."""
    return Item(**{**{key: value for key, value in about.items() if key != "judge"}, **said})


def _row(said: dict[str, Any], sources: dict[str, dict[str, Any]]) -> Row:
    """A row with the usual judgement of each cited item where the plan gives none."""
    cited = {reference.split("@")[0] for reference in said.get("refs", ())}
    usual = {item: sources[item].get("judge", {}).get(said["sub"], {}) for item in cited & sources.keys()}
    return Row(**{**said, "refs": tuple(said.get("refs", ())), "judge": {**usual, **said.get("judge", {})}})


def names() -> tuple[str, ...]:
    """Every plan, in the order of the portfolios' application ids."""
    found = [(load(path.stem).application, path.stem) for path in FOLDER.glob("*.toml")]
    return tuple(name for _, name in sorted(found, key=lambda pair: (len(pair[0]), pair[0])))
