"""Twins of ``ui/hotline``."""
