"""Twins of ``desktop_app/exports``."""
