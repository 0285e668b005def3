"""Twins of ``resources``."""
