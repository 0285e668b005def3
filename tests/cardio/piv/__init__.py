"""Twins of `cardio/piv`."""
