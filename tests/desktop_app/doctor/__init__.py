"""Twins of ``desktop_app/doctor``: each finding is shown firing."""
