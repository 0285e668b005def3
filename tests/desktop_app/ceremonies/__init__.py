"""Twins of ``desktop_app/ceremonies``."""
