"""Items that are much alike, and commentary that is used again or repeats the evidence."""

from dataclasses import replace

import pytest

from mrse_assess.model.places import PageSpan
from mrse_assess.terms import Look

PROCEDURE = """The radiographer locks the outer door when the last patient has left the scanner room for the day.
Nobody takes a trolley past the yellow line unless two members of staff have looked under its mattress.
A steel cylinder is kept in the corridor cupboard, and its key hangs beside the console in the glass case.
The second check of the form is made by someone who was not present when the first one was signed.
Visitors wait in the lobby until they have been asked about pacemakers, clips and fragments in the eye.
Cleaners enter with a person of the unit at all times, and their machine stays outside the magnet room."""
INCIDENT = """The cylinder left the bracket when the porter turned the bed towards the open door of the room.
It struck the cover below the bore and stayed there until the engineer brought the field down next morning.
Nobody had asked the ward whether the bed was one of those that the stores had marked with a green label.
We walked through the route with the site team and found that the sign is hidden while the door is open.
The sign was moved to the other wall, and the question about beds became part of the telephone call.
Three months later the night staff had used the new question forty times and stopped two beds with it."""
TENDER = """Each maker was asked for a field map with contours and for the largest gradient at the bore cover.
Two offers gave no figure for the table, so the answers could not be compared until June of that year.
The pump of the second maker loses its alarm above ten millitesla, which rules out the place by the door.
We asked for a display of the transmit field on the console, since cards of implants now speak of it.
The winning offer holds a light on the floor line and a lock that cannot be opened from the lobby.
A visit to another hospital showed that the lamp of the third maker cannot be seen from the corridor."""
COMMENTARY = """Commentary: I was asked to take this on since nobody at the hospital had done it before me.
I chose the order of the steps and wrote each of them, then tried them with two radiographers at night."""
TALK = """This portfolio entry explains why I believe that I am fit to hold the certificate.
My contribution was large, and the assessor may take it that the procedure spoken of was mine.
Looking back over the years I feel confident that I have met this sub-category many times.
The documents themselves are kept at the hospital and are not enclosed with this account."""
DISCLAIMER = """This e-mail is intended for the addressee and may be privileged and confidential in its content.
If it has reached you in error please tell the sender and delete it from every system that you use.
Views expressed are those of the writer and do not bind the Trust or anybody who works there in law.
Messages are monitored for viruses, and no promise is made that there are none in this one or the next."""


def kinds(looked, *, concerns_only=True):
    found = [each for each in looked.observations if each.outcome is Look.CONCERN or not concerns_only]
    return [(each.kind, each.evidence_id) for each in found]


def without_line(text, number):
    lines = text.splitlines()
    return "\n".join([*lines[:number], *lines[number + 1 :]])


def test_the_same_text_twice_is_a_duplicate_of_the_first(material, check):
    looked = check("similar", material({"1": PROCEDURE, "2": INCIDENT, "3": PROCEDURE}))
    assert kinds(looked) == [("duplicate", "3")]
    assert [(each.evidence_id, each.kind, each.share) for each in looked.items["1"]["alike"]] == [
        ("3", "duplicate", 1.0)
    ]
    assert looked.items["3"]["alike"][0].evidence_id == "1"


def test_a_duplicate_is_found_over_other_lines_and_pages(material, check):
    words = PROCEDURE.split()
    again = [" ".join(words[:40]), "\n".join(" ".join(words[at : at + 7]) for at in range(40, len(words), 7))]
    assert kinds(check("similar", material({"1": PROCEDURE, "2": again}))) == [("duplicate", "2")]


def test_a_later_version_says_what_differs_without_its_words(material, check):
    later = PROCEDURE.replace("two members", "3 members").replace("yellow line", "yellow line of 2024")
    later = without_line(later, 5) + "\nContractors sign the permit at the desk and are briefed by a physicist first."
    earlier = PROCEDURE.replace("two members", "2 members").replace("yellow line", "yellow line of 2019")
    looked = check("similar", material({"1": earlier, "2": later}))
    [told] = [each for each in looked.observations if each.outcome is Look.CONCERN]
    assert told.kind == "near"
    assert told.detail.startswith("Of the 6 sentences of item 2 4 stand in item 1 word for word, 1 differ in figures")
    assert {(place.file, place.quote) for place in told.places} == {("1.pdf", None), ("2.pdf", None)}


def test_a_message_quoted_in_a_later_one_stands_inside_it(material, check):
    reply = "\n".join([*TENDER.splitlines()[:4], "From: somebody", PROCEDURE, *INCIDENT.splitlines()[:4]])
    assert kinds(check("similar", material({"1": PROCEDURE, "2": reply}))) == [("contained", "1")]


def test_items_that_say_other_things_are_not_alike_and_that_is_said(material, check):
    looked = check("similar", material({"1": PROCEDURE, "2": INCIDENT, "3": TENDER}))
    assert [(each.kind, each.outcome) for each in looked.observations] == [("none_alike", Look.CLEAR)]


def test_stationery_alone_is_no_likeness(material, check):
    looked = check(
        "similar", material({"1": f"{PROCEDURE[:160]}\n{DISCLAIMER}", "2": f"{INCIDENT[:160]}\n{DISCLAIMER}"})
    )
    assert kinds(looked) == []


def test_a_template_with_a_common_beginning_and_end_is_no_likeness(material, check):
    head, foot = TENDER.splitlines()[:4], INCIDENT.splitlines()[:4]
    first = "\n".join([*head, *PROCEDURE.splitlines()[:3], *foot])
    second = "\n".join([*head, *PROCEDURE.splitlines()[3:], *foot])
    assert kinds(check("similar", material({"1": first, "2": second}))) == []


def test_what_a_third_item_holds_too_is_taken_for_a_template(material, check):
    form, one, two = PROCEDURE.splitlines(), INCIDENT.splitlines(), TENDER.splitlines()
    first = "\n".join([*form[:2], one[0], *form[2:4], one[1], *form[4:]])
    second = "\n".join([*form[:2], two[0], *form[2:4], two[1], *form[4:]])
    third, fourth = "\n".join([*form[:3], *one[2:]]), "\n".join([*form[3:], *two[2:]])
    assert kinds(check("similar", material({"1": first, "2": second}))) == [("near", "2")]
    assert kinds(check("similar", material({"1": first, "2": second, "3": third, "4": fourth}))) == []


def test_one_form_filled_three_times_is_no_likeness(material, check):
    form, one, two = PROCEDURE.splitlines(), INCIDENT.splitlines(), TENDER.splitlines()
    own = (one[:2], two[:2], one[4:])
    items = {str(at): "\n".join([*form[:2], a, *form[2:4], b, *form[4:]]) for at, (a, b) in enumerate(own, 1)}
    assert kinds(check("similar", material(items))) == []


def test_three_copies_are_not_taken_for_a_form(material, check):
    looked = check("similar", material({"1": PROCEDURE, "2": PROCEDURE, "3": PROCEDURE}))
    assert kinds(looked) == [("duplicate", "2"), ("duplicate", "3"), ("duplicate", "3")]


def test_questions_of_a_form_are_no_likeness_where_the_answers_differ(material, check):
    asked = [line.replace(".", "?") for line in TENDER.splitlines()]

    def filled(text):
        answers = [" ".join(line.split()[:9]) + "." for line in text.splitlines()]
        return "\n".join(f"{each} {answer}" for each, answer in zip(asked, answers, strict=True))

    assert kinds(check("similar", material({"1": filled(PROCEDURE), "2": filled(INCIDENT)}))) == []


def test_a_few_sentences_in_common_are_no_likeness(material, check):
    shared = PROCEDURE.splitlines()[:3]
    first = "\n".join([*INCIDENT.splitlines()[:3], *shared, *INCIDENT.splitlines()[3:]])
    second = "\n".join([*TENDER.splitlines()[:3], *shared, *TENDER.splitlines()[3:]])
    assert kinds(check("similar", material({"1": first, "2": second}))) == []


def test_running_heads_are_no_likeness(material, check):
    head = "\n".join(TENDER.splitlines()[:4])
    one, two = PROCEDURE.splitlines(), INCIDENT.splitlines()
    items = {item: [f"{head}\n{line}" for line in lines[:3]] for item, lines in (("1", one), ("2", two))}
    assert kinds(check("similar", material(items))) == []
    assert kinds(check("similar", material({item: pages[:2] for item, pages in items.items()}))) == [("near", "2")]


def test_two_items_on_the_same_pages_are_not_compared(material, check):
    made = material({"1": PROCEDURE, "2": INCIDENT})
    first, second = made.portfolio.evidence
    second = replace(second, spans=(PageSpan(file="1.pdf", first=1, last=1),))
    made = replace(made, portfolio=replace(made.portfolio, evidence=(first, second)))
    assert kinds(check("similar", made)) == []


def test_a_commentary_used_in_two_items_is_said_of_the_later(material, check):
    looked = check("similar", material({"1": f"{COMMENTARY}\n{PROCEDURE}", "2": f"{COMMENTARY}\n{INCIDENT}"}))
    assert kinds(looked) == [("reused_commentary", "2")]
    assert looked.items["1"]["alike"][0].kind == "reused_commentary"


def test_an_unmarked_passage_of_portfolio_talk_is_commentary_used_again(material, check):
    talk = "\n".join(TALK.splitlines()[::2])
    long = f"{PROCEDURE}\n{TENDER}"
    looked = check("similar", material({"1": f"{talk}\n{long}", "2": f"{talk}\n{INCIDENT}\n" + INCIDENT.upper()}))
    assert kinds(looked) == [("reused_commentary", "2")]


def test_commentaries_that_share_a_sentence_are_not_reused(material, check):
    sentence, mine, other = COMMENTARY.splitlines()[0], INCIDENT.splitlines()[:2], TENDER.splitlines()[:2]
    items = {"1": [" ".join([sentence, *mine]), PROCEDURE], "2": [" ".join([sentence, *other]), TENDER[200:]]}
    assert kinds(check("similar", material(items))) == []


def test_a_passage_in_the_first_person_that_is_no_portfolio_talk_is_not_commentary(material, check):
    said = "I asked the ward for the list and went through it with my colleague, who had marked the beds in May.\n"
    said += "When I came back the bracket had been mended, and I wrote to the stores about the others that week."
    assert kinds(check("similar", material({"1": f"{said}\n{PROCEDURE}", "2": f"{said}\n{INCIDENT}"}))) == []


def test_two_commentaries_of_their_own_are_not_reused(material, check):
    other = "Commentary: my part was the list of beds, which I drew up on the wards in one long week of March."
    looked = check("similar", material({"1": f"{COMMENTARY}\n{PROCEDURE}", "2": f"{other}\n{INCIDENT}"}))
    assert kinds(looked) == []


def test_commentary_that_repeats_the_evidence_is_said(material, check):
    repeats = "Commentary: " + " ".join(PROCEDURE.splitlines()[1:4])
    looked = check("similar", material({"1": f"{repeats}\n{PROCEDURE}", "2": f"{COMMENTARY}\n{INCIDENT}"}))
    assert kinds(looked) == [("repeats_evidence", "1")]


def test_pages_that_could_not_be_read_are_said_and_never_alike(material, check):
    looked = check("similar", material({"1": PROCEDURE, "2": [""]}, unseen=["2"]))
    assert [(each.kind, each.evidence_id, each.outcome) for each in looked.observations] == [
        ("unread", "2", Look.NOT_CHECKABLE)
    ]


def test_short_items_are_too_little_to_compare(material, check):
    looked = check("similar", material({"1": PROCEDURE[:98], "2": PROCEDURE[:98]}))
    assert looked.observations == ()


@pytest.mark.parametrize("text", ["", "\n", "a", "1 2 3", "Commentary", "Commentary:"])
def test_little_or_nothing_to_read_stops_nothing(material, check, text):
    assert kinds(check("similar", material({"1": text, "2": text}))) == []


def test_of_an_item_like_many_others_five_are_told_and_the_facts_name_all(material, check):
    looked = check("similar", material({str(number): PROCEDURE for number in range(1, 9)}))
    told = [each.evidence_id for each in looked.observations if each.outcome is Look.CONCERN]
    assert [told.count(str(number)) for number in range(1, 9)] == [0, 1, 2, 3, 4, 5, 5, 5]
    assert {len(looked.items[str(number)]["alike"]) for number in range(1, 9)} == {7}


def test_what_stands_in_an_item_like_only_one_of_the_two_is_neither_template_nor_foreign(material, check):
    """Sequences are told apart by who holds them: the pair itself, items like both, items like neither."""
    other = f"{PROCEDURE}\n{INCIDENT}"
    looked = check("similar", material({"1": PROCEDURE, "2": other, "3": INCIDENT, "4": TENDER}))
    assert set(kinds(looked)) == {("contained", "1"), ("contained", "3")}
