"""Words and signs of places in an item: their plurals, what a hint keeps of them, Roman numerals."""

from typing import Final

from mrse_assess.intake.text.words import PART_WORDS

PLURAL_SECTIONS: Final = frozenset(
    {
        "sections",
        "secs",
        "sects",
        "subsections",
        "tbls",
        "paras",
        "paragraphs",
        "clauses",
        "slides",
        "tables",
        "figures",
        "figs",
        "ss",
        "rows",
        "steps",
        "parts",
        "pars",
        "appendices",
        "apps",
        "annexes",
        "points",
        "pts",
        "chapters",
        "chaps",
        "chs",
        "subclauses",
        "minutes",
        "mins",
        "sls",
        "bullets",
        "lines",
        "questions",
        "sheets",
        "columns",
        "sctns",
        "\u00a7\u00a7",
        "\u00b6\u00b6",
    }
)
_NAMED: Final = {
    "slide": "slide",
    "sl": "slide",
    "bullet": "bullet",
    "sheet": "sheet",
    "table": "table",
    "tbl": "table",
    "figure": "figure",
    "fig": "figure",
    "row": "row",
    "step": "step",
}
_ONES: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_VALUES: Final = {"I": 1, "V": 5, "X": 10}


def kept_word(word: str) -> str:
    """The word, in the singular, that a part keeps before its number; "" for sections, paragraphs and the like."""
    if word in PART_WORDS:
        return next((one for one in (f"{word[:-3]}y", word[:-2], word[:-1]) if one in PART_WORDS), word)
    return _NAMED.get(word, _NAMED.get(word.removesuffix("s"), "")) if word != "s" else ""


def roman_value(text: str) -> int:
    """The value of a Roman numeral in capitals up to 39, 0 for anything else."""
    if not text or set(text) - set(_VALUES):
        return 0
    values = [_VALUES[letter] for letter in text]
    total = sum(-one if one < max(values[place:]) else one for place, one in enumerate(values))
    return total if roman(total) == text else 0


def roman(number: int) -> str:
    """A number from 1 to 39 as a Roman numeral in capitals."""
    return "X" * (number // 10) + _ONES[number % 10]
