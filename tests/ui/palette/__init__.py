"""Twins of ``ui/palette``."""
