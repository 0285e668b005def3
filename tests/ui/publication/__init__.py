"""Twins of ``ui.publication``."""
