"""Moved: these values live in mrse_assess.workbench.views; import them from there."""

from mrse_assess.workbench.views import *  # noqa: F403
