"""A portfolio as understood, and what screening says of it, to JSON and back."""

import json
from typing import TYPE_CHECKING, TypeVar

from cattrs.errors import BaseValidationError
from cattrs.preconf.json import make_converter

from mrse_assess.errors import RecordsError
from mrse_assess.model.observation import Screening
from mrse_assess.model.portfolio import Portfolio

if TYPE_CHECKING:
    from mrse_assess.screening.fingerprints import Fingerprint

Kept = TypeVar("Kept")


def portfolio_to_json(portfolio: Portfolio) -> bytes:
    """UTF-8 JSON with sorted keys, so that equal portfolios are equal bytes."""
    plain = make_converter().unstructure(portfolio)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def portfolio_from_json(data: bytes) -> Portfolio:
    """The portfolio that gave these bytes.

    Raises:
        RecordsError: they are not the JSON of a portfolio.
    """
    try:
        portfolio: Portfolio = make_converter(detailed_validation=False).structure(json.loads(data), Portfolio)
    except (ValueError, TypeError, KeyError, AttributeError, BaseValidationError) as error:
        raise RecordsError("A stored reading cannot be read back; restore the workspace from a backup.") from error
    return portfolio


def screening_to_json(screening: Screening) -> bytes:
    """UTF-8 JSON."""
    return to_json(screening)


def screening_from_json(data: bytes) -> Screening:
    """The screening that gave these bytes.

    Raises:
        RecordsError: they are not the JSON of a screening.
    """
    return _from_json(data, Screening)


def fingerprint_from_json(data: bytes) -> "Fingerprint | None":
    """The fingerprint that gave these bytes, None where there was none.

    Raises:
        RecordsError: they are not the JSON of a fingerprint.
    """
    from mrse_assess.screening.fingerprints import Fingerprint  # noqa: PLC0415 - the page opens sooner without the checks

    return _from_json(data, Fingerprint) if data != to_json(None) else None


def to_json(value: object) -> bytes:
    """What is kept in the cache: halves of surrogate pairs in an applicant's words stay as they are."""
    plain = make_converter().unstructure(value)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _from_json(data: bytes, made: type[Kept]) -> Kept:
    try:
        plain = json.loads(data.decode("utf-8", "surrogatepass"))
        value: Kept = make_converter(detailed_validation=False).structure(plain, made)
    except (ValueError, TypeError, KeyError, AttributeError, BaseValidationError) as error:
        raise RecordsError("What screening said cannot be read back; it is made anew.") from error
    return value
