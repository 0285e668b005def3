"""Twins of ``ui``."""
