"""The page's own JavaScript and CSS: plain files in ``static/``, read once, joined without a build."""

from importlib import resources

_PARTS = {"form.js": ("reasons.js",)}  # what stands in a file of its own to keep the pane's short
_FOLDER = resources.files("mrse_assess.ui") / "static"


def module(name: str) -> str:
    """The ES module of one pane: the code that panes share, its parts, then the pane's own file."""
    return "\n".join(_read(file) for file in ("shared.js", *_PARTS.get(name, ()), name))


def stylesheet() -> str:
    """The style of the whole page: tokens first, then the parts."""
    return "\n".join(_read(file) for file in ("tokens.css", "room.css", "panes.css"))


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
