"""The visitors: eighty applicants by a hand that knows nothing of how intake works.

README.md says what their truth means.
"""

from .build import build

__all__ = ["build"]
