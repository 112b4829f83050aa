"""Hand edits: which sentences a person may put into other words, and the record of it."""

from mrse_assess.errors import BadRequestError
from mrse_assess.letter.edits import anchor_of
from mrse_assess.model.acts import LetterEdit
from mrse_assess.model.letter import Letter, Sentence
from mrse_assess.workbench.letter_life.views import Edit
from mrse_assess.workbench.recording import Case

_NOT_TO_EDIT = ("head.", "foot.", "draft.", "heading.outcome", "salutation")
"""What says whose letter this is and where it comes from."""


def sentence_at(letter: Letter, number: int) -> Sentence:
    """The sentence of this number in the trace, from 1.

    Raises:
        BadRequestError: the letter has no such sentence, or it is none that words can be put into.
    """
    sentences = tuple(letter.sentences())
    if not 1 <= number <= len(sentences):
        raise BadRequestError(f"The letter has sentences 1 to {len(sentences)}; there is none numbered {number}.")
    sentence = sentences[number - 1]
    if not is_to_be_edited(sentence):
        raise BadRequestError(f"Sentence {number} says whose letter this is or where it comes from; it is not edited.")
    return sentence


def is_to_be_edited(sentence: Sentence) -> bool:
    """Whether words can be put into the place of this sentence."""
    return not sentence.passage.startswith(_NOT_TO_EDIT) and sentence.section != "draft"


def edit_of(sentence: Sentence, standing: Edit | None, text: str, why: str, of: Case) -> LetterEdit:
    """The record of putting a sentence into other words. ``standing``: the edit of it that is in force.

    Raises:
        BadRequestError: no words, no reason, or the words that stand there already.
    """
    if not text.strip():
        raise BadRequestError("Write the words that shall stand there; remove the edit to have the composed ones.")
    if not why.strip():
        raise BadRequestError("Write why the sentence is changed; the reason is kept with the record.")
    if text.strip() == sentence.text:
        raise BadRequestError("These words stand there already.")
    return LetterEdit(
        **of,
        anchor=anchor_of(sentence),
        text=" ".join(text.split()),
        composed=standing.now if standing else sentence.text,
        why=why.strip(),
    )


def removal_of(edit: Edit, why: str, of: Case) -> LetterEdit:
    """The record of bringing the composed sentence back; BadRequestError without a reason."""
    if not why.strip():
        raise BadRequestError("Write why the edit goes; the reason is kept with the record.")
    return LetterEdit(**of, anchor=edit.anchor, text="", composed=edit.composed, why=why.strip())


def edit_named(edits: tuple[Edit, ...], name: str) -> Edit:
    """The edit of this sentence number, or whose anchor begins so.

    Raises:
        BadRequestError: there is none, or more than one.
    """
    found = [one for one in edits if str(one.number) == name or (len(name) >= 6 and one.anchor.startswith(name))]  # noqa: PLR2004 - as short as a person may type it
    if len(found) != 1:
        raise BadRequestError(f"There is no edit {name!r}; letter-status lists them with their numbers.")
    return found[0]
