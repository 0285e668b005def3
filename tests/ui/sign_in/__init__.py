"""Twins of ``ui.sign_in``."""
