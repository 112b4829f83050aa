"""Words with parts in italics, as Typst and as runs of a DOCX."""

import re
from typing import Any

from ..more_references import typst_words  # noqa: TID252 - the set is imported by two names

BEGIN, END = "\ue000", "\ue001"
"""Around words in italics, in plans and wordings."""


def quoted(text: str) -> str:
    """Text exactly as it is, but for italics."""
    return typst_words.quoted(text).replace(BEGIN, '"#emph[#"').replace(END, '"]#"')


def fill(paragraph: Any, text: str) -> None:
    """Write the text into a paragraph of a DOCX."""
    for at, words in enumerate(re.split(f"[{BEGIN}{END}]", text)):
        if words:
            paragraph.add_run(words).italic = bool(at % 2)
