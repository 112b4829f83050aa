"""Invented portfolios with what screening should find in them."""
