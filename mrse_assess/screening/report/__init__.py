"""The scheme office's screening report: one page before allocation, and the timeline of the items' dates.

It says what was looked at, what was found and where to look, and never what evidence is worth. It holds kinds and
pages of personal data, never the data. What is alike between applications stands here and in nothing an assessor sees.
"""

from mrse_assess.screening.report.compose import screening_report

__all__ = ["screening_report"]
