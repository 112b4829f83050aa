"""What screening said of portfolios, as far as it is kept: statistics read it and never have anything looked over.

A screening is of one portfolio as it was read, so it is found by the reading that an entry names. Those of readings
that an assessor corrected are left alone: they are of that assessor.
"""

import json
from typing import Any

from mrse_assess.cohort.frames import LookedOver, Noticed
from mrse_assess.documents.places import reader_name
from mrse_assess.model.acts import ApplicationEntry
from mrse_assess.screening.version import screening_name
from mrse_assess.terms import Look
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.register import application_of
from mrse_assess.workspace.screenings import ENDING, kept_name


class KeptScreenings:
    """The screenings in the cache of a workspace, as they lay there when this was made."""

    def __init__(self, workspace: Workspace) -> None:
        self._layout = workspace.layout
        self._scheme = workspace.scheme
        self.there = frozenset(path.name.removesuffix(ENDING) for path in self._layout.cache.glob(f"*{ENDING}"))

    @property
    def made_by(self) -> tuple[str, ...]:
        """What screenings depend on beside portfolios, and so the rows that are made of them."""
        return (reader_name(), screening_name())

    def name_of(self, entry: ApplicationEntry) -> str:
        """The name under which the screening of the entry's portfolio is kept or will be, "" where nothing was read.

        Nobody parses the reading here.
        """
        application = application_of(entry)
        try:
            reading = (self._layout.readings / f"{application.reading}.json").read_bytes()
        except OSError:  # purged, or on another machine
            return ""
        return kept_name(reading, self._scheme, application.received_on)

    def looked_over(self, name: str) -> LookedOver | None:
        """What statistics take of it; None where it is not kept, or not as screening writes it."""
        if name not in self.there:
            return None
        try:
            data = (self._layout.cache / f"{name}{ENDING}").read_bytes()
            return _looked_over(json.loads(data.decode("utf-8", "surrogatepass")))
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None


def _looked_over(said: dict[str, Any]) -> LookedOver:
    """Which checks ran and what each noticed, and nothing of what stands on a page.

    What only the chair and the office may know of an application, its likeness to others, is no part of it.
    """
    return LookedOver(
        checks=tuple(said["looked"]),
        items=frozenset(said["items"]),
        noticed=tuple(
            Noticed(one["id"], one["check"], one["evidence_id"], one["sub_category"] or "", Look(one["outcome"]))
            for one in said["observations"]
            if one["evidence_id"] is not None and not one["confidential"]
        ),
    )
