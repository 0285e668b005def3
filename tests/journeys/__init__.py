"""Tests of the ``journeys`` package."""
