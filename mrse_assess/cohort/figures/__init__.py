"""Figures of a cohort's tables, in one house style: what an annual report would print.

Each picture says its subject, what is counted and how many stand behind it; numbers stand at their marks and in no
legend. Withheld cells are hatched, all alike. A figure is made of its table and of nothing else, and the same table
gives the same bytes.
"""

from mrse_assess.cohort.figures.drawing import Drawing, Figure, Spot, figure_for, figures_of

__all__ = ["Drawing", "Figure", "Spot", "figure_for", "figures_of"]
