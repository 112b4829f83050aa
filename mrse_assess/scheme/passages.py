"""Whatever a letter has to say of a rule, a part, an outcome, a state or a choice has its passage."""

from collections.abc import Iterator

from mrse_assess.model.scheme import Scheme, SettingSpec
from mrse_assess.scheme.draft import Draft
from mrse_assess.scheme.entries import entries_of
from mrse_assess.scheme.places import listed, quoted
from mrse_assess.terms import RuleStatus, SubCategoryState


def needed_passages_are_there(draft: Draft) -> None:
    """The passages whose ids follow from the scheme's other entries all stand in it.

    Raises:
        SchemeError: one is lost.
    """
    for name in _needed(draft.scheme):
        if name not in draft.scheme.passages:
            raise draft.place("passages", "passages").fault(f"the passage {quoted(name)} is missing", "add it")


def readings_have_a_default(draft: Draft) -> None:
    """Each value of a reading has a name, and the default is one of the values.

    Raises:
        SchemeError: names and values differ in number, or the default is none of them.
    """
    for entry in entries_of(draft, "reading"):
        values, names = entry.value.values, entry.value.names
        if len(names) != len(values):
            raise entry.place.at("names").fault(
                f"found {len(names)} names for {len(values)} values", "give one name for each value, in the same order"
            )
        if entry.value.default not in values:
            raise entry.place.at("default").fault(f"found {quoted(entry.value.default)}", f"allowed: {listed(values)}")


def choices_are_complete(draft: Draft) -> None:
    """A setting of kind choice has choices, others have none; a letter that says one choice can say each.

    Raises:
        SchemeError: choices where there should be none, none where there should be some, or a passage lost.
    """
    for entry in entries_of(draft, "setting"):
        setting: SettingSpec = entry.value
        if (setting.kind == "choice") != bool(setting.choices):
            raise entry.place.at("choices").fault(
                f"found {len(setting.choices)} choices for a setting of kind {setting.kind}",
                "a setting of kind choice has some, any other has none",
            )
        passages = [_choice_passage(setting, choice) for choice in setting.choices]
        lost = [name for name in passages if name not in draft.scheme.passages]
        if 0 < len(lost) < len(passages):
            raise draft.place("passages", "passages").fault(
                f"the passage {quoted(lost[0])} is missing", "give one for each choice of the setting, or for none"
            )


def passages_of_choices_have_one(draft: Draft) -> None:
    """A passage that begins with ``setting.`` says a choice that there is.

    Raises:
        SchemeError: it says none.
    """
    choices = {_choice_passage(setting, choice) for setting in draft.scheme.settings for choice in setting.choices}
    for name in draft.scheme.passages:
        if name.startswith("setting.") and name not in choices:
            raise draft.place("passages", "passages", quoted(name)).fault(
                "no setting has this choice", f"allowed: {listed(sorted(choices))}"
            )


def _needed(scheme: Scheme) -> Iterator[str]:
    for rule in scheme.rules:
        yield from (f"rule.{rule.id}.{answer}" for answer in (("not_met",) if rule.advisory else ("met", "not_met")))
    for part in scheme.parts:
        if part.own_row:
            yield from (f"rule.{part.id}.met", f"rule.{part.id}.not_met")
    for outcome in scheme.outcomes:
        yield from (f"{beginning}.{outcome.stem}" for beginning in ("out", "received", "next"))
    yield from (f"state.{state}" for state in SubCategoryState)
    yield from (f"status.{status}" for status in RuleStatus)


def _choice_passage(setting: SettingSpec, choice: str) -> str:
    return f"setting.{setting.id}.{choice}"
