"""Intake: documents as read -> a Portfolio. The cross reference table, the items, and where each reference leads."""

from mrse_assess.intake.inspection import inspection
from mrse_assess.intake.reader import read_portfolio

__all__ = ["inspection", "read_portfolio"]
