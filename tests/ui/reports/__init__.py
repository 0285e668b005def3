"""Twins of ``ui.reports``."""
