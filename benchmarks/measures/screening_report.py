"""The table of `make bench-screening`: each measure over all cases beside its aim. Sums only, no single case."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from measures.reading_report import columns, shown, verdict
from measures.reading_score import Tally, added
from measures.screening_cases import Result
from measures.screening_score import Compared, compare

DRAWS: Final = 1000


def f1(tally: Tally) -> float | None:
    """F1, which is the accuracy where each question has one answer on both sides."""
    return tally.share


def precision(tally: Tally) -> float | None:
    """How much of what was found is right."""
    return tally.right / tally.found if tally.found else None


def recall(tally: Tally) -> float | None:
    """How much of what was wanted was found."""
    return tally.right / tally.wanted if tally.wanted else None


class Aim(NamedTuple):
    """A line of the table: which share of which measure, and its aim."""

    words: str
    measure: str
    share: Callable[[Tally], float | None] = f1
    aim: float | None = None


AIMS: Final = (
    Aim("items of the truth found by their pages", "items_found", recall),
    Aim("dates, F1", "dates", aim=0.95),
    Aim("what the right dates are the date of", "date_kinds"),
    Aim("author (applicant, other, unclear)", "author"),
    Aim("roles, precision", "roles", precision),
    Aim("roles, recall", "roles", recall),
    Aim("roles, propose and produce as one, F1", "roles_as_one"),
    Aim("simulated items, F1", "simulated", aim=0.95),
    Aim("MHRA sections by item, F1", "mhra_sections", aim=0.97),
    Aim("MHRA sections on their pages, F1", "mhra_on_pages", aim=0.97),
    Aim("MHRA references, those without a section too, F1", "mhra_references"),
    Aim("grade of references found", "mhra_grades"),
    Aim("edition of references found", "mhra_editions"),
    Aim("scope by item and kind, precision", "scope", precision),
    Aim("scope by item and kind, recall", "scope", recall),
    Aim("scope passages on their pages, F1", "scope_on_pages"),
    Aim("what the guidance bars (traps), precision", "traps", precision),
    Aim("what the guidance bars (traps), recall", "traps", recall),
    Aim("personal-data pages, recall", "personal", recall, 0.95),
    Aim("personal-data pages, precision", "personal", precision, 0.9),
    Aim("personal-data pages, 'likely' alone, recall", "personal_likely", recall),
    Aim("personal-data pages, 'likely' alone, precision", "personal_likely", precision),
    Aim("kinds of personal data on their pages, F1", "personal_kinds"),
    Aim("pages of look-alikes without a finding", "look_alikes", recall),
    Aim("pages of look-alikes without a 'likely' finding", "look_alikes_likely", recall),
    Aim("pages without words said to be unread, or recognised", "unread", recall),
    Aim("bad redactions, pages F1", "bad_redactions", aim=0.97),
    Aim("good redactions not reported", "good_redactions", recall),
    Aim("unsure redactions 'not checked'", "unsure_redactions", recall),
    Aim("near-duplicate pairs, F1", "near_copies", aim=0.95),
    Aim("pairs that share a template only, not reported", "templates", recall),
    Aim("pairs that share commentary, F1", "shared_commentary"),
    Aim("linked, embedded, active: page and kind, F1", "active"),
    Aim("linked, embedded, active: page, F1", "active_places"),
    Aim("the exam's certificate is there", "exam_present"),
    Aim("exam certificate, kind", "exam_kind"),
    Aim("referee is the applicant", "referee_is_applicant"),
    Aim("referee's signature, kind", "signature"),
    Aim("passages: right page first", "passage_first", recall, 0.8),
    Aim("passages: right page within three", "passage_within", recall, 0.95),
    Aim("passages: right page within three, of claims read", "passage_within_found", recall),
)


class Scored(NamedTuple):
    """A result with what was wanted and found."""

    result: Result
    compared: Mapping[str, Compared]


def scored(results: Iterable[Result]) -> list[Scored]:
    """Each result compared with its truth."""
    return [Scored(result, compare(result.case.truth, result.found)) for result in results]


def report(rows: Sequence[Scored]) -> dict[str, Any]:
    """Everything that is printed, as plain values. No single case is in it."""
    items = added(row.compared["items_found"].tally for row in rows if "items_found" in row.compared)
    return {
        "portfolios": len(rows),
        "failed": sum(bool(row.result.failed) for row in rows),
        "items": items.wanted,
        "items_not_found": items.wanted - items.right,
        "measures": [
            _measured(aim, [row.compared[aim.measure].tally for row in rows if aim.measure in row.compared])
            for aim in AIMS
        ],
    }


def _measured(aim: Aim, tallies: Sequence[Tally]) -> dict[str, Any]:
    total = added(tallies)
    value = aim.share(total)
    low, high = _interval(tallies, aim.share)
    return {
        "words": aim.words,
        "measure": aim.measure,
        "value": value,
        "low": low,
        "high": high,
        "aim": aim.aim,
        "met": None if aim.aim is None or value is None else value >= aim.aim,
        "right": total.right,
        "wanted": total.wanted,
        "found": total.found,
    }


def _interval(tallies: Sequence[Tally], share: Callable[[Tally], float | None]) -> tuple[float | None, float | None]:
    """Between which values 95 of 100 draws of as many portfolios, with replacement, lie."""
    chance = random.Random(5)  # noqa: S311 - draws for a statistic, the same at each run
    drawn = [share(added(chance.choices(tallies, k=len(tallies)))) for _ in range(DRAWS)] if tallies else []
    ordered = sorted(each for each in drawn if each is not None)
    return (ordered[len(ordered) // 40], ordered[-1 - len(ordered) // 40]) if ordered else (None, None)


# In words


def printed(told: Mapping[str, Any], title: str, speed: Mapping[str, Any] | None = None) -> str:
    """The report as one table, the speed as its last lines."""
    failed = f", {told['failed']} FAILED" if told["failed"] else ""
    heading = (
        f"{title}: {told['portfolios']} portfolios{failed}; {told['items']} items, {told['items_not_found']} not found"
    )
    rows = [_row(one) for one in told["measures"]]
    return f"{heading}\n\n{columns([*rows, *(speed_rows(speed) if speed else ())])}"


def _row(one: Mapping[str, Any]) -> tuple[str, ...]:
    between = f"{shown(one['low'])} to {shown(one['high'])}" if one["value"] is not None else ""
    aim = "" if one["aim"] is None else f"aim >= {one['aim']:.2f}"
    behind = f"{one['right']} right, {one['wanted']} wanted, {one['found']} found"
    return one["words"], shown(one["value"]), between, aim, verdict(one["met"]), behind


def speed_rows(told: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Lines of the table on how long screening takes."""
    times = told["seconds"]
    between = f"{times['fastest']:.2f} to {times['slowest']:.2f}"
    first = f"screening {told['pages']} digital pages, warm worker"
    behind = f"median of {told['runs']} runs, {told['kept']:.2f} s where facts of files are kept; load {told['load']}"
    return [(first, f"{times['median']:.2f} s", between, f"aim <= {told['aim']:.0f} s", verdict(told["met"]), behind)]


def misses(rows: Sequence[Scored], number: int) -> str:
    """The cases with most that is missing or wrong, and what it is; for those who develop on them.

    Raises:
        ValueError: one of them is set apart.
    """
    if not all(row.result.case.may_be_looked_at for row in rows):
        raise ValueError("single cases that are set apart are not shown: they are measured, not looked at")
    wrong = sorted(((row, _wrong_in(row)) for row in rows), key=lambda each: -len(each[1]))
    return "\n\n".join("\n  ".join([_named(row), *lines]) for row, lines in wrong[:number] if lines)


def _named(row: Scored) -> str:
    case = row.result.case
    return f"{case.name}, seed {case.seed} ({', '.join(case.traits)}): {case.portfolio} {row.result.failed}".rstrip()


def _wrong_in(row: Scored) -> list[str]:
    return [
        f"{name}: {word} {' '.join(map(str, entry))}"
        for name, compared in row.compared.items()
        for word, entries in (
            ("missing", compared.wanted - compared.found),
            ("wrong", compared.found - compared.wanted),
        )
        for entry in sorted(entries, key=str)
    ]
