"""Twins of ``desktop_app/reception``."""
