"""Outcomes-based accountability for people who evaluate services."""

__version__ = "0.1.0"
