"""From where on items are much alike: the limits of the data of the check ``similar``."""

from typing import Any, NamedTuple

from mrse_assess.screening.vocabulary import CheckData


class Limits(NamedTuple):
    """The limits of the data, as the data explain them."""

    near: float
    contained: float
    extract: float
    same: float
    fewest: int
    plainly: float
    between: float
    commentary: float
    commentary_fewest: int
    repeats: float
    passage: int
    across: float
    across_fewest: int

    @classmethod
    def of(cls, data: CheckData) -> "Limits":
        """The limits of these data."""
        values: dict[str, Any] = dict(data.tables["limits"][0])
        return cls(**values)
