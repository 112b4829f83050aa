"""The latest rows of every application of a workspace: from the cache where its records stand still, else made anew."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mrse_assess.cohort.frames import ROWS_VERSION, SHAPES, Rulings
from mrse_assess.cohort.frames.arrow import Table
from mrse_assess.cohort.frames.building import from_parquet, in_order, only, tables, to_parquet
from mrse_assess.errors import RecordsError
from mrse_assess.model.scheme import Scheme
from mrse_assess.records.streaming import application_heads, logs
from mrse_assess.workbench.cohort.cases import KINDS, replayed
from mrse_assess.workbench.cohort.screenings import KeptScreenings
from mrse_assess.workbench.cohort.segments import DamagedSegmentError, Entry, Segment, Segments
from mrse_assess.workspace import Workspace

AT_ONCE: Final = 1_000
"""Applications whose rows are held in memory before they are kept as a segment."""
MOST_SMALL: Final = 8
"""So many segments of a few applications are left lying beside each other; more are put together."""

Tell = Callable[[int, int], None]
"""Told how many applications were replayed, and of how many."""


@dataclass(frozen=True, kw_only=True)
class KeptRows:
    """Every application with a record, and its rows in the tables of the frames asked for."""

    entries: tuple[Entry, ...]
    tables: Mapping[str, Table]


@dataclass(frozen=True)
class _Live:
    """A segment, and those of its applications whose rows are the latest."""

    segment: Segment
    entries: tuple[Entry, ...]

    def table(self, name: str) -> Table:
        """The latest rows in one frame; DamagedSegmentError where the segment is not whole."""
        try:
            table = from_parquet(self.segment.read(name), name)
        except ValueError as error:
            raise DamagedSegmentError from error
        if len(self.entries) == len(self.segment.entries):
            return table
        return only(table, [entry.application for entry in self.entries])


def kept_rows(workspace: Workspace, schemes: Mapping[str, Scheme], names: Sequence[str], tell: Tell) -> KeptRows:
    """The rows of every application, those that are missing made and kept.

    Args:
        workspace: whose records.
        schemes: by version, that applications were decided under; the workspace's own among them.
        names: of the frames asked for.
        tell: told how far making them has come.

    Raises:
        RecordsError: a record is damaged, or the cache is damaged as often as it is made.
    """
    screenings = KeptScreenings(workspace)
    kept = Segments(workspace.layout.cache, _kind(workspace, schemes, screenings))
    for _ in range(2):
        live = _put_together(kept, _live(workspace, kept, schemes, screenings, tell))
        whole = [(one, found) for one in live if (found := _whole(one, names)) is not None]
        if len(whole) == len(live):
            found_in_order = {name: in_order(name, [found[name] for _, found in whole]) for name in names}
            return KeptRows(entries=tuple(entry for one in live for entry in one.entries), tables=found_in_order)
    raise RecordsError(f"Rows kept in {workspace.layout.cache} are damaged as often as they are made; check the disk.")


def _kind(workspace: Workspace, schemes: Mapping[str, Scheme], screenings: KeptScreenings) -> tuple[str, ...]:
    """All that rows depend on beside the records. A login of one's own may be shown part of these only."""
    login = workspace.store.database.person or ""
    digests = (f"{version} {scheme.digest}" for version, scheme in sorted(schemes.items()))
    return (ROWS_VERSION, workspace.scheme.version, login, *screenings.made_by, *digests)


def _live(
    workspace: Workspace, kept: Segments, schemes: Mapping[str, Scheme], screenings: KeptScreenings, tell: Tell
) -> list[_Live]:
    heads = application_heads(workspace.store)
    live = list(_matching(kept.all(), heads, screenings.there))
    there = {entry.application for one in live for entry in one.entries}
    missing = sorted(heads.keys() - there)
    rulings = {version: Rulings(scheme) for version, scheme in schemes.items()}
    for first in range(0, len(missing), AT_ONCE):
        asked = {one: heads[one] for one in missing[first : first + AT_ONCE]}
        segment = _made(workspace, kept, asked, rulings, screenings)
        live.append(_Live(segment, segment.entries))
        tell(first + len(asked), len(missing))
    return live


def _matching(segments: Iterable[Segment], heads: Mapping[str, str], screenings: Collection[str]) -> Iterator[_Live]:
    """Of each segment the applications whose rows are the latest, each once; a segment without any goes.

    They are where the application has the head that it has now and no screening is there that was awaited; of several
    those that awaited fewest, since a screening that went took nothing with it.
    """
    given = tuple(segments)
    best: dict[str, tuple[int, int]] = {}
    for place, segment in enumerate(given):
        for one in segment.entries:
            if heads.get(one.application) == one.head and not any(name in screenings for name in one.awaited):
                rank = (len(one.awaited), place)
                best[one.application] = min(rank, best.get(one.application, rank))
    for place, segment in enumerate(given):
        own = [one for one in segment.entries if best.get(one.application) == (len(one.awaited), place)]
        if own:
            yield _Live(segment, tuple(own))
        else:
            segment.remove()


def _made(
    workspace: Workspace,
    kept: Segments,
    heads: Mapping[str, str],
    rulings: Mapping[str, Rulings],
    screenings: KeptScreenings,
) -> Segment:
    """A segment with the rows of these applications, which are never older than the heads: those were read before."""
    made = made_rows(workspace, heads, rulings, screenings)
    return kept.write(made.entries, {name: to_parquet(table) for name, table in made.tables.items()})


def made_rows(
    workspace: Workspace, heads: Mapping[str, str], rulings: Mapping[str, Rulings], screenings: KeptScreenings
) -> KeptRows:
    """The rows of these applications in every frame, made from their records.

    Args:
        workspace: whose records.
        heads: of the applications.
        rulings: of each scheme at hand by its version.
        screenings: those that are kept.

    Raises:
        RecordsError: a record is damaged.
    """
    version = workspace.scheme.version
    made = [replayed(log, rulings, version, screenings) for log in logs(workspace.store, list(heads), KINDS)]
    entries = [
        Entry(
            application=one.application,
            head=heads[one.application],
            access=one.access,
            left_out=one.left_out,
            awaited=one.awaited,
        )
        for one in made
    ]
    return KeptRows(entries=tuple(entries), tables=tables(one.rows for one in made))


def _put_together(kept: Segments, live: list[_Live]) -> list[_Live]:
    """The same with many small segments made one, so that a year of daily reports does not leave hundreds of files."""
    small = [one for one in live if 2 * len(one.entries) < AT_ONCE]
    if len(small) <= MOST_SMALL:
        return live
    found = [whole for one in small if (whole := _whole(one, tuple(SHAPES))) is not None]
    if len(found) < len(small):  # what is damaged was taken away, which is seen where the rows are read
        return live
    entries = [entry for one in small for entry in one.entries]
    files = {name: to_parquet(in_order(name, [one[name] for one in found])) for name in SHAPES}
    together = kept.write(entries, files)
    for one in small:
        one.segment.remove()
    return [*(one for one in live if one not in small), _Live(together, together.entries)]


def _whole(live: _Live, names: Sequence[str]) -> dict[str, Table] | None:
    """The tables of a segment; None where it is damaged, and then it is taken away."""
    try:
        return {name: live.table(name) for name in names}
    except DamagedSegmentError:
        live.segment.remove()
        return None
