"""Twins of `cardio/trust`."""
