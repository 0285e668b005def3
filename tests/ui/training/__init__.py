"""Twins of ``ui.training``."""
