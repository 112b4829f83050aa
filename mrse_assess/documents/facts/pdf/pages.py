"""What the pages of a PDF carry, each looked at by itself: one that fails is unseen and the rest goes on."""
# mypy: disable-error-code="no-untyped-call, attr-defined"
# The PDF library carries no types for most of its calls.

from typing import TYPE_CHECKING, Any

from mrse_assess.documents.facts.pdf.annotations import annotation_facts
from mrse_assess.documents.facts.pdf.covers import covers_and_hidden
from mrse_assess.documents.facts.pdf.dead_icons import dead_icons
from mrse_assess.documents.facts.pdf.images import image_photos
from mrse_assess.documents.facts.pdf.sight import Sight
from mrse_assess.documents.facts.values import LISTS, PAGE_KINDS, FactLimits, Found, Pages, joined
from mrse_assess.documents.opened import opened

if TYPE_CHECKING:
    import pymupdf


def pages_facts(path: str, password: str | None, pages: Pages, limits: FactLimits) -> Found:
    """The facts of the pages.

    Raises:
        UnopenedError: the file cannot be opened.
    """
    document = opened(path, password)
    numbers = range(pages.first, pages.last + 1)
    return joined((_page(document, number, limits, drawn=pages.drawn) for number in numbers), limits.of_a_kind)


def _page(document: "pymupdf.Document", number: int, limits: FactLimits, *, drawn: bool) -> Found:
    try:
        page = document.load_page(number - 1)
        return _capped(_looked_at(page) if drawn else _glanced_at(page), limits.on_a_page)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - one page's fault is its own, whatever the library raises
        return Found(unseen=PAGE_KINDS)


def _looked_at(page: "pymupdf.Page") -> Found:
    sight = Sight(page)
    marked = annotation_facts(sight)
    drawn = covers_and_hidden(sight, marked.redactions)
    return Found(
        traces=marked.traces,
        carried=(*marked.carried, *dead_icons(sight, marked.carried)),
        covers=drawn.covers,
        hidden=drawn.hidden,
        photos=image_photos(page),
        signatures=marked.signatures,
        unseen=drawn.unseen,
    )


def _glanced_at(page: "pymupdf.Page") -> Found:
    """What can be told without running the page's content, of a page that takes too long to draw."""
    marked = annotation_facts(Sight(page))
    return Found(
        traces=marked.traces,
        carried=marked.carried,
        photos=image_photos(page),
        signatures=marked.signatures,
        unseen=frozenset({"covers", "hidden"}),
    )


def _capped(found: Found, most: int) -> Found:
    """No more than ``most`` facts of a kind from one page; a kind that was cut is unseen besides."""
    lists: dict[str, Any] = {name: getattr(found, name) for name in LISTS}
    cut = {name for name, facts in lists.items() if len(facts) > most}
    return Found(**{name: facts[:most] for name, facts in lists.items()}, unseen=found.unseen | cut)
