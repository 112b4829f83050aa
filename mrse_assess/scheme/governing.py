"""A clause that speaks of certain sub-categories stands behind nothing that is about others."""

from mrse_assess.model.scheme import Clause
from mrse_assess.scheme.draft import Draft
from mrse_assess.scheme.entries import entries, entries_of
from mrse_assess.scheme.places import Place, listed, quoted


def clauses_govern_what_rests_on_them(draft: Draft) -> None:
    """The clause of a category, a sub-category or one of their notes governs it.

    Raises:
        SchemeError: it governs other sub-categories.
    """
    for entry in entries(draft):
        if entry.about:
            _governs(draft.scheme.clause(entry.value.clause), entry.about, entry.place.at("clause"))


def reasons_rest_on_a_clause_that_governs(draft: Draft) -> None:
    """The clause of a reason governs every sub-category that the reason is for.

    Raises:
        SchemeError: it governs only some of them, or others.
    """
    for entry in entries_of(draft, "reason"):
        codes = entry.value.applies_to or draft.scheme.codes
        _governs(draft.scheme.clause(entry.value.clause), codes, entry.place.at("clause"))


def pairs_rest_on_one_of_their_ends(draft: Draft) -> None:
    """The clause that sends evidence elsewhere governs where it is offered, or where it goes.

    Raises:
        SchemeError: it governs neither.
    """
    for entry in entries_of(draft, "belongs_elsewhere"):
        clause = draft.scheme.clause(entry.value.clause)
        ends = (entry.value.offered_for, entry.value.target)
        if clause.covers and not set(ends) & set(clause.covers):
            raise entry.place.at("clause").fault(
                f"found {quoted(clause.label)}, which governs {listed(clause.covers)}",
                f"name a clause of {listed(ends)}",
            )


def _governs(clause: Clause, codes: tuple[str, ...], place: Place) -> None:
    missed = [code for code in codes if clause.covers and code not in clause.covers]
    if missed:
        raise place.fault(
            f"found {quoted(clause.label)}, which governs {listed(clause.covers)}",
            f"name a clause that governs {listed(missed)}",
        )
