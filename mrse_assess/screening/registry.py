"""Every check of screening, in the order in which findings are listed. A check's id is the name of its data file."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from mrse_assess.screening.answers import Looked
from mrse_assess.screening.checks import (
    active,
    authorship,
    dates,
    exam,
    mhra,
    passages,
    personal_data,
    redactions,
    referee,
    scope,
    similar,
    simulated,
    traps,
)
from mrse_assess.screening.material import Material
from mrse_assess.screening.vocabulary import CheckData

CHECKS: Final[Mapping[str, Callable[[Material, CheckData], Looked]]] = MappingProxyType(
    {
        "dates": dates.look,
        "authorship": authorship.look,
        "mhra": mhra.look,
        "simulated": simulated.look,
        "scope": scope.look,
        "traps": traps.look,
        "similar": similar.look,
        "passages": passages.look,
        "exam": exam.look,
        "referee": referee.look,
        "personal_data": personal_data.look,
        "redactions": redactions.look,
        "active": active.look,
    }
)
