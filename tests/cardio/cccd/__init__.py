"""Twins of ``cardio/cccd``."""
