"""Moved: these values live in mrse_assess.workbench.start_views; import them from there."""

from mrse_assess.workbench.start_views import *  # noqa: F403
