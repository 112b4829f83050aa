"""Items much alike, commentary used again or repeating the evidence (guidance, clauses G8b and G12).

Several examples of the same add little; a commentary should not repeat the evidence (whether it replaces it, the check
``traps`` says). Stationery, running heads, labels of forms and what many items share are no likeness. Nothing is
quoted: places show what differs.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from mrse_assess.model.observation import AlikeItem, Observation
from mrse_assess.model.places import Locator
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.checks.similar.commentary import Commentary, Reuse
from mrse_assess.screening.checks.similar.differences import differences
from mrse_assess.screening.checks.similar.limits import Limits
from mrse_assess.screening.checks.similar.pairs import Pair, alike_pairs
from mrse_assess.screening.item_texts import ItemText, texts_of
from mrse_assess.screening.material import Material
from mrse_assess.screening.prose import Sentence
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData
from mrse_assess.terms import Likelihood, Look

_REUSED: Final = "reused_commentary"
_MOST_PLACES: Final = 10  # of each item
_MOST_TOLD: Final = 5  # of one item's pairs


def look(material: Material, data: CheckData) -> Looked:
    """What is alike, said of the later item of each pair; ``alike`` in the facts names every pair on both sides."""
    limits, texts = Limits.of(data), texts_of(material, data.lists)
    commentary = Commentary(data, limits)
    pairs = alike_pairs(texts, limits)
    told = {(pair.first.item.id, pair.second.item.id) for pair in pairs}
    reused = [each for each in commentary.reused(texts) if (each.first.item.id, each.second.item.id) not in told]
    said = chain(
        (_like(material, data, pair) for pair in _told(pairs)),
        (_reused(material, data, each) for each in reused),
        (each for text in texts for each in _repeating(material, data, text, commentary)),
        (say(material, data, "unread", Look.NOT_CHECKABLE, item=text.item.id) for text in texts if not text.whole),
        _clear(material, data, texts, pairs, limits),
    )
    again = [Pair(each.first, each.second, _REUSED, each.share) for each in reused]
    return Looked(observations=tuple(said), items=_facts([*pairs, *again]))


def _told(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Of an item much like many others the pairs with those that are most like it; the facts name all of them."""
    closest: dict[str, list[Pair]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda each: -each.share):
        closest[pair.second.item.id].append(pair)
    kept = {(each.first.item.id, each.second.item.id) for few in closest.values() for each in few[:_MOST_TOLD]}
    return (pair for pair in pairs if (pair.first.item.id, pair.second.item.id) in kept)


def _like(material: Material, data: CheckData, pair: Pair) -> Observation:
    """The observation on a pair, of the shorter item where it stands inside the other, else of the later one."""
    mine, other = pair.second, pair.first
    if pair.kind == "contained" and len(pair.first.evidence_shingles) < len(pair.second.evidence_shingles):
        mine, other = other, mine
    found = differences(mine.compared, other.compared, data.lists["months"])
    places = (*_places(found.own or mine.compared[:1]), *_places(found.others or other.compared[:1]))
    return say(
        material,
        data,
        pair.kind,
        Look.CONCERN,
        item=mine.item.id,
        places=places,
        likelihood=Likelihood.LIKELY,
        other=other.item.id,
        total=len(mine.compared),
        same=found.same,
        figures=found.figures,
        otherwise=found.otherwise,
        more=len(found.others),
    )


def _reused(material: Material, data: CheckData, each: Reuse) -> Observation:
    mine, other = each.second.item.id, each.first.item.id
    places = (*_places(each.there), *_places(each.here))
    return say(material, data, _REUSED, Look.CONCERN, item=mine, places=places, other=other)


def _repeating(material: Material, data: CheckData, text: ItemText, commentary: Commentary) -> Iterator[Observation]:
    """Commentary that says what the evidence says."""
    if found := commentary.repeated(text):
        places, weak = _places(found), Likelihood.POSSIBLE
        yield say(material, data, "repeats_evidence", Look.CONCERN, item=text.item.id, places=places, likelihood=weak)


def _clear(
    material: Material, data: CheckData, texts: Sequence[ItemText], pairs: Sequence[Pair], limits: Limits
) -> Iterator[Observation]:
    """That no two items are much alike, where there were two to compare."""
    compared = [text for text in texts if len(text.evidence_shingles) >= limits.fewest]
    if len(compared) > 1 and not pairs:
        yield say(material, data, "none_alike", Look.CLEAR, total=len(compared))


def _places(sentences: Sequence[Sentence]) -> tuple[Locator, ...]:
    return tuple(each.place for each in sentences[:_MOST_PLACES])


def _facts(pairs: Sequence[Pair]) -> Mapping[str, Mapping[str, Any]]:
    found: dict[str, list[AlikeItem]] = defaultdict(list)
    for pair in pairs:
        share = round(pair.share, 2)
        for mine, other in ((pair.first, pair.second), (pair.second, pair.first)):
            found[mine.item.id].append(AlikeItem(evidence_id=other.item.id, kind=pair.kind, share=share))
    return {item: {"alike": tuple(alike)} for item, alike in found.items()}
