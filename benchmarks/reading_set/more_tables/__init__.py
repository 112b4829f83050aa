"""A second development set: the same kind of portfolio with tables laid out in every way that came to mind."""

from .build import build

__all__ = ["build"]
