"""Numbers agree: stated totals, codes with their categories, thresholds with what there is to count."""

from mrse_assess.model.scheme import PassRule, Scheme
from mrse_assess.scheme.draft import Draft
from mrse_assess.scheme.entries import Entry, entries_of
from mrse_assess.scheme.places import quoted


def stated_totals_hold(draft: Draft) -> None:
    """There are as many categories and sub-categories as the files state.

    Raises:
        SchemeError: there are more or fewer.
    """
    counted = {"category_count": len(draft.scheme.categories), "sub_category_count": len(draft.scheme.codes)}
    stated = {"category_count": draft.category_count, "sub_category_count": draft.sub_category_count}
    for key, number in counted.items():
        if stated[key] != number:
            raise draft.place(key, key).fault(
                f"{stated[key]} are stated, and {number} stand in the files", "add what is lost or correct the number"
            )


def codes_follow_their_category(draft: Draft) -> None:
    """A code begins with the number of its category, or is that number.

    Raises:
        SchemeError: a sub-category that stands under another category.
    """
    for entry in entries_of(draft, "sub_category"):
        number = str(entry.value.category)
        if entry.value.code.split(".")[0] != number:
            raise entry.place.at("code").fault(
                f"found {quoted(entry.value.code)} under category {number}", f"its code begins with {number}"
            )


def thresholds_can_be_reached(draft: Draft) -> None:
    """Every deciding rule that counts has a threshold no larger than what there is to count.

    Raises:
        SchemeError: a threshold is lost, stands where nothing is counted, or is too large.
    """
    for entry in entries_of(draft, "rule"):
        rule: PassRule = entry.value
        most = _most(rule, draft.scheme)
        place = entry.place.at("threshold")
        if most is None and rule.threshold is not None:
            raise place.fault(f"found {rule.threshold}", f"a rule that counts {rule.counts} has none")
        if most is not None and rule.threshold is None:
            raise place.fault("the key is missing", f"a rule that counts {rule.counts} needs one")
        if most is not None and rule.threshold is not None and rule.threshold > most:
            raise place.fault(
                f"found {rule.threshold}", f"at most {most} are allowed, since there are no more to count"
            )


def independent_pieces_agree(draft: Draft) -> None:
    """The rule on independent pieces asks for what its sub-categories say that they need.

    Raises:
        SchemeError: it names none, one that does not ask for independence, or another number.
    """
    for entry in entries_of(draft, "rule"):
        if entry.value.counts == "independent_items":
            _agree(entry, draft.scheme)


def one_reason_is_for_missing_items(draft: Draft) -> None:
    """No more than one reason is said of an item that is not in the portfolio: the one act that says so has no choice.

    Raises:
        SchemeError: a second one.
    """
    first: str | None = None
    for entry in entries_of(draft, "reason"):
        if entry.value.for_missing and first is not None:
            raise entry.place.at("for_missing").fault(
                "found a second reason for a missing item", f"{quoted(first)} has it already; leave it in one of them"
            )
        first = entry.value.id if entry.value.for_missing else first


def _agree(entry: Entry, scheme: Scheme) -> None:
    rule: PassRule = entry.value
    asking = tuple(unit.code for unit in scheme.sub_categories if unit.independent)
    if rule.units != asking:
        raise entry.place.at("units").fault(
            f"found {quoted(', '.join(rule.units))}",
            f"name the sub-categories with independent = true: {', '.join(asking) or 'none'}",
        )
    for code in rule.units:
        needed = scheme.sub_category(code).minimum_items
        if needed != rule.threshold:
            raise entry.place.at("threshold").fault(
                f"found {rule.threshold}", f"sub-category {code} has minimum_items = {needed}; make the two the same"
            )


def _most(rule: PassRule, scheme: Scheme) -> int | None:
    """How many there are for a rule to count; None where it has no threshold."""
    if rule.advisory or rule.counts == "parts":
        return None
    if rule.counts == "major_categories":
        return len(scheme.categories)
    if rule.counts == "independent_items":
        return max((scheme.sub_category(code).minimum_items for code in rule.units), default=0)
    return len(scheme.codes)
