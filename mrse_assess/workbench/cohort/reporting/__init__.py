"""The cohort report of a workspace: measured, drawn, protected, written into a folder."""

from mrse_assess.workbench.cohort.reporting.making import Asked, Report, make_report
from mrse_assess.workbench.cohort.reporting.writing import as_json, write_report

__all__ = ["Asked", "Report", "as_json", "make_report", "write_report"]
