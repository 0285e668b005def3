"""Twins of ``desktop_app/cards``."""
