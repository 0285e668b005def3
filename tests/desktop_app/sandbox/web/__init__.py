"""Twins of ``desktop_app.sandbox.web``."""
