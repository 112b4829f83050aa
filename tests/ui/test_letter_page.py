"""The letter's page without a browser: acts go in as messages, one sentence comes out for each."""

import pytest
from fake_letter import FakeLetter

from mrse_assess.errors import BadRequestError
from mrse_assess.ui.edge import OUR_FAULT
from mrse_assess.ui.letter.page import LONGEST_WORDS, LetterPage
from mrse_assess.workbench.letter_life.page_views import LetterPageAct
from mrse_assess.workbench.outcome_views import LetterFile, LetterForm


@pytest.fixture
def letter(sent):
    kept, left, went = FakeLetter(), [], []
    page = LetterPage(kept, lambda: left.append(True), back="Panel", ways={"settings": lambda: went.append("settings")})

    def act(name, **fields):
        page.pane._handle_custom_msg({"act": name, "id": 1, **fields}, [])
        return sent.last() if sent.messages else None

    act.page, act.letter, act.left, act.went, act.sent = page, kept, left, went, sent
    return act


def shown(letter):
    return letter.page.pane.shown


def test_the_page_shows_where_the_letter_stands_and_its_sentences(letter):
    page = shown(letter)
    assert (page["state"], page["next"], page["back"], page["ways"]) == (
        "drafted", "O2 signs it off.", "Panel", ["settings"],
    )  # fmt: skip
    assert page["blocks"][0]["lines"][0][1] == {
        "n": 2, "anchor": "b2", "t": "Item 7 shows <i>a list</i>.", "after": " ", "refused": True,
    }  # fmt: skip
    assert page["acts"][1]["why_not"] == "Nobody has signed it off."
    assert page["grounds"][0]["rows"][0]["at"] == "22 November 2026, 14:02"
    assert page["issued"][0]["why"] == "slip"
    assert page["told"]["persons"] == ["A1", "A2"]
    assert page["sentence"] is None


def test_a_sentence_shows_what_it_rests_on(letter):
    assert letter("sentence", number=2) == {"ack": 1, "said": ""}
    (row,) = shown(letter)["sentence"]["rows"]
    assert (row["what"], row["words"], row["item"], row["page"], row["pages"]) == (
        "Item 7 for 3", "not satisfactory", "7", 2, 4,
    )  # fmt: skip
    letter("sentence", number=0)
    assert shown(letter)["sentence"] is None


@pytest.mark.parametrize("number", [4, -1, "2", None, 10**9])
def test_a_sentence_that_there_is_not_is_refused(letter, number):
    assert letter("sentence", number=number)["refused"]


def test_the_sentence_on_screen_is_followed_where_it_goes_and_dropped_when_it_is_gone(letter):
    letter("sentence", number=2)
    letter.letter.texts.insert(0, ("n0", "A new one."))
    letter("catch_up")
    assert (shown(letter)["sentence"]["number"], shown(letter)["sentence"]["anchor"]) == (3, "b2")
    del letter.letter.texts[2]
    letter("catch_up")
    assert shown(letter)["sentence"] is None


def test_words_are_recorded_with_number_anchor_and_reason(letter):
    said = letter("edit", number=2, anchor="b2", text="Item 7 is a list.", why="plainer")
    assert said == {"ack": 1, "said": "Sentence 2 stands in your words."}
    letter("remove_edit", anchor="b2", why="better before")
    assert letter.letter.said == [("edit", 2, "b2", "Item 7 is a list.", "plainer"), ("remove", "b2", "better before")]


@pytest.mark.parametrize(
    "fields",
    [{"why": ""}, {"number": 0}, {"text": ["x"]}, {"text": "x" * (LONGEST_WORDS + 1)}, {"why": 7}],
)
def test_what_cannot_be_recorded_is_refused_in_words(letter, fields):
    asked = {"number": 2, "anchor": "b2", "text": "Words.", "why": "plainer", **fields}
    assert letter("edit", **asked)["refused"]
    assert letter.letter.said == []


def test_an_act_is_done_with_its_reason(letter):
    assert letter("do", what="hold", why="a query") == {"ack": 1, "said": "It is recorded."}
    assert letter.letter.said == [(LetterPageAct.HOLD, "a query")]
    assert letter("do", what="burn")["refused"]


def test_a_page_that_is_behind_says_so_and_is_brought_up_to_date(letter):
    letter.letter.behind = "O2 signed the letter off at 14:03:00."
    assert letter("look") == {"elsewhere": "O2 signed the letter off at 14:03:00."}
    answer = letter("do", what="sign_off", why="")
    assert answer == {"ack": 1, "refused": "Nothing was recorded: O2 signed the letter off at 14:03:00.", "stale": True}
    assert letter.letter.caught_up == 1
    assert letter.letter.said == []


def test_a_page_that_is_behind_and_closed_meanwhile_says_that(letter):
    def closed():
        raise BadRequestError("There is no application for you.")

    letter.letter.behind, letter.letter.catch_up = "O left.", closed
    assert letter("do", what="sign_off", why="") == {"ack": 1, "refused": "There is no application for you."}


def test_issue_is_answered_once_it_has_ended(letter):
    assert letter("issue") is None
    letter.letter.issuing.set_result(None)
    assert letter.sent.last() == {"ack": 1, "said": "It is issued."}


@pytest.mark.parametrize(
    ("error", "refused"), [(BadRequestError("There is a ground."), "There is a ground."), (KeyError("x"), OUR_FAULT)]
)
def test_an_issue_that_fails_says_why(letter, error, refused):
    letter("issue")
    letter.letter.issuing.set_exception(error)
    assert letter.sent.last() == {"ack": 1, "refused": refused}


def test_issued_files_come_as_they_were_frozen(letter):
    answer = letter("file", letter="L-0", form="pdf")
    assert (answer["file"], letter.sent.data()) == ("L-0.pdf", b"frozen")
    assert letter("file", letter="L-9", form="pdf")["refused"] == "letter.pdf was changed after its issue."
    assert letter("file", letter="L-0", form="exe")["refused"]


def test_the_draft_is_drawn_and_given_when_it_is_done(letter):
    assert letter("file", letter="", form="docx") is None
    assert letter.letter.said == [("draft", LetterForm.DOCX)]
    letter.letter.drawing.set_result(LetterFile(name="L draft.docx", media="m", data=b"drawn"))
    assert (letter.sent.last()["said"], letter.sent.data()) == ("Saved by the browser as L draft.docx.", b"drawn")


def test_a_page_of_the_evidence_is_drawn_and_one_that_is_not_there_says_so(letter):
    answer = letter("page", evidence_id="7", number=2, dpi=144, wanted=5)
    assert (answer["wanted"], answer["number"], answer["picture"]["media"]) == (5, 2, "image/png")
    assert letter.sent.data()
    assert letter("page", evidence_id="8", number=1, dpi=144, wanted=6)["no_page"]


def test_the_ways_lead_where_the_page_was_told_and_nowhere_else(letter):
    letter("go", way="settings")
    assert letter.went == ["settings"]
    assert letter("go", way="panel")["refused"]
    letter("leave")
    assert letter.left == [True]


def test_an_act_that_is_not_known_is_refused(letter):
    assert letter("purge")["refused"]
    assert letter("ping") == {"pong": True}
