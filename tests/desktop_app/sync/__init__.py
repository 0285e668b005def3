"""Tests of the ``desktop_app/sync`` package."""
