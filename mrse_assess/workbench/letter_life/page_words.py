"""The words of the letter's page: what is to be done next and by whom, and what will happen by each act."""

from mrse_assess.model.dates import day_in_words
from mrse_assess.model.listing import counted, listed
from mrse_assess.model.scheme import Scheme
from mrse_assess.workbench.letter_life.page_views import LetterPageAct, Way
from mrse_assess.workbench.letter_life.views import IssuedLetter, LetterState

_NOT_SENT = "Nothing is sent from here: the office sends the files."
_REGISTER = "Register another person of the office."
_WHOSE = {
    Way.PANEL: "the panel",
    Way.SETTINGS: "the office in the settings",
    Way.EDITS: "whoever looks after the words of the letter",
}
_KEPT = "Its files and its records stay as they are, and verify looks after them."


def choose_outcome() -> str:
    """Next, while nobody has chosen an outcome."""
    return "The panel chooses an outcome; until then there is no letter to sign off."


def deal_with(grounds: int, ways: tuple[Way, ...]) -> str:
    """Next, while something keeps the letter back: whose it is to deal with."""
    keep = "1 ground keeps" if grounds == 1 else f"{grounds} grounds keep"
    whose = listed([_WHOSE[way] for way in ways])
    return f"{keep} the letter from being issued, to be settled by {whose}."


def sign_off_next(who: str, chosen_by: str) -> str:
    """Next, when the letter can be signed off."""
    if not who:
        return f"Nobody else may sign the letter off: {chosen_by} chose the outcome. {_REGISTER}"
    return f"{_begun(who)} reads the letter and signs it off. {chosen_by} chose the outcome, so cannot."


def issue_next(who: str, signed_by: str) -> str:
    """Next, when it is signed off."""
    if not who:
        return f"Nobody else may issue the letter: {signed_by} signed it off. {_REGISTER}"
    return f"{_begun(who)} issues the letter. {signed_by} signed it off, so cannot."


def release_next(why: str) -> str:
    """Next, while the letter is held."""
    return f"The letter is held: {_ended(why)} The office or the chair releases it, with a reason."


def send_next(letter: str) -> str:
    """Next, when it is issued."""
    return f"{letter} is issued. The office sends its files to the applicant and tells the assessors the outcome."


def moved_next(letter: str) -> str:
    """Next, when it is issued and the records have changed since."""
    return (
        f"{letter} was issued, and something has been recorded or set since. Its files stay as they went out. "
        "If the applicant has to know, supersede it; if it should not have gone out, recall it."
    )


def name_of(act: LetterPageAct, letter: str) -> str:
    """The act as its button names it."""
    return {
        LetterPageAct.SIGN_OFF: f"Sign off {letter}",
        LetterPageAct.ISSUE: f"Issue {letter}",
        LetterPageAct.HOLD: f"Hold {letter}",
        LetterPageAct.RELEASE: f"Release {letter}",
        LetterPageAct.RECALL: f"Recall {letter}",
        LetterPageAct.SUPERSEDE: f"Supersede {letter}",
    }[act]


def follows_sign_off(letter: str, person: str, sentences: int) -> tuple[str, ...]:
    """What signing off does."""
    return (
        f"You have read {letter} as it stands now, {counted(sentences, 'sentence')}, and say that it may go out.",
        f"It is recorded as said by {person}. Another person issues the letter.",
        "When a sentence or a record behind it changes after this, the sign-off no longer counts.",
    )


def follows_issue(letter: str, signed_by: str) -> tuple[str, ...]:
    """What issuing does."""
    return (
        f"{letter} gets today's date. Its Word and PDF files are made and frozen, with their hashes in the records.",
        f"It goes out on the sign-off by {signed_by}." if signed_by else "It goes out on its sign-off.",
        "No sentence of it can be changed any more; it can be recalled or superseded, and stays on record.",
        _NOT_SENT,
    )


def follows_hold(letter: str, *, issued: bool) -> tuple[str, ...]:
    """What holding does."""
    if not issued:
        return (f"{letter} can be neither signed off nor issued until somebody releases it.",)
    return (
        f"{letter} is marked as not to be relied on until somebody releases it.",
        "Batches leave it out, and the assessors are not told.",
        f"Whoever has it already must be told by the office. {_KEPT}",
    )


def follows_release(letter: str, *, issued: bool) -> tuple[str, ...]:
    """What releasing does."""
    return (f"{letter} may be relied on again." if issued else f"{letter} can be signed off and issued again.",)


def follows_recall(letter: str) -> tuple[str, ...]:
    """What recalling does."""
    return (
        f"{letter} no longer counts. {_KEPT}",
        "The letter is a draft again, under its next number: it can be edited, signed off and issued anew.",
        f"Whoever has {letter} must be told by the office: nothing is sent from here.",
    )


def follows_supersede(letter: str) -> tuple[str, ...]:
    """What superseding does."""
    return (
        f"{letter} no longer counts. {_KEPT}",
        "The next letter issued is recorded as the one in its place; it is made of the records as they are now.",
        f"Whoever has {letter} gets the new one from the office: nothing is sent from here.",
    )


def done(act: LetterPageAct, letter: str) -> str:
    """What the page answers once the act is recorded."""
    said = {
        LetterPageAct.SIGN_OFF: "is signed off",
        LetterPageAct.ISSUE: "is issued, and its files are frozen",
        LetterPageAct.HOLD: "is held",
        LetterPageAct.RELEASE: "is released",
        LetterPageAct.RECALL: "is recalled",
        LetterPageAct.SUPERSEDE: "is superseded",
    }[act]
    return f"{letter} {said}."


def edited(number: int, fresh: tuple[str, ...], *, removed: bool = False) -> str:
    """What the page answers once a sentence stands in other words, or as composed; ``fresh`` are grounds it brought."""
    stands = "stands as it was composed again" if removed else "stands in your words"
    told = f"Sentence {number} {stands}." if number else "The words that fitted no sentence are gone."
    if not fresh:
        return told
    more = f" There {'is 1 more' if len(fresh) == 2 else f'are {len(fresh) - 1} more'}." if len(fresh) > 1 else ""  # noqa: PLR2004 - the first and one more
    return f"{told} It keeps the letter back now: {fresh[0]}{more}"


def not_to_tell(issued: IssuedLetter | None, *, office: bool) -> str:
    """Why there is nothing to tell the assessors now, "" when there is."""
    if not office:
        return "The office tells the assessors the outcome once the letter is issued."
    if issued is None:
        return "Once the letter is issued, the assessors can be told the outcome; the words stand here then."
    if issued.state is LetterState.HELD:
        return f"{issued.letter} is held: the assessors are told nothing until it is released."
    return ""


def on_day(issued: IssuedLetter, scheme: Scheme) -> str:
    """The day of issue in words, as the letter bears it."""
    return day_in_words(scheme.day_of(issued.at)) if issued.at else ""


def _begun(who: str) -> str:
    return f"{who[:1].upper()}{who[1:]}" if who.startswith("some") else who


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
