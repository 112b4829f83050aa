"""What is said of a check that could not answer: a fault of its data, or of ours, costs that check and nothing else.

These sentences are about the program and not of the scheme, and must be there where the scheme's data are not.
"""

from types import MappingProxyType
from typing import Final

from mrse_assess.model.observation import Observation
from mrse_assess.screening.material import Material
from mrse_assess.screening.saying import id_of
from mrse_assess.terms import Look

NOT_VALID: Final = "data_not_valid"
BROKEN: Final = "broken_off"
_TITLE: Final = "Not looked for: a fault of the program"
_DETAILS: Final = MappingProxyType(
    {
        NOT_VALID: 'The check "{check}" did not run: its data are not valid. Ask the scheme office, or whoever '
        "maintains this program, to put them right, and look for it yourself until then.",
        BROKEN: 'The check "{check}" broke off on this portfolio: a fault of the program. Ask the scheme office, or '
        "whoever maintains this program, and look for it yourself until then.",
    }
)


def could_not_answer(material: Material, check: str, kind: str) -> Observation:
    """That the check could not look: of no item, and under the scheme's first clause, since its own are not known."""
    return Observation(
        id=id_of(check, kind),
        check=check,
        kind=kind,
        outcome=Look.NOT_CHECKABLE,
        title=_TITLE,
        detail=_DETAILS[kind].format(check=check.replace("_", " ")),
        clause=material.scheme.clauses[0].label,
    )
