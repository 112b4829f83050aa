"""How long things take: days until somebody acts, and the evenings on which they judge."""

from datetime import datetime, timedelta

import numpy as np
from numpy.random import Generator

from mrse_assess.simulation.parameters import Course

YEAR = timedelta(days=365.25)
_SPREAD = 0.5  # of the logarithm of a wait
_PAUSE = 150.0  # seconds between two judgements
_DAY = 86_400.0
_EVENING = (18.0, 21.0)  # hours at which work is begun


def later(random: Generator, moment: datetime, days: float) -> datetime:
    """A moment about so many days later, in working hours."""
    wait = days * float(np.exp(random.normal(0.0, _SPREAD)))
    day = (moment + timedelta(days=wait)).replace(hour=0, minute=0, second=0, microsecond=0)
    then = day + timedelta(seconds=float(random.uniform(9 * 3600, 17 * 3600)))
    return max(then, moment + timedelta(minutes=1))


def evenings(random: Generator, begin: datetime, number: int, said: Course) -> list[datetime]:
    """The moments of so many acts from ``begin`` on, some on each evening."""
    rate = said.judged_an_evening
    evening = (np.arange(number) / rate).astype(int)
    last = int(evening[-1]) + 1 if number else 0
    days = np.cumsum(1.0 + np.floor(random.exponential(max(said.days_between_evenings - 1.0, 0.0), last)))
    begun = days * _DAY + random.uniform(*_EVENING, last) * 3600
    pauses = random.exponential(_PAUSE, number) + 1.0
    within = np.cumsum(pauses)
    first = np.searchsorted(evening, np.arange(last))
    seconds = begun[evening] + within - within[first[evening]]
    day = begin.replace(hour=0, minute=0, second=0, microsecond=0)
    return [day + timedelta(seconds=float(one)) for one in seconds]
