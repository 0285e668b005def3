"""Twins of ``desktop_app/domain``."""
