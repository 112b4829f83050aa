"""The scheme as data: TOML files, read into a :class:`mrse_assess.model.scheme.Scheme` and checked on the way."""

from mrse_assess.scheme.load import SHIPPED, load_scheme

__all__ = ["SHIPPED", "load_scheme"]
