"""Twins of ``ui/supervise``."""
