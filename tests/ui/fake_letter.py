"""A letter of three sentences in memory, as the letter's page sees it. ``said`` is what was asked of it."""

from concurrent.futures import Future
from datetime import datetime

from fake_pages import draw

from mrse_assess.errors import BadRequestError, RecordsError, StaleWriteError
from mrse_assess.terms import Verdict
from mrse_assess.workbench.letter_life.page_views import (
    EditLine,
    Ground,
    IssuedLine,
    LetterPageAct,
    LetterPageView,
    NoticeLines,
    OfferedAct,
    RowLine,
    SentenceView,
    SheetBlock,
    SheetPart,
    SheetSentence,
    Step,
    ToldView,
    Way,
)
from mrse_assess.workbench.letter_life.views import LetterState
from mrse_assess.workbench.outcome_views import LetterFile
from mrse_assess.workbench.views import Unit

AT = datetime(2026, 11, 22, 14, 2, 7)  # noqa: DTZ001 - local time, as the page shows it
ROW = RowLine(
    event="e1", what="Item 7 for 3", by="first judgement", at=AT, verdict=Verdict.NOT_SATISFACTORY,
    lines=("Seen: <b>a list</b>",), unit=Unit("3", "7"), page=2, pages=4,
)  # fmt: skip
TEXTS = (("a1", "Dear Dr Tallis,"), ("b2", "Item 7 shows <i>a list</i>."), ("c3", "Please write to us."))


class FakeLetter:
    def __init__(self):
        self.said = []
        self.behind = ""
        self.caught_up = 0
        self.texts = list(TEXTS)
        self.issuing = Future()
        self.drawing = Future()

    def view(self):
        lines = tuple(
            SheetSentence(number=at, anchor=anchor, text=text, after=" ", refused=at == 2)
            for at, (anchor, text) in enumerate(self.texts, 1)
        )
        return LetterPageView(
            application="MRSE-2025-014", applicant="Dr Ines Tallis", attempt=1, letter="MRSE-2025-014-1-A", person="O",
            state=LetterState.DRAFTED, next_step="O2 signs it off.", outcome="Award",
            steps=(Step(name="Outcome", words="Award", done=True), Step(name="Issue", words="not yet")),
            acts=(
                OfferedAct(act=LetterPageAct.SIGN_OFF, name="Sign off", follows=("It is recorded.",), main=True),
                OfferedAct(act=LetterPageAct.ISSUE, name="Issue", follows=(), why_not="Nobody has signed it off."),
            ),
            grounds=(Ground(found="A gap.", advice="Set it.", sentence=2, way=Way.SETTINGS, rows=(ROW,)),),
            notices=(NoticeLines(lead="Still to be judged:", entries=("5.2",)),),
            blocks=(SheetBlock(part=SheetPart.PARAGRAPH, lines=(lines,)),),
            edits=(EditLine(anchor="z9", number=0, composed="was", text="is", now="now", by="O", why="plainer"),),
            issued=(IssuedLine(letter="L-0", state=LetterState.RECALLED, outcome="Award", at=AT, by="O", why="slip"),),
            told=ToldView(text="Awarded.", persons=("A1", "A2")),
        )  # fmt: skip

    def sentence(self, number):
        if not 1 <= number <= len(self.texts):
            raise BadRequestError(f"The letter has no sentence {number} now.")
        anchor, text = self.texts[number - 1]
        return SentenceView(number=number, anchor=anchor, text=text, rows=(ROW,), sources=("Page 66.",))

    def page(self, evidence_id, number, dpi):
        if evidence_id != "7":
            raise BadRequestError("The item is not in the portfolio.")
        future = Future()
        future.set_result(draw("7", "Audit", number, 4, dpi, has_text=True))
        return future

    def elsewhere(self):
        return self.behind

    def catch_up(self):
        self.caught_up += 1
        self.behind = ""

    def _record(self, *said):
        if self.behind:
            raise StaleWriteError(f"Nothing was recorded: {self.behind}")
        self.said.append(said)

    def edit(self, number, anchor, text, why):
        if not why:
            raise BadRequestError("Write why the sentence is changed.")
        self._record("edit", number, anchor, text, why)
        return f"Sentence {number} stands in your words."

    def remove_edit(self, anchor, why):
        self._record("remove", anchor, why)
        return "It stands as it was composed again."

    def act(self, act, why):
        self._record(act, why)
        return "It is recorded."

    def issue(self):
        self._record("issue")
        return self.issuing

    def issued(self, issuing):
        issuing.result()
        return "It is issued."

    def draft_file(self, form):
        self.said.append(("draft", form))
        return self.drawing

    def issued_file(self, letter, form):
        if letter != "L-0":
            raise RecordsError("letter.pdf was changed after its issue.")
        return LetterFile(name=f"{letter}.{form.value}", media="application/pdf", data=b"frozen")
