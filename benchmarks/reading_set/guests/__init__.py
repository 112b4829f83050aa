"""The guests: fifty applicants, most of whom follow the guidance's table closely.

README.md says what their truth means.
"""

from .build import build

__all__ = ["build"]
