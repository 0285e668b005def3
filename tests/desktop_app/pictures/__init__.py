"""Twins of ``desktop_app/pictures``."""
