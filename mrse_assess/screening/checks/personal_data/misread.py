"""What recognition takes for each other: letters within numbers, digits within labels."""

import re
from typing import Final

_TOKEN: Final = re.compile(r"(?<!\S)(?=\S*\d)[\dOoIl|./-]{3,14}(?=[\s.,;:)]|$)")
_DIGITS: Final = str.maketrans("OoIl|", "00111")
_LABELS: Final = (
    (re.compile(r"(?<![A-Za-z0-9])([Dd])0([Bb])(?![A-Za-z0-9])"), r"\1O\2"),
    (re.compile(r"(?<![A-Za-z0-9])N0(?![A-Za-z0-9])"), "No"),
)
_LEAST_SHARE: Final = 0.5


def digits_mended(text: str) -> str:
    """The text, as long as before, with letters read as digits in what is mostly digits, and the usual labels whole."""
    for misread, meant in _LABELS:
        text = misread.sub(meant, text)
    return _TOKEN.sub(lambda match: _mended(match.group()), text)


def _mended(token: str) -> str:
    signs = [each for each in token if each not in "./-"]
    digits = sum(each.isdigit() for each in signs)
    return token.translate(_DIGITS) if digits >= _LEAST_SHARE * len(signs) else token
