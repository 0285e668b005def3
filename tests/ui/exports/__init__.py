"""Twins of ``ui/exports``."""
