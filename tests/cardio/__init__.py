"""Twins of `cardio`."""
