"""Likeness of items between applications, told without their texts (guidance, clause G7: own work).

A workspace keeps the fingerprint of each application: of every item a fixed sample of keyed hashes of its sequences of
three words. Nobody can read the texts from it, and without the key nobody can try texts against it. What comparing
fingerprints gives is confidential: for the chair and the office, never for an assessor who is not allocated to both.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import combinations, product
from typing import Final

from mrse_assess.model.observation import Observation
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.screening.checks.similar.limits import Limits
from mrse_assess.screening.item_texts import texts_of
from mrse_assess.screening.material import Material
from mrse_assess.screening.saying import say
from mrse_assess.screening.shingles import Shingle, contained
from mrse_assess.screening.vocabulary import CheckData, check_data
from mrse_assess.terms import Likelihood, Look

FINGERPRINT_VERSION: Final = 2
"""Goes up when the same item would get another fingerprint; only equal versions are compared."""

_ONE_IN: Final = 4
_BYTES: Final = 8


@dataclass(frozen=True, kw_only=True)
class ItemFingerprint:
    """One item: ``sample`` holds those of its hashes below a fixed limit, one in four, in ascending order.

    ``length`` counts all its sequences, so that no key's luck decides whether an item is long enough to be compared.
    """

    evidence_id: str
    length: int
    sample: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Fingerprint:
    """One application, as its workspace keeps it: no text and nothing from which text could be had."""

    version: int
    items: tuple[ItemFingerprint, ...]


@dataclass(frozen=True, kw_only=True)
class AcrossPair:
    """An item of one application much like an item of another. ``share`` of the shorter one, 0 to 1, estimated."""

    application: str
    evidence_id: str
    other_application: str
    other_evidence_id: str
    share: float


def fingerprint(material: Material, data: CheckData, *, key: bytes = b"") -> Fingerprint:
    """The fingerprint of an application; ``data`` are those of the check ``similar``.

    Args:
        material: the application.
        data: what is stationery and commentary, which is left out.
        key: at most 64 bytes that the workspace keeps secret; the same for all that are to be compared.
    """
    items = (
        ItemFingerprint(
            evidence_id=text.item.id, length=len(text.evidence_shingles), sample=_sample(text.evidence_shingles, key)
        )
        for text in texts_of(material, data.lists)
    )
    return Fingerprint(version=FINGERPRINT_VERSION, items=tuple(items))


def compare(fingerprints: Mapping[str, Fingerprint], data: CheckData) -> tuple[AcrossPair, ...]:
    """Pairs of items that are much alike between applications, in the order given. Confidential.

    Args:
        fingerprints: by the reference of the application, made with one key.
        data: the limits of the check ``similar``.
    """
    limits = Limits.of(data)
    pairs = combinations(fingerprints.items(), 2)
    return tuple(each for (mine, other) in pairs for each in _between(mine, other, limits))


def across_applications(
    portfolio: Portfolio, scheme: Scheme, application: str, fingerprints: Mapping[str, Fingerprint]
) -> tuple[Observation, ...]:
    """As :func:`across`, with no page at hand: what the chair and the office are told of a stored portfolio.

    Raises:
        SchemeError: the data of the check ``similar`` are not valid.
    """
    material = Material(scheme=scheme, portfolio=portfolio, files=())
    return across(material, check_data("similar", scheme), application, fingerprints)


def across(
    material: Material,
    data: CheckData,
    application: str,
    fingerprints: Mapping[str, Fingerprint],
) -> tuple[Observation, ...]:
    """What comparing says of one application's items, confidential each; ``fingerprints`` hold its own as well."""
    mine = {application: fingerprints[application]}
    others = [(reference, each) for reference, each in fingerprints.items() if reference != application]
    pairs = (pair for other in others for pair in compare(mine | dict([other]), data))
    return tuple(_told(material, data, pair) for pair in pairs)


def _told(material: Material, data: CheckData, pair: AcrossPair) -> Observation:
    """The observation on a pair; its id tells the other item too, which no place of this application can."""
    item = material.portfolio.item(pair.evidence_id)
    said = say(
        material,
        data,
        "across",
        Look.CONCERN,
        item=pair.evidence_id,
        places=[Locator(file=span.file, page=span.first) for span in (item.spans[:1] if item else ())],
        likelihood=Likelihood.LIKELY,
        confidential=True,
        other=pair.other_evidence_id,
        application=pair.other_application,
        share=round(100 * pair.share),
    )
    told = f"{said.id}\1{pair.other_application}\1{pair.other_evidence_id}"
    return replace(said, id=blake2b(told.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest())


def _between(mine: tuple[str, Fingerprint], other: tuple[str, Fingerprint], limits: Limits) -> Iterator[AcrossPair]:
    (reference, own), (other_reference, others) = mine, other
    if own.version != others.version:
        return
    for item, their_item in product(_long_enough(own, limits), _long_enough(others, limits)):
        share = contained(frozenset(item.sample), frozenset(their_item.sample))
        if share >= limits.across:
            yield AcrossPair(
                application=reference,
                evidence_id=item.evidence_id,
                other_application=other_reference,
                other_evidence_id=their_item.evidence_id,
                share=share,
            )


def _long_enough(found: Fingerprint, limits: Limits) -> list[ItemFingerprint]:
    return [item for item in found.items if item.length >= limits.across_fewest]


def _sample(found: Iterable[Shingle], key: bytes) -> tuple[int, ...]:
    """One in four of the hashes, whatever else the item holds, so that parts of items can be compared too."""
    hashes = (
        int.from_bytes(
            blake2b(" ".join(shingle).encode("utf-8", "surrogatepass"), digest_size=_BYTES, key=key).digest()
        )
        for shingle in found
    )
    limit = 2 ** (8 * _BYTES) // _ONE_IN
    return tuple(sorted(each for each in hashes if each < limit))
