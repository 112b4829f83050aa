"""The scheme as data: sub-categories, guidance, notes, rules, parts, reasons, outcomes, passages, with clauses."""

from collections.abc import Mapping
from dataclasses import dataclass

from mrse_assess.terms import Direction, NoteKind, OutcomeKind


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A place in the guidance: ``label`` as the scheme file writes it ("N1.1"), ``words`` as an applicant reads it."""

    label: str
    words: str


@dataclass(frozen=True, kw_only=True)
class GuidanceNote:
    """A bar or demand of the guidance in the project's own words. ``id`` is stable; ``clause`` is a Clause label."""

    id: str
    kind: NoteKind
    text: str
    clause: str


@dataclass(frozen=True, kw_only=True)
class SubCategory:
    """One of the units that are judged. Category 3 has no sub-categories in the guidance, so it is its own unit "3".

    ``short_name`` has at most 19 characters. ``about`` completes "evidence about ..." in a letter. ``minimum_items`` is
    how many satisfactory pieces it needs, ``independent`` whether they must be independent of each other.
    """

    code: str
    category: int
    title: str
    short_name: str
    about: str
    guidance: str
    notes: tuple[GuidanceNote, ...]
    examples: tuple[str, ...]
    clause: str
    minimum_items: int
    independent: bool
    contribution: bool  # the title says "contribute", so the contribution kinds apply


@dataclass(frozen=True, kw_only=True)
class MajorCategory:
    """One of the major categories; its guidance and notes govern every sub-category under it."""

    number: int
    title: str
    short_name: str
    guidance: str
    notes: tuple[GuidanceNote, ...]
    clause: str
    sub_categories: tuple[SubCategory, ...]


@dataclass(frozen=True, kw_only=True)
class PassRule:
    """One rule of the scheme. ``counts`` names what the rules room counts; ``threshold`` is None for ``parts``.

    ``label`` is the short name on screen; ``requirement``, ``needed`` the words of the letter's table; ``advisory``
    rules never decide.
    """

    id: str
    counts: str
    label: str
    requirement: str
    needed: str
    direction: Direction
    threshold: int | None
    advisory: bool
    clause: str


@dataclass(frozen=True, kw_only=True)
class Part:
    """Something that must be there and is confirmed by a person: contents list, authentication, exam ..."""

    id: str
    name: str
    rule: str  # the pass rule it counts for
    ask: str  # the question put to the person who confirms
    clause: str


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why evidence falls short. ``sentence`` and ``remedy`` are passages with named slots, fit for an applicant.

    ``name`` has at most 34 characters. ``applies_to`` are sub-category codes, () for all. ``needs`` are the slots that
    a person must fill (``seen``, ``target``, ``other_item``, ``date``). ``never_alone``: it cannot by itself make an item
    or a sub-category not satisfactory.
    """

    id: str
    name: str
    sentence: str
    remedy: str
    clause: str
    applies_to: tuple[str, ...]
    needs: tuple[str, ...]
    never_alone: bool


@dataclass(frozen=True, kw_only=True)
class BelongsElsewhere:
    """Evidence offered for ``offered_for`` that the guidance places under ``target``, and what it is."""

    offered_for: str
    target: str
    what: str
    clause: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An ambiguous clause, the readings of it, and the default, which is ours and says so."""

    id: str
    question: str
    values: tuple[str, ...]
    names: tuple[str, ...]  # one for each value, as a letter says it
    default: str
    clause: str


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """An outcome kind and what must hold before a person may choose it.

    ``rules`` is ``met``, ``not_met`` or ``any``; ``needs_settings`` must have a value; ``needs_ground`` asks for a
    reason in words.
    """

    kind: OutcomeKind
    name: str
    rules: str
    needs_settings: tuple[str, ...]
    needs_ground: bool


@dataclass(frozen=True, kw_only=True)
class SettingSpec:
    """Something the scheme has not published. ``label`` is what a marked gap says; ``needed_by`` outcomes or rules."""

    id: str
    label: str
    kind: str  # text | choice | number | date
    choices: tuple[str, ...]
    needed_by: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """One scheme file, checked. ``version`` changes with every change of meaning; ``digest`` is of the files' bytes."""

    id: str
    version: str
    digest: str
    title: str
    guidance_name: str
    categories: tuple[MajorCategory, ...]
    rules: tuple[PassRule, ...]
    parts: tuple[Part, ...]
    reasons: tuple[Reason, ...]
    elsewhere: tuple[BelongsElsewhere, ...]
    readings: tuple[Reading, ...]
    outcomes: tuple[Outcome, ...]
    settings: tuple[SettingSpec, ...]
    contributions: tuple[str, ...]
    reference_editions: tuple[str, ...]  # editions of the MHRA guidelines that a judgement can name
    clauses: tuple[Clause, ...]
    passages: Mapping[str, str]  # passage id -> text with named slots

    @property
    def sub_categories(self) -> tuple[SubCategory, ...]:
        """Every unit in the order of the guidance."""
        return tuple(unit for category in self.categories for unit in category.sub_categories)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of every unit, as text, in the order of the guidance."""
        return tuple(unit.code for unit in self.sub_categories)

    def sub_category(self, code: str) -> SubCategory:
        """The unit with this code; KeyError when the scheme has none."""
        for unit in self.sub_categories:
            if unit.code == code:
                return unit
        raise KeyError(code)

    def category_of(self, code: str) -> MajorCategory:
        """The major category that the unit stands under; KeyError when the scheme has no such unit."""
        number = self.sub_category(code).category
        return next(category for category in self.categories if category.number == number)

    def reason(self, reason_id: str) -> Reason:
        """The reason with this id; KeyError when the scheme has none."""
        for reason in self.reasons:
            if reason.id == reason_id:
                return reason
        raise KeyError(reason_id)

    def rule(self, rule_id: str) -> PassRule:
        """The pass rule with this id; KeyError when the scheme has none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    def clause_words(self, label: str) -> str:
        """How an applicant reads the clause; KeyError when the scheme does not list it."""
        for clause in self.clauses:
            if clause.label == label:
                return clause.words
        raise KeyError(label)
