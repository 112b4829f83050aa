"""Where to look: for every claimed (sub-category, item) the pages most likely to show it (guidance, clause G8d).

The table should say which parts of the evidence serve which sub-category. Where it does, those pages come first; where
it does not, the sub-category's own vocabulary says where a long item opens. A page proposed is not a finding.
"""

from collections.abc import Sequence

from mrse_assess.model.observation import Observation, Passage
from mrse_assess.model.portfolio import CrossReferenceEntry
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.checks.passages.ranker import Ranker
from mrse_assess.screening.checks.passages.terms import ranking_of, terms_of
from mrse_assess.screening.material import Material
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData
from mrse_assess.terms import Look


def look(material: Material, data: CheckData) -> Looked:
    """The passages of every claim, at most as many for each as the data say; unread pages are said to be so."""
    ranker = Ranker(material=material, data=data, terms=terms_of(data), ranking=ranking_of(data))
    observations: list[Observation] = []
    passages: list[Passage] = []
    for item_id, codes in material.cited_for.items():
        item = material.portfolio.item(item_id)
        if item is None or not codes:
            continue
        pages = ranker.pages_of(item)
        if any(not each.page.seen for each in pages):
            observations.append(say(material, data, "unread", Look.NOT_CHECKABLE, item=item_id))
        for code in codes:
            found = [
                ranker.passage(code, item_id, page, rank)
                for rank, page in enumerate(ranker.ranked(code, pages, _entries(material, code, item_id)), 1)
                if rank <= ranker.ranking.most
            ]
            passages.extend(found)
            if not found and any(each.page.seen for each in pages):
                observations.append(say(material, data, "nothing", Look.NOT_CHECKABLE, item=item_id, sub_category=code))
    return Looked(observations=tuple(observations), passages=tuple(passages))


def _entries(material: Material, code: str, item: str) -> Sequence[CrossReferenceEntry]:
    entries = material.portfolio.cross_references
    return [entry for entry in entries if entry.sub_category == code and entry.evidence_id == item]
