"""The scheme as data: sub-categories, guidance, notes, rules, parts, reasons, outcomes, passages, with clauses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mrse_assess.terms import Direction, NoteKind, OutcomeKind

ANY_UNIT = "S"
"""Label of the clause "the text of the sub-category concerned", for reasons that can be given anywhere."""


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A place in the guidance: ``label`` as the scheme file writes it ("N1.1"), ``words`` as an applicant reads it.

    ``short`` is for the screen ("1.1, note"). ``covers`` are the sub-categories that the place governs, () for all.
    """

    label: str
    words: str
    short: str = ""
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GuidanceNote:
    """A bar or demand of the guidance in the project's own words. ``id`` is stable; ``clause`` is a Clause label.

    ``labelled``: the guidance itself prints a label ("Not acceptable evidence", "Important") over it. ``belongs_to``
    are the sub-categories where such evidence belongs instead. ``rule`` is the pass rule whose count stands behind it.
    """

    id: str
    kind: NoteKind
    text: str
    clause: str
    labelled: bool = False
    belongs_to: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, kw_only=True)
class SubCategory:
    """One of the units that are judged. Category 3 has no sub-categories in the guidance, so it is its own unit "3".

    ``short_name`` has at most 19 characters. ``about`` completes "evidence about ..." in a letter. ``minimum_items`` is
    how many satisfactory pieces it needs, ``independent`` whether they must be independent of each other.
    ``letter_name`` is how a letter calls it ("5.2", "category 3").
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
    letter_name: str = ""


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
    rules never decide. ``units`` are the sub-categories it is about, () for all. ``years``: how far back recent work
    reaches, 0 where the rule is not about age.
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
    units: tuple[str, ...] = ()
    years: int = 0


@dataclass(frozen=True, kw_only=True)
class Part:
    """Something that must be there and is confirmed by a person: contents list, authentication, exam ...

    ``letter_name`` is how a letter calls it inside a sentence ("the contents list"). A part with ``own_row`` stands in
    the letter's table by itself, in the words of ``requirement`` and ``needed``, and has its passages under
    ``rule.<part id>``.
    """

    id: str
    name: str
    rule: str  # the pass rule it counts for
    ask: str  # the question put to the person who confirms
    clause: str
    letter_name: str = ""
    own_row: bool = False
    requirement: str = ""
    needed: str = ""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why evidence falls short. ``sentence`` and ``remedy`` are passages with named slots, fit for an applicant.

    ``name`` has at most 34 characters. ``applies_to`` are sub-category codes, () for all. ``needs`` are the slots that
    a person must fill (``seen``, ``target``, ``other_item``, ``date``). ``never_alone``: it cannot by itself make an
    item or a sub-category not satisfactory. ``for_missing``: it is said of an item that is not in the portfolio.
    ``further_clauses`` are clauses beside the first.

    ``sentence`` ends with a full stop. ``remedy`` is a phrase without one ("Evidence about {about}"); the passage
    named by ``remedy_passage`` makes a sentence of it.
    """

    id: str
    name: str
    sentence: str
    remedy: str
    clause: str
    applies_to: tuple[str, ...]
    needs: tuple[str, ...]
    never_alone: bool
    further_clauses: tuple[str, ...] = ()
    remedy_passage: str = "remedy.would_do"
    for_missing: bool = False


@dataclass(frozen=True, kw_only=True)
class BelongsElsewhere:
    """Evidence offered for ``offered_for`` that the guidance places under ``target``, and what it is."""

    offered_for: str
    target: str
    what: str
    clause: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An ambiguous clause, the readings of it, and the default, which is ours and says so in ``default_ground``.

    ``subject`` begins the letter's sentence about it ("Major categories"); ``rule`` is the pass rule it bears on.
    """

    id: str
    question: str
    values: tuple[str, ...]
    names: tuple[str, ...]  # one for each value, as a letter says it
    default: str
    clause: str
    subject: str = ""
    rule: str = ""
    default_ground: str = ""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """An outcome kind and what must hold before a person may choose it.

    ``name`` is the choice on screen. ``rules`` is ``met``, ``not_met`` or ``any``; ``needs_settings`` must have a
    value before it can be chosen (what its letter needs is said by each setting); ``needs_ground`` asks for a reason
    in words. ``stem`` stands in the ids of its passages (``out.<stem>``, ``next.<stem>``), ``letter_code`` in the
    letter's id.
    """

    kind: OutcomeKind
    name: str
    rules: str
    needs_settings: tuple[str, ...]
    needs_ground: bool
    stem: str = ""
    letter_code: str = ""


@dataclass(frozen=True, kw_only=True)
class SettingSpec:
    """Something the scheme has not published. ``label`` is what a marked gap says.

    ``needed_by`` are ``every`` (every letter), outcomes, rules, parts, reasons or ``setting_uses`` of the scheme.
    ``advice`` says how to fill it, with an example. A setting of kind ``choice`` has a passage
    ``setting.<id>.<choice>`` for each choice.
    """

    id: str
    label: str
    kind: str  # text | choice | number | date
    choices: tuple[str, ...]
    needed_by: tuple[str, ...]
    advice: str = ""


@dataclass(frozen=True, kw_only=True)
class Flag:
    """Something that the scheme asks about an item beside its verdict; a column of the frame bears its ``id``."""

    id: str
    name: str
    ask: str
    clause: str
    applies_to: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HighlightSet:
    """Words that can be marked on the pages of evidence: plain finds. ``line`` is solid, double, dotted or wavy.

    A word of ``phrases`` that ends in "(s)" is found with and without it, one that ends in "*" with any ending.
    ``finds`` names what the program recognises by itself: ``dates``, ``applicant``, or nothing.
    """

    id: str
    name: str
    line: str
    phrases: tuple[str, ...] = ()
    finds: str = ""


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """One scheme, checked. ``version`` changes with every change of meaning; ``digest`` is of the files' bytes.

    ``notes`` are those of the general guidance, which hold everywhere. ``slots`` says of each slot name that passages
    and reasons may use what stands there; ``person_slots`` are those that a person fills. ``check_names`` say what each
    check of screening looks for, ``plain_finds`` the word for a find ("check.kind") that is no prompt,
    ``checks_of_parts`` beside which part a check stands, ``dismissal_reasons`` why a prompt may be put aside.
    ``report_passages`` are the words of the office's screening report, ``report_slots`` what stands in their slots, and
    ``report_asks`` says of a finding ("check.kind") in which of them it is listed as something to send back.
    ``professional_roles``, ``routes``, ``tasks`` and ``conflict_kinds`` are what the register offers, by id;
    ``setting_uses`` what a setting may hold up beside letters. ``time_zone`` says by whose clock a day begins.
    """

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
    notes: tuple[GuidanceNote, ...] = ()
    evidence_kinds: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    slots: Mapping[str, str] = field(default_factory=dict)
    person_slots: tuple[str, ...] = ()
    highlights: tuple[HighlightSet, ...] = ()
    check_names: Mapping[str, str] = field(default_factory=dict)
    plain_finds: Mapping[str, str] = field(default_factory=dict)
    checks_of_parts: Mapping[str, str] = field(default_factory=dict)
    dismissal_reasons: Mapping[str, str] = field(default_factory=dict)
    report_slots: Mapping[str, str] = field(default_factory=dict)
    report_passages: Mapping[str, str] = field(default_factory=dict)
    report_asks: Mapping[str, str] = field(default_factory=dict)
    professional_roles: Mapping[str, str] = field(default_factory=dict)
    routes: Mapping[str, str] = field(default_factory=dict)
    tasks: Mapping[str, str] = field(default_factory=dict)
    conflict_kinds: Mapping[str, str] = field(default_factory=dict)
    setting_uses: Mapping[str, str] = field(default_factory=dict)
    time_zone: str = "UTC"

    def here(self, moment: datetime) -> datetime:
        """The moment by the clock of the scheme's office, whatever the clock of this machine is set to."""
        return moment.astimezone(ZoneInfo(self.time_zone))

    def day_of(self, moment: datetime) -> date:
        """The day on which something happened, by that clock."""
        return self.here(moment).date()

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

    def part(self, part_id: str) -> Part:
        """The part with this id; KeyError when the scheme has none."""
        for part in self.parts:
            if part.id == part_id:
                return part
        raise KeyError(part_id)

    def clause(self, label: str) -> Clause:
        """The clause with this label; KeyError when the scheme does not list it."""
        for clause in self.clauses:
            if clause.label == label:
                return clause
        raise KeyError(label)

    def notes_for(self, code: str) -> tuple[GuidanceNote, ...]:
        """Every note that governs a sub-category: its own, its category's, the general ones; strongest kind first."""
        notes = (*self.sub_category(code).notes, *self.category_of(code).notes, *self.notes)
        strength = list(NoteKind)
        return tuple(sorted(notes, key=lambda note: strength.index(note.kind)))

    def reasons_for(self, code: str) -> tuple[Reason, ...]:
        """The reasons that can be given for a sub-category, in the order of the scheme file."""
        return tuple(reason for reason in self.reasons if not reason.applies_to or code in reason.applies_to)

    def reason_clauses(self, reason_id: str, code: str, target: str = "") -> tuple[str, ...]:
        """The labels of the clauses behind a reason given for a sub-category; never empty.

        Further clauses that do not govern the sub-category are left out. A reason that rests on "the text of the
        sub-category" (label ``S``) gives that text's own label; with a ``target``, the clause that says where the
        evidence belongs.
        """
        reason = self.reason(reason_id)
        own = self._placed(code, target) if reason.clause == ANY_UNIT else reason.clause
        further = (self.clause(label) for label in reason.further_clauses)
        return (own, *(clause.label for clause in further if not clause.covers or code in clause.covers))

    def _placed(self, code: str, target: str) -> str:
        pairs = (pair for pair in self.elsewhere if (pair.offered_for, pair.target) == (code, target))
        pair = next(pairs, None)
        return pair.clause if pair else self.sub_category(code).clause
