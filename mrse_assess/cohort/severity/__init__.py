"""Severity of assessors: who tends to find wanting what others find satisfactory, and how much it matters.

Of the measures it is the one that is a model and takes its time; it is apart from the others so that it is asked for.
"""

from mrse_assess.cohort.severity.tables import of_severity
from mrse_assess.cohort.severity.wording import SeverityWording, severity_wording

__all__ = ["SeverityWording", "of_severity", "severity_wording"]
