"""What every part of the report works with: one application as it was read and looked over, and the report's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from mrse_assess.model.letter import Sentence
from mrse_assess.model.observation import Observation, Screening
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.screening.fingerprints import AcrossPair
from mrse_assess.screening.report.naming import Names
from mrse_assess.screening.report.places import Places
from mrse_assess.screening.report.sheet import LEVELS, Detail
from mrse_assess.screening.report.words import ReportWords, inside
from mrse_assess.terms import Look


@dataclass(frozen=True, kw_only=True)
class Office:
    """One application for the scheme office. ``compared_with``: how many others, None where none were compared."""

    portfolio: Portfolio
    screening: Screening
    scheme: Scheme
    reference: str
    received_on: date
    across: Sequence[AcrossPair] = ()
    compared_with: int | None = None
    detail: Detail = LEVELS[0]

    @cached_property
    def words(self) -> ReportWords:
        """The report's passages."""
        return ReportWords(self.scheme)

    @cached_property
    def names(self) -> Names:
        """How files and items are called."""
        return Names(self.portfolio, self.scheme, self.words)

    @cached_property
    def places(self) -> Places:
        """How places are named."""
        return Places(self.portfolio, self.names, self.words, self.detail)

    def looked(self, check: str) -> bool:
        """Whether a check ran."""
        return check in self.screening.looked

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """What screening says, but for what is confidential: that comes as ``across``, or not at all."""
        return tuple(each for each in self.screening.observations if not each.confidential)

    def found(self, check: str, *kinds: str, outcome: Look | None = None) -> tuple[Observation, ...]:
        """The observations of a check of these kinds, of all where none are named."""
        return tuple(
            each
            for each in self.observations
            if each.check == check and (not kinds or each.kind in kinds) and outcome in (None, each.outcome)
        )

    def findings(self, found: Sequence[Observation]) -> str:
        """Findings with where they are, those at the same places together: "dob, name - item 7 (page 31); ..."."""
        by_title: dict[str, list[Observation]] = {}
        for each in found:
            by_title.setdefault(inside(each.title), []).append(each)
        by_place: dict[frozenset[tuple[object, ...]], list[str]] = {}
        for title, same in by_title.items():
            by_place.setdefault(_places(same), []).append(title)
        return self.words.semicolons(
            list(by_place.values()),
            self.detail.findings,
            lambda titles: self._finding(titles, self.places.of(by_title[titles[0]])),
        )

    def told(self, check: str, found: Sequence[Observation], nothing: str) -> Sentence:
        """What a person has to look at; that nothing was found; or that the check did not run."""
        if found:
            return self.words.say("look", what=self.findings(found))
        return self.words.say(nothing if self.looked(check) else "part.not_searched")

    def _finding(self, titles: Sequence[str], where: str) -> str:
        what = self.words.commas(titles, len(titles))
        return self.words.text("finding", what=what, where=where) if where else what


def _places(found: Sequence[Observation]) -> frozenset[tuple[object, ...]]:
    """Where observations are, page by page."""
    return frozenset((each.evidence_id, place.file, place.page) for each in found for place in each.places) | frozenset(
        (each.evidence_id,) for each in found
    )
