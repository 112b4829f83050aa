"""Looking a portfolio over and taking its fingerprint in one go, so that both can be kept. Run in the worker."""

from collections.abc import Mapping, Sequence
from datetime import date

from mrse_assess.model.facts import FileFacts
from mrse_assess.model.observation import Screening
from mrse_assess.model.pages import DocumentReading
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.screening.fingerprints import Fingerprint, fingerprint
from mrse_assess.screening.look_over import screen
from mrse_assess.screening.material import material_of
from mrse_assess.screening.vocabulary import Vocabulary, load_vocabulary


def look_over_with_fingerprint(
    readings: Sequence[DocumentReading],
    portfolio: Portfolio,
    scheme: Scheme,
    facts: Mapping[str, FileFacts],
    received_on: date | None,
    key: bytes,
    vocabulary: Vocabulary | None = None,
) -> tuple[Screening, Fingerprint | None]:
    """What every check says, and the application's fingerprint; the texts of the items are worked out once for both.

    ``key``: at most 64 bytes that the workspace keeps secret, the same for all applications that are to be compared.
    No fingerprint is made where the data of the check ``similar`` are not valid: the screening says so.
    """
    known = load_vocabulary(scheme) if vocabulary is None else vocabulary
    material = material_of(readings, portfolio, scheme, facts=facts, received_on=received_on)
    screening = screen(material, known)
    if "similar" not in screening.looked:
        return screening, None
    return screening, fingerprint(material, known["similar"], key=key)
