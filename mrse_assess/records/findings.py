"""What verifying finds."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that is wrong with the records. ``code`` is stable; ``sequence`` names the record, where it is one."""

    code: str
    found: str
    advice: str
    sequence: int | None = None


def damaged(code: str, found: str, sequence: int | None = None) -> Finding:
    """A finding after which nothing but a backup helps."""
    advice = "Keep a copy of the file as it is, and restore the last backup that is whole."
    return Finding(code=code, found=found, advice=advice, sequence=sequence)
