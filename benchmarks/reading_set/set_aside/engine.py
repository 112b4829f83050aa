"""typst as it is used here: source to PDF or pictures, and the pages of the marks."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import typst

_TIME: Final = 1_750_000_000  # so that the same source gives the same bytes
_ASK: Final = "\n#context [#metadata(query(<m>).map(one => (one.value, one.location().page())))<places>]\n"


@dataclass(frozen=True, kw_only=True)
class Sheets:
    """A set document: its bytes, and for each mark the pages on which it stands."""

    pdf: bytes
    places: dict[str, list[int]]


@lru_cache(maxsize=1)
def _fonts() -> Any:
    return typst.Fonts()


def typeset(source: str, pictures: dict[str, bytes]) -> Sheets:
    """Set the source; ``pictures`` may be used in it by their names."""
    with TemporaryDirectory() as folder:
        main = Path(folder) / "main.typ"
        main.write_text(source + _ASK)
        for name, data in pictures.items():
            (Path(folder) / name).write_bytes(data)
        compiler = typst.Compiler(str(main), root=folder, font_paths=_fonts())
        places: dict[str, list[int]] = {}
        for mark, page in json.loads(compiler.query("<places>", field="value", one=True)):
            places.setdefault(mark, []).append(page)
        return Sheets(pdf=compiler.compile(timestamp=_TIME, pdf_tags=False), places=places)


def draw(source: str, dpi: float) -> list[bytes]:
    """The pages as PNG pictures."""
    made = typst.compile(source.encode(), format="png", ppi=dpi, font_paths=_fonts())
    return [made] if isinstance(made, bytes) else list(made)
