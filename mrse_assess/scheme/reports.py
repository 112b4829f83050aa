"""The words of the screening report can be filled, and whatever it lists to send back has its sentence."""

from mrse_assess.scheme.draft import Draft
from mrse_assess.scheme.places import listed, quoted
from mrse_assess.scheme.wording import plain_name, slots_of


def slots_of_the_report_are_known(draft: Draft) -> None:
    """Every slot of a passage of the report is in the report's list of slots.

    Raises:
        SchemeError: a slot that is not, or a text whose braces cannot be read.
    """
    for name, text in draft.scheme.report_passages.items():
        place = draft.place("report_passages", "report_passages", quoted(name))
        for slot in slots_of(text, place):
            if plain_name(slot) not in draft.scheme.report_slots:
                raise place.fault(
                    f"found the unknown slot {quoted(slot)}", f"allowed: {listed(draft.scheme.report_slots)}"
                )


def asks_have_a_passage(draft: Draft) -> None:
    """Each finding that is listed as something to send back is a check and a kind, and names a passage of the report.

    Raises:
        SchemeError: the finding is not written so, or there is no such passage.
    """
    for finding, passage in draft.scheme.report_asks.items():
        place = draft.place("report_asks", "report_asks", quoted(finding))
        if not all(finding.split(".")) or finding.count(".") not in (1, 2):
            raise place.fault(f"found {quoted(finding)}", "write check.kind, or check.kind.likelihood")
        if passage not in draft.scheme.report_passages:
            raise place.fault(
                f"the passage {quoted(passage)} is missing", "name one of report_passages, or add it there"
            )
