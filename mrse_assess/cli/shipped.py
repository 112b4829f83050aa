"""Where the notebooks and sample portfolios lie: beside the package in a checkout, inside it in an installed wheel."""

from pathlib import Path

from mrse_assess.errors import BadRequestError

PACKAGE = Path(__file__).resolve().parents[1]
INSTALLED = PACKAGE / "_share"


def notebook(name: str) -> Path:
    """The notebook of this name."""
    return _folder("notebooks") / name


def samples() -> tuple[Path, ...]:
    """The folders of the sample portfolios, in the order of their names, the clear award first."""
    folders = [path for path in _folder("sample_portfolios").iterdir() if path.is_dir() and path.name[0] not in "_."]
    return tuple(sorted(folders, key=lambda path: (path.name != "clear_award", path.name)))


def demo_settings() -> Path:
    """The invented settings of the demo's workspace."""
    return _folder("sample_portfolios") / "_settings.toml"


def _folder(name: str) -> Path:
    for parent in (INSTALLED, PACKAGE.parent):
        if (parent / name).is_dir():
            return parent / name
    raise BadRequestError(f"The folder {name} was not installed with the program; install it again.")
