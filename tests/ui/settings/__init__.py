"""Twins of ``ui.settings``."""
