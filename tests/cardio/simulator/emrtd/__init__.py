"""Twins of ``cardio/simulator/emrtd``."""
