"""Twins of ``cardio/emrtd``."""
