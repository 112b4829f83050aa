"""The two networks of text recognition: where on a picture text stands, and which letters a strip of it shows.

They are those of the ``rapidocr`` package, taken from its wheel. Only its files are used: its own code would load
network libraries and fetch models that it does not find. Runs in the worker.
"""
# mypy: disable-error-code="attr-defined,name-defined"
# The package of the runtime hands on names that it does not declare.

import functools
import importlib.metadata
import importlib.util
import os
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.errors import WorkerError

if TYPE_CHECKING:
    import numpy as np
    import onnxruntime
    from numpy.typing import NDArray

STRIP_HEIGHT = 48
"""Pixels that a strip is high when its letters are looked for."""

STEP = 8
"""Pixels of a strip for which the network gives one answer."""

_WHERE, _WHICH = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
_MULTIPLE = 32  # the side of a picture that is looked through is a multiple of it
_THREADS = 2
_LAST_LETTER = 0x24F  # end of the Latin blocks
_SIGNS = frozenset(
    "\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u2103\u2122\u2190\u2191\u2192\u2193\u2212\u221a\u221e\u2248\u2260\u2264\u2265"
    "\u0394\u03a3\u03a9\u03b1\u03b2\u03b3\u03b4\u03b5\u03b8\u03bb\u03bc\u03c0\u03c1\u03c3\u03c4\u03c6\u03c9"
    "\u25a0\u25a1\u25aa\u25cb\u25cf\u2610\u2611\u2612\u2713\u2714\u2715\u2716\u2717\u2718\u2b1b\u2b1c"
)
"""Dashes, quotes, arrows, signs of formulas, Greek letters, boxes and ticks."""
_WIDE = frozenset(map(chr, (*range(0xFF08, 0xFF0A), *range(0xFF0B, 0xFF1C), 0xFF01, 0xFF05, 0xFF1D, 0xFF1F, 0xFF5C)))
"""Signs and figures as wide as a Chinese character, which stand here for the plain ones."""


def recogniser() -> str:
    """The package that the models come from and its version; it is not imported for it."""
    return f"rapidocr {importlib.metadata.version('rapidocr')}"


class Letters(NamedTuple):
    """What may stand in a strip: a certainty for each step and each of the characters, the first of which is none."""

    certainty: "NDArray[np.float32]"
    characters: tuple[str, ...]


class Engine:
    """Both networks, loaded."""

    def __init__(self, folder: Path) -> None:
        self._where = _session(folder / _WHERE)
        self._which = _session(folder / _WHICH)
        characters = ("", *self._which.get_modelmeta().custom_metadata_map["character"].splitlines(), " ")
        known = [at for at, character in enumerate(characters) if not character or _is_expected(character)]
        self._known = known
        self._characters = tuple(_plain(characters[at]) for at in known)

    def text_map(self, picture: "NDArray[np.uint8]") -> "NDArray[np.float32]":
        """How likely each point of a grey picture belongs to text, 0 to 1.

        The answer has the picture's proportions; its sides are multiples of 32.
        """
        import cv2
        import numpy as np

        height, width = (max(round(side / _MULTIPLE), 1) * _MULTIPLE for side in picture.shape[:2])
        resized = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA)
        level = resized.astype(np.float32) / 127.5 - 1.0
        given = np.ascontiguousarray(np.broadcast_to(level, (1, 3, height, width)))
        answer: NDArray[np.float32] = self._where.run(None, {"x": given})[0][0, 0]
        return answer

    def letters(self, strip: "NDArray[np.uint8]") -> Letters:
        """What a grey strip of :data:`STRIP_HEIGHT` pixels shows, for every :data:`STEP` pixels from its left."""
        import numpy as np

        level = strip.astype(np.float32) / 127.5 - 1.0
        given = np.ascontiguousarray(np.broadcast_to(level, (1, 3, *strip.shape)))
        answer = self._which.run(None, {"x": given})[0][0]
        return Letters(answer[:, self._known], self._characters)


def _is_expected(character: str) -> bool:
    """Whether a character may stand in a portfolio written in English; the networks know 18,000."""
    if len(character) != 1:
        return False
    if character in _SIGNS or character in _WIDE:
        return True
    return ord(character) <= _LAST_LETTER


def _plain(character: str) -> str:
    return unicodedata.normalize("NFKC", character) if character in _WIDE else character


@functools.cache
def engine() -> Engine:
    """The networks, loaded at the first call: a quarter of a second and about 100 MB.

    Raises:
        WorkerError: the package that holds them is not installed as it should be.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    package = importlib.util.find_spec("rapidocr")
    folder = Path(next(iter(package.submodule_search_locations or ()), "")) / "models" if package else Path()
    if not all((folder / name).is_file() for name in (_WHERE, _WHICH)):
        raise WorkerError("The models of text recognition are missing; install the package rapidocr 3.10 anew.")
    return Engine(folder)


def _session(path: Path) -> "onnxruntime.InferenceSession":
    """A network that gives its memory back after each picture and waits for its threads without keeping a core busy."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    options.intra_op_num_threads = min(_THREADS, os.cpu_count() or 1)
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), sess_options=options, providers=["CPUExecutionProvider"])
