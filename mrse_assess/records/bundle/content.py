"""What a bundle holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

ChainId = tuple[str, str]
"""Application ("" for what belongs to the whole workspace) and actor."""

COLUMNS = (
    "event",
    "application",
    "attempt",
    "kind",
    "actor",
    "recorded_at",
    "payload",
    "scheme_version",
    "previous",
    "hash",
)
"""An event as it travels: the columns of the table without the number, which is each store's own."""


@dataclass(frozen=True, kw_only=True)
class Carried:
    """One event as it travels. ``texts`` are the free texts that go along, salt and text by field.

    A field whose hash stands in the payload and that is not among them is withheld, or was erased before.
    """

    row: Mapping[str, Any]
    texts: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def chain(self) -> ChainId:
        """Whose event it is, on which application."""
        return (self.row["application"], self.row["actor"])


@dataclass(frozen=True, kw_only=True)
class Chain:
    """One chain of a bundle, from its first event on: how many, the hash of the last and when that was recorded."""

    application: str
    actor: str
    events: int
    head: str
    last: str


@dataclass(frozen=True, kw_only=True)
class Portfolio:
    """Which files the records of one attempt are about. ``originals`` are SHA-256s in order, ``reading`` is one too."""

    application: str
    attempt: int
    reading: str
    originals: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a bundle says of itself.

    ``known`` are the hashes of the shared records that its maker had, sent or not, in the order in which they came
    into that store: what was recorded there was recorded in knowledge of those before it. ``handed_over`` is whose
    unsealed assessment it may hold, "" in a bundle for others.
    """

    made_at: str
    made_by: str
    handed_over: str
    scheme: str
    scheme_version: str
    chains: tuple[Chain, ...]
    portfolios: tuple[Portfolio, ...] = ()
    known: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Bundle:
    """A bundle, checked whole. ``files`` are readings and originals by their names inside the bundle."""

    manifest: Manifest
    events: tuple[Carried, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)


def by_chain(events: Iterable[Carried]) -> dict[ChainId, list[Carried]]:
    """The events of each chain in their order, chains in the order of application and actor."""
    chains: dict[ChainId, list[Carried]] = {}
    for event in events:
        chains.setdefault(event.chain, []).append(event)
    return {chain: chains[chain] for chain in sorted(chains)}


def chains_of(events: Iterable[Carried]) -> tuple[Chain, ...]:
    """What the manifest says of the events' chains."""
    return tuple(
        Chain(
            application=application,
            actor=actor,
            events=len(carried),
            head=carried[-1].row["hash"],
            last=carried[-1].row["recorded_at"],
        )
        for (application, actor), carried in by_chain(events).items()
    )
