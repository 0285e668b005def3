"""Twins of ``desktop_app/vault``."""
