"""What is measured together: the attempts of one guidance version, first ones or final ones, each application once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from functools import cached_property

import numpy as np
import pandas as pd

from mrse_assess.cohort.frames import CohortFrames, Vocabulary
from mrse_assess.cohort.measures.assessments import Judged, judged
from mrse_assess.model.scheme import Scheme

_NEVER = -1  # the number of no attempt


class Attempts(StrEnum):
    """Which attempt of each application is looked at; never both at once, or somebody would count twice."""

    FIRST = "first"
    FINAL = "final"


@dataclass(frozen=True, kw_only=True)
class Study:
    """The frames of one guidance version and one attempt of each application; no application is in it twice.

    ``schemes`` are those that its applications were replayed under, by version, the latest last: it names things.
    ``states`` are the words for the states of an application. Make it with :func:`studies`.
    """

    guidance: str
    attempts: Attempts
    frames: CohortFrames
    schemes: Mapping[str, Scheme]
    words: Vocabulary
    states: Mapping[str, str] = field(default_factory=dict)

    @property
    def scheme(self) -> Scheme:
        """The scheme that names things."""
        return list(self.schemes.values())[-1]

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Every sub-category of these schemes, whether anybody offered it or not."""
        return tuple(dict.fromkeys(code for one in self.schemes.values() for code in one.codes))

    @cached_property
    def decided(self) -> "Study":
        """The same without applications whose outcome nobody has chosen yet, or may be known to the reader."""
        applications = self.frames.applications
        known = applications["outcome"].notna() & applications["rules"].notna()
        return self if known.all() else replace(self, frames=only(self.frames, applications[known]))

    @cached_property
    def judged(self) -> Judged:
        """Who said what; BadRequestError where the reader may not see it."""
        return judged(self.frames)

    @property
    def size(self) -> int:
        """How many applications there are."""
        return len(self.frames.applications)


def studies(
    frames: CohortFrames,
    schemes: Mapping[str, Scheme],
    words: Vocabulary,
    *,
    attempts: Attempts,
    states: Mapping[str, str] | None = None,
) -> tuple[Study, ...]:
    """One study for each guidance version, in the order of their names; "" where none is recorded.

    Without any application there is one, of the latest scheme's guidance, so that tables can say that there is nobody.

    Args:
        frames: of the whole cohort, as one reader may see it.
        schemes: by version, the latest last; at least one.
        words: those of the frames.
        attempts: which attempt of each application.
        states: the words for the states of an application.
    """
    chosen = frames.applications[frames.applications[f"is_{attempts}"]]
    latest = list(schemes)[-1]
    found = []
    for guidance in sorted(chosen["guidance"].fillna("").unique()) or [schemes[latest].guidance_name]:
        own = chosen[chosen["guidance"].fillna("") == guidance]
        used = set(own["scheme"].dropna()) & set(schemes) or {latest}
        found.append(
            Study(
                guidance=guidance,
                attempts=attempts,
                frames=only(frames, own),
                schemes={version: one for version, one in schemes.items() if version in used},
                words=words,
                states=states or {},
            )
        )
    return tuple(found)


def only(frames: CohortFrames, applications: pd.DataFrame) -> CohortFrames:
    """The frames cut down to these of their attempts, of which no application has two."""
    if len(applications) == len(frames.applications):
        return frames
    cut = {
        one.name: frame[_is_of(frame, applications)].reset_index(drop=True)
        for one in fields(CohortFrames)
        if (frame := getattr(frames, one.name)) is not None
    }
    return CohortFrames(**cut)


def _is_of(frame: pd.DataFrame, applications: pd.DataFrame) -> np.ndarray:
    """Whether each row is of one of the attempts. Numbers are compared: a join on ids takes twice as long."""
    place, names = pd.factorize(frame["application"])
    known = pd.Index(applications["application"]).get_indexer(names)
    wanted = np.append(applications["attempt"].to_numpy(dtype=np.int64), _NEVER)[known]
    return wanted[place] == frame["attempt"].to_numpy(dtype=np.int64)
