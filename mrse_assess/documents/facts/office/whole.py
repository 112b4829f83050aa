"""What a file of an office program carries, by the way it is packed."""

from pathlib import Path

from mrse_assess.documents.facts.office.compound import compound_facts
from mrse_assess.documents.facts.office.open_document import open_document_facts
from mrse_assess.documents.facts.office.packages import package_facts
from mrse_assess.documents.facts.office.rendering import Rendering
from mrse_assess.documents.facts.office.shown import Shown, shown_in
from mrse_assess.documents.facts.office.word import word_facts
from mrse_assess.documents.facts.texts import text_facts
from mrse_assess.documents.facts.values import KINDS, FactLimits, Found, joined
from mrse_assess.documents.word.package import DamagedPackageError, Package

_PACKAGES = frozenset({"docx", "xlsx", "pptx"})
_OPEN_DOCUMENTS = frozenset({"odt", "ods", "odp"})


def office_facts(original: str, form: str, pdf: str, limits: FactLimits) -> Found:
    """The facts of a Word file, a workbook or a presentation.

    Pages are those of the rendering at ``pdf`` where it exists and the place is found in it; else all is on page 1, and
    the answer is not kept.
    """
    try:
        if form in _PACKAGES:
            return _packed(Path(original), form, pdf, limits)
        if form in _OPEN_DOCUMENTS:
            return open_document_facts(Path(original), limits)
    except DamagedPackageError:
        return Found(unseen=KINDS)
    return text_facts(original, form) if form == "rtf" else compound_facts(original)


def _packed(original: Path, form: str, pdf: str, limits: FactLimits) -> Found:
    package = Package(original)
    package.check_size()
    with Rendering(pdf) as rendering:
        if form == "docx":
            own = word_facts(package, rendering)
            shown = Shown()
        else:
            shown = shown_in(package, form)
            own = shown.found
        beside = package_facts(package, shown.pages)
        waits = Found(passing=form == "docx" and not rendering.exists)
    return joined((beside, own, waits), limits.of_a_kind)
