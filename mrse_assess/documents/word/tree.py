"""Looking at WordprocessingML by local names, since strict and transitional files differ only in their namespaces."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
else:
    Element = object


def local(element: Element) -> str:
    """The element's name without its namespace; "" for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attr(element: Element | None, name: str) -> str | None:
    """The attribute of this local name."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of this local name, its first child of the next, and so on."""
    for name in path:
        if element is None:
            return None
        element = next((node for node in element if local(node) == name), None)
    return element


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children of these local names, in order; all of them if none is named."""
    if element is not None:
        yield from (node for node in element if not names or local(node) in names)


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Everything below of these local names, in document order."""
    return (node for node in element.iter() if node is not element and local(node) in names)


def value(element: Element | None, *path: str) -> str | None:
    """The ``val`` of the child at this path."""
    return attr(child(element, *path), "val")


def is_on(element: Element | None, name: str) -> bool | None:
    """A switch such as ``<w:b/>``: None where it is not mentioned."""
    node = child(element, name)
    if node is None:
        return None
    return attr(node, "val") not in {"0", "false", "off", "none"}


def number(text: str | None, default: int = 0) -> int:
    """A whole number written in an attribute, within what a document can sensibly mean."""
    try:
        return max(-10_000_000_000, min(10_000_000_000, int(float(text or ""))))
    except (ValueError, OverflowError):
        return default
