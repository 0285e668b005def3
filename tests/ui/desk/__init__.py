"""Twins of ``ui.desk``."""
