"""Twins of ``ui/map``."""
