"""The cohort report: the tables of a cohort as a document to read and as files to go on with."""

from mrse_assess.cohort.report.chapters import Filled, arranged, printed
from mrse_assess.cohort.report.compose import Audience, Edition, GuidanceCohort, cohort_report
from mrse_assess.cohort.report.naming import stem
from mrse_assess.cohort.report.spreadsheets import csv_file, xlsx_file

__all__ = [
    "Audience",
    "Edition",
    "Filled",
    "GuidanceCohort",
    "arranged",
    "cohort_report",
    "csv_file",
    "printed",
    "stem",
    "xlsx_file",
]
