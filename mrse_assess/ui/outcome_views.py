"""Moved: these values live in mrse_assess.workbench.outcome_views; import them from there."""

from mrse_assess.workbench.outcome_views import *  # noqa: F403
