"""Problems of files that are no PDF: how grave each is, what was found, what to do. Worded as in ``problems``."""

from collections.abc import Mapping
from types import MappingProxyType

from mrse_assess.terms import Severity

FORMAT_FAULTS: Mapping[str, tuple[Severity, str, str]] = MappingProxyType(
    {
        "office-missing": (
            Severity.ERROR,
            "{name} is {what}; LibreOffice, which opens such files, is not installed on this machine.",
            "Install LibreOffice and read the file again, or ask the applicant for a PDF.",
        ),
        "office-failed": (
            Severity.ERROR,
            "{name} is {what}; LibreOffice could not open it: it is damaged or protected by a password.",
            "Ask the applicant for a PDF of this file.",
        ),
        "office-timed-out": (
            Severity.ERROR,
            "{name} is {what}; LibreOffice took longer than its time limit over it and was ended.",
            "Ask the applicant for a PDF of this file.",
        ),
        "office-too-large": (
            Severity.ERROR,
            "{name} is {what}; LibreOffice made more of it than a file may be.",
            "Ask the applicant for a PDF of this file.",
        ),
        "words-only": (
            Severity.WARNING,
            "Only the words of {name} are shown: LibreOffice, which lays {what} out, is not installed on this machine.",
            "Install LibreOffice and read the file again, or ask the applicant for a PDF.",
        ),
        "attachments-too-deep": (
            Severity.ERROR,
            "{name} lies {depth} archives, e-mails and PDF files deep; what is attached to it was not taken in.",
            "Ask the applicant for its attachments as files of their own.",
        ),
        "document-protected": (
            Severity.ERROR,
            "{name} is protected by a password and was not read.",
            "Ask the applicant for an unprotected copy, or a PDF.",
        ),
        "deleted-in-table": (
            Severity.WARNING,
            "{count} cells of a table on page {page} of {name} hold tracked deletions, not read as its text.",
            "Look at these cells; ask the applicant which version was meant.",
        ),
        "rows-left-out": (
            Severity.WARNING,
            "The sheet on page {page} of {name} has {count} rows and columns more than are shown.",
            "Ask the applicant for the part that matters, as a PDF.",
        ),
        "sheet-hidden": (
            Severity.NOTE,
            "{name} holds {count} sheets that are hidden; they are shown here too and marked so.",
            "Ask the applicant if it matters.",
        ),
        "slide-hidden": (
            Severity.NOTE,
            "{name} holds {count} slides that are hidden; they are shown here too and marked so.",
            "Ask the applicant if it matters.",
        ),
        "values-as-saved": (
            Severity.NOTE,
            "{name} is a spreadsheet: its cells are shown with the values last saved, without their looks and charts.",
            "Ask the applicant for a PDF of this file if its looks matter.",
        ),
        "slides-as-text": (
            Severity.NOTE,
            "{name} is a presentation: each slide is shown as its words, tables, pictures and notes, not as it looked.",
            "Ask the applicant for a PDF of this file if its looks matter.",
        ),
    }
)
