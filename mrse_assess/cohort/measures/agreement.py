"""How far assessors say the same: of all sub-categories together and within each, by verdict and by primary reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.random import Generator

from mrse_assess.agreement import Agreement, Figure, Level, Measure, Referred, load_limits
from mrse_assess.agreement.nominal import ac1, alpha, raw
from mrse_assess.agreement.resampling import NoInterval
from mrse_assess.agreement.study import Question, behind_of, compare
from mrse_assess.agreement.sums import Sums
from mrse_assess.agreement.table import Layout, Table
from mrse_assess.cohort.measures.assessments import conclusions, several
from mrse_assess.cohort.measures.drawing_again import GROUPS, intervals_of, together
from mrse_assess.cohort.measures.naming import of_sub_categories
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.tallying import Ints
from mrse_assess.cohort.measures.wording import Wording, wording
from mrse_assess.cohort.tables import Cell, CohortTable, Interval, Row, Shape, Unit

ALL = "all"
PRIMARY = "primary"
"""What tells questions about primary reasons from those about sets of reasons, and their resamples with them."""
_SEED = 2**32
_COLUMNS: Mapping[str, tuple[Measure, Callable[[Table], Sums]]] = {
    "observed_agreement": (Measure.RAW, raw),
    "ac1": (Measure.AC1, ac1),
    "alpha": (Measure.ALPHA, alpha),
}


def agreement_on_verdicts(study: Study, level: Level, random: Generator) -> CohortTable:
    """How often two assessors gave one verdict: Gwet's AC1 first, Krippendorff's alpha beside it.

    Verdicts at the first seal, those of the scale of ``level``; a referral to the panel is none and is left out. The
    figures are those of :func:`mrse_assess.agreement.verdicts.verdict_agreement`.

    Raises:
        BadRequestError: the reader may not see what each assessor said.
    """
    rows = study.judged.apart
    asked = _Asked(
        study=study,
        rows=conclusions(rows) if level is Level.CONCLUSION else rows[rows["evidence_id"] != ""],
        column="verdict",
        scales=dict.fromkeys((ALL, *study.codes), load_limits().scale(level, Referred.MISSING)),
        salt=f"{level}/{Referred.MISSING}/",
        seed=int(random.integers(_SEED)),
        together=together(random),
    )
    unit = Unit.SUB_CATEGORY if level is Level.CONCLUSION else Unit.ITEM
    return asked.told(f"agreement_on_{level}_verdicts", unit)


def agreement_on_reasons(study: Study, random: Generator) -> CohortTable:
    """How often two assessors who both found an item not satisfactory gave one primary reason.

    An assessor who judged it otherwise gave no reason to compare and is missing from that item. Within a sub-category
    chance agreement rests on the reasons that can be given there, and those that were all the same.

    Raises:
        BadRequestError: the reader may not see what each assessor said.
    """
    rows = study.judged.apart
    rows = several(rows[(rows["evidence_id"] != "") & (rows["verdict"] == load_limits().with_reasons)])
    asked = _Asked(
        study=study,
        rows=rows,
        column="primary_reason",
        scales={about: _reasons(study, rows, about) for about in (ALL, *study.codes)},
        salt=f"{Level.ITEM}/{PRIMARY}/",
        seed=int(random.integers(_SEED)),
        together=together(random),
    )
    return asked.told("agreement_on_reasons", Unit.ITEM)


@dataclass(frozen=True, kw_only=True, eq=False)
class _Asked:
    """What was said in a ``column`` of rows, on a scale for all together and one for each sub-category."""

    study: Study
    rows: pd.DataFrame
    column: str
    scales: Mapping[str, Sequence[str]]
    salt: str
    seed: int
    together: int

    def told(self, name: str, unit: Unit) -> CohortTable:
        """The table: a row for all together, and one for each sub-category."""
        said = wording()
        labels = {ALL: said.labels[ALL], **of_sub_categories(self.study)}
        each = _Ratings.of(self.rows, self.study.codes)
        lines = {ALL: np.arange(len(self.rows))}
        lines |= {code: np.flatnonzero(each.sub_category == at) for at, code in enumerate(self.study.codes)}
        given = {about: self._category(about, own) for about, own in lines.items()}
        rows = [
            Row(key=(about,), label=labels[about], cells=self._cells(about, each.only(own, given[about]), said))
            for about, own in lines.items()
        ]
        left_out = int((given[ALL] < 0).sum())
        return table(
            name,
            self.study,
            unit=unit,
            shape=Shape.NONE,
            columns=said.columns("pairs_compared", *_COLUMNS),
            rows=rows,
            notes=[said.say("left_out_of_agreement", number=left_out)] if left_out else [],
        )

    def _category(self, about: str, lines: Ints) -> Ints:
        """The places of what was said on the scale, -1 for what is not on it."""
        words = self.rows[self.column].cat
        place = np.append(pd.Index(list(self.scales[about])).get_indexer(words.categories), -1)
        return place[words.codes.to_numpy()[lines]]

    def _cells(self, about: str, rated: "_Ratings", said: Wording) -> tuple[Cell, ...]:
        question = Question(about="" if about == ALL else about, seed=self.seed, limits=load_limits(), salt=self.salt)
        found = _agreement(question, rated.tabled(len(self.scales[about])), self.together)
        return _cells(found, rated, said)


@dataclass(frozen=True, kw_only=True, eq=False)
class _Ratings:
    """One entry for each rating: its unit, application, sub-category, assessor and category as whole numbers.

    Units are in the order of their applications, sub-categories and items.
    """

    applications: Sequence[str]
    assessors: Sequence[str]
    unit: Ints
    application: Ints
    sub_category: Ints
    assessor: Ints
    category: Ints

    @classmethod
    def of(cls, rows: pd.DataFrame, codes: Sequence[str]) -> "_Ratings":
        """All ratings of the rows, as yet without a category."""
        application, applications = pd.factorize(rows["application"], sort=True)
        assessor, assessors = pd.factorize(rows["assessor"], sort=True)
        item, items = pd.factorize(rows["evidence_id"], sort=True)
        order = np.append(pd.Index(list(codes)).get_indexer(rows["sub_category"].cat.categories), -1)
        sub_category = order[rows["sub_category"].cat.codes.to_numpy()].astype(np.int64)
        return cls(
            applications=tuple(applications),
            assessors=tuple(assessors),
            unit=(application.astype(np.int64) * (len(codes) + 1) + sub_category + 1) * len(items) + item,
            application=application.astype(np.int64),
            sub_category=sub_category,
            assessor=assessor.astype(np.int64),
            category=np.full(len(rows), -1),
        )

    def only(self, lines: Ints, category: Ints) -> "_Ratings":
        """Those of some lines that have a category."""
        known = category >= 0
        own = lines[known]
        return _Ratings(
            applications=self.applications,
            assessors=self.assessors,
            unit=np.unique(self.unit[own], return_inverse=True)[1],
            application=self.application[own],
            sub_category=self.sub_category[own],
            assessor=self.assessor[own],
            category=category[known],
        )

    def tabled(self, categories: int) -> Table:
        """Them as the table that figures of agreement are made from."""
        first = np.unique(self.unit, return_index=True)[1]
        used, application = np.unique(self.application[first], return_inverse=True)
        layout = Layout(
            applications=len(used),
            raters=tuple(self.assessors),
            application_of=application,
            unit=self.unit,
            rater=self.assessor,
        )
        return Table(layout=layout, categories=categories, code=self.category)


def _agreement(question: Question, given: Table, drawn: int) -> Agreement:
    """The agreement room's figures; of many applications, with intervals from drawing groups of them."""
    behind = behind_of(given.layout, 0)
    if behind.applications <= GROUPS or given.used == 1:
        return compare(question, given)
    every = [statistic(given) for _, statistic in _COLUMNS.values()]
    found = intervals_of(every, question.limits, question.seeds, drawn)
    figures = []
    for (measure, _), sums, bounds in zip(_COLUMNS.values(), every, found, strict=True):
        value = float(sums.value(sums.parts.sum(axis=0)))
        if isinstance(bounds, NoInterval):
            why = question.limits.say(*bounds)
            figures.append(Figure(measure=measure, value=value, no_interval=bounds.why, why_no_interval=why))
        else:
            figures.append(Figure(measure=measure, value=value, interval=bounds))
    return Agreement(about=question.about, behind=behind, figures=tuple(figures))


def _cells(found: Agreement, rated: _Ratings, said: Wording) -> tuple[Cell, ...]:
    times = np.bincount(rated.unit)
    pairs = int((times * (times - 1) // 2).sum())
    paired = rated.application[times[rated.unit] > 1] if len(times) else rated.application
    behind = tuple(rated.applications[place] for place in np.unique(paired))
    compared = Cell(of=len(behind), value=float(pairs), applications=behind) if pairs else Cell(why=said.say("no_pair"))
    return compared, *(_cell(found.figure(measure), behind, said) for measure, _ in _COLUMNS.values())


def _cell(figure: Figure, behind: tuple[str, ...], said: Wording) -> Cell:
    if figure.value is None:
        return Cell(of=len(behind), why=figure.why, applications=behind)
    found = figure.interval
    interval = (
        Interval(low=found.low, high=found.high, level=found.confidence, how=said.say("bootstrap")) if found else None
    )
    why = "" if interval else " ".join(filter(None, (figure.why_no_interval, figure.remark)))
    return Cell(of=len(behind), value=figure.value, interval=interval, why=why, applications=behind)


def _reasons(study: Study, rows: pd.DataFrame, about: str) -> tuple[str, ...]:
    """The reasons that can be the primary one, there or anywhere, and those that were without it."""
    every = about == ALL
    known = [
        one.id
        for scheme in study.schemes.values()
        if every or about in scheme.codes
        for one in (scheme.reasons if every else scheme.reasons_for(about))
        if not one.never_alone
    ]
    given = rows["primary_reason"] if every else rows.loc[rows["sub_category"] == about, "primary_reason"]
    return tuple(dict.fromkeys((*known, *sorted(given.dropna().unique()))))
