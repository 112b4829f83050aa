"""A fault in an applicant's material: a value with a place and advice, which never stops the rest."""

from dataclasses import dataclass

from mrse_assess.model.places import Locator
from mrse_assess.terms import Severity


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What was found, what to do, and where.

    ``code`` is stable (lower case, hyphens: ``reference-unresolved``) and never shown on screen. ``found`` and
    ``advice`` are sentences for a person; they may name files and labels, so they are escaped before display.
    """

    code: str
    severity: Severity
    found: str
    advice: str
    locator: Locator | None = None
