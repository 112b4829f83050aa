"""Passages that may be out of scope: what prompts a look, what must not, and what nobody could see."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from mrse_assess.model.observation import Observation
from mrse_assess.model.scheme import Scheme
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material
from mrse_assess.screening.vocabulary import load_vocabulary
from mrse_assess.terms import Look

EVIDENCE = tomllib.loads((Path(__file__).parent / "evidence" / "scope.toml").read_text(encoding="utf-8"))
OUTSIDE = [(each["kind"], each["text"]) for each in EVIDENCE["outside"]]
INSIDE = [each["text"] for each in EVIDENCE["inside"]]

Build = Callable[..., Material]
Check = Callable[[str, Material], Looked]


def concerns(looked: Looked) -> dict[str, Observation]:
    """What the check found, by kind."""
    return {each.kind: each for each in looked.observations if each.outcome is Look.CONCERN}


@pytest.mark.parametrize(("kind", "text"), OUTSIDE, ids=[f"{kind} {at}" for at, (kind, _) in enumerate(OUTSIDE)])
def test_a_passage_outside_the_scope_is_shown_where_it_stands(
    material: Build, check: Check, kind: str, text: str
) -> None:
    pages = ["Fringe field plot of the magnet room.", f"The sun shone. {text} The lift came."]

    found = concerns(check("scope", material({"1": pages})))

    assert list(found) == [kind]
    assert {(place.file, place.page) for place in found[kind].places} == {("1.pdf", 2)}
    assert all(place.box and place.quote for place in found[kind].places)
    assert "The sun shone" not in (found[kind].places[0].quote or "")


@pytest.mark.parametrize("text", INSIDE, ids=range(len(INSIDE)))
def test_what_only_uses_such_words_is_clear(material: Build, check: Check, text: str) -> None:
    looked = check("scope", material({"1": text}))

    assert [(each.kind, each.outcome) for each in looked.observations] == [("clear", Look.CLEAR)]


@pytest.mark.parametrize(("kind", "text"), OUTSIDE, ids=[f"{kind} {at}" for at, (kind, _) in enumerate(OUTSIDE)])
def test_of_pages_that_could_not_be_read_nothing_is_said_but_that(
    material: Build, check: Check, kind: str, text: str
) -> None:
    looked = check("scope", material({"1": [text, ""], "2": [""]}, unseen=["1", "2"]))

    assert {(each.evidence_id, each.kind, each.outcome) for each in looked.observations} == {
        ("1", kind, Look.CONCERN),
        ("1", "unread", Look.NOT_CHECKABLE),
        ("2", "unread", Look.NOT_CHECKABLE),
    }


def test_image_quality_is_left_to_what_is_barred_for_category_3(material: Build, check: Check) -> None:
    effect = "SNR and resolution were compared with the old images on a phantom, and SNR dropped by 8 per cent."
    made = material({"1": effect, "2": effect}, cited={"1": ["3"], "2": ["2.1"]})

    assert [(each.evidence_id, each.kind) for each in check("scope", made).observations] == [
        ("1", "clear"),
        ("2", "image_quality"),
    ]


def test_the_two_words_of_a_passage_must_stand_together(material: Build, check: Check) -> None:
    apart = "Gadolinium is kept in the cupboard. The lift came. The sun shone. Nobody was there. I advised a new lock."

    assert not concerns(check("scope", material({"1": apart})))


def test_many_passages_of_one_kind_are_one_observation_with_a_bounded_number_of_places(
    material: Build, check: Check
) -> None:
    text = "The nitinol stent is MR Safe. The lift came.\n" * 30

    (found,) = check("scope", material({"1": text})).observations

    assert found.kind == "mr_safe_metal"
    assert len(found.places) == 12


def test_every_kind_of_passage_has_an_example_that_fires(scheme: Scheme) -> None:
    assert set(load_vocabulary(scheme)["scope"].wordings) == {kind for kind, _ in OUTSIDE} | {"clear", "unread"}
