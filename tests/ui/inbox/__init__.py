"""Twins of ``ui.inbox``."""
