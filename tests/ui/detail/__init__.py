"""Twins of ``ui.detail``."""
