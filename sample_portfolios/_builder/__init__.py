"""Builds the sample portfolios. Run ``python sample_portfolios/build.py``."""
