"""The gate: why a letter cannot be issued. Nothing gets past it that a person would have to take back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from mrse_assess.letter.case import LetterCase
from mrse_assess.letter.checks import findings, readiness, wording
from mrse_assess.letter.checks.looked_at import LookedAt, Watch
from mrse_assess.letter.compose import compose
from mrse_assess.letter.edits import with_edits
from mrse_assess.letter.materials import Materials
from mrse_assess.letter.sections.notices import refused
from mrse_assess.model.letter import HandEdit, Heading, Letter, Refusal

Check = Callable[[LookedAt], Iterator[Refusal]]
Further = Callable[[Letter], Iterable[Refusal]]

CHECKS: Final[tuple[Check, ...]] = (
    readiness.records_have_not_moved,
    readiness.outcome_is_chosen,
    readiness.rules_have_decided,
    readiness.readings_are_recorded,
    readiness.settings_are_set,
    readiness.settings_are_real,
    readiness.something_would_be_enough,
    findings.contradictions_are_settled,
    findings.every_finding_is_told,
    findings.every_reason_is_told,
    findings.no_reason_stands_alone,
    findings.every_sentence_has_its_rows,
    findings.words_fit_the_states,
    wording.numbers_are_those_of_the_decision,
    wording.letter_is_what_the_records_say,
    wording.edits_keep_the_findings,
    wording.nothing_forbidden_is_said,
)

_IN_OTHER_NOTICES: Final = frozenset(
    {"outcome-missing", "setting-unset", "setting-invented", "words-missing", "undetermined"}
)


def gate(
    letter: Letter,
    case: LetterCase,
    *,
    head_now: str,
    watch: Watch | None = None,
    stale: tuple[HandEdit, ...] = (),
) -> tuple[Refusal, ...]:
    """Every ground on which the letter cannot be issued; () when it can.

    Args:
        letter: as it would be issued, edits included.
        case: what the letter is made from, as the records stand now.
        head_now: the hash of the records now.
        watch: names, notes and patterns that must not stand in it.
        stale: edits that fit no sentence any more (:func:`mrse_assess.letter.edits.with_edits` tells them).
    """
    at = LookedAt(letter=letter, m=Materials(case), watch=watch or Watch(), head_now=head_now, stale=stale)
    return tuple(refusal for check in CHECKS for refusal in check(at))


def prepare(
    case: LetterCase,
    *,
    head_now: str,
    watch: Watch | None = None,
    edits: tuple[HandEdit, ...] = (),
    further: Further = lambda _: (),
) -> tuple[Letter, tuple[Refusal, ...]]:
    """The letter with its edits, and the grounds on which it cannot be issued.

    A letter that is refused is a draft, marked so on every page, and lists the grounds that its notices do not say yet.

    Args:
        case: what the letter is made from, as the records stand now.
        head_now: the hash of the records now.
        watch: names, notes and patterns that must not stand in it.
        edits: a person's words in place of composed sentences.
        further: the grounds that other rooms see in a letter (screening, the panel), with the numbers of its sentences.
    """
    edited = with_edits(compose(case), edits)

    def refusals_of(letter: Letter) -> tuple[Refusal, ...]:
        return (*gate(letter, case, head_now=head_now, watch=watch, stale=edited.stale), *further(letter))

    refusals = refusals_of(edited.letter)
    if not refusals:
        return edited.letter, ()
    letter = _as_draft(edited.letter, Materials(case), refusals)
    return letter, refusals_of(letter)


def _as_draft(letter: Letter, m: Materials, refusals: tuple[Refusal, ...]) -> Letter:
    grounds = tuple(dict.fromkeys(refusal.found for refusal in refusals if refusal.code not in _IN_OTHER_NOTICES))
    title = next(place for place, block in enumerate(letter.blocks) if isinstance(block, Heading) and block.level == 1)
    blocks = (*letter.blocks[: title + 1], *refused(m, grounds), *letter.blocks[title + 1 :])
    return replace(letter, draft=True, mark=m.wording.text("draft.mark"), blocks=blocks)
