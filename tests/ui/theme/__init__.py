"""Twins of ``ui.theme``."""
