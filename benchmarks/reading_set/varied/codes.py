"""How an applicant writes the code of a sub-category, and the headings of columns."""

from typing import Final

ROMAN: Final = ("i", "ii", "iii")


def code_text(code: str, style: str) -> str:  # noqa: PLR0911 a return for each style
    """A code as its cell has it: "4.1", "4.1)", "4(i)", "Category 3"."""
    category, _, number = code.partition(".")
    if style == "point":
        return f"{code}."
    if style == "bracket":
        return f"{code})"
    if style == "roman":
        return f"{category}({ROMAN[int(number) - 1]})" if number else category
    if style == "sub_word":
        return f"Sub-category {code}" if number else f"Category {code}"
    if style == "category_word":
        return code if number else f"Category {code}"
    if style == "three_one":
        return code if number else "3.1"
    return code


HEADINGS: Final = {
    "category": ("Category", "Major category", "Experience category", "Area"),
    "code": ("Sub-category", "Code", "No.", "Sub-cat.", "Ref", "Experience sub-category", "Requirement"),
    "title": ("Description", "Experience", "Title", "Activity", "What is asked for"),
    "evidence": (
        "Evidence",
        "Evidence items",
        "Where to find it",
        "Item(s)",
        "Reference to evidence",
        "Supporting documents",
    ),
    "pages": ("Page(s)", "Pages", "Page no.", "Pp", "Which pages"),
    "comment": ("Comments", "Notes", "My part", "Remarks", "Contribution"),
}
TABLE_HEADINGS: Final = (
    *("Experience Cross Reference Table", "MRSE Experience Cross-Reference Table", "Experience cross reference table"),
    *("Cross reference table", "EXPERIENCE CROSS REFERENCE TABLE", "Cross-reference of evidence to sub-categories"),
    *("Evidence against experience sub-categories", "Experience Cross Reference"),
)
NOT_CLAIMED: Final = {"empty": "", "dash": "-", "n/a": "N/A", "none_word": "Not claimed"}
