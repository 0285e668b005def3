"""Twins of ``ui.shell``."""
