"""Twins of ``desktop_app/attendance``."""
