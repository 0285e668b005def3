"""Twins of ``desktop_app/sign_in``."""
