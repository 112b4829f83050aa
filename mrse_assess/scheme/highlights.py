"""Sets of highlights mark something, each in its own way, in words that can stand on a page."""

from mrse_assess.model.scheme import HighlightSet
from mrse_assess.scheme.draft import Draft
from mrse_assess.scheme.entries import entries_of
from mrse_assess.scheme.places import quoted

PLURAL = "(s)"
ANY_ENDING = "*"
SHORTEST_STEM = 4  # letters before any ending: fewer would mark half of a page


def sets_mark_something(draft: Draft) -> None:
    """A set has phrases, or the program recognises something for it.

    Raises:
        SchemeError: it has neither.
    """
    for entry in entries_of(draft, "highlight"):
        if not entry.value.phrases and not entry.value.finds:
            raise entry.place.fault("marks nothing", "give it phrases, or say what it finds")


def lines_tell_sets_apart(draft: Draft) -> None:
    """No two sets are marked by the same line, since colour alone must not tell.

    Raises:
        SchemeError: two are.
    """
    taken: dict[str, str] = {}
    for entry in entries_of(draft, "highlight"):
        one: HighlightSet = entry.value
        if one.line in taken:
            raise entry.place.at("line").fault(
                f"found {quoted(one.line)}, which is the line of {quoted(taken[one.line])}", "give each set its own"
            )
        taken[one.line] = one.id


def phrases_can_be_found(draft: Draft) -> None:
    """Every word of a phrase has letters or digits, and any ending stands after a stem.

    Raises:
        SchemeError: a word does not, or a sign with a meaning stands elsewhere than at a word's end.
    """
    for entry in entries_of(draft, "highlight"):
        for phrase in entry.value.phrases:
            if not _can_be_found(phrase):
                raise entry.place.at("phrases").fault(
                    f"found {quoted(phrase)}",
                    f'words with letters or digits are allowed; "*" stands once, after {SHORTEST_STEM} of them or more',
                )


def _can_be_found(phrase: str) -> bool:
    stems = [_stem(word) for word in phrase.split()]
    return any(any(map(str.isalnum, stem)) for stem in stems) and all(stems) and ANY_ENDING not in "".join(stems)


def _stem(word: str) -> str:
    """The word without its ending; "" where too little is left."""
    if word.endswith(ANY_ENDING):
        stem = word.removesuffix(ANY_ENDING)
        return stem if sum(map(str.isalnum, stem)) >= SHORTEST_STEM else ""
    return word.removesuffix(PLURAL)
