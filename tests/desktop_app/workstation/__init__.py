"""Twins of ``desktop_app/workstation``."""
