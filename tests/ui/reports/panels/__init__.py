"""Twins of ``ui.reports.panels``."""
