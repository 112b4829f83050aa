"""What merging a bundle did. It names persons, heads and moments, and never says what anybody judged."""

from dataclasses import dataclass

from mrse_assess.terms import EventKind


@dataclass(frozen=True, kw_only=True)
class MergedChain:
    """One chain that was taken over. ``added`` events are new here, ``known`` were here; ``head`` is the chain's now.

    ``filled`` counts texts that were withheld before and came with this bundle.
    """

    application: str
    actor: str
    added: int
    known: int
    head: str
    filled: int = 0


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """What was not taken over, and why. ``code`` is stable; ``grave`` is false for what is usual."""

    code: str
    application: str
    actor: str
    found: str
    advice: str
    grave: bool = True


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """Two persons recorded different things of one shared unit without knowing of each other.

    The later holds, as everywhere in the records: ``holds`` is who recorded it, at ``holds_since`` (UTC).
    """

    application: str
    attempt: int
    kind: EventKind
    unit: tuple[str, ...]
    holds: str
    holds_since: str
    other: str
    other_at: str


@dataclass(frozen=True, kw_only=True)
class Merged:
    """What became of a bundle. ``erased`` are applications whose free texts a purge in the bundle erased here too."""

    chains: tuple[MergedChain, ...]
    refusals: tuple[Refusal, ...]
    conflicts: tuple[Conflict, ...]
    erased: tuple[str, ...] = ()
    dated_ahead: tuple[tuple[str, str], ...] = ()

    @property
    def added(self) -> int:
        """How many events are new here."""
        return sum(chain.added for chain in self.chains)
