"""What the items of evidence say: papers of plain blocks, filled from the words of this set."""

import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from .people import MONTHS, People, in_words

WORDS = Path(__file__).parent / "words"
FONTS = ("Office Sans", "Office Serif", "Libertinus Serif", "DejaVu Sans", "STIXGeneral", "Office Sans")
Block = dict[str, Any]


@cache
def kinds() -> dict[str, dict[str, Any]]:
    """Kinds of evidence by name."""
    return tomllib.loads((WORDS / "evidence.toml").read_text(encoding="utf-8"))


@cache
def fillers() -> dict[str, Any]:
    """Passages that any paper may hold."""
    return tomllib.loads((WORDS / "fillers.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One item's own document, before anything of the portfolio is put on it."""

    kind: str
    title: str
    written: date
    look: dict[str, Any]
    blocks: tuple[Block, ...]


class Author:
    """Writes papers for one cast."""

    def __init__(self, cast: People, dice: random.Random) -> None:
        self.cast = cast
        self.dice = dice
        self.used: set[str] = set()

    def title(self, kind: str) -> str:
        """A title of this kind that the portfolio does not have yet."""
        choices = [self._fill(title, self.cast.submitted) for title in kinds()[kind]["titles"]]
        self.dice.shuffle(choices)
        place = self.cast.hospital.split()[0]
        for title in (
            *choices,
            *(f"{title}, {place} site" for title in choices),
            *(f"{title} (2)" for title in choices),
        ):
            if title not in self.used:
                self.used.add(title)
                return title
        raise LookupError(kind)

    def paper(self, kind: str, extra: int) -> Paper:
        """A paper of a kind; ``extra`` passages are added to its own."""
        spec = kinds()[kind]
        written = self.cast.submitted - timedelta(days=self.dice.randrange(60, 1500))
        title = self.title(kind)
        look = self._look(spec["look"], title)
        body = self._body(spec, written, extra)
        return Paper(
            kind=kind,
            title=title,
            written=written,
            look=look,
            blocks=(*self._head(spec["look"], title, written), *body),
        )

    def _look(self, look: str, title: str) -> dict[str, Any]:
        dice = self.dice
        footers = (
            None,
            "Page {page}",
            "- {page} -",
            f"{title[:40]}    page {{page}}",
            "{page}",
            "Printed copies are uncontrolled",
        )
        headers = (
            None,
            None,
            self.cast.hospital,
            f"Document MR-{dice.randint(10, 99)} version {dice.randint(1, 4)}.{dice.randint(0, 3)}",
        )
        return {
            "font": dice.choice(FONTS),
            "size": dice.choice((9.5, 10, 10.5, 11, 11.5)),
            "mx": dice.choice((1.9, 2.2, 2.6)),
            "justify": dice.random() < 0.3,
            "header": None if look in {"mail", "slides"} else dice.choice(headers),
            "footer": dice.choice(footers),
            "footright": dice.random() < 0.5,
        }

    def _head(self, look: str, title: str, written: date) -> list[Block]:
        cast, dice = self.cast, self.dice
        ref = f"MRP-{dice.randint(100, 999)}"
        if look == "mail":
            return [{"t": "h", "x": cast.name, "size": 12}, {"t": "line"}]
        if look == "controlled":
            rows = [
                ["Reference", ref],
                ["Version", f"{dice.randint(1, 5)}.{dice.randint(0, 3)}"],
                ["Author", f"{cast.name}, {cast.post}"],
                ["Issue date", in_words(written)],
            ]
            cells = [[{"x": key, "b": True}, {"x": value}] for key, value in rows]
            return [
                {"t": "h", "x": title, "size": 16},
                {"t": "grid", "style": "ruled", "widths": [4.0, "1"], "heads": [], "rows": cells},
            ]
        if look == "letter":
            return [
                {"t": "p", "x": f"{cast.hospital}\nMedical Physics"},
                {"t": "p", "x": in_words(written)},
                {"t": "p", "x": f"Dear {cast.colleague.split()[0]},"},
                {"t": "h", "x": title, "size": 11.5},
            ]
        if look == "minutes":
            return [
                {"t": "centre", "x": title, "size": 14},
                {
                    "t": "kv",
                    "xs": [
                        ["Date", in_words(written)],
                        ["Present", f"{cast.boss} (chair), {cast.name}, {cast.colleague}"],
                        ["Apologies", "none"],
                    ],
                },
            ]
        return [
            {"t": "h", "x": title, "size": 15},
            {"t": "kv", "xs": [["By", f"{cast.name}, {cast.post}"], ["Date", in_words(written)], ["Reference", ref]]},
            {"t": "line"},
        ]

    def _body(self, spec: dict[str, Any], written: date, extra: int) -> list[Block]:
        look = spec["look"]
        if look == "mail":
            blocks = self._mails(spec["mails"], written)
        elif look == "minutes":
            blocks = [
                _grid(
                    ["No.", "Discussion", "Action"],
                    [[self._fill(cell, written) for cell in row] for row in spec["rows"]],
                    [1.2, "1", 2.4],
                )
            ]
        elif look == "slides":
            blocks = [
                {
                    "t": "slide",
                    "head": head,
                    "xs": [self._fill(x, written) for x in xs],
                    "foot": f"{self.cast.name}    {number}",
                }
                for number, (head, *xs) in enumerate(spec["sections"], 1)
            ]
        else:
            blocks = self._sections(spec, written)
        return blocks + (self._more(extra, written) if look != "slides" else [])

    def _sections(self, spec: dict[str, Any], written: date) -> list[Block]:
        numbered = self.dice.random() < 0.6
        blocks: list[Block] = []
        table = spec.get("table")
        for number, (head, *texts) in enumerate(spec["sections"], 1):
            blocks.append({"t": "h", "x": f"{number}. {head}" if numbered else head, "size": 12})
            blocks.extend({"t": "p", "x": self._fill(text, written)} for text in texts)
            if table and number == min(2, len(spec["sections"])):
                blocks.append(self._table(table, written, console=spec["look"] == "console"))
        if spec.get("audit"):
            blocks.append(self._table(fillers()["tables"][0], written))
        return blocks

    def _table(self, table: dict[str, Any], written: date, *, console: bool = False) -> Block:
        rows = [[self._fill(cell, written) for cell in row] for row in table["rows"]]
        if console:
            return {"t": "console", "head": self.cast.scanner, "head-row": table["head"], "rows": rows}
        return _grid(
            [self._fill(cell, written) for cell in table["head"]],
            rows,
            None,
            style=self.dice.choice(("ruled", "rules", "zebra", "boxed")),
        )

    def _mails(self, mails: list[list[str]], written: date) -> list[Block]:
        blocks = []
        for number, (sender, to, subject, text) in enumerate(mails):
            sent = written + timedelta(days=number)
            blocks.append(
                {
                    "t": "mail",
                    "from": self._fill(sender, written),
                    "to": self._fill(to, written),
                    "subject": subject,
                    "sent": f"{in_words(sent)} {9 + number}:{self.dice.randint(10, 59)}",
                    "body": [self._fill(text, written)],
                }
            )
        return blocks

    def _more(self, extra: int, written: date) -> list[Block]:
        words, blocks = fillers(), []
        for number in range(extra):
            if number % 2 == 0:
                name = self.dice.choice(words["headings"])
                head = (
                    f"Appendix {'ABCDEFG'[number // 4 % 7]}: {name}"
                    if number % 4 == 0 and number and self.dice.random() < 0.4
                    else name
                )
                blocks.append({"t": "h", "x": head, "size": 11.5})
            blocks.extend(
                {"t": "p", "x": self._fill(text, written)} for text in self.dice.sample(words["paragraphs"], 4)
            )
            if self.dice.random() < 0.3:
                blocks.append(self._table(self.dice.choice(words["tables"]), written))
        return blocks

    def _fill(self, text: str, written: date) -> str:
        cast = self.cast
        initials = "".join(part[0] for part in cast.name.split() if part not in {"Dr", "Mr", "Ms"})
        values = {
            "hospital": cast.hospital, "committee": cast.committee, "me": cast.name, "boss": cast.boss,
            "colleague": cast.colleague, "radiologist": cast.radiologist, "outside": cast.outside,
            "scanner": cast.scanner, "device": cast.device, "initials": initials, "year": str(written.year),
            "oldyear": str(written.year - 9), "month": f"{MONTHS[written.month - 1]} {written.year}",
            "number": "4127", "field": "20", "b1": "3.1", "gradient": "20",
        }  # fmt: skip
        for key, value in values.items():
            text = text.replace("{" + key + "}", value)
        return text


def _grid(head: list[str], rows: list[list[str]], widths: list[Any] | None, *, style: str = "ruled") -> Block:
    return {
        "t": "grid",
        "style": style,
        "widths": widths or ["auto", *["1"] * (len(head) - 1)],
        "heads": [[{"x": cell, "b": True} for cell in head]],
        "rows": [[{"x": cell} for cell in row] for row in rows],
    }
