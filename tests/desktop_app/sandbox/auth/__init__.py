"""Twins of ``desktop_app.sandbox.auth``."""
