"""The life of a letter after an outcome is chosen, as one person at the office or in the chair deals with it."""

from dataclasses import replace

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.model.acts import Issue, LetterStateChange, SignOff
from mrse_assess.model.letter import Refusal
from mrse_assess.records import Event
from mrse_assess.terms import LetterAct
from mrse_assess.workbench.letter_life import permitted
from mrse_assess.workbench.letter_life.drafting import drafted, standing_letter
from mrse_assess.workbench.letter_life.editing import edit_named, edit_of, removal_of, sentence_at
from mrse_assess.workbench.letter_life.issuing import issue_files, store_letter
from mrse_assess.workbench.letter_life.signing import sign_off_grounds, signed_off, why_not_sign
from mrse_assess.workbench.letter_life.states import held_drafts, issued_letters, state_of_draft
from mrse_assess.workbench.letter_life.status import is_as_issued, issue_in, status_of
from mrse_assess.workbench.letter_life.views import Drafted, IssuedLetter, LetterState, LetterStatus
from mrse_assess.workbench.panel.table import PanelTable
from mrse_assess.workbench.recording import Case
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.issued_letters import faults_of_letter, issuing_alone

_HELD = Refusal(code="held", found="The letter is held.", advice="Release it with a reason first.")


class LetterDesk:
    """The letter of one application, as ``person`` deals with it. What is not theirs to do is refused."""

    def __init__(self, workspace: Workspace, application: Application, person: str) -> None:
        self._table = PanelTable(workspace, application, person.strip())

    # ------------------------------------------------------------ looking

    @property
    def table(self) -> PanelTable:
        """The records behind the letter, as this desk last read them."""
        return self._table

    def require(self, act: str) -> None:
        """Refuse an act of ``permitted`` that is not this person's, with a BadRequestError."""
        table = self._table
        standing = table.people.standing(table.person, table.application)
        left = any(one.person == table.person and one.left for one in table.persons)
        permitted.require(act, table.person, standing, table.application.reference, left=left)

    def standing(self) -> IssuedLetter | None:
        """The letter that was issued and not taken back since."""
        self.require(permitted.LOOK)
        letter = standing_letter(self._table)
        return next((one for one in issued_letters(self._table.in_force) if one.letter == letter), None)

    def issue_of(self, letter: str) -> Issue:
        """The record of issue of a letter that was issued."""
        return issue_in(self._table, letter)

    def draft(self) -> Drafted:
        """The letter as the records give it now, with its edits and the grounds on which it cannot be issued."""
        self.require(permitted.LOOK)
        return drafted(self._table)

    def status(self) -> LetterStatus:
        """Where the letters of the application stand."""
        self.require(permitted.LOOK)
        return status_of(self._table, drafted(self._table))

    # ------------------------------------------------------------ words

    def edit(self, number: int, text: str, why: str) -> Event:
        """Put the sentence of this number (from 1, as the trace counts) into other words.

        Raises:
            BadRequestError: it is none that can be edited, no reason is given, or a letter has gone out.
        """
        self.require(permitted.EDIT)
        self._refuse_after_issue("edited")
        draft = drafted(self._table)
        sentence = sentence_at(draft.letter, number)
        standing = next((one for one in draft.edits if one.number == number), None)
        return self._table.record(edit_of(sentence, standing, text, why, self._case))

    def remove_edit(self, name: str, why: str) -> Event:
        """Bring the composed sentence back. ``name``: the sentence's number, or how the edit's anchor begins."""
        self.require(permitted.EDIT)
        self._refuse_after_issue("edited")
        return self._table.record(removal_of(edit_named(drafted(self._table).edits, name), why, self._case))

    # ------------------------------------------------------------ sign-off and issue

    def sign_off(self) -> Event:
        """Approve the letter as it is now.

        Raises:
            BadRequestError: the same person chose the outcome, the letter is held, or it could not be issued.
        """
        self.require(permitted.SIGN_OFF)
        self._refuse_after_issue("signed off")
        if why := why_not_sign(self._table, self._table.person):
            raise BadRequestError(why)
        draft = drafted(self._table)
        self._refuse((*self._held(), *draft.refusals), "signed off")
        said = SignOff(**self._case, letter=draft.letter.letter_id, digest=draft.digest, head=draft.head)
        return self._table.record(said)

    def grounds(self) -> tuple[Refusal, ...]:
        """Every ground on which this person cannot issue the letter now; () when they can."""
        self.require(permitted.ISSUE)
        if standing_letter(self._table):
            return ()
        draft = drafted(self._table)
        signed = signed_off(self._table, draft)
        return (*draft.refusals, *self._held(), *sign_off_grounds(signed, self._table.person))

    def issue(self) -> Issue:
        """Issue the letter: its files are stored, their hashes recorded. Issued again as it is, it is the same issue.

        Raises:
            BadRequestError: there is a ground against it, or another letter of this attempt stands.
            RecordsError: the files of the letter that was issued are not as they were.
        """
        self.require(permitted.ISSUE)
        if standing := standing_letter(self._table):
            return self._issued_before(standing)
        self._refuse(self.grounds(), "issued")
        table = self._table
        draft = drafted(table, issued=table.workspace.today())
        self._refuse(draft.refusals, "issued")
        # this takes seconds: what was so before it is asked again after it
        files = issue_files(table.workspace, table.application, draft)
        with issuing_alone(table.workspace.layout):
            self._refuse_changed_since(draft)
            superseded = self._superseded_last()
            table.record(*store_letter(table.workspace, table.application, draft, files, superseded))
        return self.issue_of(draft.letter.letter_id)

    def _refuse_changed_since(self, draft: Drafted) -> None:
        """Refuse to issue a letter while whose files were made something was recorded: a hold, an edit, an issue."""
        table = self._table
        table.catch_up()
        self._refuse_after_issue("issued again")
        now = drafted(table, issued=draft.letter.issue_date)
        if (now.digest, now.head) != (draft.digest, draft.head):
            raise BadRequestError(
                "Something was recorded while the files were made, so nothing was issued. Look again."
            )
        self._refuse(self.grounds(), "issued")

    # ------------------------------------------------------------ what becomes of it

    def hold(self, why: str) -> Event:
        """Hold the letter: it is not issued, or if it was, not to be relied on, until it is released."""
        self.require(permitted.HOLD)
        standing = standing_letter(self._table)
        if self._state(standing) is LetterState.HELD:
            raise BadRequestError("The letter is held already.")
        return self._change(standing or drafted(self._table).letter.letter_id, LetterAct.HELD, why)

    def release(self, why: str) -> Event:
        """Release a letter that is held."""
        self.require(permitted.HOLD)
        standing = standing_letter(self._table)
        if self._state(standing) is not LetterState.HELD:
            raise BadRequestError("The letter is not held, so there is nothing to release.")
        letters = (standing,) if standing else held_drafts(self._table.in_force)
        return self._change_all(letters, LetterAct.RELEASED, why)

    def recall(self, why: str) -> Event:
        """Take an issued letter back. Another one may be issued then."""
        self.require(permitted.HOLD)
        return self._change(self._standing("recalled"), LetterAct.RECALLED, why)

    def supersede(self, why: str) -> Event:
        """Take an issued letter back because another takes its place, which is issued next."""
        self.require(permitted.HOLD)
        letter = self._standing("superseded")
        return self._change(letter, LetterAct.SUPERSEDED, why)

    # ------------------------------------------------------------ inside

    @property
    def _case(self) -> Case:
        return {"application": self._table.application.reference, "attempt": self._table.application.attempt}

    def _held(self) -> tuple[Refusal, ...]:
        found = self._table.in_force
        held = held_drafts(found)
        rows = tuple(one.event for one in found.letter_states if one.letter in held)
        return (replace(_HELD, rows=rows),) if held else ()

    def _state(self, standing: str) -> LetterState:
        if not standing:
            return state_of_draft(self._table.in_force, ())
        return next(one.state for one in issued_letters(self._table.in_force) if one.letter == standing)

    def _refuse(self, refusals: tuple[Refusal, ...], done: str) -> None:
        if refusals:
            more = f" There are {len(refusals) - 1} more grounds." if len(refusals) > 1 else ""
            first = f"{refusals[0].found} {refusals[0].advice}"
            raise BadRequestError(f"The letter cannot be {done} now. {first}{more}")

    def _refuse_after_issue(self, done: str) -> None:
        if standing := standing_letter(self._table):
            raise BadRequestError(
                f"{standing} was issued, so it cannot be {done}. Recall or supersede it first, with a reason."
            )

    def _standing(self, done: str) -> str:
        standing = standing_letter(self._table)
        if not standing:
            raise BadRequestError(f"No letter stands that could be {done}: none was issued, or it was taken back.")
        return standing

    def _issued_before(self, standing: str) -> Issue:
        issue = self.issue_of(standing)
        if not is_as_issued(drafted(self._table), issue):
            raise BadRequestError(
                f"{standing} was issued, and something has changed since. Recall or supersede it first, with a reason."
            )
        for _, found in faults_of_letter(self._table.workspace.layout, issue):
            raise RecordsError(f"{found} Restore a backup.")
        return issue

    def _superseded_last(self) -> tuple[LetterStateChange, ...]:
        issued = issued_letters(self._table.in_force)
        last = issued[-1].letter if issued else ""
        return tuple(one for one in self._table.in_force.letter_states if one.letter == last)

    def _change(self, letter: str, state: LetterAct, why: str) -> Event:
        return self._change_all((letter,), state, why)

    def _change_all(self, letters: tuple[str, ...], state: LetterAct, why: str) -> Event:
        if not why.strip():
            raise BadRequestError("Write why; the reason is kept with the record.")
        said = LetterStateChange(**self._case, letter="", state=state, why=why.strip())
        return self._table.record(*(replace(said, letter=letter) for letter in letters))
