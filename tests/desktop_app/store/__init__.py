"""Twins of ``desktop_app/store``: on real encrypted stores, nothing faked."""
