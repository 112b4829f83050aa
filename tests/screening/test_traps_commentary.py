"""Items that are the applicant's commentary alone: one check says so, by their words or by the applicant's marks."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mrse_assess.model.pages import Heading
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material
from mrse_assess.terms import Look

INCIDENT = """The cylinder left the bracket when the porter turned the bed towards the open door of the room.
It struck the cover below the bore and stayed there until the engineer brought the field down next morning.
Nobody had asked the ward whether the bed was one of those that the stores had marked with a green label.
We walked through the route with the site team and found that the sign is hidden while the door is open."""
COMMENTARY = """Commentary: I was asked to take this on since nobody at the hospital had done it before me.
I chose the order of the steps and wrote each of them, then tried them with two radiographers at night."""
TALK = """This portfolio entry explains why I believe that I am fit to hold the certificate.
My contribution was large, and the assessor may take it that the procedure spoken of was mine.
Looking back over the years I feel confident that I have met this sub-category many times.
The documents themselves are kept at the hospital and are not enclosed with this account."""
REFLECTION = """Reflective account of a course on implants, 4 May 2025.
I took part in the sessions on leads. Looking back, I think that my own advice had been too careful.
My understanding of the limits has changed, and I felt more sure when the next question came."""

Build = Callable[..., Material]
Check = Callable[[str, Material], Looked]


def said(looked: Looked) -> list[str]:
    """The kinds of the concerns about commentary."""
    return [each.kind for each in looked.observations if "commentary" in each.kind]


def headed(made: Material, text: str) -> Material:
    """The material with a heading on its first page."""
    first, *others = made.files
    heading = Heading(text=text, size=14.0, bold=True, box=(0, 0, 1, 1))
    page = first.pages[0]._replace(page=replace(first.pages[0].page, headings=(heading,)))
    return replace(made, files=(first._replace(pages=(page, *first.pages[1:])), *others))


def test_an_item_of_portfolio_talk_may_be_commentary_alone_and_one_check_says_so(material: Build, check: Check) -> None:
    made = material({"1": TALK, "2": INCIDENT})

    assert said(check("traps", made)) == ["commentary_only"]
    assert said(check("similar", made)) == []


def test_an_item_marked_as_commentary_throughout_is_commentary_alone(material: Build, check: Check) -> None:
    made = headed(material({"1": f"My commentary\n{INCIDENT}", "2": INCIDENT}, cited={"1": ["2.1"]}), "My commentary")
    looked = check("traps", made)

    assert said(looked) == ["commentary_only"]
    [told] = [each for each in looked.observations if each.kind == "commentary_only"]
    assert (told.evidence_id, told.sub_category, told.clause) == ("1", "2.1", "G8b")
    assert told.places
    assert all(place.box for place in told.places)


def test_what_is_told_by_its_words_is_not_told_again_by_its_marks(material: Build, check: Check) -> None:
    assert said(check("traps", headed(material({"1": f"My commentary\n{TALK}"}), "My commentary"))) == [
        "commentary_only"
    ]


@pytest.mark.parametrize("head", ["From: A Person", "Version: 2", "Date of meeting: 3 May 2024"])
def test_commentary_under_a_heading_ends_where_a_document_begins(material: Build, check: Check, head: str) -> None:
    text = f"My commentary\n{COMMENTARY.splitlines()[1]}\n{head}\n{INCIDENT}"

    assert said(check("traps", headed(material({"1": text}), "My commentary"))) == []


def test_evidence_with_a_commentary_before_it_is_not_commentary_alone(material: Build, check: Check) -> None:
    assert said(check("traps", material({"1": f"{COMMENTARY}\n{INCIDENT}"}))) == []


def test_marked_commentary_counts_only_where_the_item_is_cited_for_more_than_reflection(
    material: Build, check: Check
) -> None:
    text = f"Reflective account: {INCIDENT}".replace("\n", " ")

    assert said(check("traps", material({"1": text}, cited={"1": ["8.1", "2.1"]}))) == ["commentary_only"]
    assert said(check("traps", material({"1": text}, cited={"1": ["8.1"]}))) == []


def test_the_words_of_a_reflection_are_no_concern_where_it_is_cited_for_nothing_else(
    material: Build, check: Check
) -> None:
    assert said(check("traps", material({"1": REFLECTION}, cited={"1": ["2.1"]}))) == ["commentary_only"]
    assert said(check("traps", material({"1": REFLECTION}, cited={"1": ["8.1"]}))) == []


def test_marks_say_nothing_of_an_item_with_pages_that_could_not_be_read(material: Build, check: Check) -> None:
    made = headed(material({"1": [f"My commentary\n{INCIDENT}", ""]}, unseen=["1"]), "My commentary")
    looked = check("traps", made)

    assert said(looked) == []
    assert [each.outcome for each in looked.observations] == [Look.NOT_CHECKABLE]
