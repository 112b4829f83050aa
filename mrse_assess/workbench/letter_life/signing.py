"""The second sign-off: whose it is, whether it still is on this letter, and whether a letter can go out on it."""

from collections.abc import Iterable, Iterator

from mrse_assess.model.acts import SignOff
from mrse_assess.model.letter import Refusal
from mrse_assess.workbench.letter_life.permitted import PERMITTED, SIGN_OFF, same_person
from mrse_assess.workbench.letter_life.views import Drafted, SignedOff
from mrse_assess.workbench.panel.table import PanelTable


def signed_off(table: PanelTable, draft: Drafted) -> tuple[SignedOff, ...]:
    """Every sign-off of the letter, stale ones too."""
    letter = draft.letter.letter_id
    return tuple(_judged(table, draft, one) for one in table.in_force.sign_offs if one.letter == letter)


def sign_off_grounds(signed: tuple[SignedOff, ...], issuer: str) -> Iterator[Refusal]:
    """Why the sign-offs do not carry an issue by this person; nothing when one does."""
    counting = [one for one in signed if one.counts]
    refused = [one for one in signed if one.why_not]
    if any(not same_person(one.by, issuer) for one in counting):
        return
    if counting:
        yield _refusal("sign-off-by-issuer", "The one who signed the letter off cannot issue it.", _ANOTHER, counting)
    elif refused:
        yield _refusal("sign-off-not-counted", refused[0].why_not, _ANOTHER, refused)
    elif signed:
        found = "The letter, or the records behind it, changed after its sign-off."
        yield _refusal("sign-off-stale", found, _AGAIN, signed)
    else:
        yield _refusal("sign-off-missing", "No second person has signed the letter off.", _ANOTHER)


_ANOTHER = "Let somebody sign it off who neither chose the outcome nor issues the letter."
_AGAIN = "Let it be read and signed off as it is now."


def _judged(table: PanelTable, draft: Drafted, one: SignOff) -> SignedOff:
    return SignedOff(
        by=one.by,
        at=one.recorded_at,
        event=one.event,
        stale=(one.digest, one.head) != (draft.digest, draft.head),
        why_not=why_not_sign(table, one.by),
    )


def why_not_sign(table: PanelTable, person: str) -> str:
    """Why this person's sign-off does not count, "" when it does."""
    chosen = table.in_force.outcome
    if chosen and same_person(chosen.by, person):
        return "The one who chose the outcome cannot sign the letter off."
    left = any(one.person == person and one.left for one in table.persons)
    if left or table.people.standing(person, table.application) not in PERMITTED[SIGN_OFF]:
        return "The one who signed the letter off has no part in it now."
    return ""


def _refusal(code: str, found: str, advice: str, signed: Iterable[SignedOff] = ()) -> Refusal:
    return Refusal(code=code, found=found, advice=advice, rows=tuple(one.event for one in signed))
