"""The one way in which the parts of the workbench record an act."""

from typing import TypedDict

from mrse_assess.records import Event
from mrse_assess.records.payloads import Value
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.views import Receipt


class Case(TypedDict):
    """What every act says of where it belongs."""

    application: str
    attempt: int


def case_of(assessment: Assessment) -> Case:
    """The application and attempt that an act of this assessment belongs to."""
    return {"application": assessment.application.reference, "attempt": assessment.application.attempt}


def record(assessment: Assessment, *values: Value) -> Receipt:
    """Record the values in one transaction; durable when this returns.

    Raises:
        StaleWriteError: this assessor's records went on elsewhere.
    """
    return receipt_of(assessment.record(*values))


def receipt_of(event: Event) -> Receipt:
    """The receipt of a stored act, in the assessor's local time."""
    return Receipt(saved_at=event.recorded_at.astimezone(), event=event.event, head=event.hash)
