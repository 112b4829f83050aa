"""Whether the parts of a scheme agree with each other."""

from collections.abc import Callable

from mrse_assess.scheme import governing, highlights, names, passages, reports, texts, totals
from mrse_assess.scheme.draft import Draft

CHECKS: tuple[Callable[[Draft], None], ...] = (
    names.ids_are_given_once,
    totals.stated_totals_hold,
    totals.codes_follow_their_category,
    names.names_are_known,
    names.no_pair_is_given_twice,
    governing.clauses_govern_what_rests_on_them,
    governing.reasons_rest_on_a_clause_that_governs,
    governing.pairs_rest_on_one_of_their_ends,
    totals.thresholds_can_be_reached,
    totals.independent_pieces_agree,
    texts.person_slots_are_listed,
    texts.slots_are_known,
    texts.reasons_declare_what_a_person_fills,
    texts.reasons_end_as_they_should,
    totals.one_reason_is_for_missing_items,
    passages.needed_passages_are_there,
    passages.readings_have_a_default,
    passages.choices_are_complete,
    passages.passages_of_choices_have_one,
    reports.slots_of_the_report_are_known,
    reports.asks_have_a_passage,
    highlights.sets_mark_something,
    highlights.lines_tell_sets_apart,
    highlights.phrases_can_be_found,
)
"""In the order in which a fault is best mended: later checks rely on what earlier ones found."""


def check(draft: Draft) -> None:
    """Nothing, when every part agrees with the others.

    Raises:
        SchemeError: the first thing that does not, with its file and key.
    """
    for one in CHECKS:
        one(draft)
