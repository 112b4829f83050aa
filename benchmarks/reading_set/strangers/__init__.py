"""The strangers: eighty applicants by a hand that knows nothing of how intake works. Measured, never developed on.

``README.md`` says how they are made and what their truth means.
"""

from .build import build

__all__ = ["build"]
