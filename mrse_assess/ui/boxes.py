"""The plain widgets that the page is put together from. ipywidgets has no types, so its calls stand here only."""

from collections.abc import Sequence

from ipywidgets.widgets.domwidget import DOMWidget
from ipywidgets.widgets.widget_box import Box, GridBox, VBox
from ipywidgets.widgets.widget_string import HTML

__all__ = ["HTML", "Box", "DOMWidget", "column", "grid", "markup"]


def grid(css: str, children: Sequence[DOMWidget], height: str) -> Box:
    """A grid of this CSS class and height."""
    box: Box = GridBox(children)  # type: ignore[no-untyped-call] # ipywidgets has no types
    box.layout.height = height
    box.add_class(css)  # type: ignore[no-untyped-call] # ipywidgets has no types
    return box


def column(css: str, children: Sequence[DOMWidget] = ()) -> Box:
    """Widgets one under another, of this CSS class."""
    box: Box = VBox(children)  # type: ignore[no-untyped-call] # ipywidgets has no types
    box.add_class(css)  # type: ignore[no-untyped-call] # ipywidgets has no types
    return box


def markup(value: str = "") -> HTML:
    """Text as markup; foreign text in it has gone through ``wording.html``."""
    return HTML(value)  # type: ignore[no-untyped-call] # ipywidgets has no types
