"""The settings of the scheme as the office keeps them: value, source, who and when, and what each holds up."""

from dataclasses import dataclass
from datetime import datetime

from mrse_assess.errors import BadRequestError
from mrse_assess.model.judgement import SettingValue
from mrse_assess.model.scheme import Scheme, SettingSpec
from mrse_assess.records import Event, events_in_force
from mrse_assess.terms import EventKind
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.setting_words import held_up
from mrse_assess.workspace.settings import NOT_APPLICABLE, setting_lines


@dataclass(frozen=True, kw_only=True)
class SettingRow:
    """One setting. ``value`` is "" and ``at`` None while it is unset; ``holds_up`` is what waits for it, in words."""

    key: str
    label: str
    kind: str
    choices: tuple[str, ...]
    advice: str
    holds_up: tuple[str, ...]
    is_set: bool = False
    value: str = ""
    source: str = ""
    invented: bool = False
    not_applicable: bool = False
    by: str = ""
    at: datetime | None = None


class OfficeSettings:
    """The settings under the hands of one person of the office."""

    def __init__(self, workspace: Workspace, person: str) -> None:
        self._workspace = workspace
        self._person = person

    def rows(self) -> tuple[SettingRow, ...]:
        """Every setting of the scheme in its order, in local time."""
        return setting_rows(self._workspace)

    def set(self, key: str, value: str, source: str, *, not_applicable: bool = False) -> None:
        """Record a value with its source; "" takes the value back.

        Raises:
            BadRequestError: the scheme has no such setting, the value does not fit, no source is given, or there is no
                value and none to take back.
        """
        if not value.strip() and not not_applicable and key not in self._workspace.settings():
            raise BadRequestError("Type a value, or say that it does not apply in this scheme.")
        self._workspace.set_setting(key, NOT_APPLICABLE if not_applicable else value.strip(), source, by=self._person)


def setting_rows(workspace: Workspace) -> tuple[SettingRow, ...]:
    """Every setting of the scheme with the record that holds: what the page and the command show."""
    latest = events_in_force(workspace.store.events(application="", kind=EventKind.SETTING))
    recorded = {event.payload["key"]: event for event in latest.values()}
    lines = setting_lines(workspace.scheme, workspace.settings())
    return tuple(_row(workspace.scheme, line.spec, line.value, recorded.get(line.spec.id)) for line in lines)


def _row(scheme: Scheme, spec: SettingSpec, value: SettingValue | None, event: Event | None) -> SettingRow:
    row = SettingRow(
        key=spec.id,
        label=spec.label,
        kind=spec.kind,
        choices=spec.choices,
        advice=spec.advice,
        holds_up=held_up(scheme, spec),
    )
    if value is None or event is None:
        return row
    return SettingRow(
        **{name: getattr(row, name) for name in ("key", "label", "kind", "choices", "advice", "holds_up")},
        is_set=True,
        value=value.value,
        source=value.source,
        invented=value.invented,
        not_applicable=value.not_applicable,
        by=event.actor,
        at=event.recorded_at.astimezone(),
    )
