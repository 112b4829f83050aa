"""From a passage and what stands in its slots to a sentence that can be traced."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from string import Formatter
from typing import Final

from mrse_assess.errors import SchemeError
from mrse_assess.model.dates import day_in_words
from mrse_assess.model.judgement import SettingValue
from mrse_assess.model.letter import Sentence, Slot
from mrse_assess.model.scheme import Scheme, SettingSpec
from mrse_assess.terms import SentenceKind


@dataclass(frozen=True)
class FromSetting:
    """Fill a slot with a setting that bears another name."""

    key: str


_STOP: Final = "."  # what a sentence ends with, and a cell or an entry does not

Slots = Mapping[str, Slot | str | FromSetting]


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What a sentence rests on: event ids, clause labels, the rule it reports; and the section it stands in."""

    section: str
    rows: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    rule: str | None = None


class NotApplicableError(Exception):
    """A setting in the passage is marked as not applicable, so the passage falls away."""


class Wording:
    """The passages of one scheme with the settings of one office. Holds no state beyond these."""

    def __init__(self, scheme: Scheme, settings: Mapping[str, SettingValue]) -> None:
        self.scheme = scheme
        self._settings = settings
        self._specs = {spec.id: spec for spec in scheme.settings}

    def text(self, passage: str, **slots: str) -> str:
        """A phrase for a slot of another passage, as the passage says it."""
        pieces = _pieces(
            passage, self.passage(passage), {name: Slot(name=name, text=text) for name, text in slots.items()}
        )
        return "".join(text for text, _ in pieces)

    def has(self, passage: str) -> bool:
        """Whether the scheme has this passage."""
        return passage in self.scheme.passages

    def passage(self, passage: str) -> str:
        """The text of a passage.

        Raises:
            SchemeError: the scheme file does not have it.
        """
        try:
            return self.scheme.passages[passage]
        except KeyError:
            raise SchemeError(f"the scheme file has no passage {passage}; add it to its letter file") from None

    def say(self, passage: str, basis: Basis, slots: Slots | None = None) -> tuple[Sentence, ...]:
        """The passage as a sentence, or () when a setting in it is marked as not applicable.

        Raises:
            SchemeError: the scheme lacks the passage, or the passage has a slot that nothing fills.
        """
        return self.quote(passage, self.passage(passage), basis, slots)

    def must_say(self, passage: str, basis: Basis, slots: Slots | None = None) -> Sentence:
        """The passage as a sentence that no letter can do without: a setting that is not applicable is a gap in it."""
        strict = Wording(self.scheme, {key: value for key, value in self._settings.items() if not value.not_applicable})
        (sentence,) = strict.say(passage, basis, slots)
        return sentence

    def quote(self, passage: str, template: str, basis: Basis, slots: Slots | None = None) -> tuple[Sentence, ...]:
        """As :meth:`say`, for text that stands elsewhere in the scheme (a reason, a requirement) under this name."""
        try:
            known = self._filled(passage, template, slots or {})
        except NotApplicableError:
            return ()
        pieces = _pieces(passage, template, known)
        used = tuple(dict.fromkeys(slot for _, slot in pieces if slot))
        text = "".join(text for text, _ in pieces)
        starts_with_slot = bool(pieces) and pieces[0][1] is not None and template.endswith(_STOP)
        sentence = Sentence(
            text=_capital(text) if starts_with_slot else text,
            section=basis.section,
            passage=passage,
            passage_version=version_of(template),
            slots=used,
            rows=tuple(dict.fromkeys(row for row in basis.rows if row)),
            clauses=basis.clauses,
            rule=basis.rule,
        )
        return (replace(sentence, kind=kind_of(sentence)),)

    def _filled(self, passage: str, template: str, slots: Slots) -> dict[str, Slot]:
        """Every slot of the template: the ones given, then settings by their own name."""
        names = {name for _, name in _fields(passage, template)}
        given = {name: self._slot(name, slot) for name, slot in slots.items() if name in names}
        return given | {name: self.setting(name) for name in sorted(names - given.keys()) if name in self._specs}

    def _slot(self, name: str, slot: Slot | str | FromSetting) -> Slot:
        match slot:
            case FromSetting(key=key):
                return self.setting(key, slot=name)
            case str():
                return Slot(name=name, text=slot, value=slot)
            case Slot():
                return replace(slot, name=name)

    def setting(self, key: str, *, slot: str = "") -> Slot:
        """What the scheme office has set, as a slot; a marked gap when it has not.

        Raises:
            NotApplicableError: it is marked as not applicable.
            SchemeError: the scheme file has no such setting.
        """
        spec = self._specs.get(key)
        if spec is None:
            raise SchemeError(f"the scheme file has no setting {key}; add it to its settings file")
        value = self._settings.get(key)
        if value is None:
            gap = self.text("gap", label=spec.label)
            return Slot(name=slot or key, text=gap, setting=key, gap=True, label=spec.label)
        if value.not_applicable:
            raise NotApplicableError(key)
        return Slot(name=slot or key, text=_setting_words(spec, value.value), setting=key, source=value.source)

    def value(self, key: str) -> str | None:
        """The plain value of a setting, or None while it is unset or not applicable."""
        value = self._settings.get(key)
        return None if value is None or value.not_applicable else value.value

    def source(self, key: str) -> str:
        """Where the value of a setting comes from, or empty."""
        value = self._settings.get(key)
        return value.source if value else ""

    def applicable(self, key: str) -> bool:
        """Whether the setting has not been marked as not applicable."""
        value = self._settings.get(key)
        return value is None or not value.not_applicable

    def invented(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The labels of those of these settings whose values say that they are invented."""
        made_up = {key for key, value in self._settings.items() if value.invented}
        return tuple(spec.label for key, spec in self._specs.items() if key in set(keys) & made_up)

    def person_gap(self, name: str) -> Slot:
        """A marked gap for what a person has still to say in the slot ``name``."""
        label = self.scheme.slots.get(name, name)
        return Slot(name=name, text=self.text("gap.person", label=label), gap=True, label=label)


def version_of(template: str) -> str:
    """The version of a passage: a digest of its text."""
    return f"sha256:{sha256(template.encode()).hexdigest()}"


def kind_of(sentence: Sentence) -> SentenceKind:
    """Where the sentence comes from. Fixed sentences rest on nothing but their passage."""
    if sentence.slot("feedback"):
        return SentenceKind.FEEDBACK
    if sentence.rows or sentence.rule or any(not slot.setting for slot in sentence.slots):
        return SentenceKind.COMPOSED
    return SentenceKind.SETTING if sentence.slots else SentenceKind.FIXED


def _setting_words(spec: SettingSpec, value: str) -> str:
    if spec.kind != "date":
        return value
    try:
        return day_in_words(date.fromisoformat(value))
    except ValueError:
        return value


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _fields(passage: str, template: str) -> Iterator[tuple[str, str]]:
    """Literal text and slot name, in turn; the name is in lower case.

    Raises:
        SchemeError: braces that do not match, or more in them than a name.
    """
    try:
        parsed = list(Formatter().parse(template))
    except ValueError:
        raise SchemeError(
            f"the passage {passage} has braces that do not match; correct it in the scheme file"
        ) from None
    for literal, name, form, conversion in parsed:
        if name is not None and (form or conversion or not name.isidentifier()):
            raise SchemeError(
                f"the passage {passage} has more than a plain name in braces; correct it in the scheme file"
            )
        yield literal, (name or "")[:1].lower() + (name or "")[1:]


def _pieces(passage: str, template: str, slots: Mapping[str, Slot]) -> list[tuple[str, Slot | None]]:
    """The text piece by piece, each with the slot it came from."""
    made: list[tuple[str, Slot | None]] = []
    parsed = Formatter().parse(template)
    for (literal, name), (_, written, _, _) in zip(_fields(passage, template), parsed, strict=True):
        if literal:
            made.append((literal, None))
        if not name:
            continue
        if name not in slots:
            raise SchemeError(
                f"the passage {passage} asks for {{{name}}}, which nothing fills; correct it in the scheme file"
            )
        slot = slots[name]
        made.append((_capital(slot.text) if written and written[:1].isupper() else slot.text, slot))
    return made
