"""Twins of ``ui/doctor``."""
