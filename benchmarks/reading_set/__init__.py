"""Varied portfolios with their true readings, for measuring how well portfolios are read."""
