"""One letter on a page, under one person's hands: looked at, changed, signed off, issued, and what becomes of it."""

from concurrent.futures import Future
from typing import Final

from mrse_assess.errors import BadRequestError, StaleWriteError
from mrse_assess.letter.edits import anchor_of
from mrse_assess.model.acts import Issue
from mrse_assess.records import Event
from mrse_assess.workbench.letter_life import page_words, permitted
from mrse_assess.workbench.letter_life.desk import LetterDesk
from mrse_assess.workbench.letter_life.editing import edit_named
from mrse_assess.workbench.letter_life.page import page_of, sentence_of, sentence_on_sheet
from mrse_assess.workbench.letter_life.page_views import LetterPageAct, LetterPageView, SentenceView
from mrse_assess.workbench.letter_life.papers import draft_file, issued_file
from mrse_assess.workbench.letter_life.sheet import sheet_numbers
from mrse_assess.workbench.letter_life.since import words_of
from mrse_assess.workbench.letter_life.views import Drafted
from mrse_assess.workbench.outcome_views import LetterFile, LetterForm
from mrse_assess.workbench.panel.pages import page_for_panel
from mrse_assess.workbench.views import PagePicture
from mrse_assess.workspace import Application, Workspace

_NO_APPLICATION: Final = ""
"""Under which settings and persons are recorded: they belong to no application."""


class LetterSession:
    """The letter of one application on a page. An act is refused while the page shows what is no longer so.

    Raises:
        BadRequestError: when it is opened by somebody who may not look at the letter.
    """

    def __init__(self, workspace: Workspace, application: Application, person: str) -> None:
        self._workspace = workspace
        self._application = application
        self._person = person
        self._issuing = False
        self._desk = LetterDesk(workspace, application, person)
        self._look()

    # ------------------------------------------------------------ looking

    def view(self) -> LetterPageView:
        """The whole page, as of the last look at the records."""
        self._desk.require(permitted.LOOK)
        return page_of(self._desk.table, self._draft)

    def sentence(self, number: int) -> SentenceView:
        """One sentence with what it rests on; BadRequestError when the letter has none of this number."""
        self._desk.require(permitted.LOOK)
        found = sentence_of(self._desk.table, self._draft, number)
        if found is None:
            raise BadRequestError(f"The letter has no sentence {number} now.")
        return found

    def page(self, evidence_id: str, number: int, dpi: int) -> "Future[PagePicture]":
        """Page ``number`` (from 1) of an item of evidence. BadRequestError for one that there is not."""
        self._desk.require(permitted.LOOK)
        return page_for_panel(self._desk.table, evidence_id, number, dpi)

    def elsewhere(self) -> str:
        """What was recorded since this page last looked, by others or in another tab, in words; "" for nothing."""
        if self._issuing or self._marks_now() == self._marks:
            return ""
        known = {event.event for event in self._known}
        came = [event for event in self._events() if event.event not in known]
        return words_of(came, self._person)

    def catch_up(self) -> None:
        """Read the records anew."""
        self._look()

    # ------------------------------------------------------------ words

    def edit(self, number: int, anchor: str, text: str, why: str) -> str:
        """Put a sentence into other words; what the page then says.

        Args:
            number: the sentence's on the sheet.
            anchor: how its anchor begins, so that no other sentence is changed than the one that was read.
            text: the words that shall stand there.
            why: the reason, which is kept.

        Raises:
            BadRequestError: it cannot be edited, or no words or reason are given.
            StaleWriteError: something was recorded since the page last looked.
        """
        self._refuse_behind()
        found = sentence_on_sheet(self._draft, number)
        if found is None or not anchor or not anchor_of(found[1]).startswith(anchor):
            raise StaleWriteError("The letter is another now, so nothing was recorded. Read the sentence again.")
        before = self._grounds()
        self._desk.edit(found[0], text, why)
        self._look()
        return page_words.edited(number, self._fresh(before))

    def remove_edit(self, anchor: str, why: str) -> str:
        """Bring a composed sentence back, or let an edit go that fits none; what the page then says."""
        self._refuse_behind()
        edit = edit_named(self._draft.edits, anchor)
        number = sheet_numbers(self._draft.letter).get(edit.number or 0, 0)
        before = self._grounds()
        self._desk.remove_edit(edit.anchor, why)
        self._look()
        return page_words.edited(number, self._fresh(before), removed=True)

    # ------------------------------------------------------------ sign-off, hold, recall

    def act(self, act: LetterPageAct, why: str) -> str:
        """Sign off, hold, release, recall or supersede; what the page then says. Issue is :meth:`issue`.

        Raises:
            BadRequestError: it cannot be done now, by this person, or without a reason.
            StaleWriteError: something was recorded since the page last looked.
        """
        self._refuse_behind()
        letter = self.view().letter
        self._do(act, why)
        self._look()
        return page_words.done(act, letter)

    def _do(self, act: LetterPageAct, why: str) -> Event:
        desk = self._desk
        match act:
            case LetterPageAct.SIGN_OFF:
                return desk.sign_off()
            case LetterPageAct.HOLD:
                return desk.hold(why)
            case LetterPageAct.RELEASE:
                return desk.release(why)
            case LetterPageAct.RECALL:
                return desk.recall(why)
            case LetterPageAct.SUPERSEDE:
                return desk.supersede(why)
        raise BadRequestError("Issue is asked for by itself.")

    # ------------------------------------------------------------ issue

    def issue(self) -> "Future[Issue]":
        """Issue the letter in the background; :meth:`issued` takes in what came of it.

        Raises:
            BadRequestError: there is a ground against it.
            StaleWriteError: something was recorded since the page last looked.
        """
        self._refuse_behind()
        if grounds := self._desk.grounds():
            raise BadRequestError(f"The letter cannot be issued now. {grounds[0].found} {grounds[0].advice}")
        self._issuing = True
        return self._workspace.background.submit(self._issue)

    def issued(self, issuing: "Future[Issue]") -> str:
        """What the page says once :meth:`issue` has ended; whatever kept it from being issued is raised."""
        self._issuing = False
        issue = issuing.result()
        self._look()
        return page_words.done(LetterPageAct.ISSUE, issue.letter)

    def _issue(self) -> Issue:
        return LetterDesk(self._workspace, self._application, self._person).issue()

    # ------------------------------------------------------------ files

    def draft_file(self, form: LetterForm) -> "Future[LetterFile]":
        """The draft as a file, drawn in the worker; BadRequestError once a letter stands."""
        standing = self._desk.standing()
        if standing:
            raise BadRequestError(f"{standing.letter} was issued: take its own files.")
        return draft_file(self._workspace, self._draft, form)

    def issued_file(self, letter: str, form: LetterForm) -> LetterFile:
        """A file of an issued letter as it was frozen; RecordsError when it is missing or was changed."""
        self._desk.require(permitted.LOOK)
        return issued_file(self._desk.table, letter, form)

    # ------------------------------------------------------------ inside

    def _look(self) -> None:
        # the marks before the records: what is recorded in between is told as new, never passed over
        self._marks = self._marks_now()
        self._known = self._events()
        self._desk.table.catch_up()
        self._draft: Drafted = self._desk.draft()

    def _marks_now(self) -> tuple[str, str]:
        store = self._workspace.store
        return store.application_head(self._application.reference), store.application_head(_NO_APPLICATION)

    def _events(self) -> tuple[Event, ...]:
        store = self._workspace.store
        return (*store.events(application=_NO_APPLICATION), *store.events(application=self._application.reference))

    def _refuse_behind(self) -> None:
        self._desk.require(permitted.LOOK)
        if self._issuing:
            raise BadRequestError("The letter is being issued. Wait until it is done.")
        if came := self.elsewhere():
            raise StaleWriteError(f"Nothing was recorded, since this page was behind: {came} It is up to date now.")

    def _grounds(self) -> tuple[str, ...]:
        return tuple(f"{one.found} {one.advice}" for one in self._draft.refusals)

    def _fresh(self, before: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in self._grounds() if one not in before)
