"""A workspace: settings, originals by hash, the register of applications, and the records they all rest on."""

from mrse_assess.workspace.core import OFFICE, Workspace
from mrse_assess.workspace.register import Application

__all__ = ["OFFICE", "Application", "Workspace"]
