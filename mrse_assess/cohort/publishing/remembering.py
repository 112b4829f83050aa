"""What was published before: the file that a publication leaves for the next one."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mrse_assess.cohort.disclosure import Policy
from mrse_assess.errors import BadRequestError

FORMAT: Final = 1
_HEAD: Final = (
    "Counts that were published of a cohort; the next publishable report is made so that both together tell no more."
)


@dataclass(frozen=True, kw_only=True)
class Report:
    """What one report published of one guidance version: counts by id, as they were rounded.

    ``period``: which applications it was about, "" for all that there were. ``threshold`` and ``round_to`` are of its
    policy. There is nothing of withheld counts in it, nor their ids: those would tell what occurred. Guidance versions
    of which nothing was published are named all the same: the file stays in the office.
    """

    period: str
    guidance: str
    threshold: int
    round_to: int
    counts: Mapping[str, int]

    def bounds(self, name: str) -> tuple[int, int] | None:
        """The least and greatest that a count was, as far as this report tells."""
        if name not in self.counts:
            return None
        shown = self.counts[name]
        if shown == 0:
            return 0, 0
        return max(shown - self.round_to // 2, self.threshold), shown + (self.round_to - 1) // 2


@dataclass(frozen=True, kw_only=True)
class Before:
    """All that was published before, the oldest first."""

    reports: tuple[Report, ...] = ()

    def and_then(self, reports: Iterable[Report]) -> "Before":
        """The same after another publication; what says nothing new is not kept twice."""
        kept = list(self.reports)
        for report in reports:
            if report not in kept:
                kept.append(report)
        return Before(reports=tuple(kept))

    def bounds(self, name: str) -> tuple[int, int] | None:
        """What is public of a count, None if nothing is.

        Raises:
            BadRequestError: two reports say of it what cannot both be true.
        """
        found = [bounds for report in self.reports if (bounds := report.bounds(name))]
        if not found:
            return None
        low, high = max(low for low, _ in found), min(high for _, high in found)
        if low > high:
            raise BadRequestError(f"Reports that were published before contradict each other ({name}).")
        return low, high


def report_of(period: str, guidance: str, policy: Policy, counts: Mapping[str, int]) -> Report:
    """What a publication leaves of one guidance version."""
    return Report(
        period=period,
        guidance=guidance,
        threshold=policy.threshold,
        round_to=policy.round_to,
        counts=dict(sorted(counts.items())),
    )


def as_file(before: Before) -> bytes:
    """The content of the file, the same bytes for the same reports."""
    return (json.dumps(as_data(before), ensure_ascii=False, indent=1) + "\n").encode()


def write_published(before: Before, path: Path) -> None:
    """Write the file."""
    path.write_bytes(as_file(before))


def read_published(path: Path) -> Before:
    """Read the file; nothing was published where there is none.

    Raises:
        BadRequestError: it is damaged, or of a later program.
    """
    if not path.exists():
        return Before()
    try:
        return from_data(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise BadRequestError(
            f"What was published before cannot be read from {path.name}. Restore the file from a copy: "
            "without it a new report could give away what an earlier one withheld."
        ) from error


def as_data(before: Before) -> dict[str, Any]:
    """As values for JSON."""
    return {
        "about": _HEAD,
        "format": FORMAT,
        "reports": [
            {
                "period": one.period,
                "guidance": one.guidance,
                "policy": {"threshold": one.threshold, "round_to": one.round_to},
                "counts": dict(one.counts),
            }
            for one in before.reports
        ],
    }


def from_data(data: Any) -> Before:
    """The inverse of :func:`as_data`.

    Raises:
        ValueError: the data is something else.
    """
    try:
        if data["format"] != FORMAT:
            raise ValueError("another format")
        return Before(reports=tuple(map(_report, data["reports"])))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("something is missing") from error


def _report(one: Mapping[str, Any]) -> Report:
    found = Report(
        period=str(one["period"]),
        guidance=str(one["guidance"]),
        threshold=int(one["policy"]["threshold"]),
        round_to=int(one["policy"]["round_to"]),
        counts={str(name): int(value) for name, value in one["counts"].items()},
    )
    if found.threshold < 1 or found.round_to < 1 or min(found.counts.values(), default=0) < 0:
        raise ValueError("a number that cannot be meant")
    return found
