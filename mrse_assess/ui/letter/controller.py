"""What the letter's page asks of the workbench. See ``ui.controller``."""

from concurrent.futures import Future
from typing import Protocol

from mrse_assess.model.acts import Issue
from mrse_assess.workbench.letter_life.page_views import LetterPageAct, LetterPageView, SentenceView
from mrse_assess.workbench.outcome_views import LetterFile, LetterForm
from mrse_assess.workbench.views import PagePicture


class LetterController(Protocol):
    """The letter of one application under one person's hands.

    What records raises StaleWriteError when something was recorded since the last look, and answers in a sentence.
    """

    def view(self) -> LetterPageView:
        """The whole page, as of the last look at the records."""

    def sentence(self, number: int) -> SentenceView:
        """One sentence with what it rests on. BadRequestError when there is none of this number."""

    def page(self, evidence_id: str, number: int, dpi: int) -> "Future[PagePicture]":
        """A page of an item of evidence; the future fails with a MrseAssessError."""

    def elsewhere(self) -> str:
        """What was recorded since the last look, in words; "" for nothing."""

    def catch_up(self) -> None:
        """Read the records anew."""

    def edit(self, number: int, anchor: str, text: str, why: str) -> str:
        """Put a sentence, known by number and anchor, into other words."""

    def remove_edit(self, anchor: str, why: str) -> str:
        """Bring a composed sentence back, or let an edit go that fits none."""

    def act(self, act: LetterPageAct, why: str) -> str:
        """Sign off, hold, release, recall or supersede."""

    def issue(self) -> "Future[Issue]":
        """Issue the letter; :meth:`issued` takes in what came of it."""

    def issued(self, issuing: "Future[Issue]") -> str:
        """What to say once an issue has ended; raises what kept the letter from being issued."""

    def draft_file(self, form: LetterForm) -> "Future[LetterFile]":
        """The draft as a file. BadRequestError once a letter stands."""

    def issued_file(self, letter: str, form: LetterForm) -> LetterFile:
        """A file of an issued letter, byte for byte as it was frozen."""
