"""Twins of ``ui.commands``."""
