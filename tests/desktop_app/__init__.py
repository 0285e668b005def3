"""Twins of ``desktop_app``."""
