"""The life of a letter after an outcome is chosen: draft, edits, sign-off, issue, and what becomes of it."""

from mrse_assess.workbench.letter_life.desk import LetterDesk
from mrse_assess.workbench.letter_life.drafting import draft_of

__all__ = ["LetterDesk", "draft_of"]
