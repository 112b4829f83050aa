"""Settings: what the scheme has not published, each with its value, its source, and what it holds up while unset."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mrse_assess.errors import BadRequestError
from mrse_assess.model.judgement import SettingValue
from mrse_assess.model.scheme import Scheme, SettingSpec

NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, kw_only=True)
class SettingLine:
    """One setting of the scheme with the value it has, or None."""

    spec: SettingSpec
    value: SettingValue | None


def setting_lines(scheme: Scheme, values: Mapping[str, SettingValue]) -> tuple[SettingLine, ...]:
    """Every setting of the scheme, in its order."""
    return tuple(SettingLine(spec=spec, value=values.get(spec.id)) for spec in scheme.settings)


def checked_setting(scheme: Scheme, key: str, value: str, source: str, *, invented: bool) -> SettingValue:
    """The setting as it may be recorded.

    Raises:
        BadRequestError: an unknown key, a value that does not fit, or no source.
    """
    spec = next((spec for spec in scheme.settings if spec.id == key), None)
    if spec is None:
        raise BadRequestError(f"There is no setting {key!r}; there are: {', '.join(s.id for s in scheme.settings)}.")
    if not source.strip():
        raise BadRequestError(f"Say where the value of {key} comes from (--source), since it may have to be defended.")
    if value == NOT_APPLICABLE:
        return SettingValue(key=key, value="", source=source, invented=invented, not_applicable=True)
    _check_value(spec, value)
    return SettingValue(key=key, value=value, source=source, invented=invented)


def _check_value(spec: SettingSpec, value: str) -> None:
    if not value:  # takes the value back
        return
    if spec.kind == "choice" and value not in spec.choices:
        raise BadRequestError(f"{spec.id} is one of {', '.join(spec.choices)}, not {value!r}.")
    if spec.kind == "number" and not value.isdecimal():
        raise BadRequestError(f"{spec.id} is a whole number, not {value!r}.")
    if spec.kind == "date":
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise BadRequestError(f"{spec.id} is a date such as 2027-03-31, not {value!r}.") from error
