"""Texts of an applicant's file cut to what is kept of them. Pure."""

from collections.abc import Mapping

from mrse_assess.documents.facts.codec import LONGEST
from mrse_assess.documents.facts.values import PROPERTIES


def short(text: object) -> str:
    """One line of at most as many characters as are kept; characters that cannot be written are left out."""
    plain = str(text or "")[: LONGEST * 4].encode("utf-8", "ignore").decode("utf-8").replace("\0", "")
    return " ".join(plain.split())[:LONGEST]


def properties(found: Mapping[str, object]) -> dict[str, str]:
    """Those of the names that facts use which say something."""
    return {name: said for name in PROPERTIES if (said := short(found.get(name)))}
