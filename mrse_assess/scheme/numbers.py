"""The numbers in the words of the rules: a threshold is written once, and its words follow it."""

from dataclasses import replace

from mrse_assess.model.scheme import PassRule, Scheme
from mrse_assess.scheme.draft import Draft
from mrse_assess.scheme.entries import Entry, entries_of
from mrse_assess.scheme.wording import fill


def numbered(draft: Draft) -> Scheme:
    """The scheme with {k}, {total} and {years} filled in the words of its rules.

    Raises:
        SchemeError: a rule's words ask for a number that the rule does not have.
    """
    rules = tuple(_numbered(entry, draft.scheme) for entry in entries_of(draft, "rule"))
    return replace(draft.scheme, rules=rules)


def _numbered(entry: Entry, scheme: Scheme) -> PassRule:
    rule: PassRule = entry.value
    total = len(scheme.categories) if rule.counts == "major_categories" else len(scheme.codes)
    numbers = {"k": rule.threshold, "total": total, "years": rule.years or None}
    slots = {name: str(number) for name, number in numbers.items() if number is not None}
    return replace(
        rule,
        label=fill(rule.label, slots, entry.place.at("label")),
        requirement=fill(rule.requirement, slots, entry.place.at("requirement")),
        needed=fill(rule.needed, slots, entry.place.at("needed")),
    )
