"""Real public documents, which hold no patient's data: how often screening says 'likely' of something in them.

The documents are the user's; none are part of the project. Each file is read and looked over by itself.
"""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from measures.reading_report import columns, verdict
from measures.screening_cases import looked_over, with_workers
from mrse_assess.documents import read_document, stored_file
from mrse_assess.isolation import WorkerPool
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.scheme import load_scheme
from mrse_assess.terms import Likelihood, Look

PER: Final = 3_000_000  # bytes of text
AIM: Final = 1.0
_SUFFIXES: Final = frozenset(
    {".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".md", ".html", ".htm", ".csv", ".pptx", ".xlsx", ".eml", ".msg"}
)


class Hit(NamedTuple):
    """A page of a file on which a kind of personal data is said to stand, how often, and whether it is likely."""

    file: str
    page: int
    kind: str
    likely: bool
    times: int


class Looked(NamedTuple):
    """One file: its pages, bytes of text (UTF-8), hits; ``failed`` says why it was not read."""

    file: str
    pages: int = 0
    size: int = 0
    hits: tuple[Hit, ...] = ()
    failed: str = ""


def documents_in(folder: Path) -> list[Path]:
    """The documents below a folder, by the ends of their names."""
    return sorted(path for path in folder.rglob("*") if path.suffix.casefold() in _SUFFIXES and path.is_file())


def measure(folder: Path, jobs: int) -> list[Looked]:
    """Each document of the folder; scanned pages stay unread."""
    scheme = load_scheme()

    def look(path: Path, pool: WorkerPool) -> Looked:
        return _looked_over(path, str(path.relative_to(folder)), scheme, pool)

    return list(with_workers(look, documents_in(folder), jobs))


def _looked_over(path: Path, name: str, scheme: Scheme, pool: WorkerPool) -> Looked:
    with tempfile.TemporaryDirectory(prefix="mrse-bench-") as folder:
        kept = Path(folder)
        try:
            portfolio, screening, _ = looked_over(path, kept, scheme, pool, recognise=False)
            size = _bytes_of_text(portfolio, kept, pool)
        except Exception as error:  # noqa: BLE001 - a document that cannot be read is counted as such
            return Looked(name, failed=f"{type(error).__name__}: {error}")
    found: dict[tuple[int, str, bool], int] = {}
    for each in screening.observations:
        for place in each.places if each.check == "personal_data" and each.outcome is Look.CONCERN else ():
            key = (place.page, each.kind, each.likelihood is Likelihood.LIKELY)
            found[key] = found.get(key, 0) + 1
    hits = tuple(Hit(name, *key, count) for key, count in sorted(found.items()))
    return Looked(name, sum(document.pages for document in portfolio.documents), size, hits)


def _bytes_of_text(portfolio: Portfolio, kept: Path, pool: WorkerPool) -> int:
    """The words of all pages in UTF-8 and a space after each."""
    files = map(stored_file, portfolio.documents)
    readings = (read_document(file, kept / "originals", kept / "cache", pool, recognise=False) for file in files)
    words = (word.text for reading in readings for page in reading.pages for word in page.words)
    return sum(len(word.encode("utf-8", "surrogatepass")) + 1 for word in words)


def report(looked: Sequence[Looked]) -> dict[str, Any]:
    """Everything that is printed, as plain values. A hit counts as often as it is shown, on a page and in all."""
    size = sum(each.size for each in looked)
    hits = [hit for each in looked for hit in each.hits]
    likely, possible = (sum(hit.times for hit in hits if hit.likely is wanted) for wanted in (True, False))
    rate = likely * PER / size if size else None
    return {
        "documents": len(looked),
        "without_text": sum(not each.size and not each.failed for each in looked),
        "failed": [each.failed for each in looked if each.failed],
        "pages": sum(each.pages for each in looked),
        "bytes": size,
        "likely": likely,
        "possible": possible,
        "likely_each": rate,
        "possible_each": possible * PER / size if size else None,
        "aim": AIM,
        "met": None if rate is None else rate <= AIM,
        "hits": [hit._asdict() for hit in hits],
    }


def printed(told: Mapping[str, Any]) -> str:
    """The figures, and where the hits stand: pages and kinds, never the value."""
    size = f"{told['bytes'] / 1e6:.1f} MB of text on {told['pages']} pages"
    unread = f"{told['without_text']} without words, {len(told['failed'])} not read"
    heading = f"Public documents: {told['documents']} files ({unread}), {size}"
    rows = [
        (
            "false 'likely' personal data in 3 MB of text",
            _shown(told["likely_each"]),
            f"aim <= {AIM:.0f}",
            verdict(told["met"]),
            f"{told['likely']} in all",
        ),
        ("'possible' in 3 MB of text", _shown(told["possible_each"]), "", "", f"{told['possible']} in all"),
    ]
    hits = [
        (
            "likely" if hit["likely"] else "possible",
            hit["kind"],
            f"x{hit['times']}",
            f"{hit['file']}, page {hit['page']}",
        )
        for hit in sorted(told["hits"], key=lambda hit: not hit["likely"])
    ]
    return "\n\n".join([heading, columns(rows), *([columns(hits)] if hits else []), "\n".join(told["failed"])]).rstrip()


def _shown(rate: float | None) -> str:
    return "-" if rate is None else f"{rate:.2f}"
