"""Words and phrases of reference cells beyond the labels: notes, pointers at other rows, folders, places on a page."""

import re
from typing import Final

from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.words import GLUED_ITEM_WORDS, ITEM_WORDS, PAGE_WORDS, PAGES_WORDS, SECTION_WORDS

NOT_REAL: Final = ("not", "a", "real")
NO_REAL: Final = ("no", "real")
"""The denials that say what the others deny."""

NOTE_WORDS: Final = frozenset(
    {
        "simulated",
        "simulation",
        "simulations",
        "simulate",
        "sim",
        "sims",
        "hypothetical",
        "hypothetically",
        "tabletop",
        "fictitious",
        "fictional",
        *("simualted", "simluated", "simulted", "similated", "simulatd", "hypothetcal", "hypotetical"),
    }
)
_UNREAL: Final = (
    *(("mock",), ("invented",), ("made", "up"), ("imagined",), ("imaginary",), ("constructed",), ("theoretical",)),
    *(("notional",), ("artificial",), ("dummy",)),
)
_WORK: Final = (
    *("case", "exercise", "incident", "scenario", "patient", "example", "request", "enquiry", "query", "referral"),
    *("event", "project", "cases", "scenarios", "patients"),
)
NOTE_PHRASES: Final = (
    ("desk", "exercise"),
    ("desk", "top", "exercise"),
    ("desktop", "exercise"),
    ("table", "top", "exercise"),
    ("tabletop", "exercise"),
    ("paper", "exercise"),
    *((*words, what) for words in _UNREAL for what in _WORK),
    *((what, "made", "up") for what in _WORK),
    *((*NOT_REAL, what) for what in ("case", "incident", "patient")),
    *((*NO_REAL, what) for what in ("case", "incident", "patient")),
    *(
        ("mock", what)
        for what in ("audit", "drill", "emergency", "evacuation", "quench", "assessment", "investigation")
    ),
    *(("practice", what) for what in ("case", "scenario", "incident", "drill")),
    *(("training", what) for what in ("scenario", "scenarios")),
    ("what", "if", "scenario"),
    ("thought", "experiment"),
    ("thought", "exercise"),
    ("dry", "run"),
    ("role", "play"),
)
"""Words that say that the work was simulated; a dash between them counts for nothing."""

LEADING: Final = frozenset(
    {
        *(
            "met",
            "by",
            "covered",
            "evidenced",
            "demonstrated",
            "mainly",
            "primarily",
            "principally",
            "chiefly",
            "shown",
        ),
        *("particular", "supported", "found", "given", "described", "contained", "via", "its", "between", "with"),
    }
)
"""Words of phrases that lead to a reference ("demonstrated by", "in particular"); they say nothing themselves."""

EXCEPT: Final = frozenset({"except", "excepting", "excluding", "excl", "not", "without"})
"""Words that take out what follows."""

DENIALS: Final = frozenset({"not", "no", "non", "un", "never", "isn't", "wasn't"})
POINTERS: Final = frozenset({"as", "same", "per", "ditto", "identical", "like"})
"""Words before a sub-category's number that make it another row of the table ("as for 2.1")."""

POINTED: Final = frozenset({"above", "below", "row", "also"})
"""Words after a sub-category's number that do."""

ROW_WORDS: Final = frozenset({"row", "rows", "category", "categories", "subcategory", "criterion", "cat", "entry"})
FOLDER_WORDS: Final = frozenset({"folder", "folders", "dir", "directory", "binder", "volume", "vol", "category", "cat"})
PAGE_PLACES: Final = frozenset(
    {"bottom", "top", "middle", "half", "onwards", "onward", "ff", "overleaf", "et", "seq", "sqq"}
)
"""Words after a page that say where on it."""

UNITS: Final = frozenset(
    [
        "T",
        "mT",
        "kg",
        "g",
        "W",
        "dB",
        "Hz",
        "kHz",
        "MHz",
        "mm",
        "cm",
        "m",
        "ms",
        "min",
        "h",
        "%",
        "years",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "patients",
        "scans",
        "slices",
    ]
)
"""What makes the number before it a quantity."""

MARKED_WORDS: Final = ITEM_WORDS | GLUED_ITEM_WORDS | PAGE_WORDS | PAGES_WORDS | SECTION_WORDS
"""Every word after which a number is a label, a page or a section."""

_NO_CLAIM: Final = re.compile(
    r"\b(?:not|no|none|nothing|nil|don't|doesn't|cannot|can't|without|never|n/a)\b", re.IGNORECASE
)
_CLAIM_WORDS: Final = re.compile(
    r"\b(?:claim\w*|offer\w*|submi\w+|evidence[ds]?|address\w*|cover\w*|provid\w+|appl\w+|attempt\w*|available|present\w*"
    r"|relevant|seek\w*|sought|assess\w*|includ\w+|rely|relied|experience|held|requir\w+|intend\w*|at this time)\b",
    re.IGNORECASE,
)
_LONGEST_DENIAL: Final = 12  # words
_LONGEST_OPENING: Final = 5  # words
_LEFT_BLANK: Final = re.compile(
    r"\b(?:(?:intentionally|deliberately|left) (?:left )?blank|withdrawn|omitted)\b", re.IGNORECASE
)
_DENIED: Final = re.compile(r"\b(?:not?|non|un|never)[\s-]*(?:a\s)?(?:simulat|hypothetic|desk)", re.IGNORECASE)
_NOTED: Final = re.compile(" (?:" + "|".join(" ".join(phrase) for phrase in NOTE_PHRASES) + ") ")
_WORDS: Final = re.compile(r"[a-z']+")


def opens_simulated(text: str) -> bool:
    """Whether a remark's first sentence says no more than that the work was simulated ("Simulated case. The ...")."""
    first, stop, _ = plain(text).strip().partition(".")
    short = len(first.split()) <= _LONGEST_OPENING and not any(character.isdigit() for character in first)
    return bool(stop) and short and says_simulated(first)


def denies(text: str) -> bool:
    """Whether a text without a reference says that nothing is claimed: "I do not claim this sub-category"."""
    if len(text.split()) > _LONGEST_DENIAL or any(character.isdigit() for character in text):
        return False
    return bool((_NO_CLAIM.search(text) and _CLAIM_WORDS.search(text)) or _LEFT_BLANK.search(text))


def says_simulated(text: str) -> bool:
    """Whether a text says that work was simulated, and not that it was not."""
    flat = plain(text).lower()
    words = _WORDS.findall(flat)
    joined = f" {' '.join(words)} "
    said = bool(NOTE_WORDS & set(words)) or _NOTED.search(joined) is not None
    return said and not _DENIED.search(flat)
