"""The set-aside portfolios: measured, never developed on."""

from benchmarks.reading_set.set_aside.building import build

__all__ = ["build"]
