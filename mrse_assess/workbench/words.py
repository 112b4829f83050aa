"""The words of the portfolio's pages, read from beside the cached readings."""

from collections.abc import Iterator
from threading import Lock

from mrse_assess.documents import PageWords, WordFile, make_words, open_words, stored_file
from mrse_assess.documents.codec import UntrustedAnswerError
from mrse_assess.errors import MrseAssessError
from mrse_assess.model.portfolio import Document, Portfolio
from mrse_assess.workbench.page_text import Spelling, spellings
from mrse_assess.workspace import Workspace

PageText = tuple[Spelling, ...]


def words_made(workspace: Workspace, document: Document) -> WordFile:
    """The document's words, made first where they are missing: not for the page's own thread.

    Raises:
        WorkerError: they cannot be had.
    """
    return make_words(stored_file(document), workspace.layout.originals, workspace.layout.cache, workspace.pool)


def words_there(workspace: Workspace, document: Document, page: int) -> PageWords | None:
    """The words of one page if they lie ready (a thousandth of a second), None if they would have to be made."""
    there = open_words(stored_file(document), workspace.layout.cache)
    try:
        return there.page(page) if there else None
    except (OSError, UntrustedAnswerError):
        return None


class PortfolioText:
    """The text of the whole portfolio in this process, ready for searching. Loaded once, at the first search.

    It is here and not in the worker because a search would wait there behind pages being drawn, and would begin anew
    after each recycling of the worker. It is small, since boxes stay on disk and are read for the hits that are sent:
    500 pages with 170,000 words take 4 MB and 0.15 s to load; searching them takes a hundredth of a second, for a
    single letter a tenth. Unpacking the cached readings instead takes five times as long to load.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lock = Lock()
        self._pages: dict[str, tuple[PageText, ...]] = {}

    def of(self, document: Document) -> tuple[PageText, ...]:
        """Every page of the document; () where its words cannot be had."""
        with self._lock:
            known = self._pages.get(document.sha256)
            if known is None:
                known = self._pages[document.sha256] = self._load(document)
            return known

    def words(self, document: Document, pages: list[int]) -> Iterator[PageWords]:
        """The words with their boxes of these pages, from disk."""
        return words_made(self._workspace, document).some(pages)

    def readable(self, portfolio: Portfolio) -> tuple[Document, ...]:
        """The documents whose words can be searched; those of the others are not looked at."""
        return tuple(document for document in portfolio.documents if self.of(document))

    def _load(self, document: Document) -> tuple[PageText, ...]:
        if not document.pages:
            return ()
        try:
            file = words_made(self._workspace, document)
            return tuple(map(spellings, file.texts(range(1, file.pages + 1))))
        except (MrseAssessError, OSError, UntrustedAnswerError):
            return ()
