"""Twins of ``desktop_app/trust``."""
