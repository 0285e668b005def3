"""Twins of ``desktop_app/triage``."""
