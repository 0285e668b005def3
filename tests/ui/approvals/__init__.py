"""Twins of ``ui/approvals``."""
