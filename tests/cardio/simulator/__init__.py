"""Twins of `cardio/simulator`."""
