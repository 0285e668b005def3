"""Twins of ``ui.kiosk``."""
