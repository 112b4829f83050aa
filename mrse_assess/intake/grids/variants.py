"""Other grids of the same regions: cut by other white space, at the codes' heights, without lines that may be none.

No finder of cells is right for every table. Where the first reading leaves doubts, each of these is read as well.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from mrse_assess.intake.grids.grid import Grid, pages_grid
from mrse_assess.intake.grids.region import Region
from mrse_assess.intake.grids.rivers import coded_river_edges, river_edges, start_edges, whole_river_edges

_CUTS: Final[tuple[Callable[[Sequence[Region]], tuple[float, ...]], ...]] = (
    river_edges,
    whole_river_edges,
    coded_river_edges,
    start_edges,
)


def variants(regions: Sequence[Region]) -> Iterator[Grid]:
    """The other grids, each once, likelier ones first."""
    seen = [pages_grid(regions)] if regions else []
    for grid in _all(regions) if regions else ():
        if grid.rows and all(grid.rows != other.rows for other in seen):
            seen.append(grid)
            yield grid


def _all(regions: Sequence[Region]) -> Iterator[Grid]:
    yield pages_grid(regions, level=True)
    open_regions = [replace(region, edges=(), verticals=()) for region in regions]
    for cut in _CUTS:
        yield pages_grid(open_regions, cut)
        yield pages_grid(open_regions, cut, level=True)
