"""Twins of ``ui/arranging``."""
