"""Long frames of many applications: rows of one application by a pure function, frames of any number of them."""

from mrse_assess.cohort.frames.building import CohortFrames, frames, joined
from mrse_assess.cohort.frames.case import CaseRows, CohortCase, Moment
from mrse_assess.cohort.frames.columns import ROWS_VERSION, SHAPES, Vocabulary, vocabulary
from mrse_assess.cohort.frames.profiles import Rulings
from mrse_assess.cohort.frames.replaying import Replayed, replay
from mrse_assess.cohort.frames.rows import rows_of, together
from mrse_assess.cohort.frames.screened import LookedOver, Noticed

__all__ = [
    "ROWS_VERSION",
    "SHAPES",
    "CaseRows",
    "CohortCase",
    "CohortFrames",
    "LookedOver",
    "Moment",
    "Noticed",
    "Replayed",
    "Rulings",
    "Vocabulary",
    "frames",
    "joined",
    "replay",
    "rows_of",
    "together",
    "vocabulary",
]
