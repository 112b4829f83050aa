"""What may be done with the letter now, by the person at the page: each act with why not, and what will follow."""

from collections.abc import Iterator

from mrse_assess.model.letter import Refusal
from mrse_assess.model.listing import counted
from mrse_assess.workbench.letter_life import page_words
from mrse_assess.workbench.letter_life.grounds import way_of
from mrse_assess.workbench.letter_life.page_views import LetterPageAct, OfferedAct
from mrse_assess.workbench.letter_life.permitted import HOLD, ISSUE, SIGN_OFF, same_person
from mrse_assess.workbench.letter_life.signing import sign_off_grounds, why_not_sign
from mrse_assess.workbench.letter_life.states import issued_letters
from mrse_assess.workbench.letter_life.views import Drafted, IssuedLetter, LetterState, LetterStatus
from mrse_assess.workbench.letter_life.who import may_do, those_who_issue, those_who_sign
from mrse_assess.workbench.panel.table import PanelTable

_HELD = "The letter is held; release it first."


def standing_of(status: LetterStatus) -> IssuedLetter | None:
    """The letter that was issued and not taken back since."""
    return next((one for one in status.issued if one.stands), None)


def offered_acts(table: PanelTable, draft: Drafted, status: LetterStatus) -> tuple[OfferedAct, ...]:
    """What there is to do in this state, the next step first; also what is not this person's, with why not."""
    standing = standing_of(status)
    return tuple(_of_issued(table, status, standing) if standing else _of_draft(table, draft, status))


def next_step(table: PanelTable, status: LetterStatus) -> tuple[str, bool]:
    """What is to be done next and by whom, and whether it is for the person at the page."""
    standing = standing_of(status)
    if status.state is LetterState.HELD:
        return page_words.release_next(held_why(table, status)), may_do(table, HOLD)
    if standing:
        words = page_words.moved_next if status.moved else page_words.send_next
        return words(standing.letter), may_do(table, ISSUE)
    if not status.chosen_by:
        return page_words.choose_outcome(), False
    if status.refusals:
        ways = tuple(dict.fromkeys(way_of(one) for one in status.refusals))
        return page_words.deal_with(len(status.refusals), ways), False
    signers = _signers(status)
    if not signers:
        return page_words.sign_off_next(those_who_sign(table), status.chosen_by), not _why_not_sign(table, status)
    issuing = page_words.issue_next(those_who_issue(table, signers), " and ".join(signers))
    return issuing, not _why_not_issue(table, status)


def held_why(table: PanelTable, status: LetterStatus) -> str:
    """The reason with which the letter was held."""
    standing = standing_of(status)
    if standing:
        return standing.why
    issued = {one.letter for one in issued_letters(table.in_force)}
    held = [one.why for one in table.in_force.letter_states if one.letter not in issued]
    return held[-1] if held else ""


def _of_draft(table: PanelTable, draft: Drafted, status: LetterStatus) -> Iterator[OfferedAct]:
    letter, signers = status.letter, _signers(status)
    sentences = sum(1 for sentence in draft.letter.sentences() if sentence.section != "draft")
    yield _act(
        LetterPageAct.SIGN_OFF, letter,
        page_words.follows_sign_off(letter, table.person, sentences),
        _why_not_sign(table, status), asks_why=False, main=not signers,
    )  # fmt: skip
    yield _act(
        LetterPageAct.ISSUE, letter,
        page_words.follows_issue(letter, " and ".join(signers)),
        _why_not_issue(table, status), asks_why=False, main=bool(signers),
    )  # fmt: skip
    yield _holding(table, status, issued=False)


def _of_issued(table: PanelTable, status: LetterStatus, standing: IssuedLetter) -> Iterator[OfferedAct]:
    yield _holding(table, status, issued=True)
    why_not = _not_theirs(table, HOLD)
    letter = standing.letter
    yield _act(LetterPageAct.RECALL, letter, page_words.follows_recall(letter), why_not)
    yield _act(LetterPageAct.SUPERSEDE, letter, page_words.follows_supersede(letter), why_not)


def _holding(table: PanelTable, status: LetterStatus, *, issued: bool) -> OfferedAct:
    why_not = _not_theirs(table, HOLD)
    if status.state is LetterState.HELD:
        follows = page_words.follows_release(status.letter, issued=issued)
        return _act(LetterPageAct.RELEASE, status.letter, follows, why_not)
    return _act(LetterPageAct.HOLD, status.letter, page_words.follows_hold(status.letter, issued=issued), why_not)


def _why_not_sign(table: PanelTable, status: LetterStatus) -> str:
    if not may_do(table, SIGN_OFF):
        return _not_theirs(table, SIGN_OFF)
    own = why_not_sign(table, table.person) if status.chosen_by else "No outcome has been chosen."
    if own:
        return own
    if status.state is LetterState.HELD:
        return _HELD
    if status.refusals:
        return _kept_back(status.refusals)
    signed = any(one.counts and same_person(one.by, table.person) for one in status.signed_off)
    return "You have signed it off as it is now. Another person issues it." if signed else ""


def _why_not_issue(table: PanelTable, status: LetterStatus) -> str:
    if not may_do(table, ISSUE):
        return _not_theirs(table, ISSUE)
    if status.state is LetterState.HELD:
        return _HELD
    if status.refusals:
        return _kept_back(status.refusals)
    ground = next(sign_off_grounds(status.signed_off, table.person), None)
    return f"{ground.found} {ground.advice}" if ground else ""


def _not_theirs(table: PanelTable, act: str) -> str:
    if may_do(table, act):
        return ""
    return "The office issues letters." if act == ISSUE else "The office or the chair does this."


def _kept_back(refusals: tuple[Refusal, ...]) -> str:
    keeps = "keeps" if len(refusals) == 1 else "keep"
    return f"{counted(len(refusals), 'ground')} {keeps} it back; they are listed below."


def _signers(status: LetterStatus) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.by for one in status.signed_off if one.counts))


def _act(
    act: LetterPageAct,
    letter: str,
    follows: tuple[str, ...],
    why_not: str,
    *,
    asks_why: bool = True,
    main: bool = False,
) -> OfferedAct:
    return OfferedAct(
        act=act,
        name=page_words.name_of(act, letter),
        follows=follows,
        why_not=why_not,
        asks_why=asks_why,
        main=main and not why_not,
    )
