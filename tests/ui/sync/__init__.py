"""Twins of ``ui.sync``."""
