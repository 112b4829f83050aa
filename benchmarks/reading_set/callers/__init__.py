"""The callers: eighty applicants by a hand that has not seen how intake works.

README.md says what their truth means.
"""

from .build import build

__all__ = ["build"]
