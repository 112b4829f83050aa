"""A set for screening, written by a hand that knew nothing of how screening works. Its conventions: ``README.md``."""

from .build import build

__all__ = ["build"]
