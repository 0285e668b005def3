"""Twins of ``ui/photos``."""
