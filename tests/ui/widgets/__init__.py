"""Twins of ``ui.widgets``."""
