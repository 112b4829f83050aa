"""Portfolios for screening by a hand that knew nothing of how screening works. What was decided: ``README.md``."""

from .build import build

__all__ = ["build"]
