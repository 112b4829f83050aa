"""From the text of a work to its blocks and marks.

A line may begin with ``= `` (title), ``# ``, ``| ``, ``- ``, ``~ `` (small), ``^ `` (close lines), ``> `` (quoted),
``! how label :: words`` (covered), ``* corner / corner :: caption`` (a picture of the console), ``** kind words + words
:: caption`` (a picture of this kind with its lines), ``+ `` (there only where the patient is named) or ``% `` (only
where not), be ``---`` or ``===`` (next page), and end in `` @@ `` and what is true of it.
"""

import re
from typing import Any

from ..apart import pictures  # noqa: TID252 - the set is imported by two names
from ..strangers.markup import body_of  # noqa: TID252 - as above
from ..strangers.model import Block, Mark  # noqa: TID252 - as above
from .desk import Desk
from .pictures import DRAWN


def mark(key: str, needle: str, **data: Any) -> Mark:
    """Something to be noticed where the needle stands."""
    return Mark(key=key, data=data, needle=needle)


def blocks_of(desk: Desk, text: str) -> list[Block]:
    """The blocks of a text."""
    made: list[Block] = []
    for raw in text.strip().split("\n"):
        line = raw
        if line.startswith(("+ ", "% ")):
            if (line[0] == "+") != desk.leak:
                continue
            line = line[2:]
        said, *notes = line.split(" @@ ")
        block = _block(desk, desk.say(said))
        block.marks += [_noted(block, note) for note in notes]
        block.marks += _personal(desk, block)
        if block.kind == "table" and made and made[-1].kind == "table":
            made[-1].rows += block.rows
            made[-1].marks += block.marks
        else:
            made.append(block)
    return made


def _block(desk: Desk, said: str) -> Block:
    kinds = {"= ": "title", "~ ": "small", "^ ": "line", "> ": "quote"}
    if said in {"---", "==="}:
        return Block(kind="rule" if said == "---" else "break")
    if said[:2] in kinds:
        return Block(kind=kinds[said[:2]], text=said[2:])
    if said.startswith("! "):
        how, _, rest = said[2:].partition(" ")
        label, _, gone = rest.partition(" :: ")
        return Block(kind="cover", text=f"{label} ", hidden=gone, how=how)
    if said.startswith("** "):
        return _picture(desk, said[3:])
    if said.startswith("* "):
        corners, _, caption = said[2:].partition(" :: ")
        first, second, third = (part.strip().replace(" + ", "\n") for part in corners.split(" / "))
        stream = pictures.head(desk.rng, (first, second, third))
        return Block(kind="picture", text=caption, how="290", stream=stream)
    return body_of(said)[0]


def _picture(desk: Desk, said: str) -> Block:
    words, _, caption = said.partition(" :: ")
    kind, _, lines = words.partition(" ")
    stream = DRAWN[kind](desk.rng, lines.split(" + "))
    return Block(kind="picture", text=caption, how="300", stream=stream)


def needle_of(block: Block) -> str:
    """Words of the block that tell where it stands."""
    return max(block.rows[0], key=len) if block.rows else block.text + block.hidden


def _noted(block: Block, note: str) -> Mark:
    kind, *rest = note.split()
    needle = needle_of(block)
    if kind == "mhra":
        edition, section, grade = (None if one == "-" else one for one in rest)
        return mark("mhra", needle, edition=edition, section=section, grade=grade)
    if kind == "scope":
        return mark("scope", needle, kind=rest[0])
    if kind == "passage":
        return mark("passage", needle, code=rest[0])
    if kind == "phi":
        return mark("phi", needle, kind=rest[0])
    if kind == "not":
        return mark("not_phi", needle, why=rest[0])
    return mark(kind, needle)  # bad, good, unsure


def kinds_in(desk: Desk, text: str) -> list[str]:
    """The kinds of personal data of the desk's patient that stand in a text."""
    p = desk.patient
    wanted = {
        "patient_name": any(_named(p[key], text) for key in ("last_name", "last2")),
        "chi_number" if p["natlabel"] == "CHI" else "nhs_number": p["nat"] in text,
        "hospital_number": p["hosp"] in text,
        "dob": p["dob"] in text,
    }
    return [kind for kind, there in wanted.items() if there]


def _named(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) is not None


def _personal(desk: Desk, block: Block) -> list[Mark]:
    """Where the values of the patient stand; words of pictures are marked by their notes."""
    if block.how == "removed":
        return []
    texts = [cell for row in block.rows for cell in row] or [block.text + block.hidden]
    return [mark("phi", text, kind=kind) for text in texts for kind in kinds_in(desk, text)]
