"""Builds every sample portfolio and its expected answers: ``python sample_portfolios/build.py [--out DIR] [NAME ...]``.

The same bytes come out each time (with the package versions of constraints.txt). ``--large DIR`` builds the portfolio of
500 pages instead, which is not among the samples: tests and measures make it when they need it.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from _builder import expected, fonts, large, plan, readme, shapes
from _builder.typeset import Typesetter

HERE = Path(__file__).parent


def build(name: str, out: Path, setter: Typesetter) -> shapes.Made:
    """Builds one portfolio into ``out/name`` and its answers into ``out/_expected/name``."""
    made = shapes.make(plan.load(name), setter)
    write(out / name, made.files)
    write(out / "_expected" / name, expected.files(made))
    return made


def build_large(out: Path) -> None:
    """Builds the portfolio of 500 pages into ``out/large`` and its answers into ``out/_expected/large``."""
    with tempfile.TemporaryDirectory() as folder:
        fonts.write_office_fonts(Path(folder))
        made = large.made(Typesetter(fonts=Path(folder)))
    write(out / "large", made.files)
    write(out / "_expected" / "large", expected.files(made))


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Writes ``files`` as the whole content of ``folder``."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def main() -> None:
    """Reads the command line and builds what it names, or everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE, help="folder to build into")
    parser.add_argument("names", nargs="*", help="portfolios to build; all when none is named")
    parser.add_argument(
        "--large", type=Path, metavar="DIR", help="build the portfolio of 500 pages into DIR, and no other"
    )
    asked = parser.parse_args()
    if asked.large:
        build_large(asked.large)
        return
    with tempfile.TemporaryDirectory() as folder:
        fonts.write_office_fonts(Path(folder))
        setter = Typesetter(fonts=Path(folder))
        made = [build(name, asked.out, setter) for name in asked.names or plan.names()]
    if not asked.names:
        (asked.out / "README.md").write_text(readme.text(made), encoding="utf-8")
    for portfolio in made:
        size = sum(map(len, portfolio.files.values()))
        print(f"{portfolio.plan.name}: {len(portfolio.files)} file(s), {size // 1024} KB")


if __name__ == "__main__":
    main()
