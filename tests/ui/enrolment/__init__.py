"""Twins of ``ui.enrolment``."""
