"""Twins of ``cardio/errors``."""
