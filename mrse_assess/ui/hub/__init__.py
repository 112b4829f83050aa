"""One server for several persons: what JupyterHub starts for each of them, and whom it lets in."""

from mrse_assess.ui.hub.people import allowed_people

__all__ = ["allowed_people"]
