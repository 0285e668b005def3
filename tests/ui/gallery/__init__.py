"""Twins of ``ui/gallery``."""
