"""What is linked, embedded or active in a file: missing from its pages, or acting by itself (guidance, clause G9).

Contents are to be embedded and not linked, and what Word embeds is lost in a PDF: an assessor sees an icon at best.
Nothing linked is ever fetched, and nothing active runs.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from mrse_assess.model.facts import Carried
from mrse_assess.model.observation import Observation
from mrse_assess.model.places import Locator
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.drawn_icons import drawn_icons
from mrse_assess.screening.material import Material
from mrse_assess.screening.owners import Owners, first_of_each_page, unlooked
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData
from mrse_assess.terms import Look, MediaKind

_MOST_ON_PAGE: Final = 4
_MOST_PLACES: Final = 40


def look(material: Material, data: CheckData) -> Looked:
    """Per item and kind where such things are; a file that was not looked into is said to be so.

    Links to the web are none of it: a document may refer to them. Messages have attachments as a rule, and these are
    files of their own here.
    """
    messages = {file.file for file in material.files if file.reading.media is MediaKind.EMAIL}
    found = [
        (Locator(file=facts.file, page=each.page, box=each.box), each)
        for facts in material.facts.values()
        for each in facts.carried
        if each.kind in data.wordings and not (each.kind == "attachment" and facts.file in messages)
    ]
    looked_into = ((file, material.facts[file.file]) for file in material.files if file.file in material.facts)
    drawn = (each for file, facts in looked_into for each in drawn_icons(file, facts))
    groups = Owners.of(material).grouped([*found, *drawn])
    observations = [each for item, group in groups.items() for each in _said(material, data, item, group)]
    for item, places in unlooked(material, ("carried",)):
        observations.append(say(material, data, "not_looked_into", Look.NOT_CHECKABLE, item=item, places=places))
    told = {each.evidence_id for each in observations}
    others = (each.id for each in material.portfolio.evidence if each.id not in told)
    observations.extend(say(material, data, "none", Look.CLEAR, item=each) for each in others)
    return Looked(observations=tuple(observations))


def _said(
    material: Material, data: CheckData, item: str | None, group: Sequence[tuple[Locator, Carried]]
) -> Iterator[Observation]:
    for kind, same in groupby(sorted(group, key=lambda each: each[1].kind), key=lambda each: each[1].kind):
        places = tuple(place for place, _ in same)
        shown = first_of_each_page(places, _MOST_ON_PAGE, _MOST_PLACES)
        yield say(material, data, kind, Look.CONCERN, item=item, places=shown, count=len(places))
