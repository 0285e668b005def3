"""Twins of ``resources.sounds``."""
