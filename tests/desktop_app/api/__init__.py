"""Tests of the ``desktop_app/api`` package."""
