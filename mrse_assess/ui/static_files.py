"""The page's own JavaScript and CSS: plain files in ``static/``, read once, joined without a build.

To travel less, both are sent without indentation and without lines that are a comment alone.
"""

from importlib import resources

_PARTS = {  # what stands in files of its own to keep the pane's short
    "correction.js": ("correction_row.js", "correction_items.js", "correction_files.js"),
    "form.js": ("keeping.js", "asked.js", "reasons.js", "facts.js", "notes.js", "parking.js"),
    "header.js": ("acts.js", "keys.js", "dividers.js", "attempt.js"),
    "settings.js": ("acts.js",),
    "findings.js": ("guidance.js",),
    "viewer.js": (
        "remember.js",
        "pages.js",
        "sheet.js",
        "book.js",
        "thumbs.js",
        "dropdown.js",
        "files.js",
        "marks.js",
        "pinning.js",
        "search.js",
        "compare.js",
        "toolbar.js",
    ),
    "letter_page.js": ("letter_sheet.js", "letter_side.js", "letter_sentence.js", "meeting_page.js"),
    "cohort.js": ("cohort_filters.js", "cohort_questions.js", "cohort_table.js", "cohort_behind.js"),
    "meeting.js": ("meeting_agenda.js", "meeting_sides.js", "meeting_page.js"),
    "standing.js": ("readings.js",),
    "start.js": ("start_sheet.js", "start_table.js", "start_register.js"),
    "worklist.js": ("points.js", "stood.js"),
}
_STYLES = (
    "tokens.css",
    "room.css",
    "panes.css",
    "viewer.css",
    "judging.css",
    "course.css",
    "correction.css",
    "list.css",
    "register.css",
    "meeting.css",
)
LETTER_STYLE = "letter.css"  # of a page that is opened seldom: it comes with that page alone
COHORT_STYLE = "cohort.css"  # likewise
_FOLDER = resources.files("mrse_assess.ui") / "static"


def module(name: str) -> str:
    """The ES module of one pane: the code that panes share, its parts, then the pane's own file."""
    return "\n".join(_read(file) for file in ("shared.js", *_PARTS.get(name, ()), name))


def stylesheet(*more: str) -> str:
    """The style of the whole page: tokens first, then the parts, and those that one page alone has."""
    return "\n".join(_read(file) for file in (*_STYLES, *more))


def _read(name: str) -> str:
    lines = (line.strip() for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not _is_comment(line))


def _is_comment(line: str) -> bool:
    return line.startswith("//") or (line.startswith("/*") and line.endswith("*/"))
