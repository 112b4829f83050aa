"""The shapes a portfolio comes in: one PDF, or a folder of files."""

from . import folder
from .assemble import Made, single_file
from .plan import Plan
from .typeset import Typesetter


def make(plan: Plan, setter: Typesetter) -> Made:
    """Makes the portfolio in the shape that its plan asks for."""
    return folder.made(plan, setter) if plan.front["table"] == "word" else single_file(plan, setter)


__all__ = ["Made", "make"]
