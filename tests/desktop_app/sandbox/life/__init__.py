"""Twins of ``desktop_app/sandbox/life``."""
