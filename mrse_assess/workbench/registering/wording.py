"""The words in which the register says what is waited for, and what was done."""

from collections.abc import Sequence
from datetime import date

from mrse_assess.model.listing import counted, listed
from mrse_assess.workbench.registering.third import OUTCOME_DIFFERS, OUTCOME_OPEN

THIRD = {
    OUTCOME_DIFFERS: "A third assessment is asked for: the assessors' own outcomes differ.",
    OUTCOME_OPEN: "A third assessment is asked for: something in which the assessors differ can decide the outcome.",
}
THIRD_UNSEEN = "Whether a third assessment is asked for, the chair is told: the assessments are not open to this login."
THIRD_FIRST = "It is allocated on the register, before the panel sits."

GIVE_BACK = "give it to somebody else"
SIT = "the panel can sit"
SETTLE = "settle what is open, and choose the outcome"
SIGN_AND_ISSUE = "the letter: second sign-off, and issue"
RELEASE = "the letter is held: release or recall it"
ANOTHER_LETTER = "another letter in place of the recalled one"
ALLOCATE_THIRD = "allocate a third assessor"


def allocate(missing: int | None) -> str:
    """What the office does first; ``missing`` is None where the scheme has set no number."""
    return "allocate assessors" if missing is None else f"allocate {counted(missing, 'assessor')}"


def allocate_more(missing: int, needed: int) -> str:
    """What the office does when too few have it."""
    return f"allocate {missing} more ({needed} needed)"


def replace_conflicted(names: Sequence[str]) -> str:
    """What the office does when an assessor handed it back."""
    return f"{listed(names)} handed it back: {GIVE_BACK}"


def to_declare(names: Sequence[str]) -> str:
    """Whose word on interests is waited for."""
    return f"{listed(names)} to declare interests"


def to_seal(names: Sequence[str]) -> str:
    """Whose assessment is waited for."""
    return f"{listed(names)} to seal"


def to_answer(day: date | None, today: date) -> tuple[str, bool]:
    """What the applicant was asked for, and whether the day has passed."""
    if day is None:
        return "what the letter asked for", False
    said = f"{day.day} {day:%B %Y}"
    return (f"the answer was due on {said}", True) if day < today else (f"an answer by {said}", False)


def needed(number: int | None, given: int) -> str:
    """How many have it, of how many."""
    return f"{given} given; the number needed is not set" if number is None else f"{given} of {number} needed"


def given(application: str, name: str, task: str) -> str:
    """What allocating did."""
    return f"{application} is given to {name}{f': {task}' if task else ''}."


def taken_off(application: str, name: str) -> str:
    """What taking off did."""
    return f"{application} is taken off {name}. What they recorded stays."


def possible(name: str, party: str, part: str, why: str) -> str:
    """A name of an assessor's own that stands in the portfolio; ``why`` is said to them: "your employer"."""
    theirs = why.replace("your ", "their ")
    return f"Possible conflict of {name}: {party} ({part}), {theirs}. They declare themselves before it opens."


def changed_meanwhile(what: str, application: str) -> str:
    """Why an act on what the page showed was refused."""
    return f"{what} {application} was changed meanwhile. It is shown as it stands now: look, then do it again."
