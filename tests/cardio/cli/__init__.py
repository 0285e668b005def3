"""Twins of `cardio/cli`."""
