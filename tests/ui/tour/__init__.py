"""Twins of ``ui.tour``: its hands, its ways to cut the centre off, its diary."""
