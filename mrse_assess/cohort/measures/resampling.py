"""Intervals of what is no share of applications, by drawing whole applications again."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from mrse_assess.agreement import Interval as Found
from mrse_assess.agreement import Unsaid, load_limits
from mrse_assess.agreement.resampling import NoInterval
from mrse_assess.agreement.sums import Sums, ratio
from mrse_assess.cohort.measures.cells import Floats, number_cell
from mrse_assess.cohort.measures.drawing_again import intervals_of, together
from mrse_assess.cohort.measures.wording import Wording
from mrse_assess.cohort.tables import Cell, Interval

_SEED = 2**32


def ratio_cell(above: Floats, below: Floats, applications: Sequence[str], said: Wording, random: Generator) -> Cell:
    """The sum of ``above`` over that of ``below``, one number of each for an application; a mean where below is 1.

    The order of the applications is no matter.
    """
    seed = [int(one) for one in random.integers(_SEED, size=2)]
    value = _of(above.sum(), below.sum())
    if value is None or len(applications) < said.enough:
        return number_cell(value, sorted(applications), said)
    limits = load_limits()
    if len(applications) < limits.interval_applications:
        return _without(value, applications, said.say("too_few_interval", needed=limits.interval_applications))
    sums = Sums(parts=np.column_stack([above, below]), value=lambda parts: ratio(parts[..., 0], parts[..., 1]))
    (found,) = intervals_of([sums], limits, seed, together(random))
    if isinstance(found, NoInterval):
        return _without(value, applications, limits.say(found.why, found.found, found.needed))
    return number_cell(value, sorted(applications), said, interval=_interval(found, said))


def median_cell(values: Floats, applications: Sequence[str], said: Wording, random: Generator) -> Cell:
    """The median of one number of each application, with the percentiles of its resamples."""
    limits = load_limits()
    middle = float(np.median(values)) if len(values) else None
    if middle is None or len(values) < said.enough:
        return number_cell(middle, sorted(applications), said)
    if len(values) < limits.interval_applications:
        return _without(middle, applications, said.say("too_few_interval", needed=limits.interval_applications))
    drawn = _medians(np.sort(values), limits.resamples, random)
    reach = (1 - limits.confidence) / 2
    low, high = (float(one) for one in np.quantile(drawn, [reach, 1 - reach]))
    if low == high:
        return _without(middle, applications, limits.say(Unsaid.RESAMPLES_ALIKE))
    found = Found(low=low, high=high, confidence=limits.confidence)
    return number_cell(middle, sorted(applications), said, interval=_interval(found, said))


def _medians(values: Floats, resamples: int, random: Generator) -> Floats:
    """The medians of resamples of rising values.

    Only the draws in the middle matter. Of ``size`` numbers drawn between 0 and 1, the one at place k from below has a
    beta distribution, and the share of the rest of the way that the next one goes has one too.
    """
    size = len(values)
    place = (size + 1) // 2
    low = random.beta(place, size - place + 1, size=resamples)
    high = low if size % 2 else low + (1 - low) * random.beta(1, size - place, size=resamples)
    drawn = [np.minimum((one * size).astype(np.int64), size - 1) for one in (low, high)]
    return (values[drawn[0]] + values[drawn[1]]) / 2


def _of(above: float, below: float) -> float | None:
    return float(above / below) if below else None


def _interval(found: Found, said: Wording) -> Interval:
    return Interval(low=found.low, high=found.high, level=found.confidence, how=said.say("bootstrap"))


def _without(value: float, applications: Sequence[str], why: str) -> Cell:
    """A number whose interval cannot be told, and why not."""
    return Cell(of=len(applications), value=value, why=why, applications=tuple(sorted(applications)))
