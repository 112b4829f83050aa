"""Likeness between the applications of one workspace, for the chair and the office alone (guidance, clause G7)."""

from collections.abc import Mapping

from mrse_assess.model.scheme import Scheme
from mrse_assess.screening.fingerprints import AcrossPair, Fingerprint, compare
from mrse_assess.screening.vocabulary import check_data


def alike_elsewhere(
    reference: str, fingerprints: Mapping[str, Fingerprint | None], scheme: Scheme
) -> tuple[tuple[AcrossPair, ...], int]:
    """Items of the application much like those of others, and with how many others it was compared.

    Args:
        reference: of the application; its pairs name it first.
        fingerprints: by reference, of every application; None where there is none.
        scheme: whose data say from when on items are much alike.

    Raises:
        SchemeError: these data are not valid.
    """
    own = fingerprints[reference]
    others = {name: one for name, one in fingerprints.items() if name != reference and one is not None}
    if own is None:
        return (), 0
    data = check_data("similar", scheme)
    pairs = (pair for name, one in others.items() for pair in compare({reference: own, name: one}, data))
    return tuple(pairs), len(others)
