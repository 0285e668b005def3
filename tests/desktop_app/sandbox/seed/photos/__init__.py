"""Twins of ``desktop_app/sandbox/seed/photos``."""
