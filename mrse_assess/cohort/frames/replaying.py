"""The same applications under other rules: what the pass rate would be at 13 of 16, or with three simulated."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from mrse_assess.cohort.frames.building import CohortFrames, from_rows
from mrse_assess.cohort.frames.case import Row
from mrse_assess.cohort.frames.columns import Vocabulary
from mrse_assess.cohort.frames.profiles import Ruling, Rulings, from_text, readings_from_text
from mrse_assess.errors import BadRequestError
from mrse_assess.model.scheme import Scheme


@dataclass(frozen=True, kw_only=True)
class Replayed:
    """What other rules say. ``applications`` and ``rules`` as in :class:`CohortFrames`; ``asked``: how many profiles.

    Outcomes are those that a person chose under the rules as they were; nobody chose any under these.
    """

    applications: pd.DataFrame
    rules: pd.DataFrame
    asked: int


def with_thresholds(scheme: Scheme, thresholds: Mapping[str, int]) -> Scheme:
    """The scheme with other numbers asked for by some of its rules.

    Raises:
        BadRequestError: a rule that the scheme does not have, or that asks for no number.
    """
    numbered = {rule.id for rule in scheme.rules if rule.threshold is not None}
    if odd := sorted(set(thresholds) - numbered):
        raise BadRequestError(f"No number can be set for {', '.join(odd)}; for {', '.join(sorted(numbered))} it can.")
    rules = tuple(replace(rule, threshold=thresholds.get(rule.id, rule.threshold)) for rule in scheme.rules)
    return replace(scheme, rules=rules)


def replay(frames: CohortFrames, scheme: Scheme, words: Vocabulary, *, decided_under: Scheme) -> Replayed:
    """The applications decided under one scheme version, ruled by the same rules with other numbers or readings.

    The rules are those of :mod:`mrse_assess.rules`, asked once for each profile. Applications decided under another
    version than ``decided_under``, and those that the reader may not see through, are left out.

    Raises:
        BadRequestError: the schemes differ in what the judgements of a sub-category come to, or in their parts: then
            the records have to be read again.
    """
    _refuse_other_units(scheme, decided_under)
    told = frames.applications[frames.applications["profile"].notna()]
    told = told[told["scheme"] == decided_under.version].reset_index(drop=True)
    rulings = Rulings(scheme)
    pairs = told[["profile", "readings"]].drop_duplicates().itertuples(index=False)
    known = {(text, read): rulings.of(from_text(text), readings_from_text(read)) for text, read in pairs}
    found = [known[pair] for pair in zip(told["profile"], told["readings"], strict=True)]
    return Replayed(applications=_ruled(told, found, words), rules=_rules(told, found, words), asked=len(known))


def _refuse_other_units(scheme: Scheme, decided_under: Scheme) -> None:
    if _units(scheme) != _units(decided_under):
        raise BadRequestError(
            "The schemes differ in their sub-categories, in how many pieces one needs, or in their parts; "
            "only numbers of rules and readings of clauses can be changed in a replay of frames."
        )


def _units(scheme: Scheme) -> Any:
    units = [(one.code, one.category, one.minimum_items, one.independent) for one in scheme.sub_categories]
    return units, [part.id for part in scheme.parts]


def _ruled(told: pd.DataFrame, found: list[Ruling], words: Vocabulary) -> pd.DataFrame:
    rows: list[Row] = [(str(one.outcome), one.short_of) for one in found]
    columns = from_rows("applications", ("rules", "short_of"), rows, words)
    return told.assign(**{name: columns[name] for name in columns})


def _rules(told: pd.DataFrame, found: list[Ruling], words: Vocabulary) -> pd.DataFrame:
    cases = zip(told["application"], told["attempt"], found, strict=True)
    rows: list[Row] = [(application, attempt, *cells) for application, attempt, one in cases for cells in one.rules]
    return from_rows("rules", (), rows, words)
