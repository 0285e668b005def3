"""Twins of ``desktop_app/sandbox/matters``."""
