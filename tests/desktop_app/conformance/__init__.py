"""Twins of ``desktop_app/conformance``."""
