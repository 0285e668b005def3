"""Twins of ``ui.wording``."""
