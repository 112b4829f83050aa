"""Finds that are no prompts, in the few words of a line: the date, the name, the reference that was seen."""

from mrse_assess.model.dates import MONTHS
from mrse_assess.model.observation import DatedBy, ItemFacts, MhraReference, Observation


def plain_message(one: Observation, facts: ItemFacts | None) -> str:
    """What was found; the title of the observation where no more is known."""
    if facts is None:
        return one.title
    if one.check == "dates" and facts.dated is not None:
        return _dated(facts.dated)
    if one.check == "mhra":
        of_unit = [each for each in facts.mhra if each.place in one.places] or list(facts.mhra)
        return _references(of_unit) or one.title
    return one.title


def _dated(dated: DatedBy) -> str:
    """15 June 2023, written."""
    year, *rest = dated.date.split("-")
    month = f"{MONTHS[int(rest[0]) - 1]} " if rest else ""
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{day}{month}{year}, {dated.kind}"


def _references(references: list[MhraReference]) -> str:
    """MHRA guidelines 2021, section 4.3, and 2 more."""
    told = list(dict.fromkeys(filter(None, map(_reference, references))))
    more = f", and {len(told) - 1} more" if len(told) > 1 else ""
    return f"MHRA {told[0]}{more}" if told else ""


def _reference(reference: MhraReference) -> str:
    section = f"section {reference.section}" if reference.section else ""
    return ", ".join(filter(None, (reference.edition, section)))
