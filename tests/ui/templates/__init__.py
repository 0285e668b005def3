"""Twins of ``ui/templates``."""
