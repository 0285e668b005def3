"""Twins of ``ui/notices``."""
