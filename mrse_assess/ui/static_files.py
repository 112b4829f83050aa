"""The page's own JavaScript and CSS: plain files in ``static/``, read once, joined without a build."""

from importlib import resources

_PARTS = {  # what stands in files of its own to keep the pane's short
    "form.js": ("reasons.js",),
    "header.js": ("keys.js", "dividers.js"),
}
_STYLES = (
    "tokens.css",
    "room.css",
    "panes.css",
    "viewer.css",
    "judging.css",
    "course.css",
    "correction.css",
    "list.css",
)
_FOLDER = resources.files("mrse_assess.ui") / "static"


def module(name: str) -> str:
    """The ES module of one pane: the code that panes share, its parts, then the pane's own file."""
    return "\n".join(_read(file) for file in ("shared.js", *_PARTS.get(name, ()), name))


def stylesheet() -> str:
    """The style of the whole page: tokens first, then the parts."""
    return "\n".join(_read(file) for file in _STYLES)


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
