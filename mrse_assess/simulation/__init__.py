"""A cohort of invented applications with known truth, recorded as people would have recorded it.

It serves to try figures on records of which everything is known, and programs on as many as there may be one day. All
numbers it starts from are invented (``defaults.toml``) and say nothing of any real scheme.
"""

from mrse_assess.simulation.cohort import Made, simulate
from mrse_assess.simulation.parameters import Parameters, default_parameters
from mrse_assess.simulation.truth import Truth, truth_as_json

__all__ = ["Made", "Parameters", "Truth", "default_parameters", "simulate", "truth_as_json"]
