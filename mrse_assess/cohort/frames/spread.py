"""Frames in parts of some applications each, as Dask data frames: for a cohort that one machine takes too long over.

No application is in two parts, so whatever is told of one application by itself is told part by part. Dask is loaded
here alone, and only by whoever asks for it; which cluster it runs on is the caller's to say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import pandas as pd

from mrse_assess.cohort.frames.building import CohortFrames, frames
from mrse_assess.cohort.frames.columns import PRIVATE, SHAPES, Vocabulary, Words
from mrse_assess.errors import BadRequestError

if TYPE_CHECKING:
    import dask.dataframe as dd


@dataclass(frozen=True, kw_only=True)
class SpreadFrames:
    """The frames of a cohort, part by part.

    ``parts`` are delayed :class:`CohortFrames` with the applications in rising order. ``words`` are those of every
    part, so that all parts have the same categories. ``private``: whether ``assessments`` is there.
    """

    parts: tuple[Any, ...]
    words: Mapping[Words, tuple[str, ...]]
    private: bool = False

    def frame(self, name: str) -> "dd.DataFrame":
        """One frame as a Dask data frame, with the columns and the kinds of cells that it has on one machine.

        Raises:
            BadRequestError: Dask is not there, or assessments were not asked for.
        """
        dask = loaded()
        if name in PRIVATE and not self.private:
            raise BadRequestError("What each assessor said was not asked for.")
        meta = getattr(frames([], self.words), name)
        own = [dask.delayed(getattr)(part, name) for part in self.parts] or [dask.delayed(meta)]
        found: dd.DataFrame = dask.dataframe.from_delayed(own, meta=meta)
        return found

    def whole(self) -> CohortFrames:
        """The frames on one machine.

        Raises:
            BadRequestError: Dask is not there.
        """
        return put_together(loaded().compute(*self.parts), self.words, private=self.private)


def put_together(parts: Sequence[CohortFrames], words: Vocabulary, *, private: bool) -> CohortFrames:
    """The frames of several parts as one, in their order; ``assessments`` where the parts have it.

    Raises:
        ValueError: an application is in two parts.
    """
    empty = frames([], words)
    names = [one.name for one in fields(CohortFrames) if private or one.name not in PRIVATE]
    found = CohortFrames(
        **{name: _one([getattr(part, name) for part in parts], getattr(empty, name)) for name in names}
    )
    if found.applications.duplicated(list(SHAPES["applications"].key)).any():
        raise ValueError("an application is in two parts")
    return found


def loaded() -> Any:
    """Dask with its data frames.

    Raises:
        BadRequestError: it is not installed.
    """
    try:
        import dask  # noqa: PLC0415 - for clusters alone
        import dask.dataframe  # noqa: PLC0415
    except ImportError as error:
        raise BadRequestError("To run on a cluster, install the program with its extra [cluster].") from error
    return dask


def _one(parts: Sequence[pd.DataFrame], empty: pd.DataFrame) -> pd.DataFrame:
    filled = [part for part in parts if len(part)]
    return pd.concat(filled, ignore_index=True) if filled else empty
