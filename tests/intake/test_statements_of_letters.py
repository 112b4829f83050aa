"""Who vouches in a sentence, a letter or an e-mail: name and post in one breath, dates of mail, ink below the words."""

import dataclasses
import textwrap

import pytest

from mrse_assess.model.pages import Ruling

WHO = ("Ida Holm", "Head of MR Physics", "2025-03-21")
BEST = "To the best of my knowledge all of the evidence is the applicant's own work."


@pytest.fixture
def read_statement(segments):
    def build(*lines, scrawl=None, over=None, high=24, ruled=None):
        made = segments.drawn()
        page = made.page(title="Experience Cross Reference Table")
        made.table(page, [("Sub-category", "Evidence"), *segments.claims.items()], (90, 300), padding=1, top=110)
        made.page(*(part for line in lines for part in textwrap.wrap(line, 90)), top=80)
        for number in range(1, 13):
            made.evidence(f"Evidence {number}", 1)
        read = made.reading()
        pages = list(read.pages)
        if scrawl is not None:
            below = next(word for word in reversed(pages[1].words) if word.text == scrawl)
            top = below.y1 + (over or 6)
            ink = ((60, top, 170, top + high),)
            later = tuple(
                word._replace(y0=word.y0 + 40, y1=word.y1 + 40) if word.y0 > below.y1 else word
                for word in pages[1].words
            )
            pages[1] = dataclasses.replace(pages[1], inked=ink, words=later)
        if ruled is not None:
            above = next(word for word in pages[1].words if word.text == ruled)
            rule = Ruling(60, above.y0 - 4, 520, above.y0 - 4)
            pages[1] = dataclasses.replace(pages[1], rulings=(rule,))
        return segments.read(dataclasses.replace(read, pages=tuple(pages))).authentication

    return build


def said(found):
    name = found.referee_name
    return (name.removeprefix("Dr ") if name else None, found.role, found.dated_on)


IN_ONE_BREATH = [
    f"I, Dr Ida Holm, am Head of MR Physics at Elmbridge Hospital and line manager of Una Vale. {BEST}",
    f"I, Ida Holm, am the Head of MR Physics for Elmbridge NHS Trust. {BEST}",
    f"I Dr Ida Holm am Head of MR Physics, Elmbridge Hospital. {BEST}",
    f"I, Dr Ida Holm, work as Head of MR Physics within Elmbridge NHS Trust. {BEST}",
    "I, Ida Holm, am currently employed as Head of MR Physics at Elmbridge; I confirm the portfolio is her own work.",
    "I, Dr Ida Holm, was Head of MR Physics while the work was done. I confirm that the portfolio is her own work.",
]


@pytest.mark.parametrize("sentence", IN_ONE_BREATH)
def test_name_and_post_may_be_said_in_one_breath(read_statement, sentence):
    assert said(read_statement("Statement by line manager", sentence, "21 March 2025")) == WHO


@pytest.mark.parametrize(
    "sentence", ["I, Dr Ida Holm, am pleased to say that the portfolio is the applicant's own work."]
)
def test_what_somebody_feels_is_no_post(read_statement, sentence):
    found = read_statement("Statement by line manager", sentence, "21 March 2025")
    assert said(found) == ("Ida Holm", None, "2025-03-21")


LETTERS = {
    "somebody has read it": "I have read the portfolio of the above applicant. It reflects their own work throughout.",
    "to the best of somebody's knowledge": f"{BEST} I have worked with Una since 2021.",
    "somebody looked through it": "I have looked through this application. What it shows is her own work.",
    "somebody is satisfied": "I am satisfied that the evidence in this portfolio represents the candidate's own work.",
}


@pytest.mark.parametrize("form", LETTERS)
def test_a_letter_vouches_in_plain_words(read_statement, form):
    found = read_statement(
        *("Elmbridge Hospital", "21 March 2025", "To whom it may concern"),
        "Portfolio of Una Vale for the MR Safety Expert certificate",
        *(LETTERS[form], "Yours faithfully", "Dr Ida Holm", "Head of MR Physics"),
    )
    assert said(found) == WHO


@pytest.mark.parametrize(
    "words",
    [
        "I have read the report of the survey and agree with it.",
        "To the best of my knowledge the magnet has never quenched.",
        "I am satisfied that the implant was the patient's own.",
    ],
)
def test_a_letter_about_something_else_vouches_for_nobody(read_statement, words):
    found = read_statement(
        *("Elmbridge Hospital", "21 March 2025", "To whom it may concern", words),
        *("Yours faithfully", "Dr Ida Holm", "Head of MR Physics"),
    )
    assert not found.present


@pytest.mark.parametrize("sent", ["Sent: 21 March 2025 09:43", "Date: Fri, 21 Mar 2025 09:43:00 +0000"])
@pytest.mark.parametrize("words", [BEST, "As the applicant's referee I can vouch for the contents of the portfolio."])
def test_an_e_mail_is_dated_by_its_head(read_statement, sent, words):
    found = read_statement(
        *("From: Ida Holm", "To: Una Vale", sent, "Subject: Authentication of your MRSE portfolio", "Dear Una,"),
        *(words, "Signed electronically", "Ida Holm", "Head of MR Physics, Elmbridge Hospital"),
    )
    assert (*said(found), found.signed) == (*WHO, True)


def test_a_post_may_stand_below_the_date_of_a_machines_signature(read_statement):
    lines = ("Authentication", BEST, "Digitally signed by Ida Holm", "Date: 2025.03.21 10:11:12", "Head of MR Physics")
    assert said(read_statement(*lines)) == WHO


def test_a_number_of_registration_is_no_part_of_a_post(read_statement):
    lines = ("Authentication", BEST, "Signed: Ida Holm, HCPC CS01234, Head of MR Physics", "21 March 2025")
    assert said(read_statement(*lines)) == WHO


def test_the_undersigned_needs_no_heading(read_statement):
    found = read_statement(
        "The undersigned confirms that the portfolio is the applicant's own work.",
        *("Ida Holm", "Head of MR Physics", "21 March 2025"),
    )
    assert said(found) == WHO


def test_somebody_may_have_confirmed_it_on_a_day(read_statement):
    sentence = "Dr Ida Holm, Head of MR Physics, confirmed on 21 March 2025 that this portfolio is her own work."
    assert said(read_statement("Authentication", sentence))[:2] == WHO[:2]


@pytest.mark.parametrize(
    "words",
    [
        "I have read the manual of the coil and it is their own work.",
        "I am satisfied that the poster on the door is the trainees' own work.",
    ],
)
def test_what_is_said_of_other_things_below_such_words_vouches_for_nobody(read_statement, words):
    found = read_statement(words, "The candidate device was found later.", "Ida Holm", "Head of MR Physics")
    assert not found.present


INKED = ("Statement of authenticity", f"I, Dr Ida Holm, am Head of MR Physics at Elmbridge. {BEST}", "21 March 2025")


def test_ink_below_the_words_is_a_signature(read_statement):
    assert read_statement(*INKED, scrawl="work.").signed is True


def test_a_thin_line_below_the_words_is_no_signature(read_statement):
    assert read_statement(*INKED, scrawl="work.", high=2).signed is None


def test_the_last_rule_of_the_table_above_is_no_line_left_empty(read_statement):
    assert read_statement(*INKED, ruled="I,").signed is None


def test_without_ink_it_is_not_said_that_nobody_signed(read_statement):
    assert read_statement(*INKED).signed is None


def test_ink_below_the_last_words_of_a_page_is_a_signature(read_statement):
    lines = ("Statement of authenticity", f"{BEST} I, Dr Ida Holm, am Head of MR Physics at Elmbridge.")
    assert read_statement(*lines, scrawl="Elmbridge.").signed is True
    assert read_statement(*lines, scrawl="Elmbridge.", over=200).signed is None


def test_ink_far_below_the_words_is_something_else(read_statement):
    assert read_statement(*INKED, scrawl="2025", over=200).signed is None
