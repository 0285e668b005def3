"""Twins of ``ui.vocabulary``."""
