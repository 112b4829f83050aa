"""Every fault of an applicant's files that this room reports: its code, how grave it is, what was found, what to do.

``{name}`` is the file's name made visible; the other slots are numbers and words of ours. Text of a document is never
put into a message.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from mrse_assess.documents.format_faults import FORMAT_FAULTS
from mrse_assess.documents.names import visible
from mrse_assess.model.places import Box, Locator
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Severity


class _Fault(NamedTuple):
    severity: Severity
    found: str
    advice: str


_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

_TAKING_IN = {
    "archive-damaged": _Fault(
        _ERROR, "{name} is a damaged archive; nothing in it could be taken in.", "Ask the applicant to send it again."
    ),
    "archive-entry-damaged": _Fault(
        _ERROR,
        "{name} is damaged inside its archive and was not taken in.",
        "Ask the applicant to send this file again.",
    ),
    "archive-entry-encrypted": _Fault(
        _ERROR,
        "{name} is encrypted inside its archive and was not taken in.",
        "Take the portfolio in again with its password, or ask for an unencrypted copy.",
    ),
    "archive-entry-overlaps": _Fault(
        _ERROR,
        "{name} shares its bytes with another entry, as in archives made to do harm; it was not taken in.",
        "Ask the applicant how the archive was made and for the file by itself.",
    ),
    "archive-entry-ratio": _Fault(
        _ERROR,
        "{name} unpacks to more than {ratio} times its packed size; it was not taken in.",
        "Ask the applicant for the file by itself, outside an archive.",
    ),
    "archive-name-outside": _Fault(
        _WARNING,
        "The archive names {name} by a place outside the portfolio; it was kept under its bare name.",
        "Check where in the portfolio the file belongs.",
    ),
    "archive-name-repeated": _Fault(
        _WARNING,
        "Two files are named {other}; this one is shown as {name}.",
        "Check which of the two a reference means.",
    ),
    "archive-too-deep": _Fault(
        _ERROR,
        "{name} lies more than {depth} archives deep; it was kept but not opened.",
        "Ask the applicant for its files outside an archive.",
    ),
    "file-empty": _Fault(_ERROR, "{name} is empty: it holds no bytes.", "Ask the applicant to send it again."),
    "file-name-shortened": _Fault(
        _NOTE, "The name of {name} is too long and is shown without its middle.", "Nothing needs to be done."
    ),
    "file-not-taken-in": _Fault(
        _ERROR, "{name} could not be taken in: {why}.", "Ask the applicant for another copy of the file."
    ),
    "attachments-not-taken-in": _Fault(
        _WARNING,
        "Files may be attached to {name}; they could not be taken in: {why}.",
        "Ask the applicant to send attached files as files of their own.",
    ),
    "file-repeated": _Fault(
        _NOTE,
        "{name} has exactly the same content as {other}.",
        "Judge it once; check which of the two a reference means.",
    ),
    "file-too-large": _Fault(
        _ERROR, "{name} is larger than {limit} MB; it was not taken in.", "Ask the applicant for a smaller copy."
    ),
    "files-ignored": _Fault(
        _NOTE,
        "{count} files that an operating system or word processor left behind were passed over.",
        "Nothing needs to be done.",
    ),
    "link-not-followed": _Fault(
        _WARNING, "{name} is a link to another place, which was not followed.", "Ask the applicant for the file itself."
    ),
    "portfolio-too-large": _Fault(
        _ERROR,
        "The files add up to more than {limit} MB; {name} was not taken in.",
        "Ask the applicant for a smaller portfolio, or take it in by parts.",
    ),
    "special-file": _Fault(
        _WARNING, "{name} is not an ordinary file; it was not opened.", "Ask the applicant for the file itself."
    ),
    "too-many-files": _Fault(
        _ERROR,
        "The portfolio holds more than {limit} files; {name} and whatever follows it were not taken in.",
        "Ask the applicant for fewer files, or take it in by parts.",
    ),
}

_READING = {
    "document-damaged": _Fault(
        _ERROR, "{name} is damaged and could not be opened.", "Ask the applicant to send it again, saved anew as PDF."
    ),
    "document-empty": _Fault(_ERROR, "{name} opens but holds no pages.", "Ask the applicant to send it again."),
    "document-encrypted": _Fault(
        _ERROR,
        "{name} is protected by a password and was not read.",
        "Enter the password, or ask the applicant for an unprotected copy.",
    ),
    "document-password-wrong": _Fault(
        _ERROR,
        "The password given does not open {name}.",
        "Enter the password again, or ask the applicant for an unprotected copy.",
    ),
    "document-memory": _Fault(
        _ERROR,
        "{name} needs more memory than a document may use and was not read.",
        "Ask the applicant for a smaller or simpler copy, saved anew as PDF.",
    ),
    "document-timed-out": _Fault(
        _ERROR,
        "Reading {name} took longer than its time limit and was ended.",
        "Ask the applicant for a copy saved anew as PDF.",
    ),
    "document-reader-ended": _Fault(
        _ERROR, "The reader ended while it was reading {name}.", "Ask the applicant for a copy saved anew as PDF."
    ),
    "document-reader-failed": _Fault(
        _ERROR,
        "The reader met a fault of its own in {name}, which was not read.",
        "Ask the applicant for a copy saved anew as PDF, and tell the maintainers of this program.",
    ),
    "document-missing": _Fault(
        _ERROR,
        "The stored copy of {name} is missing from the workspace.",
        "Restore the workspace from a backup, or take the portfolio in again.",
    ),
    "document-unsupported": _Fault(_ERROR, "{name} is {what}; it was kept but not opened.", "{how}"),
    "document-too-many-pages": _Fault(
        _WARNING, "{name} has {count} pages; only the first {limit} were read.", "Ask the applicant to divide the file."
    ),
    "document-repaired": _Fault(
        _NOTE,
        "{name} was damaged and was repaired on opening; something may be missing.",
        "Compare it with the applicant's own copy if something seems to be missing.",
    ),
    "document-active": _Fault(
        _NOTE, "{name} holds {what}; none of it was run or followed.", "Read it here rather than in another program."
    ),
    "document-attachments": _Fault(
        _NOTE,
        "{name} carries {count} attached files.",
        "They stand in the list of files under its name, and are judged as files of their own.",
    ),
    "document-cut": _Fault(
        _WARNING,
        "{name} is very long; it is shown up to its first {limit}.",
        "Ask the applicant for the part that matters.",
    ),
    "page-failed": _Fault(
        _ERROR, "Page {page} of {name} could not be read: {why}.", "Look at the page in the applicant's own copy."
    ),
    "pages-not-read": _Fault(
        _ERROR,
        "{name} was given up on {pages}, because {count} pages before ended at a limit.",
        "Ask the applicant for a copy saved anew as PDF.",
    ),
    "page-partly-read": _Fault(
        _WARNING,
        "Page {page} of {name} was read in part: its lines, headings and pictures were left out.",
        "Look at the page itself before relying on what was found in it.",
    ),
    "page-crowded": _Fault(
        _WARNING,
        "Page {page} of {name} holds more {what} than are kept ({limit}).",
        "Look at the page itself before relying on what was found in it.",
    ),
    "pages-without-text": _Fault(
        _WARNING,
        "{name} holds pictures of text on {pages}: their words were not read.",
        "Read these pages by eye; nothing was searched or checked in them.",
    ),
    "pages-picture-text": _Fault(
        _WARNING,
        "A picture on {pages} of {name} holds text: its words were not read.",
        "Read the picture by eye; nothing was searched or checked in it.",
    ),
    "pages-pictures-unread": _Fault(
        _WARNING,
        "Pictures on {pages} of {name} may hold words: nothing was read in them.",
        "Look at the pictures by eye; nothing was searched or checked in them.",
    ),
    "pages-recognised-here": _Fault(
        _NOTE,
        "The words on {pages} of {name} were recognised here from pictures; some may be wrong.",
        "Trust the picture rather than the words.",
    ),
    "pages-recognised-in-part": _Fault(
        _WARNING,
        "Some lines on {pages} of {name} could not be recognised with certainty and were left out.",
        "Read these pages by eye; what search and checks find on them may not be all.",
    ),
    "pages-recognised-poorly": _Fault(
        _WARNING,
        "The writing on {pages} of {name} is too faint or unclear to be recognised: its words were not read.",
        "Read these pages by eye; nothing was searched or checked in them.",
    ),
    "pages-layer-doubtful": _Fault(
        _WARNING,
        "{name} came with words on {pages} that its pictures do not show; they were left out, and no others were read.",
        "Read these pages by eye; nothing was searched or checked in them.",
    ),
    "pages-not-recognised": _Fault(
        _WARNING,
        "Text recognition was given up on {pages} of {name}, because {count} pages before ended at a limit.",
        "Read these pages by eye; nothing was searched or checked in them.",
    ),
    "page-recognition-failed": _Fault(
        _WARNING,
        "Text recognition of page {page} of {name} was ended: {why}. Its words were not read.",
        "Read this page by eye; nothing was searched or checked in it.",
    ),
    "pages-recognised": _Fault(
        _NOTE,
        "The words on {pages} of {name} come from text recognition before it was sent; some are usually wrong.",
        "Trust the picture rather than the words.",
    ),
}

_CONVERTING = {
    "layout-differs": _Fault(
        _NOTE,
        "{name} has no pages of its own: it was laid out here, so layout and page numbers may differ.",
        "Follow headings and labels rather than page numbers.",
    ),
    "layout-page-count": _Fault(
        _NOTE,
        "When last saved, {name} had {count} pages; laid out here it has {here}.",
        "Take page numbers in references to this file as approximate.",
    ),
    "layout-cut": _Fault(
        _ERROR,
        "{name} could not be laid out in full; {count} pages of it are shown.",
        "Ask the applicant for a PDF of this file.",
    ),
    "not-drawn": _Fault(
        _WARNING,
        "{what} on page {page} of {name} is not drawn here.",
        "Ask the applicant for a PDF of this file if it matters.",
    ),
    "equation-as-text": _Fault(
        _NOTE,
        "An equation on page {page} of {name} is shown as plain text.",
        "Ask the applicant for a PDF of this file if it matters.",
    ),
    "picture-cropped": _Fault(
        _NOTE,
        "A picture on page {page} of {name} is cropped; the file still holds the part cut away.",
        "If it could show a person, tell the scheme's office.",
    ),
    "picture-location": _Fault(
        _NOTE,
        "{name} carries the place where the picture was taken; it is not shown here.",
        "The stored original still holds it; tell the scheme's office if it identifies a person or a site.",
    ),
    "text-hidden": _Fault(
        _NOTE, "{name} holds text formatted as hidden, which is not shown.", "Ask the applicant if it matters."
    ),
    "tracked-deletions": _Fault(
        _NOTE,
        "{name} holds tracked deletions, shown struck through; the text of its tables was read without them.",
        "Ask the applicant which version was meant if it matters.",
    ),
    "linked-content": _Fault(
        _NOTE,
        "{name} refers to content outside the file; it was not fetched.",
        "Ask the applicant to embed it if it matters.",
    ),
    "mail-part-unreadable": _Fault(
        _WARNING,
        "A part of the e-mail {name} could not be decoded and is left out or shown in part.",
        "Ask the applicant for a PDF of the e-mail.",
    ),
    "table-not-placed": _Fault(
        _NOTE,
        "Rows of a table in {name} could not be found again on its pages.",
        "The table's text was read from the file itself.",
    ),
}

_FORMATS = {code: _Fault(*told) for code, told in FORMAT_FAULTS.items()}

_FAULTS: Mapping[str, _Fault] = MappingProxyType(_TAKING_IN | _READING | _CONVERTING | _FORMATS)


def problem(code: str, file: str | None, *, page: int = 1, box: Box | None = None, **slots: object) -> Problem:
    """The Problem of this code in ``file`` (None: the portfolio as a whole), its message filled in."""
    fault = _FAULTS[code]
    values = {"name": visible(file or "the portfolio"), "page": page, **slots}
    return Problem(
        code=code,
        severity=fault.severity,
        found=fault.found.format_map(values),
        advice=fault.advice.format_map(values),
        locator=Locator(file=file, page=page, box=box) if file is not None else None,
    )


def is_known(code: object) -> bool:
    """Whether this room words a Problem of this code."""
    return isinstance(code, str) and code in _FAULTS
