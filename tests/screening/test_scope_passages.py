"""Passages of image quality that run over a heading and short sentences, and rooms named after what they serve."""

from collections.abc import Callable

from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material
from mrse_assess.terms import Look

Build = Callable[..., Material]
Check = Callable[[str, Material], Looked]


def concerns(looked: Looked) -> list[str]:
    return [each.kind for each in looked.observations if each.outcome is Look.CONCERN]


def test_a_passage_on_image_quality_may_take_three_short_sentences(material: Build, check: Check) -> None:
    text = "Image quality assurance\nLow-contrast detectability was 36 spokes.\nThe coil was replaced by the engineer."
    assert concerns(check("scope", material({"1": text}))) == ["image_quality"]


def test_access_to_the_magnet_of_a_linac_is_no_harm_through_images(material: Build, check: Check) -> None:
    text = "The magnet of the MR-linac stays on at all times: access of linac engineers is through the MR screening."
    assert concerns(check("scope", material({"1": text}))) == []
