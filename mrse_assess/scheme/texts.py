"""Passages and reasons can be filled: known slots only, and what a person fills is declared."""

from collections.abc import Iterator

from mrse_assess.model.scheme import Reason
from mrse_assess.scheme.draft import Draft
from mrse_assess.scheme.entries import Entry, entries_of
from mrse_assess.scheme.places import Place, listed, quoted
from mrse_assess.scheme.wording import plain_name, slots_of

COMES_WITH = {"other_page": "other_item"}
"""Slots filled from what a person gave for another one."""


def person_slots_are_listed(draft: Draft) -> None:
    """The slots that a person fills are among the scheme's slots.

    Raises:
        SchemeError: one is not.
    """
    for slot in draft.scheme.person_slots:
        if slot not in draft.scheme.slots:
            raise draft.place("person_slots", "person_slots").fault(
                f"found {quoted(slot)}", f"allowed: {listed(draft.scheme.slots)}"
            )


def slots_are_known(draft: Draft) -> None:
    """Every slot of a passage or a reason is in the scheme's list of slots.

    Raises:
        SchemeError: a slot that is not, or a text whose braces cannot be read.
    """
    for text, place in _texts(draft):
        for slot in slots_of(text, place):
            if plain_name(slot) not in draft.scheme.slots:
                raise place.fault(f"found the unknown slot {quoted(slot)}", f"allowed: {listed(draft.scheme.slots)}")


def reasons_declare_what_a_person_fills(draft: Draft) -> None:
    """``needs`` of a reason are exactly the slots of its texts that a person fills.

    Raises:
        SchemeError: one is used and not declared, or declared and not used.
    """
    for entry in entries_of(draft, "reason"):
        used = [(key, _asked(slot, draft), slot) for key, slot in _reason_slots(entry)]
        for key, need, slot in used:
            if need and need not in entry.value.needs:
                raise entry.place.at(key).fault(
                    f"found the slot {quoted(slot)}, which a person fills", f"add {quoted(need)} to needs"
                )
        for need in entry.value.needs:
            if need not in {slot for _, _, slot in used}:
                raise entry.place.at("needs").fault(
                    f"found {quoted(need)}, which neither the sentence nor the remedy uses", "use it or take it out"
                )


def reasons_end_as_they_should(draft: Draft) -> None:
    """A sentence ends with a full stop or with a slot; a remedy does not, since its passage ends it.

    Raises:
        SchemeError: one does otherwise, or the remedy's passage takes more than the remedy.
    """
    for entry in entries_of(draft, "reason"):
        reason: Reason = entry.value
        if not reason.sentence.endswith((".", "}")):
            raise entry.place.at("sentence").fault(
                f"ends with {quoted(reason.sentence[-1])}", "end it with a full stop"
            )
        if reason.remedy.endswith("."):
            raise entry.place.at("remedy").fault(
                "ends with a full stop", "leave it out: remedy_passage ends the sentence"
            )
        passage = draft.place("passages", "passages", quoted(reason.remedy_passage))
        if slots_of(draft.scheme.passages[reason.remedy_passage], passage) != ("remedy",):
            raise passage.fault(
                f"is the remedy_passage of {reason.id} and has other slots", "it has {remedy} and no other slot"
            )


def _texts(draft: Draft) -> Iterator[tuple[str, Place]]:
    for name, text in draft.scheme.passages.items():
        yield text, draft.place("passages", "passages", quoted(name))
    for entry in entries_of(draft, "reason"):
        for key in ("sentence", "remedy"):
            yield getattr(entry.value, key), entry.place.at(key)


def _reason_slots(entry: Entry) -> Iterator[tuple[str, str]]:
    for key in ("sentence", "remedy"):
        for slot in slots_of(getattr(entry.value, key), entry.place.at(key)):
            yield key, plain_name(slot)


def _asked(slot: str, draft: Draft) -> str:
    """What a person gives so that the slot can be filled; empty where nobody is asked."""
    need = COMES_WITH.get(slot, slot)
    return need if need in draft.scheme.person_slots else ""
