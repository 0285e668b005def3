"""Twins of ``ui/my_card``."""
