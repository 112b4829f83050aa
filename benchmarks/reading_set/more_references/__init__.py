"""A second development set: plain tables, and wordings as varied as a hundred applicants' would be."""

from .build import build

__all__ = ["build"]
