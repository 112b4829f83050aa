"""The tables of severity: each assessor under a code, how much assessors differ, and what that means for a chance."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.severity.judgements import Floats, judgements_of
from mrse_assess.cohort.severity.model import Model, Severity, middle, modelled
from mrse_assess.cohort.severity.wording import SeverityWording, severity_wording
from mrse_assess.cohort.tables import Cell, CohortTable, Interval, Row, Shape, Unit

_EVIDENCE = ("applications", "sub_categories", "within", "items")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def of_severity(
    study: Study,
    random: Generator,
    *,
    names: Mapping[str, str] | None = None,
    clock: Callable[[], float] | None = None,
) -> tuple[CohortTable, ...]:
    """Each assessor's severity, how much assessors and evidence differ, and the chances that come of it.

    Only what was said before anybody saw what others said, of items that two or more judged. Codes are drawn, so that
    they tell nothing; with codes no cell says which applications are behind it, since that would tell who it is.

    Args:
        study: with what each assessor said.
        random: draws the sample where there is too much, the codes, and the resamples.
        names: of persons by their ids, for the chair who asks for them; codes when not given.
        clock: seconds, to be told how long it took.

    Raises:
        BadRequestError: the reader may not see what each assessor said.
    """
    said = severity_wording()
    began = clock() if clock else 0.0
    model = modelled(judgements_of(study.judged.apart, said.judgements, random), said, random)
    making = _Making(study=study, model=model, said=said, names=names, order=_order(model, names, random))
    took = (said.say("took", seconds=f"{clock() - began:.1f}"),) if clock else ()
    return (making.severity(took), making.spread(took), making.chance(took))


def _order(model: Model, names: Mapping[str, str] | None, random: Generator) -> list[int]:
    """The assessors in the order of their codes, or of their names; never of their severity."""
    persons = model.judgements.assessors
    drawn: list[int] = random.permutation(len(persons)).tolist()
    if names is None:
        return drawn
    return sorted(drawn, key=lambda place: (names.get(persons[place], persons[place]), persons[place]))


@dataclass(frozen=True, kw_only=True)
class _Making:
    """The tables of one model."""

    study: Study
    model: Model
    said: SeverityWording
    names: Mapping[str, str] | None
    order: Sequence[int]

    def severity(self, took: Sequence[str]) -> CohortTable:
        """A row for each assessor."""
        rows = [self._row(number, place) for number, place in enumerate(self.order)]
        notes = (*self._compared(), *self._rests_on(), *took)
        return self._table("severity", ("severity", "judgements", "differed"), rows, notes)

    def spread(self, took: Sequence[str]) -> CohortTable:
        """A row for each thing that verdicts depend on."""
        own, said = self.model.spread, self.said
        resampled = {
            part: np.array([np.sqrt(one.parts[part]) if one else np.nan for one in own.resampled] if own else [])
            for part in _EVIDENCE
        }
        found = own.evidence if own else None
        values = {part: found.parts[part] ** 0.5 if found else np.nan for part in _EVIDENCE}
        scattered = own.scatter.variance**0.5 if own else np.nan
        cells = {"assessors": self._cell(scattered, np.sqrt(own.scatter.drawn) if own else np.array([]), "profile")}
        cells |= {part: self._cell(values[part], resampled[part], "bootstrap") for part in _EVIDENCE}
        rows = [Row(key=(key,), label=said.labels[key], cells=(cell,)) for key, cell in cells.items()]
        return self._table("severity_spread", ("spread",), rows, (*self._rests_on(), *took))

    def chance(self, took: Sequence[str]) -> CohortTable:
        """One row: a lenient assessor, a severe one, and the difference."""
        chances = self.model.spread.chances(self.said.tail) if self.model.spread else None
        values, drawn = chances or (np.full(2, np.nan), np.full((0, 2), np.nan))
        three = ((values[0], drawn[:, 0]), (values[1], drawn[:, 1]), (values[0] - values[1], drawn[:, 0] - drawn[:, 1]))
        cells = tuple(self._cell(float(value), own, "bootstrap") for value, own in three)
        row = Row(key=("average",), label=self.said.labels["average"], cells=cells)
        notes = (*self._in_words(cells), *self._rests_on(), *took)
        return self._table("severity_chance", ("lenient", "severe", "difference"), [row], notes)

    # ------------------------------------------------------------ inside

    def _row(self, number: int, place: int) -> Row:
        own, person = self.model.each[place], self.model.judgements.assessors[place]
        if self.names is None:
            key, label = _code(number), self.said.labels["assessor"].format(code=_code(number))
        else:
            key, label = person, self.names.get(person, person)
        behind = tuple(self.model.judgements.applications[one] for one in own.applications) if self.names else ()
        counts = (Cell(value=float(one), applications=behind) for one in (own.judgements, own.differed))
        return Row(key=(key,), label=label, cells=(self._severity(own, behind), *counts))

    def _severity(self, own: Severity, behind: tuple[str, ...]) -> Cell:
        said = self.said
        if own.value is None:
            why = said.say("too_few", found=own.found, needed=said.applications) if own.few else ""
            return Cell(why=why or said.say("not_comparable"), applications=behind)
        of = len(own.applications)
        if own.bounds is None:
            return Cell(of=of, value=own.value, why=said.say("no_interval"), applications=behind)
        interval = self._interval(own.bounds, "jackknife")
        return Cell(of=of, value=own.value, interval=interval, applications=behind)

    def _cell(self, value: float, drawn: Floats, how: str) -> Cell:
        """A number of the spread, or why there is none."""
        said, of = self.said, len(self.model.judgements.applications)
        if self.model.spread is None:
            return Cell(why=self._no_spread())
        if np.isnan(value):
            return Cell(why=said.say("no_spread"))
        bounds = middle(drawn, said.level)
        if bounds is None:
            return Cell(of=of, value=float(value), why=said.say("no_spread"))
        low, high = min(bounds[0], value), max(bounds[1], value)
        return Cell(of=of, value=float(value), interval=self._interval((low, high), how))

    def _interval(self, bounds: tuple[float, float], how: str) -> Interval:
        return Interval(low=bounds[0], high=bounds[1], level=self.said.level, how=self.said.say(how))

    def _no_spread(self) -> str:
        said, model = self.said, self.model
        if model.stated < said.assessors:
            return said.say("too_few_assessors", found=model.stated, needed=said.assessors)
        return said.say("no_interval")

    def _compared(self) -> list[str]:
        """What the intervals say all together."""
        bounds = [own.bounds for own in self.model.each if own.bounds]
        if not self.model.stated:
            return [self.said.say("none")]
        if not bounds:
            return []
        if all(low <= 0 <= high for low, high in bounds):
            return [self.said.say("no_difference")]
        expected = max(1, round((1 - self.said.level) * len(bounds)))
        return [self.said.say("by_chance", number=len(bounds), expected=expected)]

    def _in_words(self, cells: Sequence[Cell]) -> list[str]:
        lenient, severe, difference = cells
        if lenient.value is None or severe.value is None or difference.value is None:
            return []
        slots = _percent({"lenient": lenient.value, "severe": severe.value})
        slots["difference"] = slots["lenient"] - slots["severe"]  # of what is read, so that it adds up
        if difference.interval is None:
            return [self.said.say("chance_alone", **slots)]
        bounds = {"low": difference.interval.low, "high": difference.interval.high}
        return [self.said.say("chance", **slots, **_percent(bounds))]

    def _rests_on(self) -> list[str]:
        given = self.model.judgements
        slots = {"judgements": len(given.unit), "applications": len(given.applications)}
        if len(given.applications) < given.of:
            return [self.said.say("sampled", **slots, all_judgements=given.of_judgements, all_applications=given.of)]
        return [self.said.say("whole", **slots)]

    def _table(self, name: str, columns: Sequence[str], rows: Sequence[Row], notes: Sequence[str]) -> CohortTable:
        said, words = self.said, self.said.tables[name]
        nobody = () if self.study.size else (said.say("empty"),)
        return CohortTable(
            id=name,
            question=words.question,
            title=words.title.format(attempts=said.labels[f"attempts_{self.study.attempts}"]),
            guidance=self.study.guidance,
            unit=Unit.ITEM,
            shape=Shape.NONE,
            columns=said.columns(*columns),
            rows=tuple(rows),
            applications=self.study.size,
            attempts=str(self.study.attempts),
            notes=(*nobody, *words.notes, *notes),
            numbers={key: said.numbers[key] for key in columns if key in said.numbers},
        )


def _percent(shares: Mapping[str, float]) -> dict[str, int]:
    return {name: round(100 * share) for name, share in shares.items()}


def _code(number: int) -> str:
    """A, B, .. Z, AA, AB, ..."""
    ahead, own = divmod(number, len(_LETTERS))
    return (_code(ahead - 1) if ahead else "") + _LETTERS[own]
