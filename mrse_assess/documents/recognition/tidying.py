"""What recognition always confuses, put right where nothing else can be meant; words are never guessed. Pure."""

import re
from typing import Final

_RULES: Final = (
    (re.compile(r"(?<=\d)[Oo](?=\d)"), "0"),  # 2O24
    (re.compile(r"(?<=\d)[lI|](?=\d)"), "1"),  # 20l4
    (re.compile(r"^[lI|](?=\.\d)"), "1"),  # l.2
    (re.compile(r"(?<=\d\.)[lI|](?=$|[.,;:)\]])"), "1"),  # 3.l
    (re.compile(r"^[lI|]+(?=\d+[.,;:)]?$)"), lambda found: "1" * len(found[0])),  # l2
    (re.compile(r"^l(?=(tems?|mages?|maging|nternal|nduction|nformation|nstall\w*|ncident\w*|nvestig\w*)\W*$)"), "I"),
)


def tidied(text: str) -> str:
    """The word with letters between digits made digits, and a small L before a word that begins with a capital I."""
    for pattern, better in _RULES:
        text = pattern.sub(better, text)
    return text
