"""Words that programs set under the icon of an embedded file, and on the box of a redaction. Pure."""

import re

_FILE = re.compile(
    r"[\w][^\\/:*?\"<>|]{0,80}\.(?:docx?|docm|dotx|xlsx?|xlsm|xlsb|csv|pptx?|pptm|pdf|msg|eml|zip|txt|rtf|vsdx?|one|mp4)",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?:Microsoft|Adobe|Acrobat|MS)"
    r"(?: (?:Office|Word|Excel|PowerPoint|Outlook|Acrobat|Visio|OneNote|97 - 2003|Macro-Enabled)){0,4}"
    r" (?:Document|Worksheet|Presentation|Slide|Drawing|Item|Message|Workbook)(?: \d{1,3})?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\W*(?:redact(?:ed|ion)|withheld|removed|deleted|anonymi[sz]ed|privileged?|exempt(?:ion)?)\W*", re.IGNORECASE
)
_LONGEST = 90


def is_caption(text: str) -> bool:
    """Whether the line is a file's name, or a program's word for a document of its kind."""
    said = text.strip()
    return 0 < len(said) <= _LONGEST and bool(_FILE.fullmatch(said) or _KIND.fullmatch(said))


def is_label(word: str) -> bool:
    """Whether a word only says that something was taken out, as programs print it on the box of a sound redaction."""
    return len(word) <= _LONGEST and bool(_LABEL.fullmatch(word))
