"""What one check gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mrse_assess.model.observation import Observation, Passage


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What one check found. ``items``: by evidence id, the fields of ItemFacts that this check knows."""

    observations: tuple[Observation, ...] = ()
    items: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
