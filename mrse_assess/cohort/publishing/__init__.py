"""The tables of a report as they may leave the office: protected together, and with what was published before."""

from mrse_assess.cohort.publishing.publishing import NOTHING, Publication, publication, publishable
from mrse_assess.cohort.publishing.remembering import Before, Report, read_published, write_published

__all__ = [
    "NOTHING",
    "Before",
    "Publication",
    "Report",
    "publication",
    "publishable",
    "read_published",
    "write_published",
]
