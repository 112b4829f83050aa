"""Workbench for assessors of MR Safety Expert portfolios."""
