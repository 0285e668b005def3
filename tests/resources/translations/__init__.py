"""Twins of ``resources.translations``."""
