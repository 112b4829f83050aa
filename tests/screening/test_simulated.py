"""Simulated work: what says so, what only uses such words, what the table declares, and what nobody could see."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material
from mrse_assess.terms import Likelihood, Look

SAYS_SO = [
    "Simulated scenario: advice on scanning a patient with an unknown aneurysm clip.",
    "As we have not had an incident of this kind, the following investigation is hypothetical.",
    "This piece of evidence is a simulation. The e-mails were written by me and a colleague.",
    "Hypothetical example. A 54 year old woman is referred for a knee MRI with a cochlear implant.",
    "Please note this is a mock tender exercise completed during my training.",
    "The patient in this case study is fictional.",
    "This is not a genuine referral but a case given to me by my supervisor.",
    "My trainer set me the following scenario. A patient attends with a vagus nerve stimulator.",
    "I have no experience of siting a new scanner, so this plan is for an imaginary department.",
    "The incident described did not really happen.",
    "(Simulated) risk assessment for a patient with shrapnel",
    "Case is fictitious and any resemblance to a real patient is accidental.",
    "Invented for the purposes of this application: a request from the estates department.",
    "Suppose a patient presents with an unlabelled stent. I would respond as below.",
    "Theoretical exercise: procurement of a second 3T system.",
    "A role-play in which my manager acted as the referring clinician; the call is transcribed below.",
    "The department used here is made up, as our own was designed before I was appointed.",
    "This scenario is hypothetical and was used for my competency sign-off.",
    "This is a simulated case, written for this portfolio.",
    "An assessor should know that the events below are imaginary.",
    "This is a mock-up of a tender reply and was not used.",
    "The scanner in this report does not exist; values are made up for the exercise.",
    "I was given a fictional case by my supervisor and wrote the advice as I would in practice.",
]

REAL_WORK = [
    "No part of this evidence is simulated.",
    "RF heating was simulated in Sim4Life for a patient model with a lead of 40 cm.",
    "A mock MRI scanner is used to prepare children.",
    "A full mock-up of the magnet room was built for the report on the new suite.",
    "The table-top evacuation exercise took place on 4 May; the patient was brought out in 90 seconds.",
    "In the training slides a fictional patient called Joan is screened by the learner.",
    "There is a theoretical risk of burns to the patient from the tattoo.",
    "The emergency scenario was rehearsed with the arrest team, and a mannequin took the place of the patient.",
    "This is a real case and not a simulated one.",
    "None of the evidence in this portfolio is simulated.",
    "Worst case scenario: the projectile strikes the patient.",
    "Patient names have been replaced by invented names.",
    "The meeting did not take place and was moved to June.",
    "For the purposes of this portfolio I have removed patient details.",
    "The scanner room door is constructed of copper and wood, as in the report.",
    "CT simulation is done next door and the patient is then brought to MR.",
    "In this scenario I would recommend that the patient is scanned in normal mode.",
    "The table top is 4 cm lower; the desktop PC is in the control room.",
    "A device was constructed to hold the phantom, and the results are below.",
    "In the event of a quench, an imaginary line marks the exit.",
    "A dummy run of the patient pathway was made before the first list.",
    "The simulated annealing of the shim has no bearing on the patient.",
    "The monitor displays simulated waveforms for demonstration.",
    "Suppose the door is open: the field at that point would be 0.4 mT.",
    "The suite has a simulation centre above it, and the fringe field was plotted in the case of both floors.",
    "Hypothetically the torque could be larger, but the implant is small.",
    "A staged approach was agreed for the project.",
    "The protocol was devised for patients with shunts.",
    "The phantom simulates the conductivity of muscle.",
    "In the hypothetical event of a quench with the door shut the pressure is relieved by the panel.",
]

Build = Callable[..., Material]
Check = Callable[[str, Material], Looked]


def answers(looked: Looked, item: str = "1") -> list[tuple[str, Look]]:
    """What was said of an item."""
    return [(each.kind, each.outcome) for each in looked.observations if each.evidence_id == item]


@pytest.mark.parametrize("text", SAYS_SO)
def test_an_item_that_says_of_itself_that_it_is_simulated_is_shown_where_it_says_so(
    material: Build, check: Check, text: str
) -> None:
    looked = check("simulated", material({"1": ["Advice on a device.", f"The lift came. {text} The sun shone."]}))

    assert answers(looked) == [("said", Look.CONCERN)]
    assert looked.items["1"]["simulated"] is True
    assert {place.page for place in looked.observations[0].places} == {2}
    assert all(place.box and place.quote for place in looked.observations[0].places)
    assert looked.observations[0].likelihood is Likelihood.LIKELY


@pytest.mark.parametrize("text", REAL_WORK)
def test_real_work_that_uses_such_words_is_clear(material: Build, check: Check, text: str) -> None:
    looked = check("simulated", material({"1": f"The lift came. {text} The sun shone."}))

    assert answers(looked) == [("clear", Look.CLEAR)]
    assert looked.items["1"]["simulated"] is False


def test_a_word_by_itself_prompts_a_look_and_settles_nothing(material: Build, check: Check) -> None:
    looked = check(
        "simulated", material({"1": "Hypothetical.\nThe lift came to the second floor and went down again."})
    )

    assert answers(looked) == [("undeclared", Look.CONCERN)]
    assert looked.observations[0].likelihood is Likelihood.POSSIBLE
    assert looked.items["1"]["simulated"] is False


def test_what_the_table_declares_is_said_with_the_sub_categories(material: Build, check: Check) -> None:
    made = material(
        {"1": "Advice on a device.", "2": "Advice."}, cited={"1": ["4.2", "4.1"]}, notes={"1": ["simulated"]}
    )
    looked = check("simulated", made)

    assert answers(looked) == [("declared", Look.CONCERN)]
    assert "4.2, 4.1" in looked.observations[0].detail
    assert looked.items["1"]["simulated"] is True
    assert looked.items["2"]["simulated"] is False


def test_what_the_table_declares_is_not_said_to_be_undeclared(material: Build, check: Check) -> None:
    looked = check("simulated", material({"1": SAYS_SO[0]}, notes={"1": ["simulated"]}))

    assert answers(looked) == [("declared", Look.CONCERN)]
    assert looked.observations[0].places


@pytest.mark.parametrize(("title", "kind"), [("Mock tender for a scanner", "said"), ("Heating simulations", "clear")])
def test_a_title_may_say_it_too(material: Build, check: Check, title: str, kind: str) -> None:
    made = material({"1": "Questions to the bidders."})
    named = replace(made.portfolio, evidence=tuple(replace(one, title=title) for one in made.portfolio.evidence))

    assert [each for each, _ in answers(check("simulated", replace(made, portfolio=named)))] == [kind]


@pytest.mark.parametrize(("text", "simulated"), [("Advice on a device.", None), ("This is a simulated case.", True)])
def test_where_pages_could_not_be_read_the_rest_is_not_settled(
    material: Build, check: Check, text: str, *, simulated: bool | None
) -> None:
    looked = check("simulated", material({"1": [text, ""]}, unseen=["1"]))

    assert answers(looked)[-1] == ("unread", Look.NOT_CHECKABLE)
    assert ("clear", Look.CLEAR) not in answers(looked)
    assert looked.items["1"]["simulated"] is simulated


def test_the_places_of_one_item_are_bounded(material: Build, check: Check) -> None:
    looked = check("simulated", material({"1": "This is a simulated case. The lift came.\n" * 40}))

    assert 1 < len(looked.observations[0].places) <= 20


def test_a_word_behind_a_hyphen_is_part_of_another_word(material: Build, check: Check) -> None:
    looked = check("simulated", material({"1": "Patient Mrs Ottoline Varga-Fictional was seen in this case."}))

    assert answers(looked) == [("clear", Look.CLEAR)]


def test_words_that_are_of_a_case_or_of_nothing_prompt_no_look_by_themselves(material: Build, check: Check) -> None:
    looked = check("simulated", material({"1": "Film of the pull on an oxygen cylinder (dummy)."}))

    assert answers(looked) == [("clear", Look.CLEAR)]
