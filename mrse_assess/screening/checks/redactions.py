"""Bad redactions: words that can still be read from the file under what covers them (guidance, clause G11).

What is covered was looked at by pixels when the file was looked into. A picture over text may be a page of its own text
layer, so that it is said to be not checked.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from mrse_assess.model.facts import Cover
from mrse_assess.model.observation import Observation
from mrse_assess.model.places import Locator
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material
from mrse_assess.screening.owners import Owners, unlooked
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData
from mrse_assess.terms import Likelihood, Look, Tri

_MOST_PLACES: Final = 60
_Covered = Sequence[tuple[Locator, Cover]]


def look(material: Material, data: CheckData) -> Looked:
    """Per item the covers under which words can be read, those that nobody can tell, and files not looked into."""
    covers = (
        (Locator(file=facts.file, page=cover.page, box=cover.box), cover)
        for facts in material.facts.values()
        for cover in facts.covers
        if cover.words
    )
    groups = Owners.of(material).grouped(covers)
    observations = [each for item, group in groups.items() for each in _said(material, data, item, group)]
    for item, places in unlooked(material, ("covers",)):
        observations.append(say(material, data, "not_looked_into", Look.NOT_CHECKABLE, item=item, places=places))
    told = {each.evidence_id for each in observations}
    others = (each.id for each in material.portfolio.evidence if each.id not in told)
    observations.extend(say(material, data, "none", Look.CLEAR, item=each) for each in others)
    return Looked(observations=tuple(observations))


def _said(material: Material, data: CheckData, item: str | None, group: _Covered) -> Iterator[Observation]:
    for kind in ("redact_annotation", "fill", "picture"):
        places = _places(group, kind, Tri.YES)
        if places:
            yield say(
                material,
                data,
                "not_applied" if kind == "redact_annotation" else "readable",
                Look.CONCERN,
                item=item,
                places=places,
                likelihood=Likelihood.LIKELY,
                count=len(places),
            )
    unsure = [
        place for kind in ("redact_annotation", "fill", "picture") for place in _places(group, kind, Tri.UNDETERMINED)
    ]
    if unsure:
        yield say(material, data, "not_checked", Look.NOT_CHECKABLE, item=item, places=unsure, count=len(unsure))


def _places(group: _Covered, kind: str, readable: Tri) -> list[Locator]:
    return [place for place, cover in group if cover.kind == kind and cover.readable is readable][:_MOST_PLACES]
