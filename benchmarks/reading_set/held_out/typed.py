"""Tables made with the keyboard: spaces, dots, dashes and bars in a typewriter face."""

import textwrap
from typing import Final

from .tables import Band, bands_of
from .wording import Wording

_WIDTH: Final = 88
_CODE: Final = 24


def lines_of(wording: Wording) -> list[str]:
    """The lines of the table, as they are typed."""
    bands = bands_of(wording)
    made: list[str] = []
    for at, line in enumerate((_spaced, _dotted, _titled, _piped)):
        if at == wording.plan.seed % 4:
            made = [_head(at), *(said for band in bands for said in line(wording, band))]
    return made


def _head(manner: int) -> str:
    return (
        f"{'Sub-category':<{_CODE}}Evidence",
        "Sub-category and evidence",
        f"{'Ref':<{_CODE}}{'Experience':<30}Evidence",
        f"| {'Sub-category':<{_CODE}} | Evidence",
    )[manner]


def _said(wording: Wording, band: Band) -> str:
    refs = band.rows[0]
    return wording.cell(refs).replace("\n", "; ") if refs else wording.nothing()


def _spaced(wording: Wording, band: Band) -> list[str]:
    parts = textwrap.wrap(_said(wording, band), _WIDTH - _CODE) or [""]
    first = f"{wording.code(band.sub):<{_CODE}}{parts[0]}"
    return [first, *(f"{'':<{_CODE}}{part}" for part in parts[1:])]


def _dotted(wording: Wording, band: Band) -> list[str]:
    name = f"{wording.code(band.sub)} {wording.title(band.sub)} "
    parts = textwrap.wrap(_said(wording, band), _WIDTH - len(name) - 6) or [""]
    dots = "." * 4
    return [f"{name}{dots} {parts[0]}", *(f"{'':<{len(name) + 5}}{part}" for part in parts[1:])]


def _titled(wording: Wording, band: Band) -> list[str]:
    names = textwrap.wrap(wording.title(band.sub), 27)
    parts = textwrap.wrap(_said(wording, band), _WIDTH - _CODE - 30) or [""]
    lines = []
    for at in range(max(len(names), len(parts))):
        code = wording.code(band.sub) if at == 0 else ""
        name = names[at] if at < len(names) else ""
        lines.append(f"{code:<{_CODE}}{name:<30}{parts[at] if at < len(parts) else ''}")
    return [*lines, ""]


def _piped(wording: Wording, band: Band) -> list[str]:
    parts = textwrap.wrap(_said(wording, band), _WIDTH - _CODE - 6) or [""]
    first = f"| {wording.code(band.sub):<{_CODE}} | {parts[0]}"
    rule = "|" + "-" * (_CODE + 2) + "+" + "-" * (_WIDTH - _CODE - 6)
    return [rule, first, *(f"| {'':<{_CODE}} | {part}" for part in parts[1:])]
