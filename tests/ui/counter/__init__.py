"""Twins of ``ui/counter``."""
