"""A day begins by the clock of the scheme's office, not by that of the machine."""

import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from mrse_assess.scheme import load_scheme

SCHEME = load_scheme()


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 7, 1, 22, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 23, 0, tzinfo=UTC), date(2026, 7, 2)),  # midnight of British Summer Time
        (datetime(2026, 12, 1, 23, 59, tzinfo=UTC), date(2026, 12, 1)),
        (datetime(2026, 12, 2, 0, 0, tzinfo=UTC), date(2026, 12, 2)),
        (datetime(2026, 12, 2, 1, 0, tzinfo=timezone(timedelta(hours=5))), date(2026, 12, 1)),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), date(2026, 3, 29)),  # the hour before the clocks go forward
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), date(2026, 10, 25)),  # the night on which they go back
    ],
)
def test_a_moment_falls_on_the_day_of_the_office(moment, day):
    assert SCHEME.day_of(moment) == day


@pytest.fixture(params=["America/Los_Angeles", "Asia/Tokyo"])
def clock_of_the_machine(request, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the clock of a process cannot be moved on this system")
@pytest.mark.usefixtures("clock_of_the_machine")
def test_the_clock_of_the_machine_changes_nothing():
    moment = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert (SCHEME.day_of(moment), SCHEME.here(moment).hour) == (date(2026, 7, 2), 0)
